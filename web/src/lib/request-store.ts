/** Puts a request on the server: the patient first, then the consult, as a draft or sent. Sent again it stays one request. */
import { putConsent, type ConsentWord, isKept } from "./consent";
import {
  changeConsult,
  correctPatient,
  fetchConsult,
  putConsult,
  putPatient,
  sendConsult,
  type Change,
  type Detail,
  type Summary,
} from "./consult-api";
import { Problem } from "./problem";
import { uuid7 } from "./uuid7";
import { VITAL_ITEMS } from "./vitals";

import type { Schema } from "@/wire/schema";

/** All of it is settled when it is made, each change with its id: however often it is sent, it is done once. */
export interface RequestJob {
  readonly consult: string;
  readonly patient: { readonly id: string; readonly body: Schema<"NewPatient"> } | null;
  readonly body: Schema<"NewConsult">;
  /** What differs from what the server held when this screen read it; null when it held nothing. */
  readonly onTop: OnTop | null;
}

export interface OnTop {
  readonly seen: number;
  readonly change: Change | null;
  readonly changeId: string;
  readonly words: readonly { readonly id: string; readonly word: ConsentWord }[];
  readonly summary: Summary;
}

const usedBefore = (thrown: unknown): boolean => thrown instanceof Problem && thrown.code === "id_reused";

export function onTopOf(held: Detail, body: Schema<"NewConsult">): OnTop {
  return {
    seen: held.summary.version,
    change: changesOf(body, held),
    changeId: uuid7(),
    words: (body.consents ?? []).filter((word) => !isKept(held, word)).map((word) => ({ id: uuid7(), word })),
    summary: held.summary,
  };
}

export async function storeRequest({ consult, patient, body, onTop }: RequestJob): Promise<Summary> {
  if (patient !== null) await ensurePatient(patient);
  let held = onTop;
  if (held === null) {
    try {
      return await putConsult(consult, body);
    } catch (thrown) {
      if (!usedBefore(thrown)) throw thrown;
      // An earlier try arrived and its answer was lost; what was changed since then follows.
      const there = await fetchConsult(consult);
      if (there.summary.state !== "draft") return there.summary;
      held = onTopOf(there, body);
    }
  }
  let kept = held.change === null ? held.summary : await changeConsult(consult, held.seen, held.change, held.changeId);
  for (const { id, word } of held.words) kept = await putConsent(consult, word, id);
  return body.send === true ? sendConsult(consult) : kept;
}

/** Made before, under another spelling, it is the same patient, corrected. */
export async function ensurePatient({ id, body }: NonNullable<RequestJob["patient"]>): Promise<void> {
  try {
    await putPatient(id, body);
  } catch (thrown) {
    if (!usedBefore(thrown)) throw thrown;
    await correctPatient(id, particulars(body));
  }
}

/** Where somebody is at home is no particular of theirs. */
export function particulars(body: Schema<"NewPatient">): Schema<"PatientFields"> {
  const fields: Partial<typeof body> = { ...body };
  delete fields.station_id;
  return fields;
}

/** Texts that are codes, changed by fields of their own. */
const CODED: ReadonlySet<string> = new Set(["case_type", "allergy", "icd_code"]);

/** Only what differs from what the server holds; null when nothing does. */
export function changesOf(body: Schema<"NewConsult">, held: Detail): Change | null {
  const { summary, request } = held;
  const { subject, case_type: caseType } = body.request;
  const words = Object.entries(body.request).filter(
    ([key, text]) => typeof text === "string" && !CODED.has(key) && text !== request[key as "reason"],
  ) as [string, string][];
  const [set] = body.vitals ?? [];
  const { answers = {}, allergy, icd_code: icd, template } = body.request;
  const moved = caseType !== undefined && caseType !== summary.case_type;
  const said = Object.entries(answers).filter(([id, text]) => moved || request.answers[id] !== text);
  const change: Change = {
    ...(words.length > 0 && { request: Object.fromEntries(words) }),
    ...(body.patient_id != null && body.patient_id !== summary.patient_id && { patient_id: body.patient_id }),
    ...(body.urgency !== summary.urgency && { urgency: body.urgency }),
    ...(body.specialty !== summary.specialty && { specialty: body.specialty }),
    ...(body.answer !== undefined && body.answer !== summary.answer && { answer: body.answer }),
    ...(caseType !== undefined && caseType !== summary.case_type && { case_type: caseType }),
    ...(subject !== undefined && JSON.stringify(subject) !== JSON.stringify(request.subject) && { subject }),
    ...(set !== undefined && isNews(set, held.vitals.at(-1)) && { vitals: { ...set, id: uuid7() } }),
    ...(allergy !== undefined && allergy !== request.allergy && { allergy }),
    ...(icd !== undefined && icd !== request.icd_code && { icd_code: icd }),
    ...(said.length > 0 && { answers: Object.fromEntries(said), ...(template != null && { template }) }),
    ...(body.without !== undefined && body.without !== held.without && { without: body.without }),
    ...(body.labels !== undefined && String(body.labels) !== String(summary.labels) && { labels: body.labels }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

function isNews(set: Schema<"Vitals">, newest: Schema<"VitalsView"> | undefined): boolean {
  const value = (of: Partial<Schema<"Vitals">> | undefined, item: (typeof VITAL_ITEMS)[number]) =>
    of?.[item] == null ? null : Number(of[item]);
  return VITAL_ITEMS.some((item) => value(set, item) !== value(newest, item));
}
