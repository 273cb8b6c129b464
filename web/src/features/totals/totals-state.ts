/** Periods and figures of the counts: which days to begin with, what a withheld number looks like. */
import { isoDay, numberText, serverNow } from "@/lib/clock";
import { t } from "@/lib/i18n";

import type { Schema } from "@/wire/schema";

export type Totals = Schema<"Totals">;
export type Counts = Schema<"Counts">;
export type Figure = Exclude<keyof Counts, "suppressed">;

export const FIGURES = [
  "consults",
  "stat",
  "answered",
  "answered_in_time",
  "concluded",
  "referred",
] as const satisfies readonly Figure[];

export const WITHHELD = "–";

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The last twelve months, whole, up to today. */
export function lastYear(now: number = serverNow()): Period {
  const to = isoDay(now);
  const [y = 0, m = 1] = to.split("-").map(Number);
  const [year, month] = m === 12 ? [y, 1] : [y - 1, m + 1];
  return { from: `${year}-${String(month).padStart(2, "0")}-01`, to };
}

export const isPeriod = ({ from, to }: Period): boolean => from !== "" && to !== "" && from <= to;

export const figureText = (count: number | null): string => (count === null ? WITHHELD : numberText(count));

export function figureName(figure: Figure): string {
  switch (figure) {
    case "consults":
      return t("totals.consults");
    case "stat":
      return t("totals.stat");
    case "answered":
      return t("totals.answered");
    case "answered_in_time":
      return t("totals.inTime");
    case "concluded":
      return t("totals.concluded");
    case "referred":
      return t("totals.referred");
  }
}

/** The finding, as a sentence. */
export function sentenceOf({ whole }: Totals): string {
  if (whole.consults === null) return t("totals.sentenceHidden");
  if (whole.consults === 0) return t("totals.sentenceNone");
  return t("totals.sentence", { n: numberText(whole.consults), answered: figureText(whole.answered_in_time) });
}

/** `2026-03` as `03/2026`. */
export function monthText(month: string): string {
  const [y = "", m = ""] = month.split("-");
  return `${m}/${y}`;
}

/** Every month between the first and the last that has cases, so that a quiet one shows as a gap. */
export function everyMonth(months: Totals["months"]): Totals["months"] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const known = new Map(months.map((one) => [one.month, one]));
  const all: Totals["months"] = [];
  let [y = 0, m = 1] = first.split("-").map(Number);
  for (let month = first; month <= last;) {
    all.push(known.get(month) ?? { month, counts: NONE });
    [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
    month = `${y}-${String(m).padStart(2, "0")}`;
  }
  return all;
}

const NONE: Counts = {
  consults: 0,
  stat: 0,
  answered: 0,
  answered_in_time: 0,
  concluded: 0,
  referred: 0,
  suppressed: false,
};
