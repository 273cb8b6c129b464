/** An emergency while it is still on this machine: what its form holds, also when it comes over from a request. */
import { DraftKeeper } from "./drafts";
import { uuid7 } from "./uuid7";

import type { Sex } from "./patient";
import type { VitalTexts } from "./vitals";
import type { Schema } from "@/wire/schema";

export type CaseType = Schema<"CaseType">;

export const CONDITIONS = [
  "dyspnoea",
  "stroke",
  "chest_pain",
  "seizure",
  "obstetric",
  "trauma",
  "poisoning",
  "shock",
  "other",
] as const satisfies readonly CaseType[];

/** Who is rung first. Everything without a specialty of its own goes to the emergency ward. */
export function specialtyFor(caseType: CaseType | null): Schema<"Specialty"> {
  switch (caseType) {
    case "obstetric":
      return "obstetrics";
    case "trauma":
      return "surgery";
    default:
      return "emergency";
  }
}

export interface EmergencyStart {
  /** The consult to be: the same however often it is sent. */
  readonly id: string;
  readonly caseType: CaseType | null;
  readonly name: string;
  readonly age: string;
  readonly sex: Sex;
  readonly line: string;
  readonly vitals: VitalTexts;
  readonly history: string;
  readonly examination: string;
  readonly treatment: string;
  /** A patient already in the record. */
  readonly patientId: string | null;
  /** A draft of a request on the server that this emergency takes the place of. */
  readonly replaces: string | null;
  /** It came over from a request, so what is filled in was typed for this patient. */
  readonly carried: boolean;
  /** What else the request had: answers with the template they answer, allergies, past history, diagnosis. */
  readonly told: Told | null;
}

type Request = Schema<"NewConsult">["request"];
export interface Told {
  /** Answers belong to this kind of case: of another they are not sent, for they would be refused. */
  readonly caseType: CaseType | null;
  readonly asked: Pick<Request, "template" | "answers">;
  readonly words: Pick<Request, "allergy" | "allergies" | "icd_code" | "past_history" | "working_diagnosis">;
}

export const EMERGENCY_DRAFT = "emergency/new";

export function emptyStart(): EmergencyStart {
  return {
    id: uuid7(),
    caseType: null,
    name: "",
    age: "",
    sex: "unknown",
    line: "",
    vitals: {},
    history: "",
    examination: "",
    treatment: "",
    patientId: null,
    replaces: null,
    carried: false,
    told: null,
  };
}

export const isUntouched = (start: EmergencyStart): boolean =>
  start.caseType === null && start.name === "" && start.age === "" && start.line === "" && start.patientId === null;

/** Carries what was typed elsewhere into the emergency form, which finds it as its draft. */
export async function handOverToEmergency(user: string, start: EmergencyStart): Promise<void> {
  const keeper = new DraftKeeper<EmergencyStart>(user, EMERGENCY_DRAFT);
  keeper.set(start);
  await keeper.flush();
}

/** The least that rings: what a locked screen sends, and what the form adds its words to. */
export function leastBody(
  station: string,
  caseType: CaseType | null,
  line: string,
  groundReason: string,
): Schema<"NewConsult"> {
  return {
    station_id: station,
    urgency: "stat",
    specialty: specialtyFor(caseType),
    answer: "call",
    patient_id: null,
    request: {
      case_type: caseType ?? "other",
      subject: { sex: "unknown", age_months: null, age_estimated: false },
      reason: line.trim(),
      question: "",
      history: "",
      past_history: "",
      examination: "",
      working_diagnosis: "",
      treatment_given: "",
    },
    vitals: [],
    consent: { ground: "emergency", given_by: "", reason: groundReason },
    send: true,
  };
}
