/** What goes on A4: everything else of the screen is left off the paper. */
import { t } from "@/lib/i18n";

import { Button } from "./button";

import type { ReactNode } from "react";

export function PrintPage({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <>
      <div className="row noprint">
        <Button icon="print" onClick={() => globalThis.print()}>
          {t("common.print")}
        </Button>
        {actions}
      </div>
      <div className="paper">{children}</div>
    </>
  );
}
