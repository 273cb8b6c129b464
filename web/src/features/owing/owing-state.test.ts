import { expect, test } from "vitest";

import { STATION } from "@/test/consults";
import { owedRows, totalOf, wayTo, type Count, type Debt } from "./owing-state";

const NOW = new Date("2026-11-22T05:00:00Z").getTime();
const debt = (part: Partial<Debt> = {}): Debt => ({
  kind: "minutes",
  consult_id: "c",
  consult_code: "BL-0001",
  station: STATION,
  due_at: "2026-11-22T03:00:00Z",
  patient_id: null,
  referral_id: null,
  follow_up_id: null,
  ...part,
});

test("each debt leads to where it is paid", () => {
  expect(wayTo(debt(), true)).toBe("/consults/c/minutes");
  expect(wayTo(debt({ kind: "feedback", referral_id: "r" }), false)).toBe("/referrals/r");
  expect(wayTo(debt({ kind: "result_7" }), true)).toBe("/follow-ups?case=c");
  expect(wayTo(debt({ kind: "decision" }), true)).toBe("/consults/c/decision");
});

test("what is late says so", () => {
  const [late, early] = owedRows([debt(), debt({ due_at: "2026-11-22T09:00:00Z" })], true, NOW);

  expect([late?.overdue, early?.overdue]).toEqual([true, false]);
});

test("counts add up", () => {
  const count = { owed: 3, overdue: 1 } as Count;

  expect(totalOf([count, count])).toEqual({ owed: 6, overdue: 2 });
});
