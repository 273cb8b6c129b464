/** What was said by telephone about a case, where anything was; its part is fetched then. */
import { lazy, Suspense } from "react";

import { withWords } from "@/lib/i18n";

import type { SaidByPhone } from "./phone-said";

const Said = lazy(async () => {
  await import("@/lib/away-words");
  return withWords(["away"], import("./phone-said"));
});

export function LateSaid({ notes, advices }: SaidByPhone) {
  if (notes.length + advices.length === 0) return null;
  return (
    <Suspense>
      <Said notes={notes} advices={advices} />
    </Suspense>
  );
}
