/** Cells, gaps and days in words. */
import { dayText } from "@/lib/clock";
import { dutyDay, dutyTime, weekdayOf, type Hours } from "@/lib/duty-hours";
import { t, tryT, word } from "@/lib/i18n";

import type { Cell, Column, Gap, Specialty, Tier } from "./roster-state";

export const specialtyText = (specialty: Specialty): string =>
  specialty === null ? t("roster.leaders") : word("specialty", specialty);

export const tierText = (tier: Tier): string => word("dutyTier", tier);

const weekday = (day: string): string => word("weekday", `d${weekdayOf(day)}`);

/** `03/09` */
export const shortDay = (day: string): string => dayText(day).slice(0, 5);

/** `thứ năm 03/09` */
export const dayWords = (day: string): string => `${weekday(day)} ${shortDay(day)}`;

/** `Ngày`, `Đêm`, `24 giờ`; hours without a name as they are. */
export const codeText = (label: string): string => tryT(`dutyCode.${label}`) ?? label;

/** `17:00 đến 07:00`, with the day where it ends on one that one would not expect. */
export function hoursWords({ starts_at, ends_at }: Hours): string {
  return t("roster.fromTo", { from: dutyTime(starts_at), to: dutyTime(ends_at) });
}

/** `đêm thứ năm 03/09` */
export function gapWords(gap: Pick<Gap, "label" | "starts_at">): string {
  const day = dayWords(dutyDay(gap.starts_at));
  switch (gap.label) {
    case "24h":
    case "24":
      return t("roster.gapAll", { day });
    case "N":
      return t("roster.gapDay", { day });
    case "Đ":
      return t("roster.gapNight", { day });
    default:
      return t("roster.gapHours", { hours: gap.label, day });
  }
}

/** As short as a cell is wide. */
export const gapShort = ({ label }: Pick<Gap, "label">): string => (label === "24h" ? label : codeText(label));

/** What a reader hears on a cell. */
export function cellWords(cell: Cell): string {
  const said = cell.shifts.flatMap(({ shift, label, clash }) => [
    t("roster.cellShift", { hours: codeText(label), tier: tierText(shift.tier) }),
    ...(shift.state === "added" ? [t("roster.cellAdded")] : []),
    ...(shift.swap_pending ? [t("roster.cellSwap")] : []),
    ...(clash === null ? [] : [word("dutyClash", clash)]),
  ]);
  if (cell.away !== null) said.push(t(cell.away === "leave" ? "roster.cellLeave" : "roster.cellRotation"));
  if (cell.shifts.length === 0 && cell.removed.length > 0) said.push(t("roster.cellRemoved"));
  return said.length === 0 ? t("roster.cellEmpty") : said.join(", ");
}

export const columnWords = ({ day, holiday }: Column): string =>
  holiday === null ? dayWords(day) : `${dayWords(day)}, ${holiday}`;
