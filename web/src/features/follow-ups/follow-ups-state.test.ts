import { expect, test } from "vitest";

import { listsOf, mayMiss, type FollowUp } from "./follow-ups-state";

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
