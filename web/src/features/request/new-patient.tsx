/** A new patient with as little as is known: name, birth, sex; the rest where there is time, and who it may be already. */
import { lazy, Suspense, useState } from "react";

import { useMe } from "@/context/session";
import { t } from "@/lib/i18n";
import { ageOfMonths, parseBirth } from "@/lib/patient";
import { FieldError, SegmentedControl } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";

import { faultText } from "./fault-text";
import { patientFields, type NewPatient, type PatientView } from "./request-state";

import type { Faults } from "./places";

const Further = lazy(async () => (await import("./later")).fetchFurther());
const LikelyNew = lazy(async () => (await import("./later")).fetchLikely());

export interface NewPatientProps {
  readonly fresh: NewPatient;
  readonly onChange: (fresh: NewPatient) => void;
  /** It is somebody whose record is there. */
  readonly onKnown: (known: PatientView) => void;
  readonly faults: Faults;
}

export default function NewPatientFields({ fresh, onChange, onKnown, faults }: NewPatientProps) {
  const set = (part: Partial<NewPatient>) => onChange({ ...fresh, ...part });
  const station = useMe().grant?.facility.id;
  const [further, setFurther] = useState(false);
  const [left, setLeft] = useState(fresh.birth !== "");
  const birth = parseBirth(fresh.birth);
  const typed = fresh.birth.trim() !== "";
  return (
    <div className="card stack">
      <TextField
        id="rq-name"
        label={t("requestLate.name")}
        note={t("requestLate.nameNote")}
        autoCapitalize="words"
        maxLength={255}
        value={fresh.name}
        onText={(name) => set({ name })}
        error={faultText(faults, "name")}
      />
      <div className="g2">
        <TextField
          id="rq-birth"
          label={t("requestLate.birth")}
          maxLength={20}
          hint={
            typed && birth !== null
              ? t("requestLate.birthRead", { age: ageOfMonths(birth.ageMonths, birth.precision === "estimated") })
              : t("requestLate.birthHint")
          }
          value={fresh.birth}
          onText={(text) => set({ birth: text })}
          onBlur={() => setLeft(true)}
          error={faultText(faults, "birth") ?? (left && typed && birth === null ? t("requestLate.birthBad") : null)}
        />
        <div className="f">
          <span className="lab" aria-hidden="true">
            {t("requestLate.sex")}
          </span>
          <SegmentedControl
            label={t("requestLate.sex")}
            choices={[
              { value: "male", label: t("patient.male") },
              { value: "female", label: t("patient.female") },
              { value: "unknown", label: t("requestLate.sexUnknown") },
            ]}
            value={fresh.sex}
            onChange={(sex) => set({ sex })}
          />
        </div>
      </div>
      <details className="more">
        <summary>
          <Icon name="plus" />
          {t("requestLate.moreFields")}
        </summary>
        <div className="g2">
          <TextField
            id="rq-village"
            label={t("requestLate.village")}
            maxLength={200}
            value={fresh.village}
            onText={(village) => set({ village })}
            error={faultText(faults, "village")}
          />
          <TextField
            id="rq-guardian"
            label={t("requestLate.representative")}
            hint={t("requestLate.representativeHint")}
            maxLength={200}
            value={fresh.representative}
            onText={(representative) => set({ representative })}
            error={faultText(faults, "guardian")}
          />
          <TextField
            id="rq-nationalId"
            label={t("requestLate.nationalId")}
            inputMode="numeric"
            maxLength={15}
            value={fresh.nationalId}
            onText={(nationalId) => set({ nationalId })}
            error={faultText(faults, "nationalId")}
          />
          <TextField
            id="rq-phone"
            label={t("requestLate.phone")}
            inputMode="tel"
            maxLength={20}
            value={fresh.phone}
            onText={(phone) => set({ phone })}
            error={faultText(faults, "phone")}
          />
        </div>
      </details>
      <details className="more" onToggle={(event) => setFurther(event.currentTarget.open)}>
        <summary>
          <Icon name="plus" />
          {t("requestLate.further")}
        </summary>
        {further && (
          <Suspense fallback={<LoadingRows />}>
            <Further fresh={fresh} onChange={onChange} />
          </Suspense>
        )}
      </details>
      {station !== undefined && (
        <Suspense>
          <LikelyNew
            fields={patientFields(fresh)}
            station={station}
            pick={t("requestLate.useRecord")}
            onPick={onKnown}
          />
        </Suspense>
      )}
      {faults.places.patient && <FieldError>{faultText(faults, "patient")}</FieldError>}
    </div>
  );
}
