import { expect, test } from "vitest";

import { readings } from "./vital-readings";

import type { Schema } from "@/wire/schema";

type Set = Schema<"VitalsView">;
const set = (at: string, part: Partial<Set>): Set => ({
  id: at,
  taken_at: at,
  pulse: null,
  temperature: null,
  systolic: null,
  diastolic: null,
  respiration: null,
  spo2: null,
  on_oxygen: null,
  weight: null,
  height: null,
  gcs: null,
  glucose: null,
  taken_by: { id: "a", name: "A", profession: "nurse" },
  alerts: [],
  ...part,
});

test("each sign shows its newest value; one measured later does not silence the others", () => {
  const found = readings([
    set("2026-08-20T03:10:00Z", { spo2: 93, on_oxygen: true }),
    set("2026-08-20T03:00:00Z", { spo2: 89, pulse: 156, temperature: "38.9" }),
  ]);

  expect(found.map(({ item, value }) => [item, value])).toEqual([
    ["pulse", "156"],
    ["spo2", "93"],
    ["temperature", "38,9"],
  ]);
  expect(found[1]?.onOxygen).toBe(true);
});

test("blood pressure is one value with the graver verdict of its two", () => {
  const [found] = readings([
    set("2026-08-20T03:00:00Z", {
      systolic: 78,
      diastolic: 112,
      alerts: [
        { item: "systolic", level: "critical", value: "78", low: "90", high: "179" },
        { item: "diastolic", level: "alert", value: "112", low: null, high: "109" },
      ],
    }),
  ]);

  expect(found).toMatchObject({ item: "pressure", value: "78/112", tone: "flag" });
  expect(found?.verdict).toBe("Thấp, nguy hiểm. Ngưỡng 90-179");
});

test("outside its band a sign warns, in words", () => {
  const [found] = readings([
    set("2026-08-20T03:00:00Z", {
      spo2: 91,
      alerts: [{ item: "spo2", level: "alert", value: "91", low: "92", high: null }],
    }),
  ]);

  expect(found).toMatchObject({ tone: "warn", verdict: "Thấp. Ngưỡng từ 92" });
});
