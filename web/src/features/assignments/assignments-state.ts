/** How a station's hospitals follow each other. Pure. */
import { dayText } from "@/lib/clock";
import { endText, stateOn } from "@/lib/days";
import { t } from "@/lib/i18n";

import type { Schema } from "@/wire/schema";

export type Station = Schema<"StationAssignments">;
export type Assignment = Schema<"AssignmentView">;

export interface Standing {
  readonly now: Assignment | null;
  readonly planned: Assignment | null;
  /** Newest first, without what was withdrawn. */
  readonly past: readonly Assignment[];
}

/** Of the hospital asked first, or (rank 2) of the one that a later step of the ladder asks. */
export function standing({ assignments }: Station, today: string, rank: 1 | 2 = 1): Standing {
  const ranked = assignments.filter((one) => one.rank === rank);
  const of = (state: string) => ranked.filter((one) => stateOn(today, one.valid_from, one.valid_to) === state);
  return { now: of("now")[0] ?? null, planned: of("planned")[0] ?? null, past: of("over").reverse() };
}

export function daysText({ valid_from, valid_to }: Assignment): string {
  const from = dayText(valid_from);
  return valid_to === null ? t("assignment.since", { from }) : t("assignment.range", { from, to: endText(valid_to) });
}

/** Stations with a hospital, now or soon; and those without, by name. */
export function parted(
  stations: readonly Station[],
  today: string,
): { assigned: readonly Station[]; without: readonly Station[] } {
  const has = (one: Station) => {
    const { now, planned } = standing(one, today);
    return now !== null || planned !== null;
  };
  const byName = (a: Station, b: Station) => a.station.short_name.localeCompare(b.station.short_name, "vi");
  const hospital = (one: Station) => standing(one, today).now?.hospital.short_name ?? "";
  return {
    assigned: stations.filter(has).sort((a, b) => hospital(a).localeCompare(hospital(b), "vi") || byName(a, b)),
    without: stations.filter((one) => !has(one)).sort(byName),
  };
}
