/** Papers as PDF: the original as it was signed, and copies whose foot says who made them and when. */
import { api, fileUrl, ok } from "./http-client";
import { uuid7 } from "./uuid7";

import type { Schema } from "@/wire/schema";

export type PaperForm = Schema<"Form">;
export type Copy = Schema<"CopyView">;

export interface PaperOf {
  readonly form: PaperForm;
  /** Of the minutes (also for the extract), the referral, the follow-up. */
  readonly id: string;
  /** Drafts have no copies. */
  readonly signed: boolean;
}

const ORIGINAL: Readonly<Record<PaperForm, (id: string) => string>> = {
  minutes: (id) => `/api/minutes/${id}/document`,
  extract: (id) => `/api/minutes/${id}/extract`,
  referral: (id) => `/api/referrals/${id}/document`,
  follow_up: (id) => `/api/follow-ups/${id}/document`,
};

export const originalUrl = ({ form, id }: PaperOf): Promise<string> => fileUrl(ORIGINAL[form](id));

export const makeCopy = (paper: PaperOf, id: string = uuid7()): Promise<Copy> =>
  ok(
    api.PUT("/api/paper-copies/{id}", {
      params: { path: { id } },
      body: { form: paper.form, document_id: paper.id },
    }),
  );

export const copyUrl = (copy: Copy): Promise<string> => fileUrl(`/api/paper-copies/${copy.id}/document`);

export const lookUp = (code: string): Promise<Schema<"PaperStanding">> =>
  ok(api.GET("/api/papers/{code}", { params: { path: { code } } }));

export const caseOf = (code: string): Promise<Schema<"PaperCase">> =>
  ok(api.GET("/api/papers/{code}/case", { params: { path: { code } } }));
