/** What is asked of a patient before a case goes to the hospital: who speaks, what still lacks, what is sent. Pure. */
import { api, ok } from "./http-client";
import { uuid7 } from "./uuid7";

import type { Schema } from "@/wire/schema";
import type { Detail, Summary } from "./consult-api";
import type { Label } from "./labels";

export type Purpose = Schema<"Purpose">;
export type Representative = Schema<"Representative">;
export type ConsentWord = Schema<"ConsentWord">;
/** The texts as far as they are here. */
export interface ConsentTexts {
  readonly held: Schema<"ConsentTexts"> | null;
  readonly problem: unknown;
  readonly retry: () => void;
}

/** What one person may do with the consents of one case. */
export interface ConsentDesk {
  readonly texts: ConsentTexts;
  /** Writes down what the patient says: the station. */
  readonly asks: boolean;
  readonly labels: boolean;
  readonly say: (words: readonly ConsentWord[]) => Promise<void>;
  readonly label: (labels: readonly Label[]) => Promise<void>;
}

const ADULT_MONTHS = 18 * 12;
const ASKED_FROM_MONTHS = 7 * 12;
const UNCONSCIOUS_GCS = 8;

/** As in Law 15/2023 Art. 8.2; for a child the first is almost always right, but nothing is chosen for the person. */
export const REPRESENTATIVES = [
  "statutory",
  "chosen_by_family",
  "chosen_by_patient",
  "authorised",
  "legal_entity",
  "volunteer",
] as const satisfies readonly Representative[];

/** Nothing of it is ever filled in beforehand. */
export interface Asked {
  readonly who: "patient" | "relative" | null;
  /** The representative's name. */
  readonly relative: string;
  readonly representative: Representative | null;
  readonly relation: string;
  readonly childAgreed: boolean | null;
  readonly how: "spoken" | "signed" | null;
  readonly interpreter: string;
  readonly said: Readonly<Partial<Record<Purpose, "given" | "refused">>>;
}

export const NOTHING_ASKED: Asked = {
  who: null,
  relative: "",
  representative: null,
  relation: "",
  childAgreed: null,
  how: null,
  interpreter: "",
  said: {},
};

export interface Speaker {
  readonly ageMonths: number | null;
  readonly gcs: number | null;
}

export const isMinor = ({ ageMonths }: Speaker): boolean => ageMonths !== null && ageMonths < ADULT_MONTHS;
/** From seven a child is asked too. */
export const isAsked = (of: Speaker): boolean => isMinor(of) && (of.ageMonths ?? 0) >= ASKED_FROM_MONTHS;
export const isUnconscious = ({ gcs }: Speaker): boolean => gcs !== null && gcs <= UNCONSCIOUS_GCS;
/** A minor and an unconscious patient are always spoken for. */
export const speaksAlone = (of: Speaker): boolean => !isMinor(of) && !isUnconscious(of);

export function speakerOf(summary: Summary): Speaker {
  const gcs = summary.alerts.find((alert) => alert.item === "gcs");
  return { ageMonths: summary.subject.age_months, gcs: gcs === undefined ? null : Number(gcs.value) };
}

export const CONSENT_PLACES = ["who", "relative", "representative", "child", "how", "agreed"] as const;
export type ConsentPlace = (typeof CONSENT_PLACES)[number];

/** `needed`: the purposes that must have an answer, yes or no. */
export function lackingOf(asked: Asked, of: Speaker, needed: readonly Purpose[]): readonly ConsentPlace[] {
  const found: ConsentPlace[] = [];
  const need = (place: ConsentPlace, there: boolean) => {
    if (!there) found.push(place);
  };
  const spokenFor = asked.who === "relative";
  need("who", spokenFor || (asked.who === "patient" && speaksAlone(of)));
  need("relative", !spokenFor || asked.relative.trim() !== "");
  need("representative", !spokenFor || asked.representative !== null);
  const agrees = Object.values(asked.said).includes("given");
  need("child", !isAsked(of) || (asked.childAgreed !== null && (asked.childAgreed || !agrees)));
  need("how", asked.how !== null);
  need(
    "agreed",
    needed.every((purpose) => asked.said[purpose] !== undefined),
  );
  return found;
}

/** One word per purpose that was answered. `patientWord` stands for the patient as the one who agreed. */
export function wordsOf(asked: Asked, of: Speaker, patientWord: string, version: string): readonly ConsentWord[] {
  const spokenFor = asked.who === "relative";
  return Object.entries(asked.said).map(([purpose, decision]) => ({
    purpose: purpose as Purpose,
    decision,
    ground: asked.how === "signed" ? "signed" : spokenFor ? "relative" : "spoken",
    given_by: spokenFor ? asked.relative.trim() : patientWord,
    representative: spokenFor ? asked.representative : null,
    relation: spokenFor ? asked.relation.trim() : "",
    child_agreed: isAsked(of) ? asked.childAgreed : null,
    reason: "",
    interpreter: asked.interpreter.trim(),
    text_version: version,
  }));
}

export const putConsent = (consult: string, body: ConsentWord, id: string = uuid7()): Promise<Summary> =>
  ok(api.PUT("/api/consults/{id}/consents/{consent_id}", { params: { path: { id: consult, consent_id: id } }, body }));

/** Whether the last kept word of this purpose says the same: a request sent again repeats nothing. */
export function isKept(detail: Detail, word: ConsentWord): boolean {
  const last = detail.consents.findLast((kept) => kept.purpose === word.purpose);
  return (
    last !== undefined &&
    (["decision", "ground", "given_by", "representative", "child_agreed"] as const).every(
      (name) => last[name] === word[name],
    )
  );
}

export const lastOf = (summary: Summary, purpose: Purpose) =>
  summary.consents.find((said) => said.purpose === purpose) ?? null;

/** Whose name may stand on the page: a withdrawal closes it at the hospital, also where it was read before. */
export const openedTo = (place: string, summary: Summary): string | null =>
  place !== "station" && summary.sharing === "withdrawn" ? null : summary.patient_id;

/** The camera stays off at the station until somebody there turns it on. */
export function isVideoRefused(summary: Summary): boolean {
  const said = lastOf(summary, "video");
  return said !== null && said.decision !== "given";
}
