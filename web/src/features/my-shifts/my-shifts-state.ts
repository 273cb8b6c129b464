/** One's own shifts to come: by week, the running one apart, with the leave between them. Pure. */
import { dutyDay, mondayOf } from "@/lib/duty-hours";

import type { Schema } from "@/wire/schema";

export type Coming = Schema<"ComingShift">;
export type Leave = Schema<"AbsenceView">;

export interface Week {
  readonly monday: string;
  readonly shifts: readonly Coming[];
}

export function weeksOf(shifts: readonly Coming[]): readonly Week[] {
  const weeks = new Map<string, Coming[]>();
  for (const shift of [...shifts].sort((a, b) => a.starts_at.localeCompare(b.starts_at))) {
    const monday = mondayOf(dutyDay(shift.starts_at));
    weeks.set(monday, [...(weeks.get(monday) ?? []), shift]);
  }
  return [...weeks].map(([monday, of]) => ({ monday, shifts: of }));
}

/** What this person is on now, and what comes next. */
export function nextOf(
  shifts: readonly Coming[],
  now: number,
): { readonly running: Coming | null; readonly next: Coming | null } {
  const ahead = [...shifts]
    .filter((one) => Date.parse(one.ends_at) > now)
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  return {
    running: ahead.find((one) => Date.parse(one.starts_at) <= now) ?? null,
    next: ahead.find((one) => Date.parse(one.starts_at) > now) ?? null,
  };
}

/** Own leave that is not over, soonest first. */
export function leaveOf(absences: readonly Leave[], me: string, now: number): readonly Leave[] {
  return absences
    .filter((one) => one.person_id === me && Date.parse(one.ends_at) > now)
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at));
}
