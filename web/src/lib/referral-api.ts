/** The referrals' routes. Drafting and changing carry an id made here; signing and sending may be repeated as they are. */
import { api, ok } from "./http-client";

import type { ReferralView } from "./referral-state";
import type { Schema } from "@/wire/schema";

export interface ReferralWire {
  readonly load: (id: string) => Promise<ReferralView>;
  readonly change: (id: string, changeId: string, body: Schema<"ReferralChange">) => Promise<ReferralView>;
  readonly sign: (id: string, body: Schema<"ReferralSign">) => Promise<ReferralView>;
  readonly send: (id: string) => Promise<ReferralView>;
  readonly cancel: (id: string, reason: string) => Promise<ReferralView>;
}

const at = (id: string) => ({ params: { path: { id } } });

export const referralWire: ReferralWire = {
  load: (id) => ok(api.GET("/api/referrals/{id}", at(id))),
  change: (id, change_id, body) =>
    ok(api.POST("/api/referrals/{id}/changes/{change_id}", { params: { path: { id, change_id } }, body })),
  sign: (id, body) => ok(api.POST("/api/referrals/{id}/sign", { ...at(id), body })),
  send: (id) => ok(api.POST("/api/referrals/{id}/send", at(id))),
  cancel: (id, reason) => ok(api.POST("/api/referrals/{id}/cancel", { ...at(id), body: { reason } })),
};

export const draftReferral = (id: string, body: Schema<"NewReferral">): Promise<ReferralView> =>
  ok(api.PUT("/api/referrals/{id}", { ...at(id), body }));

/** The way to the hospital and back. Each word carries an id made here: sent again it changes nothing. */
const step = (id: string, change_id: string) => ({ params: { path: { id, change_id } } });

export const wayWire = {
  depart: (id: string, change: string, body: Schema<"ReferralDeparture">): Promise<ReferralView> =>
    ok(api.POST("/api/referrals/{id}/departures/{change_id}", { ...step(id, change), body })),
  accept: (id: string, change: string, body: Schema<"ReferralAccept">): Promise<ReferralView> =>
    ok(api.POST("/api/referrals/{id}/acceptances/{change_id}", { ...step(id, change), body })),
  redirect: (id: string, change: string, body: Schema<"ReferralRedirect">): Promise<ReferralView> =>
    ok(api.POST("/api/referrals/{id}/redirections/{change_id}", { ...step(id, change), body })),
  arrive: (id: string, change: string, body: Schema<"ReferralArrival">): Promise<ReferralView> =>
    ok(api.POST("/api/referrals/{id}/arrivals/{change_id}", { ...step(id, change), body })),
  miss: (id: string, change: string, body: Schema<"ReferralArrival">): Promise<ReferralView> =>
    ok(api.POST("/api/referrals/{id}/misses/{change_id}", { ...step(id, change), body })),
  feedback: (id: string, change: string, body: Schema<"ReferralFeedback">): Promise<ReferralView> =>
    ok(api.POST("/api/referrals/{id}/feedback/{change_id}", { ...step(id, change), body })),
};
