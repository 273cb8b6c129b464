/** Periods of a list: by name or by two days, as `2026-08-20` in Vietnam. Pure. */
import { parseDay } from "./clock";

export interface Days {
  /** `2026-08-20`; empty does not narrow. */
  readonly from: string;
  readonly to: string;
}

/** A day as typed, or null when it is none; a bare year is no day. */
export function typedDay(text: string): string | null {
  if (text.trim() === "") return "";
  const day = parseDay(text);
  return day !== null && day.length === 10 ? day : null;
}

export type Period = "all" | "today" | "week" | "month" | "own";

/** Days as `2026-08-20` in Vietnam. */
export function periodOf(period: Period, today: string): Days | null {
  const back = (days: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  switch (period) {
    case "all":
      return { from: "", to: "" };
    case "today":
      return { from: today, to: "" };
    case "week":
      return { from: back(6), to: "" };
    case "month":
      return { from: back(29), to: "" };
    case "own":
      return null;
  }
}

export function namedPeriod(chosen: Days, today: string): Period {
  const named = (["all", "today", "week", "month"] as const).find((period) => {
    const days = periodOf(period, today);
    return days?.from === chosen.from && days.to === chosen.to;
  });
  return named ?? "own";
}
