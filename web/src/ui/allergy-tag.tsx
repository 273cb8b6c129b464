/** What a patient cannot bear, and vital signs that are to be taken again: short enough to stand everywhere. */
import { dateText, timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { StateTag } from "./tags";

import type { AllergyLine, VitalsAge } from "@/lib/guard";

export function AllergyTag({ allergy }: { allergy: AllergyLine }) {
  const earlier = allergy.said_at === null ? "" : ` (${t("guard.allergyEarlier", { at: dateText(allergy.said_at) })})`;
  switch (allergy.state) {
    case "some":
      return (
        <StateTag tone="danger" icon="alert" long>
          {t("guard.allergyLineSome", { text: allergy.text }) + earlier}
        </StateTag>
      );
    case "none":
      return (
        <StateTag tone="off" icon="check">
          {t("guard.allergyLineNone") + earlier}
        </StateTag>
      );
    case "unasked":
      return (
        <StateTag tone="off" icon="info">
          {t("guard.allergyLineUnasked")}
        </StateTag>
      );
  }
}

export function VitalsAskedTag({ summary }: { summary: VitalsAge }) {
  if (!summary.vitals_asked) return null;
  const at = summary.vitals_at;
  return (
    <StateTag tone="warn" icon="clock" long>
      {t("guard.vitalsAsked")}.{" "}
      {at === null ? t("guard.vitalsAskedNone") : t("guard.vitalsAskedText", { at: timeText(at) })}
    </StateTag>
  );
}
