import { expect, test } from "vitest";

import { addDays, endAfter, endText, lastDay, shareOf, stateOn, ticksOf, yearAround } from "./days";

test("days are counted over months, years and leap days", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
});

test("the first day without something is the day after its last", () => {
  expect(lastDay("2026-10-01")).toBe("2026-09-30");
  expect(endAfter(lastDay("2026-10-01"))).toBe("2026-10-01");
  expect(endText("2026-10-01")).toBe("30/09/2026");
});

test("a drawn year begins half a year ago and has a tick each quarter", () => {
  const year = yearAround("2026-11-22");

  expect(year).toEqual({ from: "2026-05-01", to: "2027-05-01" });
  expect(ticksOf(year).map(({ label }) => label)).toEqual(["T5/2026", "T8", "T11", "T2/2027"]);
});

test("what began before the drawn year stands at its edge", () => {
  const year = yearAround("2026-11-22");

  expect([shareOf("2019-03-01", year), shareOf("2030-01-01", year)]).toEqual([0, 1]);
  expect(shareOf("2026-11-22", year)).toBeGreaterThan(0.5);
});

test("a dated thing is planned, running, over, or withdrawn before it began", () => {
  const today = "2026-11-22";

  expect(stateOn(today, "2026-12-01", null)).toBe("planned");
  expect(stateOn(today, "2026-01-01", "2026-11-23")).toBe("now");
  expect(stateOn(today, "2026-01-01", "2026-11-22")).toBe("over");
  expect(stateOn(today, "2026-12-01", "2026-12-01")).toBe("withdrawn");
});
