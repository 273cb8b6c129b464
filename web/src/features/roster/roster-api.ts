/** What the matrix asks of the server. */
import { api, authorized, ok } from "@/lib/http-client";
import { parseProblem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";

import type { Edit } from "./roster-edits";
import type { Hours } from "@/lib/duty-hours";
import type { Schema } from "@/wire/schema";

export type Filled = Schema<"Filled">;
export type Preview = Schema<"Preview">;
export type Candidate = Schema<"Candidate">;
export type Pattern = Schema<"PatternView">;
export type ImportResult = Schema<"ImportResult">;
type Specialties = Schema<"Discard">["specialties"];

export interface Period {
  readonly from: string;
  readonly days: number;
}

/** Of every period of a hospital's matrix; candidates and previews are kept beside it. */
export const matrixKey = (hospital: string) => ["roster", hospital, "matrix"] as const;
export const rosterKey = (hospital: string, { from, days }: Period) => [...matrixKey(hospital), from, days] as const;

const of = (hospital: string) => ({ path: { hospital_id: hospital } });
const change = (hospital: string, id: string) => ({ path: { hospital_id: hospital, change_id: id } });

export const readRoster = (hospital: string, { from, days }: Period, signal: AbortSignal) =>
  ok(api.GET("/api/rosters/{hospital_id}", { params: { ...of(hospital), query: { from_day: from, days } }, signal }));

export const sendEdit = (hospital: string, { id, add, remove, keep }: Edit): Promise<Schema<"DraftView">> =>
  ok(
    api.POST("/api/rosters/{hospital_id}/draft/changes/{change_id}", {
      params: change(hospital, id),
      body: { add: [...add], remove: remove.map((one) => one.id), keep: keep.map((one) => one.id) },
    }),
  );

export const copyWeek = (hospital: string, id: string, body: Schema<"CopyWeek">): Promise<Filled> =>
  ok(api.POST("/api/rosters/{hospital_id}/draft/copy/{change_id}", { params: change(hospital, id), body }));

export const generate = (hospital: string, id: string, body: Schema<"Generate">): Promise<Filled> =>
  ok(api.POST("/api/rosters/{hospital_id}/draft/generate/{change_id}", { params: change(hospital, id), body }));

export const discard = (hospital: string, specialties: Specialties) =>
  ok(api.POST("/api/rosters/{hospital_id}/draft/discard", { params: of(hospital), body: { specialties } }));

export const readPreview = (hospital: string, signal: AbortSignal): Promise<Preview> =>
  ok(api.GET("/api/rosters/{hospital_id}/draft/preview", { params: of(hospital), signal }));

export const publish = (hospital: string, id: string, body: Schema<"Publish">) =>
  ok(api.POST("/api/rosters/{hospital_id}/publish/{change_id}", { params: change(hospital, id), body }));

export const override = (hospital: string, id: string, body: Schema<"Override">) =>
  ok(api.POST("/api/rosters/{hospital_id}/overrides/{change_id}", { params: change(hospital, id), body }));

export interface Asked extends Hours {
  readonly specialty?: Schema<"Specialty">;
  readonly tier: Schema<"Tier">;
}

export const readCandidates = async (
  hospital: string,
  query: Asked,
  signal: AbortSignal,
): Promise<readonly Candidate[]> =>
  (await ok(api.GET("/api/rosters/{hospital_id}/candidates", { params: { ...of(hospital), query }, signal })))
    .candidates;

export const readVersions = (hospital: string, signal: AbortSignal) =>
  ok(api.GET("/api/rosters/{hospital_id}/versions", { params: of(hospital), signal }));

export const readPatterns = (hospital: string, signal: AbortSignal) =>
  ok(api.GET("/api/rosters/{hospital_id}/patterns", { params: of(hospital), signal }));

export const putPattern = (hospital: string, id: string, body: Schema<"NewPattern">) =>
  ok(
    api.PUT("/api/rosters/{hospital_id}/patterns/{pattern_id}", {
      params: { path: { hospital_id: hospital, pattern_id: id } },
      body,
    }),
  );

export const retirePattern = (hospital: string, id: string) =>
  ok(
    api.POST("/api/rosters/{hospital_id}/patterns/{pattern_id}/retire", {
      params: { path: { hospital_id: hospital, pattern_id: id } },
    }),
  );

export const putAbsence = (body: Schema<"NewAbsence">, id: string = uuid7()) =>
  ok(api.PUT("/api/absences/{absence_id}", { params: { path: { absence_id: id } }, body }));

export const withdrawAbsence = (id: string) =>
  ok(api.POST("/api/absences/{absence_id}/withdraw", { params: { path: { absence_id: id } } }));

/** All of the file, or nothing and every fault by its cell. */
export async function importSheet(hospital: string, id: string, file: Blob): Promise<ImportResult> {
  const answer = await authorized(
    new Request(new URL(`/api/rosters/${hospital}/draft/import/${id}`, globalThis.location.origin).href, {
      method: "POST",
      headers: { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
      body: file,
    }),
  );
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw parseProblem(body, answer.status, answer.headers.get("x-request-id"));
  return body as ImportResult;
}
