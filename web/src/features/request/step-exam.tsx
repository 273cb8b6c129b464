/** Step 2: vital signs with their limits, the signs of danger among them, and what was found and done. */
import { lazy, Suspense } from "react";

import { useVitalLimits } from "@/context/vital-limits";
import { t, word } from "@/lib/i18n";
import { templateFor } from "@/lib/request-templates";
import { dangers, type Danger, type VitalItem } from "@/lib/vitals";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { CheckCard } from "@/ui/choices";
import { TextArea, TextField } from "@/ui/field";
import { limitsText, VitalsForm } from "@/ui/vitals-form";

import { faultText } from "./fault-text";
import { fieldsFirst, judgedAs, neededBy, takenAt, type RequestForm } from "./request-state";

import type { StepProps } from "./page";

const Photos = lazy(async () => (await import("./later")).fetchPhotos());

const Questions = lazy(async () => (await import("./later")).fetchQuestions());

export function StepExam({ form, change, onPhotos, faults, toEmergency, templates }: StepProps) {
  const limits = useVitalLimits();
  const subject = judgedAs(form);
  const needed = neededBy(form, templates);
  const found = dangers(limits, form.vitals, subject);
  const marks = found.map(markOf);
  const fresh = marks.some((mark) => !form.kept.includes(mark));
  const words = (place: "history" | "examination" | "treatment" | "pastHistory" | "diagnosis") => ({
    id: `rq-${place}`,
    value: form[place],
    onText: (text: string) => change({ [place]: text }),
    error: faultText(faults, place),
    maxLength: place === "diagnosis" ? 500 : 4000,
  });
  return (
    <>
      {fresh && (
        <DangerAlert
          found={found}
          form={form}
          onEmergency={toEmergency}
          onKeep={() => change({ kept: [...new Set([...form.kept, ...marks])] })}
        />
      )}
      <fieldset className="fs">
        <legend>
          {t("requestLate.vitals")} <small>{limitsText(subject)}</small>
        </legend>
        <div id="rq-vitals">
          <div id="rq-needed">
            <VitalsForm
              idPrefix="rqv"
              fields={fieldsFirst(needed)}
              texts={form.vitals}
              limits={limits}
              subject={subject}
              needed={new Set(needed)}
              faults={Object.fromEntries(faults.vitals.map((item: VitalItem) => [item, t("request.fieldBad")]))}
              onText={(item, text) => change({ vitals: { ...form.vitals, [item]: text } })}
              onOxygen={(oxygen) => change({ vitals: { ...form.vitals, oxygen } })}
            />
          </div>
        </div>
        <div className="g2">
          <TextField
            id="rq-takenAt"
            label={t("requestLate.takenAt")}
            placeholder={t("requestLate.takenNow")}
            inputMode="text"
            maxLength={5}
            value={form.takenAt}
            onText={(text) => change({ takenAt: text })}
            error={
              faultText(faults, "takenAt") ??
              (form.takenAt.length >= 4 && takenAt(form.takenAt, 0) === null ? t("requestLate.takenBad") : null)
            }
          />
          {form.caseType === "obstetric" && (
            <CheckCard
              label={t("requestLate.pregnant")}
              text={t("requestLate.pregnantText")}
              checked={form.pregnant}
              onChange={(pregnant) => change({ pregnant })}
            />
          )}
        </div>
      </fieldset>
      <hr className="rule" />
      <fieldset className="fs">
        <legend>{t("requestLate.words")}</legend>
        <TextArea label={t("requestLate.history")} hint={t("requestLate.historyHint")} {...words("history")} />
        <div className="g2">
          <TextArea label={t("requestLate.examination")} {...words("examination")} />
          <TextArea label={t("requestLate.treatment")} {...words("treatment")} />
        </div>
        <div className="g2">
          <TextArea label={t("requestLate.pastHistory")} rows={2} {...words("pastHistory")} />
          <TextArea
            label={t("requestLate.diagnosis")}
            note={t("requestLate.diagnosisNote")}
            rows={2}
            {...words("diagnosis")}
          />
        </div>
      </fieldset>
      <Suspense>
        <Questions
          template={templateFor(templates, form.caseType)}
          form={form}
          change={change}
          toEmergency={toEmergency}
        />
        <Photos photos={form.photos} onPhotos={onPhotos} />
      </Suspense>
    </>
  );
}

/** A sign kept once is not put forward again until its value changes. */
const markOf = (danger: Danger): string => `${danger.item}=${danger.text}`;

/** Proposes the emergency; it never lowers anything, and stays until the person has decided. */
function DangerAlert({
  found,
  form,
  onEmergency,
  onKeep,
}: {
  found: readonly Danger[];
  form: RequestForm;
  onEmergency: () => void;
  onKeep: () => void;
}) {
  const list = found.map(({ item, text }) => `${word("vital", item)} ${text}`).join(", ");
  const keep =
    form.urgency === "urgent"
      ? t("requestLate.dangerKeepUrgent")
      : form.urgency === "routine"
        ? t("requestLate.dangerKeepRoutine")
        : t("requestLate.dangerKeep");
  return (
    <Banner
      tone="danger"
      live="alert"
      title={
        found.length === 1
          ? t("requestLate.dangerOne", { list })
          : t("requestLate.dangerMany", { n: found.length, list })
      }
      action={
        <>
          <Button tone="danger" icon="siren" onClick={onEmergency}>
            {t("requestLate.dangerGo")}
          </Button>
          <Button onClick={onKeep}>{keep}</Button>
        </>
      }
    >
      {t("requestLate.dangerText")}
    </Banner>
  );
}
