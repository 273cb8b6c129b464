/** The calendar by year, today's year first, then what is to come, then the past. Pure. */
import type { Schema } from "@/wire/schema";

export type Holiday = Schema<"Holiday">;

export interface Year {
  readonly year: string;
  readonly days: readonly Holiday[];
}

export function byYear(days: readonly Holiday[], today: string): readonly Year[] {
  const years = new Map<string, Holiday[]>();
  for (const one of days) {
    const year = one.day.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), one]);
  }
  const now = today.slice(0, 4);
  const past = (year: string) => Number(year < now);
  return [...years.entries()]
    .sort(([a], [b]) => past(a) - past(b) || a.localeCompare(b))
    .map(([year, of]) => ({ year, days: of }));
}

/** The next year has no day yet: rosters made now would take Tết for any other week. */
export const lacksNextYear = (days: readonly Holiday[], today: string): boolean =>
  !days.some(({ day }) => day.slice(0, 4) === String(Number(today.slice(0, 4)) + 1));

/** 1 is Monday, as ISO counts. */
export const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
