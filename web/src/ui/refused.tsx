/** Why a password was not taken, and when the next try counts. */
import { leftText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { Banner } from "./banner";
import { useNow } from "./clock";
import { ProblemAlert } from "./problem-alert";

import type { Refusal } from "@/lib/refusal";

/** `wrong`: the sentence for a password that was not right. */
export function Refused({ refusal, wrong }: { refusal: Refusal; wrong: string }) {
  switch (refusal.kind) {
    case "wrong":
      return (
        <Banner tone="danger" live="alert">
          {wrong}
        </Banner>
      );
    case "too-many":
      return <Wait until={refusal.until} />;
    case "second":
      return refusal.again ? (
        <Banner tone="danger" live="alert">
          {t("signIn.codeWrong")}
        </Banner>
      ) : null;
    case "pin":
    case "pin-locked":
      return null;
    case "other":
      return <ProblemAlert problem={refusal.thrown} />;
  }
}

function Wait({ until }: { until: number }) {
  const left = until - useNow(500);
  return (
    <Banner tone={left > 0 ? "danger" : "info"} icon={left > 0 ? "clock" : "info"}>
      {left > 0 ? t("signIn.tooMany", { time: leftText(left) }) : t("signIn.tooManyOver")}
    </Banner>
  );
}

/** What the pad says of a PIN; null while there is nothing to say. */
export function pinSaid(refusal: Refusal | null): string | null {
  return refusal?.kind === "pin" ? t("pin.left", { n: refusal.left }) : null;
}
