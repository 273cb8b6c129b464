/** Answers to a ring other than taking it. Each gives the consult as it is now, or throws a Problem. */
import { api, ok } from "@/lib/http-client";

import type { Summary } from "@/lib/ring-board";
import type { Schema } from "@/wire/schema";

export type Decline = Schema<"Decline">;
export type Specialty = Schema<"Specialty">;

export const SPECIALTIES: readonly Specialty[] = [
  "emergency",
  "internal",
  "surgery",
  "obstetrics",
  "paediatrics",
  "dermatology",
];

export const declineRing = (ring: string, body: Partial<Decline> & Pick<Decline, "reason">): Promise<Summary> =>
  ok(
    api.POST("/api/rings/{id}/decline", {
      params: { path: { id: ring } },
      body: { note: "", specialty: null, ...body },
    }),
  );

export const askForMore = (consult: string, reason: string): Promise<Summary> =>
  ok(api.POST("/api/consults/{id}/return", { params: { path: { id: consult } }, body: { reason } }));
