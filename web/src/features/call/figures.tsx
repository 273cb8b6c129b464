/** The figures behind “Vì sao?”: for whoever wants to know, and for the administrator on the telephone. */
import { numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { KeyValues } from "@/ui/lists";

import type { Quality } from "./quality";

export function Figures({ quality }: { quality: Quality }) {
  const { last, bytes } = quality;
  const said = (value: number | null | undefined, words: (n: string) => string) =>
    value == null ? "–" : words(numberText(value));
  const kbps = (n: string) => t("call.figKbps", { n });
  const pct = (n: string) => t("call.figPct", { n });
  return (
    <>
      <KeyValues
        wide
        items={[
          [t("call.figRtt"), said(last?.rttMs, (n) => t("call.figMs", { n }))],
          [t("call.figUp"), said(last?.outKbps, kbps)],
          [t("call.figUplink"), said(last?.uplinkKbps, kbps)],
          [t("call.figOutLoss"), said(last?.outLossPct, pct)],
          [t("call.figDown"), said(last?.inKbps, kbps)],
          [t("call.figInLoss"), said(last?.lossPct, pct)],
          [t("call.figConcealed"), said(last?.concealedPct, pct)],
          [t("call.figFps"), said(last?.fps, (n) => t("call.figPerSecond", { n }))],
          [t("call.figUsed"), t("call.megabytes", { n: numberText(Math.round(bytes / 100_000) / 10) })],
        ]}
      />
      <p className="s">{t("call.whyText")}</p>
    </>
  );
}
