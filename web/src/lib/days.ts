/** Local days as `2026-08-20`: counting them, and where they stand on a drawn year. Pure. */
import { dayText } from "./clock";

const DAY_MS = 86_400_000;
const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

export function addDays(iso: string, days: number): string {
  return new Date(at(iso) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The wire says the first day without something; people say the last day with it. */
export const lastDay = (end: string): string => addDays(end, -1);
export const endAfter = (last: string): string => addDays(last, 1);

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A year around a day: from the first of the month half a year before it. */
export function yearAround(day: string): Span {
  return { from: firstOfMonth(day, -6), to: firstOfMonth(day, 6) };
}

/** The first day of the month so many months away. */
export function firstOfMonth(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** Every third month of a span: `T8`, with its year where one begins. */
export function ticksOf({ from, to }: Span): readonly { readonly at: number; readonly label: string }[] {
  const found = [];
  let said = "";
  for (let months = 0; firstOfMonth(from, months) < to; months += 3) {
    const first = firstOfMonth(from, months);
    const [year, month] = [first.slice(0, 4), `T${Number(first.slice(5, 7))}`];
    found.push({ at: shareOf(first, { from, to }), label: year === said ? month : `${month}/${year}` });
    said = year;
  }
  return found;
}

/** How far into a span a day stands, 0 to 1; what lies outside stands at its edge. */
export function shareOf(day: string, { from, to }: Span): number {
  return Math.min(1, Math.max(0, (at(day) - at(from)) / (at(to) - at(from))));
}

export type DayState = "over" | "now" | "planned" | "withdrawn";

/** How something dated stands today; `end` is the first day without it. */
export function stateOn(today: string, from: string, end: string | null): DayState {
  if (end !== null && end <= from) return "withdrawn";
  if (end !== null && end <= today) return "over";
  return from <= today ? "now" : "planned";
}

/** `2026-08-20` as `20/08/2026`, the last day for an end. */
export const endText = (end: string): string => dayText(lastDay(end));
