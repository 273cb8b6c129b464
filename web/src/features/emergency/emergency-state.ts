/** The emergency form: what it asks, whom it rings, what it sends; and, once it rings, what of it is still local. */
import { leastBody } from "@/lib/emergency-start";
import { parseBirth, type Sex } from "@/lib/patient";
import {
  badItems,
  itemsOf,
  toVitals,
  VITAL_ITEMS,
  type Limits,
  type VitalSubject,
  type VitalField,
  type VitalTexts,
} from "@/lib/vitals";

import type { CaseType, EmergencyStart } from "@/lib/emergency-start";
import type { Schema } from "@/wire/schema";

/** The condition, or a line in one's own words: one of them must be there. */
export const mayCall = (start: EmergencyStart): boolean => start.caseType !== null || start.line.trim() !== "";

const FIRST: Readonly<Partial<Record<CaseType, readonly VitalField[]>>> = {
  stroke: ["pressure", "glucose"],
  seizure: ["glucose", "temperature"],
  dyspnoea: ["spo2", "respiration"],
  child_fever: ["respiration", "spo2", "temperature"],
  trauma: ["pressure", "gcs"],
};
const FIELDS: readonly VitalField[] = [
  "pressure",
  "pulse",
  "spo2",
  "respiration",
  "temperature",
  "glucose",
  "gcs",
  "weight",
];

/** What matters for the condition stands first. */
export function fieldsFor(caseType: CaseType | null): readonly VitalField[] {
  const first = (caseType && FIRST[caseType]) ?? [];
  return [...first, ...FIELDS.filter((field) => !first.includes(field))];
}

export function subjectOf(age: string, sex: Sex): Required<Schema<"Subject-Output">> {
  const birth = parseBirth(age);
  return {
    sex,
    age_months: birth?.ageMonths ?? null,
    // A day of birth is known, an age told by eye is not.
    age_estimated: birth !== null && (birth.precision === "estimated" || birth.precision === "year"),
  };
}

export function judgedAs(subject: Schema<"Subject-Output">, caseType: CaseType | null): VitalSubject {
  return { ageMonths: subject.age_months, pregnant: caseType === "obstetric" };
}

/** The one PUT that rings. Values that cannot be true stay behind: they must not hold up the ring. */
export function ringBody(
  start: EmergencyStart,
  station: string,
  vitalsId: string,
  now: string,
  limits: Limits | null,
  groundReason: string,
): Schema<"NewConsult"> {
  const subject = subjectOf(start.age, start.sex);
  const bad = badItems(limits, start.vitals, judgedAs(subject, start.caseType));
  const set = toVitals(
    start.vitals,
    vitalsId,
    now,
    VITAL_ITEMS.filter((item) => !bad.includes(item)),
  );
  const least = leastBody(station, start.caseType, start.line, groundReason);
  return {
    ...least,
    patient_id: start.patientId,
    request: {
      ...least.request,
      ...start.told?.words,
      ...(start.told?.caseType === start.caseType && start.told.asked),
      subject,
      history: start.history.trim(),
      examination: start.examination.trim(),
      treatment_given: start.treatment.trim(),
      ...(start.caseType === "obstetric" && { pregnant: true }),
    },
    vitals: set ? [set] : [],
  };
}

/** While it rings: what was typed here. Null or missing: not touched, the server's word is shown. */
export interface LiveForm {
  readonly name: string | null;
  readonly age: string | null;
  readonly sex: Sex | null;
  readonly patientId: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly vitals: VitalTexts;
  /** What was sent of each tile, so that leaving it again sends nothing twice. */
  readonly sentVitals: Readonly<Record<string, string>>;
}

export function liveForm(start: EmergencyStart | null, patientId: string): LiveForm {
  return {
    name: start === null || start.name === "" ? null : start.name,
    age: start === null || start.age === "" ? null : start.age,
    sex: start === null || start.sex === "unknown" ? null : start.sex,
    patientId,
    texts: {},
    vitals: start?.vitals ?? {},
    sentVitals:
      start === null ? {} : Object.fromEntries(FIELDS.map((field) => [field, signature(field, start.vitals)])),
  };
}

/** The tile's content as one text. */
export function signature(field: VitalField, texts: VitalTexts): string {
  const said = field === "pressure" ? `${texts.systolic ?? ""}/${texts.diastolic ?? ""}` : (texts[field] ?? "");
  return field === "spo2" && said !== "" ? `${said}${texts.oxygen ? "+" : ""}` : said;
}

/** Half a blood pressure is not sent (the other half is being typed), nor what cannot be true, nor the same twice. */
export function readyToSend(
  field: VitalField,
  texts: VitalTexts,
  form: LiveForm,
  limits: Limits | null,
  subject: VitalSubject,
): boolean {
  const said = signature(field, texts);
  if (said === "" || said === "/" || said === form.sentVitals[field]) return false;
  if (field === "pressure" && ((texts.systolic ?? "") === "" || (texts.diastolic ?? "") === "")) return false;
  const bad = badItems(limits, texts, subject);
  return !itemsOf(field).some((item) => bad.includes(item));
}
