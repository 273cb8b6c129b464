/** The files of a case as far as they are known: in a page, or over what goes on beneath. */
import { useState, type ReactNode } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { CaseFiles } from "./case-files";
import { deskOf, type Known } from "./desk";

export function KnownFiles({ known }: { known: Known }) {
  if (known.loading) return <LoadingRows rows={4} />;
  if (known.error !== null) return <ProblemAlert problem={known.error} onRetry={known.reload} />;
  return <CaseFiles desk={deskOf(known)} />;
}

/** A button; what it opens is asked for only then. */
export function FilesOver({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div>
        <Button icon="image" onClick={() => setOpen(true)}>
          {t("files.title")}
        </Button>
      </div>
      <Dialog
        open={open}
        wide
        title={t("files.title")}
        onClose={() => setOpen(false)}
        footer={<Button onClick={() => setOpen(false)}>{t("common.close")}</Button>}
      >
        {children}
      </Dialog>
    </>
  );
}
