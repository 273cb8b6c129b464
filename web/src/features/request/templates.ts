/** What each kind of case asks for: who answers it, which vital signs it needs, which stand first (clinical sign-off pending). */
import type { CaseType } from "@/lib/emergency-start";
import type { VitalField } from "@/lib/vitals";
import type { Schema } from "@/wire/schema";

export type Specialty = Schema<"Specialty">;

export const CASE_TYPES = [
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

export const SPECIALTIES = [
  "internal",
  "paediatrics",
  "obstetrics",
  "surgery",
  "dermatology",
  "emergency",
] as const satisfies readonly Specialty[];

interface Template {
  readonly specialty: Specialty;
  readonly needed: readonly VitalField[];
}

const TEMPLATES: Readonly<Record<CaseType, Template>> = {
  child_fever: { specialty: "paediatrics", needed: ["respiration", "spo2", "temperature", "weight"] },
  chronic: { specialty: "internal", needed: ["pressure", "pulse"] },
  obstetric: { specialty: "obstetrics", needed: ["pressure", "pulse"] },
  stroke: { specialty: "emergency", needed: ["pressure", "glucose"] },
  chest_pain: { specialty: "internal", needed: ["pressure", "pulse", "spo2"] },
  trauma: { specialty: "surgery", needed: ["pressure", "pulse", "gcs"] },
  poisoning: { specialty: "emergency", needed: ["pressure", "pulse", "respiration"] },
  skin: { specialty: "dermatology", needed: [] },
  dyspnoea: { specialty: "internal", needed: ["respiration", "spo2"] },
  seizure: { specialty: "emergency", needed: ["glucose", "temperature"] },
  shock: { specialty: "emergency", needed: ["pressure", "pulse"] },
  newborn: { specialty: "paediatrics", needed: ["temperature", "respiration", "weight"] },
  tb: { specialty: "internal", needed: ["temperature", "weight"] },
  fever_cluster: { specialty: "internal", needed: ["temperature"] },
  other: { specialty: "internal", needed: [] },
};

export const templateOf = (caseType: CaseType | null): Template => TEMPLATES[caseType ?? "other"];

const FIELDS: readonly VitalField[] = [
  "pressure",
  "pulse",
  "respiration",
  "spo2",
  "temperature",
  "weight",
  "glucose",
  "gcs",
];

/** Those the case needs stand first. */
export function fieldsOf(caseType: CaseType | null): readonly VitalField[] {
  const { needed } = templateOf(caseType);
  return [...needed, ...FIELDS.filter((field) => !needed.includes(field))];
}
