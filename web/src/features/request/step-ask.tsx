/** Step 3: the question, how it shall be answered, the consent, and what the case needs for its protection. */
import { lazy, Suspense } from "react";

import { useConsentTexts } from "@/context/consent-texts";
import { useDuty } from "@/context/duty";
import { t, withWords, word } from "@/lib/i18n";
import { templateFor } from "@/lib/request-templates";
import { suggestLabels } from "@/lib/label-signs";
import { LABELS } from "@/lib/labels";
import { Banner } from "@/ui/banner";
import { CheckCard, RadioCards } from "@/ui/choices";
import { TextArea } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";

import { faultText } from "./fault-text";
import { lacksOf, purposesOf, SHORTEST_QUESTION, speakerIn } from "./request-state";

import type { StepProps } from "./page";

const ConsentForm = lazy(() => withWords(["ask"], import("@/ui/consent-form")));

const Without = lazy(async () => (await import("./later")).fetchWithout());

export function StepAsk({ form, change, faults, templates }: StepProps) {
  const duty = useDuty();
  const texts = useConsentTexts();
  const hospital = duty.data?.hospital.name ?? duty.data?.hospital.short_name ?? t("requestLate.theHospital");
  const length = form.question.trim().length;
  const add = (text: string) =>
    change({ question: form.question.trim() === "" ? text : `${form.question.trim()} ${text}` });
  return (
    <>
      <Suspense>
        <Without
          template={templateFor(templates, form.caseType)}
          lacking={lacksOf(form, templates)}
          without={form.without}
          onWithout={(without) => change({ without })}
        />
      </Suspense>
      <div className="stack m">
        <TextArea
          id="rq-question"
          className="rq-question"
          label={t("requestLate.question")}
          maxLength={1000}
          rows={4}
          value={form.question}
          onText={(question) => change({ question })}
          hint={
            length < SHORTEST_QUESTION
              ? t("requestLate.questionHint", { n: SHORTEST_QUESTION - length })
              : t("requestLate.questionEnough")
          }
          error={faults.places.question === undefined ? null : t("requestLate.questionShort")}
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
          legend={t("requestLate.answer")}
          choices={[
            { value: "call", label: t("requestLate.answerCall"), text: t("requestLate.answerCallText") },
            { value: "written", label: t("requestLate.answerWritten"), text: t("requestLate.answerWrittenText") },
          ]}
          value={form.answer}
          onChange={(answer) => change({ answer })}
          error={faultText(faults, "answer")}
        />
      </div>
      <hr className="rule" />
      <fieldset className="fs">
        <legend>{t("consent.title")}</legend>
        <Suspense fallback={<LoadingRows />}>
          <ConsentForm
            texts={texts}
            asked={form.asked}
            change={(part) => change({ asked: { ...form.asked, ...part } })}
            of={speakerIn(form)}
            prefix="rq"
            hospital={hospital}
            purposes={purposesOf(form)}
            error={faultText(faults, "agreed")}
          />
        </Suspense>
        {form.asked.said.share === "refused" && (
          <div id="rq-share">
            <Banner tone="warn" title={t("requestLate.refusedTitle")} live="status">
              {t("requestLate.refusedText")}
            </Banner>
          </div>
        )}
      </fieldset>
      <hr className="rule" />
      <Labels form={form} change={change} />
    </>
  );
}

/** Nobody is labelled by the machine: it says which word it saw. */
function Labels({ form, change }: Pick<StepProps, "form" | "change">) {
  const seen = suggestLabels([form.reason, form.diagnosis, form.history, form.pastHistory, form.question]);
  return (
    <details className="more" open={form.labels.length > 0 || seen.size > 0 || undefined}>
      <summary>{t("requestLate.labels")}</summary>
      <p className="mut">{t("requestLate.labelsText")}</p>
      <div className="opts">
        {LABELS.map((label) => {
          const sign = seen.get(label);
          return (
            <CheckCard
              key={label}
              label={word("label", label)}
              text={sign === undefined ? undefined : t("requestLate.labelHint", { sign })}
              checked={form.labels.includes(label)}
              onChange={(on) =>
                change({ labels: LABELS.filter((one) => (one === label ? on : form.labels.includes(one))) })
              }
            />
          );
        })}
      </div>
    </details>
  );
}
