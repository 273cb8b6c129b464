/** The patient's earlier consults. */
import { dateText, timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { EmptyState } from "@/ui/lists";
import { StateTag } from "@/ui/tags";

import type { Detail, Summary } from "@/lib/consult-api";

export function BeforeTab({ detail }: { detail: Detail }) {
  if (detail.previous.length === 0) {
    return <EmptyState icon="history" title={t("inCall.noPrevious")} text={t("inCall.noPreviousText")} />;
  }
  return (
    <>
      <h2>{t("inCall.previous")}</h2>
      <ul className="before">
        {detail.previous.map((consult) => (
          <li key={consult.id}>
            <p className="row">
              <b>
                {dateText(consult.created_at)} {timeText(consult.created_at)}
              </b>
              <StateTag tone="off" icon="file">
                {word("consultState", consult.state)}
              </StateTag>
            </p>
            <p>{consult.reason || word("caseType", consult.case_type)}</p>
            <p className="s">{whoAnswered(consult)}</p>
            {consult.concluded_at !== null && (
              // Another tab of the browser: following a link here would leave the room.
              <a href={`/consults/${consult.id}/minutes`} target="_blank" rel="noreferrer">
                {t("inCall.openMinutes")}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="s">{t("inCall.audited")}</p>
    </>
  );
}

function whoAnswered({ specialist, specialty, hospital }: Summary): string {
  return [specialist?.name, word("specialty", specialty), hospital.short_name].filter(Boolean).join(" · ");
}
