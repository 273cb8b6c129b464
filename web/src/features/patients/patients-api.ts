/** Patients by HTTP: find, keep, correct, and records that may be one person. */
import { queryOptions } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";

import type { Fields, PatientView } from "@/lib/patient-fields";

const at = (id: string) => ({ params: { path: { id } } });

/** A marked or joined record changes all that hangs on it. */
export const patientKey = (id: string) => ["patient", id] as const;

export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: [...patientKey(id), "view"],
    queryFn: ({ signal }) => ok(api.GET("/api/patients/{id}", { ...at(id), signal })),
  });
export const likelyQuery = (id: string) =>
  queryOptions({
    queryKey: [...patientKey(id), "likely"],
    queryFn: ({ signal }) => ok(api.GET("/api/patients/{id}/likely", { ...at(id), signal })),
  });
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: [...patientKey(id), "history"],
    queryFn: ({ signal }) => ok(api.GET("/api/patients/{id}/history", { ...at(id), signal })),
  });
export const consultsQuery = (id: string) =>
  queryOptions({
    queryKey: [...patientKey(id), "consults"],
    queryFn: ({ signal }) => ok(api.GET("/api/patients/{id}/consults", { ...at(id), signal })),
  });

export async function find(text: string): Promise<readonly PatientView[]> {
  return (await ok(api.POST("/api/patients/search", { body: { text } }))).patients;
}

export const keep = (id: string, station: string, fields: Fields): Promise<PatientView> =>
  ok(api.PUT("/api/patients/{id}", { ...at(id), body: { ...fields, station_id: station } }));

/** `changeId` names this correction for ever: sent twice, it is done once. */
export const correct = (known: PatientView, changeId: string, fields: Fields, reason: string): Promise<PatientView> =>
  ok(
    api.POST("/api/patients/{id}/changes/{change_id}", {
      params: { path: { id: known.id, change_id: changeId } },
      body: { seen_version: known.version, fields, reason },
    }),
  );

export const merge = (id: string, kept: string, gone: string, reason: string): Promise<PatientView> =>
  ok(api.PUT("/api/patient-merges/{id}", { ...at(id), body: { kept_id: kept, gone_id: gone, reason } }));

export const unmerge = (id: string, reason: string): Promise<PatientView> =>
  ok(api.POST("/api/patient-merges/{id}/unmerge", { ...at(id), body: { reason } }));

export const notSame = (id: string, other: string) =>
  ok(api.POST("/api/patients/{id}/not-same", { ...at(id), body: { other_id: other } }));
