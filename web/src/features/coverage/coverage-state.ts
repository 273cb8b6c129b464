/** Who will answer, read for people: tonight as one sentence, each half of a day with its sign, gaps by day. Pure. */
import { isoDay } from "@/lib/clock";

import type { Schema } from "@/wire/schema";
import type { IconName } from "@/ui/icon";

export type Coverage = Schema<"Coverage">;
export type Half = Schema<"HalfView">;
export type Line = Schema<"TonightLine">;
export type Wall = Schema<"HospitalWall">;
export type State = Schema<"CoverState">;

export const ICONS: Readonly<Record<State, IconName>> = {
  confirmed: "check",
  named: "user",
  backup: "users",
  unpublished: "x",
  empty: "x",
};

/** Nobody of the first tier, for whatever reason. */
export const isGap = (state: State): boolean => state === "empty" || state === "unpublished";

export interface DayColumn {
  readonly day: string;
  readonly today: boolean;
  readonly weekend: boolean;
}

export function columnsOf(coverage: Coverage): readonly DayColumn[] {
  return coverage.days.map((day) => {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    return { day, today: day === coverage.today, weekend: weekday === 0 || weekday === 6 };
  });
}

/** 1 is Monday, as ISO counts. */
export const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** A specialty's halves by local day of their beginning: day first, then night. */
export function halvesByDay(halves: readonly Half[]): ReadonlyMap<string, readonly Half[]> {
  const found = new Map<string, Half[]>();
  for (const half of halves) {
    const day = isoDay(half.starts_at);
    found.set(day, [...(found.get(day) ?? []), half]);
  }
  for (const [, of] of found) of.sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  return found;
}

export const gapsIn = (halves: readonly Half[]): number => halves.filter(({ state }) => isGap(state)).length;

/** What the headline speaks of: lines that are empty, and lines whose person should have said they are there. */
export function troubles(lines: readonly Line[]): { readonly empty: readonly Line[]; readonly late: readonly Line[] } {
  return {
    empty: lines.filter(({ status }) => isGap(status)),
    late: lines.filter(({ status, late_ms }) => status === "named" && late_ms !== null),
  };
}

export interface DayGap {
  readonly day: string;
  readonly halves: readonly {
    readonly hospital: Wall["hospital"];
    readonly specialty: Schema<"Specialty">;
    readonly half: Half;
  }[];
}

/** For narrow screens: days with gaps first to last, worst of each day first. */
export function gapsByDay(coverage: Coverage): readonly DayGap[] {
  const found = new Map<string, DayGap["halves"][number][]>();
  for (const { hospital, specialties } of coverage.hospitals) {
    for (const { specialty, halves } of specialties) {
      for (const half of halves) {
        if (half.state === "confirmed" || half.state === "named") continue;
        const day = isoDay(half.starts_at);
        found.set(day, [...(found.get(day) ?? []), { hospital, specialty, half }]);
      }
    }
  }
  return [...found.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([day, halves]) => ({
      day,
      halves: halves.sort((a, b) => Number(isGap(b.half.state)) - Number(isGap(a.half.state))),
    }));
}
