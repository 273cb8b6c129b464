/** A place's line in words and figures: weak hours, bars by hour, megabytes. Pure. */
import { t } from "@/lib/i18n";
import { megabytes } from "@/lib/link-hours";

import type { Schema } from "@/wire/schema";

export type Passport = Schema<"LinkPassport">;
export type Line = Schema<"LinkLine">;
export type Cell = Schema<"LinkCell">;
export type Rung = Schema<"Rung">;
export type Month = Schema<"MonthUse">;

/** Where the presets of picture and of voice alone begin, kbit/s: `telemed/media/model_probe.py` NEEDS. */
export const VIDEO_KBPS = 350;
export const VOICE_KBPS = 96;
const NEAR_SHARE = 0.8;

export function beginText({ first_rung }: Pick<Passport, "first_rung">): string {
  switch (first_rung) {
    case "video":
      return t("link.begin_video");
    case "low_video":
      return t("link.begin_low_video");
    case "voice":
      return t("link.begin_voice");
    default:
      return t("link.begin_unknown");
  }
}

export interface Use {
  readonly text: string;
  /** Of the cap, from 0; null without one. */
  readonly share: number | null;
  readonly tone: "plain" | "near" | "over";
}

export function useOf(month: Month, capMb: number | null): Use {
  if (capMb === null) return { text: t("link.used", { used: megabytes(month.bytes) }), share: null, tone: "plain" };
  const share = month.bytes / (capMb * 1_000_000);
  return {
    text: t("link.usedOf", { used: megabytes(month.bytes), cap: megabytes(capMb * 1_000_000) }),
    share,
    tone: share >= 1 ? "over" : share >= NEAR_SHARE ? "near" : "plain",
  };
}

export interface HourBar {
  readonly hour: number;
  readonly kbps: number;
  readonly rung: Rung | null;
}

/** One bar for each hour of the day of which a rate is known: over all weekdays, by how often it was looked at. */
export function hourBars(cells: readonly Cell[]): readonly HourBar[] {
  const bars: HourBar[] = [];
  for (let hour = 0; hour < 24; hour++) {
    const known = cells.filter((cell) => cell.hour === hour && cell.up_kbps !== null);
    const looks = known.reduce((sum, cell) => sum + cell.looks, 0);
    if (looks === 0) continue;
    const kbps = known.reduce((sum, cell) => sum + (cell.up_kbps ?? 0) * cell.looks, 0) / looks;
    const rungs = known.map((cell) => cell.rung).filter((rung) => rung !== null);
    bars.push({ hour, kbps: Math.round(kbps), rung: worst(rungs) });
  }
  return bars;
}

const ORDER: readonly Rung[] = ["video", "low_video", "voice", "text", "phone"];
/** The one most of them are on; of equals the lower. */
function worst(rungs: readonly Rung[]): Rung | null {
  const many = ORDER.map((rung) => ({ rung, n: rungs.filter((one) => one === rung).length }));
  return many.reduce<{ rung: Rung | null; n: number }>((most, one) => (one.n >= most.n && one.n > 0 ? one : most), {
    rung: null,
    n: 0,
  }).rung;
}

/** The weakest line first; of equals by name. */
export const weakestFirst = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort(
    (a, b) => weakness(b) - weakness(a) || a.facility.short_name.localeCompare(b.facility.short_name, "vi"),
  );

const weakness = ({ weak_hours }: Line): number =>
  weak_hours.reduce((sum, { from_hour, until_hour, rung }) => sum + (until_hour - from_hour) * ORDER.indexOf(rung), 0);

export interface Draft {
  readonly sim: string;
  readonly cap: string;
  readonly billing: string;
  readonly lower: Passport["settings"]["capped_rung"];
}

export const draftOf = ({ settings }: Passport): Draft => ({
  sim: settings.sim,
  cap: settings.cap_mb === null ? "" : String(settings.cap_mb),
  billing: String(settings.billing_day),
  lower: settings.capped_rung,
});

export interface Faults {
  readonly cap: string | null;
  readonly billing: string | null;
}

const whole = (text: string): number | null => (/^\d{1,8}$/.test(text.trim()) ? Number(text.trim()) : null);

export function faultsOf({ cap, billing }: Draft): Faults {
  const day = whole(billing);
  const mb = whole(cap);
  return {
    cap: cap.trim() === "" || (mb !== null && mb >= 1) ? null : t("link.capBad"),
    billing: day !== null && day >= 1 && day <= 28 ? null : t("link.billingBad"),
  };
}

export function changeOf(draft: Draft, passport: Passport): Schema<"LinkChange"> {
  return {
    sim: draft.sim.trim(),
    cap_mb: draft.cap.trim() === "" ? null : whole(draft.cap),
    capped_rung: draft.lower,
    billing_day: whole(draft.billing) ?? 1,
    seen_changed_at: passport.changed_at,
  };
}
