/** The newest value of each vital sign, as told and judged by the server: value, band and tone, ready to be shown. */
import { numberText } from "./clock";
import { t } from "./i18n";
import { VITAL_ITEMS, type VitalItem } from "./vitals";

import type { Schema } from "@/wire/schema";

export interface Reading {
  readonly item: Exclude<VitalItem, "systolic" | "diastolic"> | "pressure";
  /** As shown: `38,9`, `92/58`. */
  readonly value: string;
  /** ok: inside its band. warn: outside. flag: a sign of danger. */
  readonly tone: "ok" | "warn" | "flag";
  /** `Thấp. Ngưỡng từ 90`; empty inside the band. */
  readonly verdict: string;
  readonly at: string;
  readonly onOxygen: boolean;
}

type Alert = Schema<"VitalAlert">;
interface Newest {
  readonly value: number;
  readonly at: string;
  readonly alert: Alert | undefined;
  readonly onOxygen: boolean;
  /** Two values shown as one. */
  readonly text?: string;
}

const ORDER: readonly Reading["item"][] = [
  "pressure",
  "pulse",
  "spo2",
  "respiration",
  "temperature",
  "gcs",
  "glucose",
  "weight",
  "height",
];

export function readings(sets: readonly Schema<"VitalsView">[]): readonly Reading[] {
  const newest = new Map<VitalItem, Newest>();
  for (const set of [...sets].sort((a, b) => a.taken_at.localeCompare(b.taken_at))) {
    for (const item of VITAL_ITEMS) {
      const value = set[item];
      if (value === null) continue;
      const alert = set.alerts.find((found) => found.item === item);
      newest.set(item, { value: Number(value), at: set.taken_at, alert, onOxygen: set.on_oxygen === true });
    }
  }
  return ORDER.flatMap((item) => {
    const found = item === "pressure" ? pressure(newest) : newest.get(item);
    if (!found) return [];
    const value = found.text ?? numberText(found.value);
    const onOxygen = item === "spo2" && found.onOxygen;
    return [{ item, value, at: found.at, onOxygen, ...verdictOf(found.alert) }];
  });
}

function pressure(newest: ReadonlyMap<VitalItem, Newest>): Newest | undefined {
  const [high, low] = [newest.get("systolic"), newest.get("diastolic")];
  if (!high && !low) return undefined;
  const worst = high?.alert?.level === "critical" ? high.alert : (low?.alert ?? high?.alert);
  const text = [high, low].map((side) => (side ? numberText(side.value) : "–")).join("/");
  const at = high?.at ?? low?.at ?? "";
  return { value: high?.value ?? 0, at, alert: worst, onOxygen: false, text };
}

function verdictOf(alert: Alert | undefined): Pick<Reading, "tone" | "verdict"> {
  if (!alert) return { tone: "ok", verdict: "" };
  const below = alert.low !== null && Number(alert.value) < Number(alert.low);
  const band = bandText(alert.low, alert.high);
  if (alert.level === "critical") {
    return { tone: "flag", verdict: t(below ? "vitals.dangerLow" : "vitals.dangerHigh", { band }) };
  }
  return { tone: "warn", verdict: t(below ? "vitals.low" : "vitals.high", { band }) };
}

export function bandText(low: string | null, high: string | null): string {
  if (low !== null && high !== null) return `${numberText(Number(low))}-${numberText(Number(high))}`;
  if (low !== null) return t("vitals.bandFrom", { low: numberText(Number(low)) });
  return high === null ? "" : t("vitals.bandTo", { high: numberText(Number(high)) });
}
