/** The station's acts on a consult, by HTTP. Each answers what the consult is now, or throws a Problem. */
import { api, ok } from "./http-client";
import { uuid7 } from "./uuid7";

import type { Schema } from "@/wire/schema";

export type Summary = Schema<"ConsultSummary">;
export type Detail = Schema<"ConsultDetail">;
export type Change = Partial<Omit<Schema<"ConsultChange">, "seen_version">>;

const at = (id: string) => ({ params: { path: { id } } });

export const fetchConsult = (id: string): Promise<Detail> => ok(api.GET("/api/consults/{id}", at(id)));

export const putConsult = (id: string, body: Schema<"NewConsult">): Promise<Summary> =>
  ok(api.PUT("/api/consults/{id}", { ...at(id), body }));

/** `changeId` names this change for ever: sent twice, it is done once. */
export const changeConsult = (
  id: string,
  seenVersion: number,
  change: Change,
  changeId: string = uuid7(),
): Promise<Summary> =>
  ok(
    api.POST("/api/consults/{id}/changes/{change_id}", {
      params: { path: { id, change_id: changeId } },
      body: { ...change, request: change.request ?? {}, seen_version: seenVersion },
    }),
  );

export const sendConsult = (id: string): Promise<Summary> => ok(api.POST("/api/consults/{id}/send", at(id)));

export const cancelConsult = (id: string, reason: string): Promise<Summary> =>
  ok(api.POST("/api/consults/{id}/cancel", { ...at(id), body: { reason } }));

/** Either side ends a case for training; nothing is signed and nothing is owed. */
export const endPractice = (id: string): Promise<Summary> => ok(api.POST("/api/consults/{id}/end-practice", at(id)));

export const transferConsult = (id: string): Promise<Summary> => ok(api.POST("/api/consults/{id}/transfer", at(id)));

export const logPhoneCall = (id: string, noteId: string, body: Schema<"PhoneCall">): Promise<Summary> =>
  ok(api.PUT("/api/consults/{id}/phone-calls/{note_id}", { params: { path: { id, note_id: noteId } }, body }));

export const putPatient = (id: string, body: Schema<"NewPatient">): Promise<Schema<"PatientView">> =>
  ok(api.PUT("/api/patients/{id}", { ...at(id), body }));

/** Whatever it was before, it is now as given. For particulars corrected after their first sending. */
export async function correctPatient(id: string, fields: Schema<"PatientFields">): Promise<Schema<"PatientView">> {
  const now = await ok(api.GET("/api/patients/{id}", at(id)));
  return ok(
    api.POST("/api/patients/{id}/changes/{change_id}", {
      params: { path: { id, change_id: uuid7() } },
      body: { seen_version: now.version, fields },
    }),
  );
}
