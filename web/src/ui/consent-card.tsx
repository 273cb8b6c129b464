/** The patient's word beside the case, at the station: what holds, and the ways to record more or take it back. */
import { lazy, Suspense, useState } from "react";

import { t, withWords } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { ConsentLines } from "@/ui/consent-line";
import { LoadingRows } from "@/ui/lists";

import type { ConsentDesk } from "@/lib/consent";
import type { Summary } from "@/lib/consult-api";

import "./consent.css";

const ConsentDialog = lazy(() => withWords(["ask", "consult"], import("./consent-dialog")));
const LabelDialog = lazy(() => withWords(["ask", "consult"], import("./label-dialog")));

export function ConsentCard({ summary, desk }: { summary: Summary; desk: ConsentDesk }) {
  const [asking, setAsking] = useState<"record" | "withdraw" | "labels" | null>(null);
  const given = summary.consents.some(({ decision }) => decision === "given");
  return (
    <section className="card consent stack" aria-label={t("consent.title")}>
      <ul className="stack t">
        <ConsentLines summary={summary} />
      </ul>
      {desk.labels && (
        <div className="row">
          {desk.asks && (
            <Button size="compact" onClick={() => setAsking("record")}>
              {t("consent.record")}
            </Button>
          )}
          {desk.asks && given && (
            <Button size="compact" tone="quiet" onClick={() => setAsking("withdraw")}>
              {t("consent.withdraw")}
            </Button>
          )}
          <Button size="compact" tone="quiet" icon="shield" onClick={() => setAsking("labels")}>
            {t("consent.protect")}
          </Button>
        </div>
      )}
      {asking !== null && (
        <Suspense fallback={<LoadingRows rows={1} />}>
          {asking === "labels" ? (
            <LabelDialog summary={summary} desk={desk} onClose={() => setAsking(null)} />
          ) : (
            <ConsentDialog summary={summary} desk={desk} mode={asking} onClose={() => setAsking(null)} />
          )}
        </Suspense>
      )}
    </section>
  );
}
