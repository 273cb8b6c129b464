/** The button that shows a paper as it will be printed; what it opens is fetched with the first press. */
import { useState } from "react";

import { nameWords, withWords } from "@/lib/i18n";

import { Button } from "./button";
import { later } from "./later";

import type { PaperOf } from "@/lib/paper-api";

const dialog = later(async () => {
  nameWords({ paper: () => import("@/locales/vi/for-paper") }, { paper: () => import("@/locales/en/for-paper") });
  return (await withWords(["paper"], import("./paper-dialog"))).PaperDialog;
});

export function PaperButton({ paper, label }: { paper: PaperOf; label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="print" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <dialog.Part paper={paper} title={label} onClose={() => setOpen(false)} />}
    </>
  );
}
