import { describe, expect, it } from "vitest";

import { badItems, dangers, judge, newestVitals, pressureFault, readLimits, toVitals } from "./vitals";

import type { Schema } from "@/wire/schema";

const band = (
  from: number,
  to: number | null,
  low: string | null,
  high: string | null,
  critical: readonly [string | null, string | null] = [null, null],
) => ({ from_months: from, to_months: to, low, high, critical_low: critical[0], critical_high: critical[1] });

const LIMITS = readLimits({
  limits: [
    {
      item: "respiration",
      unit: "/min",
      hard_low: "3",
      hard_high: "120",
      bands: [band(12, 72, "20", "40", ["15", "55"]), band(192, null, "10", "25", ["8", "35"])],
    },
    { item: "spo2", unit: "%", hard_low: "30", hard_high: "100", bands: [band(0, null, "92", null, ["90", null])] },
    {
      item: "temperature",
      unit: "°C",
      hard_low: "25.0",
      hard_high: "45.0",
      bands: [band(0, null, "35.5", "38.9", ["34", "40.5"])],
    },
    {
      item: "systolic",
      unit: "mmHg",
      hard_low: "40",
      hard_high: "300",
      bands: [band(192, null, "90", "179", ["80", null])],
    },
    {
      item: "diastolic",
      unit: "mmHg",
      hard_low: "20",
      hard_high: "200",
      bands: [band(192, null, null, "109")],
    },
  ],
});
const TODDLER = { ageMonths: 14, pregnant: false };
const ADULT = { ageMonths: null, pregnant: false };

describe("a vital sign", () => {
  it("is judged by the band of its age, and by the adult's when nobody knows the age", () => {
    expect(judge(LIMITS, "respiration", "30", TODDLER).kind).toBe("normal");
    expect(judge(LIMITS, "respiration", "30", ADULT)).toMatchObject({ kind: "outside", side: "high", danger: false });
  });

  it("is a danger beyond its critical edge, or at its first edge where there is no other", () => {
    expect(judge(LIMITS, "respiration", "58", TODDLER)).toMatchObject({ danger: true });
    expect(judge(LIMITS, "spo2", "91", TODDLER)).toMatchObject({ side: "low", danger: false });
    expect(judge(LIMITS, "spo2", "89", TODDLER)).toMatchObject({ side: "low", danger: true });
    expect(judge(LIMITS, "systolic", "196", ADULT)).toMatchObject({ side: "high", danger: true });
  });

  it("is judged by the limits of pregnancy when there is one", () => {
    expect(judge(LIMITS, "systolic", "145", { ageMonths: 300, pregnant: true })).toMatchObject({ kind: "outside" });
    expect(judge(LIMITS, "systolic", "145", { ageMonths: 300, pregnant: false }).kind).toBe("normal");
  });

  it("that cannot be true comes with what was probably meant", () => {
    expect(judge(LIMITS, "temperature", "389", ADULT)).toMatchObject({ kind: "impossible", fix: 38.9 });
    expect(judge(LIMITS, "temperature", "38,94", ADULT)).toMatchObject({ kind: "impossible", fix: 38.9 });
    expect(judge(LIMITS, "spo2", "189", ADULT)).toEqual({ kind: "impossible", low: 30, high: 100, fix: null });
  });

  it("takes comma and point alike, and no words", () => {
    expect(judge(LIMITS, "temperature", "38,9", ADULT).kind).toBe("normal");
    expect(judge(LIMITS, "temperature", "38.9", ADULT).kind).toBe("normal");
    expect(judge(LIMITS, "temperature", "sốt", ADULT).kind).toBe("no-number");
  });

  it("is not held back while the limits are unknown", () => {
    expect(judge(null, "spo2", "189", ADULT).kind).toBe("normal");
  });
});

describe("a set of vital signs", () => {
  it("names its dangers in the order of the form", () => {
    expect(dangers(LIMITS, { spo2: "89", respiration: "58", temperature: "38.9" }, TODDLER)).toEqual([
      { item: "respiration", text: "58" },
      { item: "spo2", text: "89" },
    ]);
  });

  it("is stopped by a systolic pressure below the diastolic", () => {
    expect(pressureFault({ systolic: "80", diastolic: "120" })).toBe(true);
    expect(badItems(LIMITS, { systolic: "80", diastolic: "120" }, ADULT)).toEqual(["systolic"]);
  });

  it("is sent with what was measured and nothing else", () => {
    expect(toVitals({ temperature: "38,9", pulse: "", spo2: "93", oxygen: true }, "id", "t")).toEqual({
      id: "id",
      taken_at: "t",
      temperature: 38.9,
      spo2: 93,
      on_oxygen: true,
    });
    expect(toVitals({ pulse: " " }, "id", "t")).toBeNull();
  });

  it("gives the newest value of each item, whatever the order they came in", () => {
    const set = (taken_at: string, part: Partial<Schema<"VitalsView">>) =>
      ({ taken_at, ...part }) as Schema<"VitalsView">;

    const found = newestVitals([
      set("2026-11-22T03:10:00Z", { spo2: 93 }),
      set("2026-11-22T03:00:00Z", { spo2: 89, pulse: 156 }),
    ]);

    expect([found.get("spo2")?.text, found.get("pulse")?.text]).toEqual(["93", "156"]);
  });
});
