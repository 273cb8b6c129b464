/** Asks a station to measure again: a waiting emergency's vital signs are older than 15 minutes, by the server's clock. */
import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { Banner } from "./banner";
import { Button } from "./button";

import type { VitalsAge } from "@/lib/guard";

/** `form`: what the ids of its form of vital signs begin with. */
export default function MeasureAgain({ summary, form }: { summary: VitalsAge; form: string }) {
  const at = summary.vitals_at;
  const go = () => {
    const found = document.querySelector<HTMLInputElement>(`input[id^="${form}-"]`);
    found?.focus();
    found?.scrollIntoView({ block: "center" });
  };
  return (
    <Banner
      tone="warn"
      icon="clock"
      live="alert"
      title={t("guard.vitalsAsked")}
      action={<Button onClick={go}>{t("guard.vitalsGo")}</Button>}
    >
      {at === null ? t("guard.vitalsAskedNone") : t("guard.vitalsAskedText", { at: timeText(at) })}
    </Banner>
  );
}
