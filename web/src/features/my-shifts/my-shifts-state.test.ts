import { expect, test } from "vitest";

import { hoursFrom } from "@/lib/duty-hours";
import { HOSPITAL } from "@/test/consults";

import { leaveOf, nextOf, weeksOf, type Coming } from "./my-shifts-state";

const coming = (id: string, day: string, starts = "17:00", hours = 14): Coming => ({
  id,
  hospital: HOSPITAL,
  specialty: "internal",
  tier: "first",
  confirmed: false,
  taken_from: null,
  swap: null,
  may_swap: true,
  ...hoursFrom(day, starts, hours),
});

test("shifts stand by week, each under the Monday of the day it begins on", () => {
  const weeks = weeksOf([coming("3", "2026-08-31"), coming("1", "2026-08-24"), coming("2", "2026-08-30")]);

  expect(weeks.map(({ monday, shifts }) => [monday, shifts.map(({ id }) => id)])).toEqual([
    ["2026-08-24", ["1", "2"]],
    ["2026-08-31", ["3"]],
  ]);
});

test("the running shift is told apart from the next one, also after midnight", () => {
  const shifts = [coming("1", "2026-08-24"), coming("2", "2026-08-27")];

  expect(nextOf(shifts, Date.parse("2026-08-24T20:00:00Z"))).toMatchObject({ running: { id: "1" }, next: { id: "2" } });
  expect(nextOf(shifts, Date.parse("2026-08-25T02:00:00Z"))).toMatchObject({ running: null, next: { id: "2" } });
  expect(nextOf(shifts, Date.parse("2026-09-25T02:00:00Z"))).toEqual({ running: null, next: null });
});

test("only one's own leave is shown, and only while it is not over", () => {
  const leave = (id: string, person_id: string, day: string) => ({
    id,
    person_id,
    kind: "leave" as const,
    ...hoursFrom(day, "00:00", 24),
  });
  const all = [
    leave("later", "me", "2026-09-02"),
    leave("over", "me", "2026-08-01"),
    leave("other", "an", "2026-08-30"),
    leave("soon", "me", "2026-08-28"),
  ];

  expect(leaveOf(all, "me", Date.parse("2026-08-24T00:00:00Z")).map(({ id }) => id)).toEqual(["soon", "later"]);
});
