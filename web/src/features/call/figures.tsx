/** The figures behind “Vì sao?”: for whoever wants to know, and for the administrator on the telephone. */
import { numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { KeyValues } from "@/ui/lists";

import { causeNow, rungNow, type RoomState } from "./call-state";

import type { Cause, Rung } from "@/lib/rungs";

export function Figures({ state }: { state: RoomState }) {
  const { quality, theirs } = state;
  const { last, bytes } = quality;
  const said = (value: number | null | undefined, words: (n: string) => string) =>
    value == null ? "–" : words(numberText(value));
  const ms = (n: string) => t("inCall.figMs", { n });
  const kbps = (n: string) => t("inCall.figKbps", { n });
  const pct = (n: string) => t("inCall.figPct", { n });
  return (
    <>
      <KeyValues
        wide
        items={[
          [t("inCall.whyNow"), sending(rungNow(state), causeNow(state))],
          [t("inCall.whyTheirs"), theirs?.rung == null ? "–" : sending(theirs.rung, theirs.cause)],
          [t("inCall.figRtt"), said(last?.rttMs, ms)],
          [t("inCall.figUp"), said(last?.outKbps, kbps)],
          [t("inCall.figUplink"), said(last?.uplinkKbps, kbps)],
          [t("inCall.figOutLoss"), said(last?.outLossPct, pct)],
          [t("inCall.figDown"), said(last?.inKbps, kbps)],
          [t("inCall.figInLoss"), said(last?.lossPct, pct)],
          [t("inCall.figConcealed"), said(last?.concealedPct, pct)],
          [t("inCall.figDelay"), said(last?.delayMs, ms)],
          [t("inCall.figFps"), said(last?.fps, (n) => t("inCall.figPerSecond", { n }))],
          [t("inCall.figPath"), last?.path == null ? "–" : t(`inCall.path_${last.path}`)],
          [t("inCall.figUsed"), t("call.megabytes", { n: numberText(Math.round(bytes / 100_000) / 10) })],
        ]}
      />
      <p className="s">{t("inCall.whyText")}</p>
    </>
  );
}

function sending(rung: Rung, cause: Cause | null): string {
  const words = t(`inCall.rung_${rung}`);
  return cause === null ? words : t("inCall.whyBecause", { rung: words, cause: t(`inCall.cause_${cause}`) });
}
