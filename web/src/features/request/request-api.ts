/** From the form to what goes to the server, or waits for the line; and finding a patient. */
import { api, ok } from "@/lib/http-client";
import { onTopOf, type RequestJob } from "@/lib/request-store";

import { patientFields, requestBody, type About, type PatientView, type RequestForm } from "./request-state";

import type { Detail } from "@/lib/consult-api";

export { changesOf } from "@/lib/request-store";

export async function searchPatients(text: string): Promise<readonly PatientView[]> {
  return (await ok(api.POST("/api/patients/search", { body: { text } }))).patients;
}

/** `server`: what the server holds of this draft, as last seen; null when it holds nothing yet. */
export function jobOf(form: RequestForm, server: Detail | null, send: boolean, about: About): RequestJob {
  const fresh = form.known === null ? form.fresh : null;
  const patientId = form.known?.id ?? (fresh === null ? null : form.freshId);
  const body = requestBody(form, { ...about, patientId }, send);
  return {
    consult: form.id,
    patient: fresh === null ? null : { id: form.freshId, body: { ...patientFields(fresh), station_id: about.station } },
    body: { ...body, written_at: new Date(about.now).toISOString() },
    onTop: server === null ? null : onTopOf(server, body),
  };
}
