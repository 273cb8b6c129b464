/** Step 3: the question, how it shall be answered, and the consent, of which nothing is filled in beforehand. */
import { useDuty } from "@/context/duty";
import { t } from "@/lib/i18n";
import { CheckCard, RadioCards } from "@/ui/choices";
import { TextArea, TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";

import { faultText } from "./fault-text";
import { isMinor, SHORTEST_QUESTION } from "./request-state";

import type { StepProps } from "./page";

export function StepAsk({ form, change, faults }: StepProps) {
  const duty = useDuty();
  const hospital = duty.data?.hospital.name ?? duty.data?.hospital.short_name ?? t("request.theHospital");
  const length = form.question.trim().length;
  const add = (text: string) =>
    change({ question: form.question.trim() === "" ? text : `${form.question.trim()} ${text}` });
  const minor = isMinor(form);
  return (
    <>
      <div className="stack m">
        <TextArea
          id="rq-question"
          className="rq-question"
          label={t("request.question")}
          maxLength={1000}
          rows={4}
          value={form.question}
          onText={(question) => change({ question })}
          hint={
            length < SHORTEST_QUESTION
              ? t("request.questionHint", { n: SHORTEST_QUESTION - length })
              : t("request.questionEnough")
          }
          error={faults.places.question === undefined ? null : t("request.questionShort")}
        />
        <div className="chips">
          {(["refer", "drug", "test"] as const).map((key) => (
            <button key={key} type="button" className="chip" onClick={() => add(t(`askQuick.${key}`))}>
              <Icon name="plus" size="sm" />
              {t(`askQuick.${key}`)}
            </button>
          ))}
        </div>
      </div>
      <div id="rq-answer">
        <RadioCards
          legend={t("request.answer")}
          choices={[
            { value: "call", label: t("request.answerCall"), text: t("request.answerCallText") },
            { value: "written", label: t("request.answerWritten"), text: t("request.answerWrittenText") },
          ]}
          value={form.answer}
          onChange={(answer) => change({ answer })}
          error={faultText(faults, "answer")}
        />
      </div>
      <hr className="rule" />
      <fieldset className="fs">
        <legend>{t("request.consent")}</legend>
        <div className="card rq-aloud">
          <p>
            <b>{t("request.readAloud")}</b> {t("request.consentWords", { hospital })}
          </p>
        </div>
        <div className="g2">
          <div id="rq-who" className="stack m">
            <RadioCards
              legend={t("request.who")}
              columns="one"
              choices={[
                { value: "patient", label: t("request.whoPatient"), disabled: minor },
                { value: "relative", label: t("request.whoRelative") },
              ]}
              value={minor && form.who === "patient" ? null : form.who}
              onChange={(who) => change({ who, agreed: false })}
            />
            {minor && <p className="hint">{t("request.whoMinor")}</p>}
            {form.who === "relative" && (
              <TextField
                id="rq-relative"
                label={t("request.relative")}
                hint={t("request.representativeHint")}
                maxLength={200}
                value={form.relative}
                onText={(relative) => change({ relative })}
                error={faultText(faults, "relative")}
              />
            )}
          </div>
          <div id="rq-how">
            <RadioCards
              legend={t("request.how")}
              columns="one"
              choices={[
                { value: "spoken", label: t("request.howSpoken") },
                { value: "signed", label: t("request.howSigned") },
              ]}
              value={form.how}
              onChange={(how) => change({ how })}
            />
          </div>
        </div>
        <div id="rq-agreed">
          <CheckCard
            label={t("request.agreed", { hospital })}
            text={t("request.agreedText")}
            checked={form.agreed}
            onChange={(agreed) => change({ agreed })}
          />
          {faults.places.agreed && <p className="err">{faultText(faults, "agreed")}</p>}
        </div>
        <details className="more">
          <summary>{t("request.refused")}</summary>
          <p className="mut">{t("request.refusedText")}</p>
        </details>
      </fieldset>
    </>
  );
}
