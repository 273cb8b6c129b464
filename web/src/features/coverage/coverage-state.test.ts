import { expect, it } from "vitest";

import {
  columnsOf,
  gapsByDay,
  gapsIn,
  halvesByDay,
  troubles,
  weekdayOf,
  type Coverage,
  type Half,
} from "./coverage-state";

const half = (starts_at: string, state: Half["state"], night = false): Half => ({
  starts_at,
  ends_at: starts_at,
  night,
  state,
  person: null,
  gaps: [],
  warned: [],
});
const coverage = (halves: Half[]) =>
  ({
    today: "2026-08-20",
    days: ["2026-08-20", "2026-08-21", "2026-08-22"],
    hospitals: [{ hospital: { id: "h" }, specialties: [{ specialty: "internal", halves }] }],
  }) as unknown as Coverage;

it("a night that begins before midnight belongs to the day it begins on", () => {
  // 17:00 local is 10:00 UTC; 07:00 local is 00:00 UTC.
  const by = halvesByDay([half("2026-08-20T10:00:00Z", "empty", true), half("2026-08-20T00:00:00Z", "named")]);
  expect([...by.keys()]).toEqual(["2026-08-20"]);
  expect(by.get("2026-08-20")?.map(({ night }) => night)).toEqual([false, true]);
});

it("days know today and the weekend", () => {
  expect(columnsOf(coverage([])).map(({ today, weekend }) => [today, weekend])).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
  expect([weekdayOf("2026-08-20"), weekdayOf("2026-08-23")]).toEqual([4, 7]);
});

it("an unpublished half is a gap, a backup is none but is listed, and gaps stand first", () => {
  const halves = [
    half("2026-08-21T00:00:00Z", "backup"),
    half("2026-08-21T10:00:00Z", "unpublished", true),
    half("2026-08-20T00:00:00Z", "confirmed"),
  ];
  expect(gapsIn(halves)).toBe(1);
  const days = gapsByDay(coverage(halves));
  expect(days.map(({ day }) => day)).toEqual(["2026-08-21"]);
  expect(days[0]?.halves.map(({ half: one }) => one.state)).toEqual(["unpublished", "backup"]);
});

it("the headline speaks of empty places and of whoever is late", () => {
  const line = (status: string, late_ms: number | null) => ({ status, late_ms }) as never;
  const lines = [line("empty", null), line("named", 60_000), line("named", null), line("confirmed", null)];
  expect([troubles(lines).empty.length, troubles(lines).late.length]).toEqual([1, 1]);
});
