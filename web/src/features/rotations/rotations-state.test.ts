import { expect, it } from "vitest";

import {
  barsOf,
  byHospital,
  countsOf,
  doneShare,
  hoursGroups,
  listed,
  standingOf,
  USUAL_HOURS,
  type Board,
  type Rotation,
  type Station,
} from "./rotations-state";

const rotation = (part: Partial<Rotation>): Rotation =>
  ({
    id: "r",
    person: { name: "BS. A Demo" },
    decision_no: "1/QĐ",
    state: "active",
    starts_on: "2026-06-01",
    ends_on: "2026-09-01",
    ends_within_14: false,
    days_done: 0,
    days_due: 0,
    days_planned: 10,
    ...part,
  }) as unknown as Rotation;
const station = (name: string, hospital: string | null, rotations: Rotation[] = [], posted = rotations.length > 0) =>
  ({
    station: { id: name, short_name: name },
    hospital: hospital === null ? null : { short_name: hospital },
    rotations,
    posted,
    without_since: null,
    next_on: null,
  }) as unknown as Station;
const board = (...stations: Station[]) => ({ stations }) as unknown as Board;

it("a planned one without a decision is unsigned, a running one near its end is told apart", () => {
  expect([
    standingOf(rotation({ state: "planned", decision_no: "" })),
    standingOf(rotation({ state: "planned" })),
    standingOf(rotation({ ends_within_14: true })),
    standingOf(rotation({ state: "ended_early", ends_within_14: true })),
  ]).toEqual(["unsigned", "planned", "ending", "ended_early"]);
});

it("counts only stations that a hospital supports", () => {
  const counts = countsOf(
    board(station("A", "H", [rotation({ ends_within_14: true })]), station("B", "H"), station("C", null)),
  );
  expect([counts.posted, counts.stations, counts.without.length, counts.ending.length]).toEqual([1, 2, 1, 1]);
});

it("stands by hospital; what has no hospital comes last, and only with somebody posted", () => {
  const groups = byHospital(board(station("C", null), station("D", null, [rotation({})]), station("A", "H")));
  expect(groups.map(({ name, stations }) => [name, stations.length])).toEqual([
    ["H", 1],
    [null, 1],
  ]);
});

it("what runs stands before what is over, the nearest end first", () => {
  const rows = listed(
    board(
      station("A", "H", [
        rotation({ id: "over", state: "completed", ends_on: "2026-01-01" }),
        rotation({ id: "late", ends_on: "2026-12-01" }),
        rotation({ id: "soon", ends_on: "2026-08-28" }),
      ]),
    ),
  );
  expect(rows.map(({ rotation: one }) => one.id)).toEqual(["soon", "late", "over"]);
});

it("a cancelled one draws no bar", () => {
  expect(barsOf(station("A", "H", [rotation({ state: "cancelled" }), rotation({})]))).toHaveLength(1);
});

it("nothing due yet is all done", () => {
  expect([doneShare(rotation({})), doneShare(rotation({ days_done: 3, days_due: 4 }))]).toEqual([100, 75]);
});

it("weekdays with the same hours stand together", () => {
  expect(hoursGroups([...USUAL_HOURS, { weekday: 6, opens: "07:00", closes: "11:30" }])).toEqual([
    { days: [1, 2, 3, 4, 5], opens: "07:00", closes: "17:00" },
    { days: [6], opens: "07:00", closes: "11:30" },
  ]);
});
