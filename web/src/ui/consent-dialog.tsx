/** Records what a patient says after the request was sent, or takes back what they said. */
import { useState } from "react";

import {
  lackingOf,
  NOTHING_ASKED,
  speakerOf,
  wordsOf,
  type Asked,
  type ConsentDesk,
  type Purpose,
} from "@/lib/consent";
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { CheckCard } from "@/ui/choices";
import ConsentForm, { Who } from "@/ui/consent-form";
import { Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";

import type { Summary } from "@/lib/consult-api";

export default function ConsentDialog({
  summary,
  desk,
  mode,
  onClose,
}: {
  summary: Summary;
  desk: ConsentDesk;
  mode: "record" | "withdraw";
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [asked, setAsked] = useState<Asked>(NOTHING_ASKED);
  const [back, setBack] = useState<readonly Purpose[]>([]);
  const of = speakerOf(summary);
  const withdraw = mode === "withdraw";
  const said: Asked["said"] = Object.fromEntries(back.map((purpose) => [purpose, "refused"]));
  const whole = withdraw ? { ...asked, said } : asked;
  const answered = Object.keys(whole.said).length > 0;
  const lacking = lackingOf(whole, of, []).filter((place) => !withdraw || place !== "child");
  const ready = answered && lacking.length === 0 && desk.texts.held !== null;
  const purposes: readonly Purpose[] = summary.answer === "call" ? ["share", "video"] : ["share"];
  const change = (part: Partial<Asked>) => setAsked((now) => ({ ...now, ...part }));

  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const words = wordsOf(whole, of, t("patient.someone"), desk.texts.held?.version ?? "");
      await desk.say(withdraw ? words.map((one) => ({ ...one, decision: "withdrawn" })) : words);
      onClose();
    } catch (fault) {
      setProblem(fault);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(withdraw ? "consentAsk.withdrawTitle" : "consentAsk.recordTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button tone={withdraw ? "danger" : "primary"} disabled={!ready} busy={busy} onClick={() => void save()}>
            {t(withdraw ? "consent.withdraw" : "consent.record")}
          </Button>
        </>
      }
    >
      <div className="stack">
        {withdraw ? (
          <>
            <p>{t("consentAsk.withdrawText")}</p>
            {summary.consents
              .filter(({ decision }) => decision === "given")
              .map(({ purpose }) => (
                <CheckCard
                  key={purpose}
                  label={word("purpose", purpose)}
                  text={purpose === "share" ? t("consentAsk.withdrawShare") : undefined}
                  checked={back.includes(purpose)}
                  onChange={(on) => setBack(on ? [...back, purpose] : back.filter((one) => one !== purpose))}
                />
              ))}
            <Who asked={asked} change={change} of={of} prefix="consent" withdraw />
          </>
        ) : (
          <ConsentForm
            texts={desk.texts}
            asked={asked}
            change={change}
            of={of}
            prefix="consent"
            hospital={summary.hospital.name}
            purposes={purposes}
          />
        )}
        {!ready && answered && lacking.length > 0 && (
          <p className="hint" role="status">
            {t("consentAsk.lacking", { list: lacking.map((place) => word("consentPlace", place)).join(", ") })}
          </p>
        )}
        <ProblemAlert problem={problem} />
      </div>
    </Dialog>
  );
}
