import { expect, test } from "vitest";

import { linkPointOf } from "@/test/consults";

import { curveOf, stretchesOf, type LinkPoint } from "./link-state";

const START = Date.parse("2026-08-20T07:36:00Z");
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();
const point = (seconds: number, kbps: number | null, side: LinkPoint["side"] = "station"): LinkPoint =>
  linkPointOf({ at: at(seconds), side, out_kbps: kbps, rtt_ms: 80, loss_pct: 1 });

test("without two measured moments there is no curve", () => {
  expect(curveOf([], [])).toBeNull();
  expect(curveOf([point(0, 200), point(10, null)], [])).toBeNull();
});

test("a pause in measuring is a gap, not a slope", () => {
  const curve = curveOf([point(0, 200), point(10, 210), point(90, 100), point(100, 120)], []);

  expect(curve?.lines.map((line) => line.points.length)).toEqual([2, 2]);
  expect(curve?.lines[0]?.points[1]?.[0]).toBeCloseTo(0.1);
});

test("each side has its own line", () => {
  const curve = curveOf([point(0, 200), point(5, 300, "hospital"), point(10, 210), point(15, 320, "hospital")], []);

  expect(curve?.lines.map((line) => line.side)).toEqual(["hospital", "station"]);
});

test("an outage runs from the interruption to the next flow of media", () => {
  const curve = curveOf(
    [point(0, 200), point(100, 200)],
    [
      { at: at(20), kind: "call_interrupted" },
      { at: at(51), kind: "call_live" },
    ],
  );

  expect(curve?.outages).toEqual([{ from: 0.2, to: 0.51, ms: 31_000 }]);
});

test("the axis ends at a round value above the highest", () => {
  expect(curveOf([point(0, 388), point(10, 74)], [])).toMatchObject({ most: 450, ticks: [0, 150, 300, 450] });
});

test("as a table: stretches with their means, a side after the other", () => {
  const stretches = stretchesOf([point(0, 100), point(10, 300), point(0, null, "hospital")], 1);

  expect(stretches).toMatchObject([
    { side: "station", kbps: 200, rttMs: 80, lossPct: 1 },
    { side: "hospital", kbps: null },
  ]);
});

test("looks on one rung in a row are one band; a pause ends it, and so does another rung", () => {
  const on = (seconds: number, rung: LinkPoint["rung"]) => ({ ...point(seconds, 200), rung });
  const curve = curveOf([on(0, "video"), on(10, "video"), on(20, "voice"), on(30, "voice"), on(100, "voice")], []);

  expect(curve?.bands.map(({ side, rung, from, to }) => [side, rung, from, to])).toEqual([
    ["station", "video", 0, 0.2],
    ["station", "voice", 0.2, 0.3],
    ["station", "voice", 1, 1],
  ]);
});
