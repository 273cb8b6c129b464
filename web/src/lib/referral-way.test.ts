import { expect, test } from "vitest";

import { SON } from "@/test/consults";
import { referralOf } from "@/test/records";
import { boardOf, hospitalActs, isLate, signOf, stationActs, unanswered, wayOf, type Arrival } from "./referral-way";

import type { ReferralView } from "./referral-state";

const NOW = new Date("2026-11-22T05:00:00Z").getTime();
const left = {
  at: "2026-11-22T03:30:00Z",
  by: SON,
  fit_for_transfer: "fit",
  fit_note: "",
  signs: {},
  travel_minutes: 60,
  expected_at: "2026-11-22T04:30:00Z",
} as NonNullable<ReferralView["departure"]>;
const sent = (part: Partial<ReferralView> = {}): ReferralView =>
  referralOf({ state: "sent", signed_at: left.at, sent_at: left.at, may_answer: true, ...part });
const arrival = (referral: ReferralView): Arrival => ({ referral, patient_name: "", sex: "female", age_months: 14 });

test("a station lets a signed patient go, an emergency at once, and nobody twice", () => {
  expect(stationActs(sent())).toEqual(["depart"]);
  expect(stationActs(referralOf())).toEqual([]);
  expect(stationActs(referralOf({ kind: "emergency_transfer" }))).toEqual(["depart"]);
  expect(stationActs(sent({ movement: "departed", departure: left }))).toEqual([]);
});

test("a hospital says yes, then here, then what became of them; and nothing of a draft nobody left on", () => {
  expect(hospitalActs(sent())).toEqual(["accept", "arrive", "redirect"]);
  expect(hospitalActs(sent({ answer: "accepted", movement: "departed", departure: left }))).toEqual([
    "arrive",
    "miss",
    "redirect",
  ]);
  expect(hospitalActs(sent({ movement: "arrived" }))).toEqual(["feedback"]);
  expect(hospitalActs(sent({ state: "closed", movement: "arrived" }))).toEqual([]);
  expect(hospitalActs(referralOf({ may_answer: true }))).toEqual([]);
  expect(hospitalActs(sent({ may_answer: false }))).toEqual([]);
});

test("the way stands in the order in which things happened, then what is still to come", () => {
  const early = referralOf({ departure: left, movement: "departed", created_at: "2026-11-22T03:00:00Z" });

  expect(wayOf(early).map(({ key, at }) => `${key}${at === null ? "?" : ""}`)).toEqual([
    "drafted",
    "departed",
    "signed?",
    "sent?",
    "accepted?",
    "arrived?",
    "closed?",
  ]);
});

test("who is later than expected stands first on the board", () => {
  const late = sent({ id: "late", movement: "departed", departure: left });
  const fresh = sent({ id: "fresh", movement: "departed", departure: { ...left, expected_at: null } });
  const board = boardOf([arrival(fresh), arrival(late), arrival(sent({ id: "asked" }))], NOW);

  expect(isLate(late, NOW)).toBe(true);
  expect(board.road.map(({ referral }) => referral.id)).toEqual(["late", "fresh"]);
  expect(board.asked.map(({ referral }) => referral.id)).toEqual(["asked"]);
  expect(unanswered(board)).toBe(3);
});

test("a vital sign that cannot be true is not taken", () => {
  expect(signOf("spo2", "92")).toBe(92);
  expect(signOf("temperature", "38,5")).toBe(38.5);
  expect(signOf("pulse", "")).toBeNull();
  expect(signOf("spo2", "120")).toBeUndefined();
  expect(signOf("pulse", "nhanh")).toBeUndefined();
});
