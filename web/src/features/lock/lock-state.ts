/** What a locked screen offers and says of the work that goes on behind it. Pure. */
import type { ScreenLock } from "@/context/session";
import type { Schema } from "@/wire/schema";

type Summary = Schema<"ConsultSummary">;
export type Way = "pin" | "password";

/** A lock the server has not answered yet is opened as that machine usually is. */
export function waysOf(lock: ScreenLock, shared: boolean): readonly Way[] {
  return lock.unlockWith ?? (shared ? ["pin", "password"] : ["password"]);
}

export interface Behind {
  /** Still being rung for. */
  readonly waiting: number;
  /** A doctor has taken it and is, or will be, in the room. */
  readonly taken: readonly Summary[];
  /** The doctor asks the station for more. */
  readonly returned: number;
}

export function behind(consults: readonly Summary[]): Behind {
  return {
    waiting: consults.filter(({ state }) => state === "waiting").length,
    taken: consults.filter(({ state, call }) => state === "accepted" && call !== null && call.state !== "ended"),
    returned: consults.filter(({ state }) => state === "returned").length,
  };
}

/** The whole of what an emergency needs to ring: the record stays closed, so nothing is filled in from it. */
export function emergencyBody(
  station: string,
  caseType: Schema<"CaseType">,
  line: string,
  groundReason: string,
): Schema<"NewConsult"> {
  return {
    station_id: station,
    urgency: "stat",
    specialty: SPECIALTY[caseType] ?? "emergency",
    answer: "call",
    patient_id: null,
    request: {
      case_type: caseType,
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
    consent: { ground: "emergency", given_by: "", reason: groundReason, text_version: "2026-11" },
    send: true,
  };
}

const SPECIALTY: Readonly<Partial<Record<Schema<"CaseType">, Schema<"Specialty">>>> = {
  obstetric: "obstetrics",
  trauma: "surgery",
};

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
] as const satisfies readonly Schema<"CaseType">[];
