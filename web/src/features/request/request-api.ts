/** Puts a request on the server: the patient first, then the consult, as a draft or sent. Sent again it stays one request. */
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
} from "@/lib/consult-api";
import { isKept, putConsent } from "@/lib/consent";
import { api, ok } from "@/lib/http-client";
import { Problem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { VITAL_ITEMS } from "@/lib/vitals";

import { patientFields, requestBody, type About, type PatientView, type RequestForm } from "./request-state";

import type { Schema } from "@/wire/schema";

export async function searchPatients(text: string): Promise<readonly PatientView[]> {
  return (await ok(api.POST("/api/patients/search", { body: { text } }))).patients;
}

const usedBefore = (thrown: unknown): boolean => thrown instanceof Problem && thrown.code === "id_reused";

/** `server`: what the server holds of this draft, as last seen; null when it holds nothing yet. */
export async function storeRequest(
  form: RequestForm,
  server: Detail | null,
  send: boolean,
  about: About,
): Promise<Summary> {
  const patientId = await ensurePatient(form, about.station);
  const body = requestBody(form, { ...about, patientId }, send);
  let held = server;
  if (held === null) {
    try {
      return await putConsult(form.id, body);
    } catch (thrown) {
      if (!usedBefore(thrown)) throw thrown;
      // An earlier try arrived and its answer was lost; what was changed since then follows.
      held = await fetchConsult(form.id);
      if (held.summary.state !== "draft") return held.summary;
    }
  }
  const change = changesOf(body, held);
  let kept = change === null ? held.summary : await changeConsult(form.id, held.summary.version, change);
  for (const word of body.consents ?? []) {
    if (!isKept(held, word)) kept = await putConsent(form.id, word);
  }
  return send ? sendConsult(form.id) : kept;
}

async function ensurePatient(form: RequestForm, station: string): Promise<string | null> {
  if (form.known !== null) return form.known.id;
  if (form.fresh === null) return null;
  const fields = patientFields(form.fresh);
  try {
    await putPatient(form.freshId, { ...fields, station_id: station });
  } catch (thrown) {
    if (!usedBefore(thrown)) throw thrown;
    await correctPatient(form.freshId, fields);
  }
  return form.freshId;
}

/** Only what differs from what the server holds; null when nothing does. */
export function changesOf(body: Schema<"NewConsult">, held: Detail): Change | null {
  const { summary, request } = held;
  const { subject, case_type: caseType } = body.request;
  const words = Object.entries(body.request).filter(
    ([key, text]) => typeof text === "string" && key !== "case_type" && text !== request[key as "reason"],
  ) as [string, string][];
  const [set] = body.vitals ?? [];
  const change: Change = {
    ...(words.length > 0 && { request: Object.fromEntries(words) }),
    ...(body.patient_id != null && body.patient_id !== summary.patient_id && { patient_id: body.patient_id }),
    ...(body.urgency !== summary.urgency && { urgency: body.urgency }),
    ...(body.specialty !== summary.specialty && { specialty: body.specialty }),
    ...(body.answer !== undefined && body.answer !== summary.answer && { answer: body.answer }),
    ...(caseType !== undefined && caseType !== summary.case_type && { case_type: caseType }),
    ...(subject !== undefined && JSON.stringify(subject) !== JSON.stringify(request.subject) && { subject }),
    ...(set !== undefined && isNews(set, held.vitals.at(-1)) && { vitals: { ...set, id: uuid7() } }),
    ...(body.labels !== undefined && String(body.labels) !== String(summary.labels) && { labels: body.labels }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

function isNews(set: Schema<"Vitals">, newest: Schema<"VitalsView"> | undefined): boolean {
  const value = (of: Partial<Schema<"Vitals">> | undefined, item: (typeof VITAL_ITEMS)[number]) =>
    of?.[item] == null ? null : Number(of[item]);
  return VITAL_ITEMS.some((item) => value(set, item) !== value(newest, item));
}
