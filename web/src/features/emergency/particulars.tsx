/** Who the patient is, while it rings: a name makes or corrects the patient; age and sex change the limits at once. */
import { useMe } from "@/context/session";
import { t } from "@/lib/i18n";
import { ageOfMonths, parseBirth } from "@/lib/patient";
import { TextField } from "@/ui/field";

import { subjectOf, type LiveForm } from "./emergency-state";
import { SexSwitch } from "./start";

import type { PatientView } from "@/context/patients";
import type { ConsultEdits } from "@/context/use-consult-edits";
import type { Draft } from "@/context/use-draft";
import type { Detail } from "@/lib/consult-api";
import type { Schema } from "@/wire/schema";

/** The subject as typed here, where it was touched, else as the server has it. */
export function shownSubject(detail: Detail, form: LiveForm): Schema<"Subject-Output"> {
  const held = detail.summary.subject;
  const typed = subjectOf(form.age ?? "", form.sex ?? held.sex);
  return typed.age_months === null ? { ...held, sex: typed.sex } : typed;
}

export function useParticulars(
  detail: Detail,
  form: LiveForm,
  known: PatientView | undefined,
  edits: ConsultEdits,
): { readonly send: () => void } {
  const me = useMe();
  const { summary } = detail;
  const send = () => {
    const subject = shownSubject(detail, form);
    const held = summary.subject;
    const differs =
      subject.sex !== held.sex ||
      subject.age_months !== held.age_months ||
      subject.age_estimated !== held.age_estimated;
    if (differs) void edits.send("subject", { subject });
    const name = (form.name ?? known?.full_name ?? "").trim();
    if (name === "") return;
    const birth = parseBirth(form.age ?? "");
    const body: Schema<"NewPatient"> = {
      full_name: name,
      sex: subject.sex,
      ...(birth !== null && { birth_date: birth.date, birth_precision: birth.precision }),
      station_id: me.grant?.facility.id ?? summary.station.id,
    };
    if (summary.patient_id === null) {
      const id = form.patientId;
      void edits.send("patient", { patient_id: id }, { id, body, known: false });
    } else if (known === undefined || !isKnown(known, body)) {
      void edits.send("patient", null, { id: summary.patient_id, body, known: true });
    }
  };
  return { send };
}

function isKnown(known: PatientView, fields: Schema<"PatientFields">): boolean {
  return (
    known.full_name === fields.full_name &&
    known.sex === fields.sex &&
    (fields.birth_date === undefined || known.birth_date === fields.birth_date)
  );
}

export function Particulars({
  detail,
  form,
  known,
  set,
  onLeave,
  disabled,
}: {
  detail: Detail;
  form: LiveForm;
  known: PatientView | undefined;
  set: Draft<LiveForm>["set"];
  onLeave: () => void;
  disabled: boolean;
}) {
  const { subject } = detail.summary;
  const badAge = form.age !== null && form.age.trim() !== "" && parseBirth(form.age) === null;
  const sex = form.sex ?? subject.sex;
  return (
    <fieldset
      className="fs"
      disabled={disabled}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      <legend>{t("emergency.who")}</legend>
      <div className="em-who">
        <TextField
          label={t("emergency.name")}
          note={t("emergency.nameNote")}
          placeholder={t("emergency.nameEmpty")}
          maxLength={255}
          value={form.name ?? known?.full_name ?? ""}
          onText={(name) => set((now) => ({ ...now, name }))}
        />
        <TextField
          label={t("emergency.age")}
          maxLength={12}
          value={form.age ?? ageOfMonths(subject.age_months)}
          error={badAge ? t("emergency.ageBad") : null}
          onText={(age) => set((now) => ({ ...now, age }))}
        />
        <div className="f">
          <span className="lab" aria-hidden="true">
            {t("emergency.sex")}
          </span>
          <SexSwitch value={sex} onChange={(chosen) => set((now) => ({ ...now, sex: chosen }))} />
        </div>
      </div>
    </fieldset>
  );
}
