/** The places of the form: in which step each stands, and which of them the server means by a pointer. */
import { VITAL_ITEMS, type VitalItem } from "@/lib/vitals";

import type { ConsentPlace } from "@/lib/consent";
import type { Problem } from "@/lib/problem";

export type Step = 1 | 2 | 3;

/** A place of the form that lacks something or was refused; also the end of its element's id. */
export type Place =
  | "caseType"
  | "patient"
  | "birth"
  | "reason"
  | "urgency"
  | "vitals"
  | "needed"
  | "takenAt"
  | "question"
  | ConsentPlace
  | "share"
  | "without"
  | "name"
  | "village"
  | "nationalId"
  | "phone"
  | "guardian"
  | "history"
  | "examination"
  | "treatment"
  | "pastHistory"
  | "diagnosis"
  | "specialty"
  | "answer";

const STEP: Readonly<Record<Place, Step>> = {
  caseType: 1,
  patient: 1,
  birth: 1,
  reason: 1,
  urgency: 1,
  name: 1,
  village: 1,
  nationalId: 1,
  phone: 1,
  guardian: 1,
  specialty: 1,
  vitals: 2,
  needed: 2,
  takenAt: 2,
  history: 2,
  examination: 2,
  treatment: 2,
  pastHistory: 2,
  diagnosis: 2,
  question: 3,
  answer: 3,
  who: 3,
  relative: 3,
  representative: 3,
  child: 3,
  how: 3,
  agreed: 3,
  share: 3,
  without: 3,
};
export const stepOf = (place: Place): Step => STEP[place];

const POINTERS: readonly (readonly [RegExp, Place])[] = [
  [/^\/body\/(request\/)?reason$/, "reason"],
  [/^\/body\/(request\/)?question$/, "question"],
  [/^\/body\/(request\/)?history$/, "history"],
  [/^\/body\/(request\/)?past_history$/, "pastHistory"],
  [/^\/body\/(request\/)?examination$/, "examination"],
  [/^\/body\/(request\/)?working_diagnosis$/, "diagnosis"],
  [/^\/body\/(request\/)?treatment_given$/, "treatment"],
  [/^\/body\/(request\/)?case_type$/, "caseType"],
  [/^\/body\/(request\/)?subject/, "birth"],
  [/^\/body\/vitals(\/\d+)?\/taken_at/, "takenAt"],
  [/^\/body\/vitals/, "vitals"],
  [/^\/body\/given_by/, "relative"],
  [/^\/body\/child_agreed/, "child"],
  [/^\/body\/consent/, "agreed"],
  [/^\/body\/patient_id/, "patient"],
  [/^\/body\/(fields\/)?full_name/, "name"],
  [/^\/body\/(fields\/)?birth/, "birth"],
  [/^\/body\/(fields\/)?village/, "village"],
  [/^\/body\/(fields\/)?national_id/, "nationalId"],
  [/^\/body\/(fields\/)?phone/, "phone"],
  [/^\/body\/(fields\/)?representative/, "guardian"],
  [/^\/body\/without/, "without"],
  [/^\/body\/specialty/, "specialty"],
  [/^\/body\/urgency/, "urgency"],
  [/^\/body\/answer/, "answer"],
];

export type FaultKind = "empty" | "long" | "bad";
export interface Faults {
  readonly places: Readonly<Partial<Record<Place, FaultKind>>>;
  readonly vitals: readonly VitalItem[];
}
export const NO_FAULTS: Faults = { places: {}, vitals: [] };

/** Which fields the server means; nothing of what was typed is touched. */
export function faultsOf(problem: Problem): Faults {
  const places: Partial<Record<Place, FaultKind>> = {};
  const vitals: VitalItem[] = [];
  for (const { pointer, code } of problem.errors) {
    const found = POINTERS.find(([pattern]) => pattern.test(pointer))?.[1];
    if (found === undefined) continue;
    // The patient's record and the consent call their representatives alike.
    const place = found === "guardian" && problem.code.startsWith("consent.") ? "representative" : found;
    places[place] ??= problem.code.endsWith(".incomplete") ? "empty" : /too_long/.test(code) ? "long" : "bad";
    const item = VITAL_ITEMS.find((known) => pointer.endsWith(`/${known}`));
    if (place === "vitals" && item) vitals.push(item);
  }
  return { places, vitals };
}
