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
import { judgedAs, takenAt, type RequestForm } from "./request-state";
import { fieldsOf, templateOf } from "./templates";

import type { StepProps } from "./page";

const Photos = lazy(async () => (await import("./later")).fetchPhotos());

const Questions = lazy(async () => (await import("./later")).fetchQuestions());

export function StepExam({ form, change, onPhotos, faults, toEmergency, templates }: StepProps) {
  const limits = useVitalLimits();
  const subject = judgedAs(form);
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
          {t("request.vitals")} <small>{limitsText(subject)}</small>
        </legend>
        <div id="rq-vitals">
          <div id="rq-needed">
            <VitalsForm
              idPrefix="rqv"
              fields={fieldsOf(form.caseType)}
              texts={form.vitals}
              limits={limits}
              subject={subject}
              needed={new Set(templateOf(form.caseType).needed)}
              faults={Object.fromEntries(faults.vitals.map((item: VitalItem) => [item, t("request.fieldBad")]))}
              onText={(item, text) => change({ vitals: { ...form.vitals, [item]: text } })}
              onOxygen={(oxygen) => change({ vitals: { ...form.vitals, oxygen } })}
            />
          </div>
        </div>
        <div className="g2">
          <TextField
            id="rq-takenAt"
            label={t("request.takenAt")}
            placeholder={t("request.takenNow")}
            inputMode="text"
            maxLength={5}
            value={form.takenAt}
            onText={(text) => change({ takenAt: text })}
            error={
              faultText(faults, "takenAt") ??
              (form.takenAt.length >= 4 && takenAt(form.takenAt, 0) === null ? t("request.takenBad") : null)
            }
          />
          {form.caseType === "obstetric" && (
            <CheckCard
              label={t("request.pregnant")}
              text={t("request.pregnantText")}
              checked={form.pregnant}
              onChange={(pregnant) => change({ pregnant })}
            />
          )}
        </div>
      </fieldset>
      <hr className="rule" />
      <fieldset className="fs">
        <legend>{t("request.words")}</legend>
        <TextArea
          label={t("request.history")}
          hint={
            form.caseType === null
              ? undefined
              : t("request.historyAsk", { type: word("caseType", form.caseType), ask: word("askFor", form.caseType) })
          }
          {...words("history")}
        />
        <div className="g2">
          <TextArea label={t("request.examination")} {...words("examination")} />
          <TextArea label={t("request.treatment")} {...words("treatment")} />
        </div>
        <div className="g2">
          <TextArea label={t("request.pastHistory")} rows={2} {...words("pastHistory")} />
          <TextArea label={t("request.diagnosis")} note={t("request.diagnosisNote")} rows={2} {...words("diagnosis")} />
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
      ? t("request.dangerKeepUrgent")
      : form.urgency === "routine"
        ? t("request.dangerKeepRoutine")
        : t("request.dangerKeep");
  return (
    <Banner
      tone="danger"
      live="alert"
      title={found.length === 1 ? t("request.dangerOne", { list }) : t("request.dangerMany", { n: found.length, list })}
      action={
        <>
          <Button tone="danger" icon="siren" onClick={onEmergency}>
            {t("request.dangerGo")}
          </Button>
          <Button onClick={onKeep}>{keep}</Button>
        </>
      }
    >
      {t("request.dangerText")}
    </Banner>
  );
}
