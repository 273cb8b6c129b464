import { expect, test } from "vitest";

import { instantOf } from "@/lib/duty-hours";
import { doctor, MONDAY, rosterOf, shiftOf } from "@/test/rosters";

import {
  cellAt,
  columnsOf,
  coverKey,
  gapsOf,
  loadOf,
  matrixOf,
  moved,
  openGaps,
  rowKeys,
  type Section,
} from "./roster-state";

const TUESDAY = "2026-08-25";

const section = (part: Parameters<typeof rosterOf>[0]): Section => {
  const [first] = matrixOf(rosterOf(part)).sections;
  if (!first) throw new Error("no section");
  return first;
};

test("a cell stands on the local day its shift begins on, also past midnight", () => {
  const { rows } = section({ shifts: [shiftOf("1", "an", MONDAY, "Đ")] });

  expect(rows[0]?.cells[0]?.shifts.map(({ label }) => label)).toEqual(["Đ"]);
  expect(rows[0]?.cells[1]?.shifts).toEqual([]);
});

test("hours the hospital has no letter for are shown as hours", () => {
  const odd = shiftOf("1", "an", MONDAY, "N", {
    starts_at: instantOf(MONDAY, "08:00"),
    ends_at: instantOf(MONDAY, "12:30"),
  });

  expect(section({ shifts: [odd] }).rows[0]?.cells[0]?.shifts[0]?.label).toBe("08–12:30");
});

test("a day without a first call is one gap, a covered day none, half a day the other half", () => {
  const view = rosterOf({ shifts: [shiftOf("1", "an", MONDAY), shiftOf("2", "binh", TUESDAY, "N")] });

  expect(gapsOf(view, "internal", MONDAY)).toEqual([]);
  expect(gapsOf(view, "internal", TUESDAY).map(({ label }) => label)).toEqual(["Đ"]);
  expect(gapsOf(view, "internal", "2026-08-26").map(({ label }) => label)).toEqual(["24h"]);
});

test("second call alone is a gap with a backup; what the draft takes out covers nothing", () => {
  const second = shiftOf("1", "an", MONDAY, "24", { tier: "second" });
  const gone = shiftOf("2", "binh", MONDAY, "24", { state: "removed" });

  expect(gapsOf(rosterOf({ shifts: [second, gone] }), "internal", MONDAY)).toMatchObject([
    { backup: true, label: "24h" },
  ]);
});

test("leave and rotation make a shift void: it clashes, and its hours are open", () => {
  const leave = {
    id: "a",
    person_id: "an",
    starts_at: instantOf(MONDAY, "00:00"),
    ends_at: instantOf(TUESDAY, "00:00"),
    kind: null,
  };
  const posted = {
    id: "r",
    person_id: "binh",
    station: { id: "s", name: "Trạm", short_name: "Trạm", kind: "station" as const },
    starts_on: TUESDAY,
    ends_on: "2026-09-10",
    decided: true,
  };
  const view = rosterOf({
    shifts: [shiftOf("1", "an", MONDAY), shiftOf("2", "binh", TUESDAY)],
    absences: [leave],
    rotations: [posted],
  });
  const [own] = matrixOf(view).sections;

  expect(own?.rows[0]?.cells[0]).toMatchObject({ away: "leave", shifts: [{ clash: "leave" }] });
  expect(own?.rows[1]?.cells[1]).toMatchObject({ away: "rotation", shifts: [{ clash: "rotation" }] });
  expect(gapsOf(view, "internal", MONDAY)).toHaveLength(1);
  expect(gapsOf(view, "internal", TUESDAY)).toHaveLength(1);
  expect(gapsOf({ ...view, rotations: [{ ...posted, decided: false }] }, "internal", TUESDAY)).toEqual([]);
});

test("two shifts of one person in the same hours clash, also across specialties", () => {
  const view = rosterOf({
    specialties: ["internal", "emergency"],
    people: [doctor("an", { specialties: ["internal", "emergency"] })],
    shifts: [shiftOf("1", "an", MONDAY, "24"), shiftOf("2", "an", MONDAY, "Đ", { specialty: "emergency" })],
  });

  expect(matrixOf(view).sections.map((one) => one.rows[0]?.cells[0]?.shifts[0]?.clash)).toEqual(["overlap", "overlap"]);
});

test("load counts as the server does: nights of four hours, each free day of a shift", () => {
  const columns = columnsOf(
    rosterOf({ days: 14, holidays: [{ day: "2026-09-02", name: "Quốc khánh", kind: "holiday" }] }),
  );
  const load = (...shifts: Parameters<typeof shiftOf>[]) =>
    loadOf(
      shifts.map((one) => shiftOf(...one)),
      columns,
    );

  expect(load(["1", "an", MONDAY, "Đ"])).toEqual({ hours: 14, nights: 1, holidays: 0 });
  expect(load(["1", "an", MONDAY, "N"])).toEqual({ hours: 10, nights: 0, holidays: 0 });
  expect(load(["1", "an", "2026-09-02", "24"], ["2", "an", "2026-08-29", "N"])).toEqual({
    hours: 34,
    nights: 1,
    holidays: 2,
  });
});

test("a weekend day worked for a bridge day is no day off", () => {
  const [saturday] = columnsOf(
    rosterOf({ from_day: "2026-08-29", days: 1, holidays: [{ day: "2026-08-29", name: "Làm bù", kind: "working" }] }),
  );

  expect(saturday).toMatchObject({ off: false, holiday: null, weekday: 6 });
});

test("own specialties stand first, a leaders' row only where there is one", () => {
  const view = rosterOf({ specialties: ["surgery", "internal"], may_plan: ["internal"] });

  expect(matrixOf(view).sections.map(({ key, plans }) => [key, plans])).toEqual([
    ["internal", true],
    ["surgery", false],
  ]);
  expect(matrixOf(rosterOf({ may_plan: [null] })).sections.map(({ key }) => key)).toEqual(["leader", "internal"]);
  expect(matrixOf(view, new Set(["surgery"])).sections.map(({ key }) => key)).toEqual(["surgery"]);
});

test("arrows go through coverage and people's rows, and stop at the edges", () => {
  const matrix = matrixOf(rosterOf());
  const [cover = "", an = "", binh = ""] = rowKeys(matrix);

  expect([cover, an, binh]).toEqual(["internal/", "internal/an", "internal/binh"]);
  expect(matrix.sections.map(coverKey)).toEqual([cover]);
  expect(moved(matrix, { row: cover, column: 0 }, "ArrowDown")).toEqual({ row: an, column: 0 });
  expect(moved(matrix, { row: binh, column: 6 }, "ArrowRight")).toEqual({ row: binh, column: 6 });
  expect(moved(matrix, { row: binh, column: 3 }, "Home")).toEqual({ row: binh, column: 0 });
  expect(moved(matrix, { row: binh, column: 3 }, "Home", true)).toEqual({ row: cover, column: 0 });
  expect(moved(matrix, { row: binh, column: 3 }, "x")).toBeNull();
  expect(cellAt(matrix, { row: cover, column: 0 })).toBeNull();
  expect(cellAt(matrix, { row: binh, column: 2 })?.cell.day).toBe("2026-08-26");
});

test("open gaps leave out what is over, soonest first", () => {
  const matrix = matrixOf(rosterOf({ shifts: [shiftOf("1", "an", MONDAY)] }));
  const now = Date.parse(instantOf("2026-08-27", "08:00"));

  expect(openGaps(matrix, now).map(({ day }) => day)).toEqual(["2026-08-27", "2026-08-28", "2026-08-29", "2026-08-30"]);
});
