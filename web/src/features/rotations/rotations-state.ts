/** Rotations read for people: how one stands, what the board counts, how hours are written. Pure. */
import { lastDay } from "@/lib/days";

import type { DayBar } from "@/ui/day-bars";
import type { Schema } from "@/wire/schema";

export type Board = Schema<"RotationBoard">;
export type Rotation = Schema<"RotationView">;
export type Station = Schema<"StationRotations">;
export type Hours = Schema<"StationHours">;

/** `unsigned`: planned, no decision yet. `ending`: runs, and ends within 14 days. */
export type Standing = "unsigned" | "planned" | "active" | "ending" | "completed" | "ended_early" | "cancelled";

export function standingOf(one: Rotation): Standing {
  if (one.state === "planned") return one.decision_no === "" ? "unsigned" : "planned";
  return one.state === "active" && one.ends_within_14 ? "ending" : one.state;
}

export const isOpen = ({ state }: Rotation): boolean => state === "planned" || state === "active";

export interface Counts {
  readonly posted: number;
  readonly stations: number;
  readonly without: readonly Station[];
  readonly ending: readonly { readonly station: Station; readonly rotation: Rotation }[];
}

/** Only stations that a hospital supports today count: the others have nobody to send anyone. */
export function countsOf({ stations }: Board): Counts {
  const own = stations.filter((one) => one.hospital !== null);
  return {
    posted: own.filter(({ posted }) => posted).length,
    stations: own.length,
    without: own.filter(({ posted }) => !posted),
    ending: own.flatMap((station) =>
      station.rotations.filter((one) => standingOf(one) === "ending").map((rotation) => ({ station, rotation })),
    ),
  };
}

/** By supporting hospital; stations without one stand last, and only if somebody is or was posted there. */
export function byHospital(
  board: Board,
): readonly { readonly name: string | null; readonly stations: readonly Station[] }[] {
  const groups = new Map<string | null, Station[]>();
  for (const station of board.stations) {
    if (station.hospital === null && station.rotations.length === 0) continue;
    const name = station.hospital?.short_name ?? null;
    groups.set(name, [...(groups.get(name) ?? []), station]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b, "vi")))
    .map(([name, stations]) => ({ name, stations }));
}

export function barsOf(station: Station): readonly DayBar[] {
  return station.rotations
    .filter(({ state }) => state !== "cancelled")
    .map((one) => ({
      key: one.id,
      from: one.starts_on,
      end: one.ends_on,
      state: one.state === "planned" ? "planned" : one.state === "active" ? "now" : "over",
      label: one.person.name,
    }));
}

/** Newest end last; what is over after what runs. */
export function listed(board: Board): readonly { readonly station: Station; readonly rotation: Rotation }[] {
  return board.stations
    .flatMap((station) => station.rotations.map((rotation) => ({ station, rotation })))
    .sort((a, b) => {
      const over = Number(!isOpen(a.rotation)) - Number(!isOpen(b.rotation));
      return over === 0 ? a.rotation.ends_on.localeCompare(b.rotation.ends_on) : over;
    });
}

/** 0 to 100; what was done of what was due. */
export const doneShare = ({ days_done, days_due }: Rotation): number =>
  days_due === 0 ? 100 : Math.round((days_done / days_due) * 100);

export const LOW_SHARE = 75;

export const lastOf = (one: Pick<Rotation, "ends_on">): string => lastDay(one.ends_on);

/** Monday to Friday by the same hours, the usual registration at a station. */
export const USUAL_HOURS: readonly Hours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opens: "07:00",
  closes: "17:00",
}));

/** Weekdays with the same hours together, in order: `[[1,2,3,4,5], "07:00", "17:00"]`. */
export function hoursGroups(
  hours: readonly Hours[],
): readonly { readonly days: readonly number[]; readonly opens: string; readonly closes: string }[] {
  const groups = new Map<string, { days: number[]; opens: string; closes: string }>();
  for (const { weekday, opens, closes } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const key = `${opens}-${closes}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { days: [weekday], opens, closes });
    else group.days.push(weekday);
  }
  return [...groups.values()];
}
