/** Tells the time as the server has it, and writes times, spans, numbers and ages as clinicians here read them. */
import { t } from "./i18n";

const ZONE = "Asia/Ho_Chi_Minh";
const COARSE_MS = 1_000;

let offset = 0;
let doubt = Number.POSITIVE_INFINITY;
let learnedAt = 0;

/**
 * Learns the server's clock from one answer that took `roundTripMs`.
 *
 * The least doubtful sample wins; after ten minutes any new one does, because a PC's clock drifts.
 */
export function learnServerTime(serverMs: number, roundTripMs: number, coarse = false): void {
  const sample = roundTripMs / 2 + (coarse ? COARSE_MS : 0);
  if (sample > doubt && performance.now() - learnedAt < 600_000) return;
  offset = serverMs + roundTripMs / 2 + (coarse ? COARSE_MS / 2 : 0) - Date.now();
  doubt = sample;
  learnedAt = performance.now();
}

export function serverNow(): number {
  return Date.now() + offset;
}

export function forgetServerTime(): void {
  offset = 0;
  doubt = Number.POSITIVE_INFINITY;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** A running clock: `0:42`, `12:05`, `1:02:03`. Never below zero. */
export function clockText(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What is left until a deadline, rounded up, so that 0:00 means over. */
export function leftText(ms: number): string {
  return clockText(Math.ceil(Math.max(0, ms) / 1000) * 1000);
}

/** The same for deadlines that may be far off: above an hour nobody counts seconds. */
export function longLeftText(ms: number): string {
  return ms < 3_600_000 ? leftText(ms) : waitText(ms);
}

/** A wait in lists: `4:38` below an hour, `3 giờ 12` above, days beyond two. */
export function waitText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return clockText(ms);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t("time.hoursMinutes", { h: hours, m: two(minutes % 60) });
  return t("time.days", { n: Math.floor(hours / 24) });
}

/** A span in words, for debts and deadlines: `12 phút`, `2 giờ`, `3 ngày`. */
export function spanText(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 60) return t("time.minutes", { n: minutes });
  if (minutes < 48 * 60) return t("time.hours", { n: Math.round(minutes / 60) });
  return t("time.days", { n: Math.round(minutes / 1440) });
}

/** The same with minutes above an hour, where a rounded hour would mislead: `12 phút`, `2 giờ 35`. */
export function longSpanText(ms: number): string {
  return ms < 3_600_000 ? spanText(ms) : waitText(ms);
}

/** A wait inside a sentence: `38 giây`, `4 phút 38 giây`, `3 giờ 12`. */
export function waitWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds >= 3600) return waitText(ms);
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  if (m === 0) return t("time.seconds", { n: s });
  return s === 0 ? t("time.minutes", { n: m }) : t("time.minutesSeconds", { m, s });
}

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

export type Instant = string | number | Date;

function fields(at: Instant): Record<"year" | "month" | "day" | "hour" | "minute" | "second", string> {
  const found = { year: "", month: "", day: "", hour: "", minute: "", second: "" };
  for (const { type, value } of parts.formatToParts(new Date(at))) if (type in found) found[type as "year"] = value;
  return found;
}

/** `20/08/2026` */
export function dateText(at: Instant): string {
  const f = fields(at);
  return `${f.day}/${f.month}/${f.year}`;
}
/** `20:13` */
export function timeText(at: Instant): string {
  const f = fields(at);
  return `${f.hour}:${f.minute}`;
}
/** `20:13:36`, for timelines */
export function secondText(at: Instant): string {
  return `${timeText(at)}:${fields(at).second}`;
}
/** `20/08 20:13`, for lists */
export function shortText(at: Instant): string {
  const f = fields(at);
  return `${f.day}/${f.month} ${f.hour}:${f.minute}`;
}
/** The time alone today, day and time otherwise. */
export function whenText(at: Instant, now: number = serverNow()): string {
  return dateText(at) === dateText(now) ? timeText(at) : shortText(at);
}
/** `2026-08-20` in Vietnam, for date inputs and filters. */
export function isoDay(at: Instant): string {
  const f = fields(at);
  return `${f.year}-${f.month}-${f.day}`;
}

/** A date as typed at a station (`5/8/2026`, `05082026`, `2026`) to `2026-08-05` or `2026`; null when it is no date. */
export function parseDay(text: string): string | null {
  const clean = text.trim();
  if (/^(19|20)\d\d$/.test(clean)) return clean;
  const found =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ]((?:19|20)\d\d)$/.exec(clean) ?? /^(\d\d)(\d\d)((?:19|20)\d\d)$/.exec(clean);
  if (!found) return null;
  const [d, m, y] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return `${y}-${two(m)}-${two(d)}`;
}

/** `2026-08-05` as `05/08/2026`; a bare year stays a year. */
export function dayText(iso: string): string {
  const [y, m, d] = iso.split("-");
  return m && d ? `${d}/${m}/${y ?? ""}` : (y ?? "");
}

/** `38,9`; thousands are parted by a point. */
export function numberText(value: number, digits?: number): string {
  const format = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat("vi-VN", format).format(value);
}

/** Comma and point are both accepted as the decimal sign; null when it is no number. */
export function parseNumber(text: string): number | null {
  const clean = text.trim().replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(clean) ? Number(clean) : null;
}

/** Age as clinicians say it: days in the first month, months below six years, then years. A bare birth year gives years. */
export function ageText(birth: string, at: Instant = serverNow()): string {
  const [by, bm, bd] = birth.split("-").map(Number);
  const [y, m, d] = isoDay(at).split("-").map(Number) as [number, number, number];
  if (by === undefined || Number.isNaN(by)) return "";
  if (bm === undefined || bd === undefined) return t("time.ageYears", { n: Math.max(0, y - by) });
  const months = (y - by) * 12 + (m - bm) - (d < bd ? 1 : 0);
  if (months < 1) {
    const days = Math.round((Date.UTC(y, m - 1, d) - Date.UTC(by, bm - 1, bd)) / 86_400_000);
    return t("time.ageDays", { n: Math.max(0, days) });
  }
  return months < 72 ? t("time.ageMonths", { n: months }) : t("time.ageYears", { n: Math.floor(months / 12) });
}
