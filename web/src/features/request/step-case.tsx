/** Step 1: the kind of case (and so who answers it), the patient, why, and how urgent. */
import { lazy, Suspense, useId, useState } from "react";

import { useDuty } from "@/context/duty";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { FieldError, RadioCards } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";

import { faultText } from "./fault-text";
import { PatientPicker } from "./patient-picker";
import { specialtyOf, type Specialty } from "./request-state";

import type { CaseType } from "@/lib/emergency-start";
import type { StepProps } from "./page";

/** What a station may ask about when there is time; what comes suddenly is asked for by the emergency screen. */
const CASE_TYPES = [
  "child_fever",
  "chronic",
  "obstetric",
  "stroke",
  "chest_pain",
  "trauma",
  "poisoning",
  "skin",
  "newborn",
  "tb",
  "fever_cluster",
  "other",
] as const satisfies readonly CaseType[];

const SPECIALTIES = [
  "internal",
  "paediatrics",
  "obstetrics",
  "surgery",
  "dermatology",
  "emergency",
] as const satisfies readonly Specialty[];

const Earlier = lazy(async () => (await import("./later")).fetchEarlier());

export function StepCase({ form, change, faults, toEmergency, templates }: StepProps) {
  return (
    <>
      <div id="rq-caseType" className="stack m">
        <RadioCards
          legend={t("request.caseType")}
          columns="three"
          choices={CASE_TYPES.map((value) => ({ value, label: word("caseType", value) }))}
          value={CASE_TYPES.find((value) => value === form.caseType) ?? null}
          onChange={(caseType) => change({ caseType, specialty: null, pregnant: caseType === "obstetric" })}
          error={faultText(faults, "caseType")}
        />
        {form.caseType !== null && (
          <GoesTo form={form} templates={templates} onSpecialty={(specialty) => change({ specialty })} />
        )}
        {faults.places.specialty && <FieldError>{faultText(faults, "specialty")}</FieldError>}
      </div>
      <hr className="rule" />
      <PatientPicker form={form} change={change} faults={faults} />
      {form.known !== null && (
        <Suspense>
          <Earlier patient={form.known.id} but={form.id} />
        </Suspense>
      )}
      <hr className="rule" />
      <fieldset className="fs">
        <legend>{t("request.why")}</legend>
        <TextField
          id="rq-reason"
          label={t("request.reason")}
          placeholder={t("request.reasonPlaceholder")}
          maxLength={200}
          value={form.reason}
          onText={(reason) => change({ reason })}
          error={faultText(faults, "reason")}
        />
        <div id="rq-urgency" className="rq-urgency">
          <RadioCards
            legend={t("request.urgency")}
            hideLegend
            choices={[
              { value: "routine", label: word("urgency", "routine"), text: t("request.routineText") },
              { value: "urgent", label: word("urgency", "urgent"), text: t("request.urgentText") },
            ]}
            value={form.urgency}
            onChange={(urgency) => change({ urgency })}
            error={faultText(faults, "urgency")}
          />
          <button type="button" className="opt rq-stat" onClick={toEmergency}>
            <Icon name="siren" />
            <span>
              <b>{word("urgency", "stat")}</b>
              <small>{t("request.statText")}</small>
            </span>
          </button>
        </div>
      </fieldset>
    </>
  );
}

/** Says who will be asked and how many of them are on duty; another specialty is one choice away. */
function GoesTo({
  form,
  templates,
  onSpecialty,
}: Pick<StepProps, "form" | "templates"> & { onSpecialty: (specialty: Specialty | null) => void }) {
  const duty = useDuty();
  const id = useId();
  const [changing, setChanging] = useState(form.specialty !== null);
  const specialty = specialtyOf(form, templates);
  // Without the list of kinds nobody proposes one: the person chooses.
  const open = changing || templates === null;
  const board = duty.data;
  const there = board?.lines.filter((line) => line.specialty === specialty && line.tier !== "head").length ?? null;
  return (
    <div className="stack t">
      <p className="row">
        <span className="mut">
          <b>
            {t("request.goesTo", {
              specialty: word("specialty", specialty),
              hospital: board?.hospital.short_name ?? "",
            })}
          </b>{" "}
          {there !== null && there > 0 && t("request.onDuty", { n: there })}
        </span>
        {!open && (
          <button type="button" className="link" onClick={() => setChanging(true)}>
            {t("request.changeSpecialty")}
          </button>
        )}
      </p>
      {open && (
        <div className="f rq-specialty">
          <label htmlFor={id}>{t("request.specialty")}</label>
          <select
            id={id}
            className="inp"
            value={specialty}
            onChange={(event) => onSpecialty(event.target.value as Specialty)}
          >
            {SPECIALTIES.map((value) => (
              <option key={value} value={value}>
                {word("specialty", value)}
              </option>
            ))}
          </select>
        </div>
      )}
      {there === 0 && (
        <Banner tone="warn" icon="users">
          {t("request.nobodyOnDuty")}
        </Banner>
      )}
    </div>
  );
}
