/** What somebody should know of their account, over every screen until they have seen it. */
import { useState } from "react";
import { Link } from "wouter";

import { useSignedIn } from "@/context/session";
import { t } from "@/lib/i18n";
import { IconButton } from "@/ui/button";
import { Strip } from "@/ui/banner";

const SEEN = "telemed.noticed";

export function Notices() {
  const { notices } = useSignedIn();
  const [seen, setSeen] = useState(() => sessionStorage.getItem(SEEN) ?? "");
  const newest = notices
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (newest === undefined || newest <= seen) return null;
  const close = () => {
    sessionStorage.setItem(SEEN, newest);
    setSeen(newest);
  };
  return (
    <div className="row nw notice noprint">
      <Strip tone="warn">
        {t("shell.reused")}{" "}
        <Link href="/security" onClick={close}>
          {t("shell.reusedSee")}
        </Link>
      </Strip>
      <IconButton icon="x" label={t("common.close")} onClick={close} />
    </div>
  );
}
