/** Judges vital signs in the browser as the server does: what cannot be true, what is outside its age's band, what is a danger. */
import { numberText, parseNumber } from "./clock";

import type { Schema } from "@/wire/schema";

export const VITAL_ITEMS = [
  "systolic",
  "diastolic",
  "pulse",
  "respiration",
  "spo2",
  "temperature",
  "glucose",
  "gcs",
  "weight",
  "height",
] as const;
export type VitalItem = (typeof VITAL_ITEMS)[number];

/** As one measures: blood pressure is two values taken together. */
export type VitalField = Exclude<VitalItem, "systolic" | "diastolic"> | "pressure";

export const itemsOf = (field: VitalField): readonly VitalItem[] =>
  field === "pressure" ? ["systolic", "diastolic"] : [field];

/** As typed. What is empty was not measured. */
export type VitalTexts = Readonly<Partial<Record<VitalItem, string>>> & { readonly oxygen?: boolean };

const DECIMALS: Readonly<Partial<Record<VitalItem, number>>> = { temperature: 1, glucose: 1, weight: 2 };
const ADULT_MONTHS = 16 * 12;

export interface Band {
  readonly fromMonths: number;
  readonly toMonths: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly criticalLow: number | null;
  readonly criticalHigh: number | null;
}
export interface Limit {
  readonly hardLow: number;
  readonly hardHigh: number;
  readonly bands: readonly Band[];
}
export type Limits = ReadonlyMap<string, Limit>;

const num = (text: string | null): number | null => (text === null ? null : Number(text));

export function readLimits(from: Pick<Schema<"VitalLimits">, "limits">): Limits {
  return new Map(
    from.limits.map((limit) => [
      limit.item,
      {
        hardLow: Number(limit.hard_low),
        hardHigh: Number(limit.hard_high),
        bands: limit.bands.map((band) => ({
          fromMonths: band.from_months,
          toMonths: band.to_months,
          low: num(band.low),
          high: num(band.high),
          criticalLow: num(band.critical_low),
          criticalHigh: num(band.critical_high),
        })),
      },
    ]),
  );
}

export interface VitalSubject {
  readonly ageMonths: number | null;
  readonly pregnant: boolean;
}

// The limits' address tells bands by age only; these two hold in pregnancy at any age (140/90 is an alert).
const whole = { fromMonths: 0, toMonths: null };
const PREGNANT: Readonly<Partial<Record<VitalItem, Band>>> = {
  systolic: { ...whole, low: 90, high: 139, criticalLow: 80, criticalHigh: 160 },
  diastolic: { ...whole, low: null, high: 89, criticalLow: null, criticalHigh: 110 },
};

function bandFor(limit: Limit, item: VitalItem, { ageMonths, pregnant }: VitalSubject): Band | null {
  if (pregnant && PREGNANT[item]) return PREGNANT[item];
  const age = ageMonths ?? ADULT_MONTHS;
  return limit.bands.find((band) => band.fromMonths <= age && (band.toMonths === null || age < band.toMonths)) ?? null;
}

export type Judgement =
  | { readonly kind: "empty" | "normal" }
  | { readonly kind: "no-number" }
  /** Cannot be true; `fix` is what was probably meant. */
  | { readonly kind: "impossible"; readonly low: number; readonly high: number; readonly fix: number | null }
  /** `danger`: a sign that speaks for an emergency. */
  | {
      readonly kind: "outside";
      readonly side: "low" | "high";
      readonly danger: boolean;
      readonly low: number | null;
      readonly high: number | null;
    };

/** Without limits (not fetched yet) only numbers are told from words: the server looks again. */
export function judge(limits: Limits | null, item: VitalItem, text: string, subject: VitalSubject): Judgement {
  if (text.trim() === "") return { kind: "empty" };
  const value = parseNumber(text);
  if (value === null) return { kind: "no-number" };
  const limit = limits?.get(item);
  if (!limit) return { kind: "normal" };
  const { hardLow: low, hardHigh: high } = limit;
  if (value < low || value > high || !fits(item, value))
    return { kind: "impossible", low, high, fix: meant(limit, item, value) };
  const band = bandFor(limit, item, subject);
  if (!band) return { kind: "normal" };
  // A side without a critical edge (systolic from 180) is a danger at its first edge.
  if (band.low !== null && value < band.low) {
    return {
      kind: "outside",
      side: "low",
      danger: value < (band.criticalLow ?? band.low),
      low: band.low,
      high: band.high,
    };
  }
  if (band.high !== null && value > band.high) {
    const danger = value > (band.criticalHigh ?? band.high);
    return { kind: "outside", side: "high", danger, low: band.low, high: band.high };
  }
  return { kind: "normal" };
}

function fits(item: VitalItem, value: number): boolean {
  const scaled = value * 10 ** (DECIMALS[item] ?? 0);
  return Math.abs(scaled - Math.round(scaled)) < 1e-9;
}

/** A forgotten decimal sign, or a decimal too many. */
function meant(limit: Limit, item: VitalItem, value: number): number | null {
  const inside = (fixed: number) => fixed >= limit.hardLow && fixed <= limit.hardHigh && fits(item, fixed);
  const rounded = Number(value.toFixed(DECIMALS[item] ?? 0));
  for (const fixed of [rounded, value / 10, value / 100]) if (fixed !== value && inside(fixed)) return fixed;
  return null;
}

/** Systolic at or below diastolic cannot be true either. */
export function pressureFault(texts: VitalTexts): boolean {
  const [high, low] = [parseNumber(texts.systolic ?? ""), parseNumber(texts.diastolic ?? "")];
  return high !== null && low !== null && high <= low;
}

export interface Danger {
  readonly item: VitalItem;
  readonly text: string;
}

/** What speaks for an emergency, in the order of the form. */
export function dangers(limits: Limits | null, texts: VitalTexts, subject: VitalSubject): readonly Danger[] {
  return VITAL_ITEMS.flatMap((item) => {
    const text = texts[item] ?? "";
    const found = judge(limits, item, text, subject);
    return found.kind === "outside" && found.danger ? [{ item, text: text.trim().replace(".", ",") }] : [];
  });
}

/** Items that stop a set from being sent, because they cannot be true. */
export function badItems(limits: Limits | null, texts: VitalTexts, subject: VitalSubject): readonly VitalItem[] {
  const bad = VITAL_ITEMS.filter((item) => {
    const { kind } = judge(limits, item, texts[item] ?? "", subject);
    return kind === "no-number" || kind === "impossible";
  });
  return pressureFault(texts) && !bad.includes("systolic") ? [...bad, "systolic"] : bad;
}

export const anyVital = (texts: VitalTexts): boolean => VITAL_ITEMS.some((item) => (texts[item] ?? "").trim() !== "");

/** One set for the wire, or null when nothing was measured. `items` narrows it to what is new. */
export function toVitals(
  texts: VitalTexts,
  id: string,
  takenAt: string,
  items: readonly VitalItem[] = VITAL_ITEMS,
): Schema<"Vitals"> | null {
  const values = items.flatMap((item) => {
    const value = parseNumber(texts[item] ?? "");
    return value === null ? [] : [[item, value] as const];
  });
  if (values.length === 0) return null;
  const oxygen = items.includes("spo2") && texts.oxygen !== undefined ? { on_oxygen: texts.oxygen } : {};
  return { id, taken_at: takenAt, ...Object.fromEntries(values), ...oxygen };
}

/** The newest value of each item of earlier sets, with its time, for "Lúc 10:35: 89". */
export function newestVitals(
  sets: readonly Schema<"VitalsView">[],
): ReadonlyMap<VitalItem, { readonly text: string; readonly at: string }> {
  const newest = new Map<VitalItem, { text: string; at: string }>();
  for (const set of [...sets].sort((a, b) => a.taken_at.localeCompare(b.taken_at))) {
    for (const item of VITAL_ITEMS) {
      const value = set[item];
      if (value != null) newest.set(item, { text: numberText(Number(value)), at: set.taken_at });
    }
  }
  return newest;
}
