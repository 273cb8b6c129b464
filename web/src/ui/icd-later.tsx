/** The finder of codes behind one line, fetched when it is opened. */
import "@/lib/guard-words";

import { lazy, Suspense, useState, type ReactNode } from "react";

import { withWords } from "@/lib/i18n";

const IcdFinder = lazy(() => withWords(["guard"], import("./icd-finder")));

export function IcdMore({
  title,
  code,
  onCode,
}: {
  title: ReactNode;
  code: string;
  onCode: (code: string, name: string) => void;
}) {
  const [seen, setSeen] = useState(false);
  return (
    <details className="more" onToggle={(event) => setSeen((now) => now || event.currentTarget.open)}>
      <summary>{title}</summary>
      {seen && (
        <Suspense>
          <IcdFinder code={code} onCode={onCode} />
        </Suspense>
      )}
    </details>
  );
}
