/** Hours of duty in local time: which day a shift belongs to, how long it is, what its cell is called. Pure. */
import { addDays } from "./days";

/** Vietnam keeps one offset all year and has not changed it since computers count time. */
const OFFSET_MS = 7 * 3_600_000;
const HOUR_MS = 3_600_000;

export interface Hours {
  readonly starts_at: string;
  readonly ends_at: string;
}

/** What the hospital calls its usual hours: `N` from 07:00 (seconds may follow) for 10 hours. */
export interface DutyCode {
  readonly code: string;
  readonly starts: string;
  readonly hours: number;
}

const local = (at: string): string => new Date(Date.parse(at) + OFFSET_MS).toISOString();

/** The local day a shift begins on: there its cell stands, also when it goes on past midnight. */
export const dutyDay = (at: string): string => local(at).slice(0, 10);
export const dutyTime = (at: string): string => local(at).slice(11, 16);

/** `2026-09-03` and `17:00` as an instant; times from 24:00 on belong to the days after. */
export function instantOf(day: string, time: string): string {
  const [h = 0, m = 0] = time.split(":").map(Number);
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + h * HOUR_MS + m * 60_000).toISOString();
}

export const hoursOf = ({ starts_at, ends_at }: Hours): number =>
  (Date.parse(ends_at) - Date.parse(starts_at)) / HOUR_MS;

export function hoursFrom(day: string, starts: string, hours: number): Hours {
  const starts_at = instantOf(day, starts);
  return { starts_at, ends_at: new Date(Date.parse(starts_at) + hours * HOUR_MS).toISOString() };
}

export const overlap = (a: Hours, b: Hours): boolean =>
  Date.parse(a.starts_at) < Date.parse(b.ends_at) && Date.parse(b.starts_at) < Date.parse(a.ends_at);

/** The hospital's word for these hours, or null when it has none. */
export function codeOf(shift: Hours, codes: readonly DutyCode[]): string | null {
  const [starts, hours] = [dutyTime(shift.starts_at), hoursOf(shift)];
  return codes.find((one) => one.starts.slice(0, 5) === starts && one.hours === hours)?.code ?? null;
}

/** `17:00 đến 07:00` without its words: `17–07`, with minutes only where there are some. */
export function spanOf({ starts_at, ends_at }: Hours): string {
  const short = (time: string) => (time.endsWith(":00") ? time.slice(0, 2) : time);
  return `${short(dutyTime(starts_at))}–${short(dutyTime(ends_at))}`;
}

/** 1 is Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));
