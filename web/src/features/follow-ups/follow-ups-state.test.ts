import { expect, test } from "vitest";

import { consultOf } from "@/test/consults";

import { apart, appointable, dayIn, listsOf, mayMiss, type FollowUp } from "./follow-ups-state";

const NOW = new Date("2026-11-22T05:00:00Z").getTime();
const on = (day: string, state: FollowUp["state"] = "planned") => ({ id: day + state, on: day, state }) as FollowUp;

test("what needs a word stands apart from what is to come and what is over", () => {
  const lists = listsOf(
    [on("2026-11-20"), on("2026-11-22", "reminded"), on("2026-11-30"), on("2026-11-10", "done")],
    NOW,
  );

  expect(lists.unmarked.map(({ on: day }) => day)).toEqual(["2026-11-20"]);
  expect(lists.coming.map(({ on: day }) => day)).toEqual(["2026-11-22", "2026-11-30"]);
  expect(lists.over.map(({ on: day }) => day)).toEqual(["2026-11-10"]);
});

test("nobody has missed a day that is not over", () => {
  expect(mayMiss(on("2026-11-22"), NOW)).toBe(false);
  expect(mayMiss(on("2026-11-21"), NOW)).toBe(true);
});

test("a patient is asked back from a case that somebody took, never from practice", () => {
  const cases = [
    consultOf({ id: "a", state: "waiting" }),
    consultOf({ id: "b", state: "concluded", created_at: "2026-11-20T03:00:00Z" }),
    consultOf({ id: "c", state: "accepted", created_at: "2026-11-22T03:00:00Z" }),
    consultOf({ id: "d", state: "concluded", practice: true }),
  ];

  expect(appointable(cases).map(({ id }) => id)).toEqual(["c", "b"]);
});

test("days go over the end of a month and of a year", () => {
  expect([dayIn("2026-11-28", 3), dayIn("2026-12-30", 7)]).toEqual(["2026-12-01", "2027-01-06"]);
});

test("the case that the address names stands apart", () => {
  const all = [{ consult_id: "a" }, { consult_id: "b" }];

  expect(apart(all, "a")).toEqual({ here: [{ consult_id: "a" }], others: [{ consult_id: "b" }] });
  expect(apart(all, null).here).toEqual([]);
});
