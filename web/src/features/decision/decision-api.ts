/** What the decision screen reads and writes. What is not there yet is null, not a problem. */
import { api, ok } from "@/lib/http-client";
import { Problem } from "@/lib/problem";
import { draftReferral, referralWire } from "@/lib/referral-api";

import type { DecisionView, NewDecision } from "./decision-state";
import type { MinutesView } from "@/lib/minutes-state";
import type { ReferralView } from "@/lib/referral-state";
import type { Schema } from "@/wire/schema";

const at = (id: string) => ({ params: { path: { id } } });

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 404) return null;
    throw thrown;
  }
}

export const fetchMinutes = (id: string): Promise<MinutesView | null> =>
  orNull(ok(api.GET("/api/consults/{id}/minutes", at(id))));

export const fetchDecision = (id: string): Promise<DecisionView | null> =>
  orNull(ok(api.GET("/api/consults/{id}/decision", at(id))));

export const fetchReferrals = async (id: string): Promise<readonly ReferralView[]> =>
  (await ok(api.GET("/api/consults/{id}/referrals", at(id)))).referrals;

export const putDecision = (id: string, body: NewDecision): Promise<DecisionView> =>
  ok(api.PUT("/api/decisions/{id}", { ...at(id), body }));

export interface Drafted {
  readonly view: ReferralView;
  /** It was open already, from this consult or another of the same patient: none was made. */
  readonly followed: boolean;
}

/** A referral to go on with: a new one, or the one that is open there already. */
export async function draftOrFollow(id: string, body: Schema<"NewReferral">): Promise<Drafted> {
  try {
    return { view: await draftReferral(id, body), followed: false };
  } catch (thrown) {
    const open = thrown instanceof Problem && thrown.code === "referral.open_exists" ? thrown.params["id"] : undefined;
    if (typeof open !== "string") throw thrown;
    return { view: await referralWire.load(open), followed: true };
  }
}
