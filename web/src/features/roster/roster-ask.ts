/** What of a roster is looked at: hospital, days, specialties; it lives in the address. Pure. */
import { addDays, firstOfMonth } from "@/lib/days";
import { mondayOf } from "@/lib/duty-hours";

import type { Period } from "./roster-api";

export type Span = "weeks" | "month";

export interface Ask {
  /** Empty: the person's own. */
  readonly hospital: string;
  /** Empty: around today. */
  readonly from: string;
  readonly span: Span;
  /** Empty: all. */
  readonly shown: readonly string[];
}

const DAY = /^\d{4}-\d\d-\d\d$/;

export function readAsk(search: string): Ask {
  const params = new URLSearchParams(search);
  const from = params.get("from") ?? "";
  return {
    hospital: params.get("hospital") ?? "",
    from: DAY.test(from) && !Number.isNaN(Date.parse(from)) ? from : "",
    span: params.get("span") === "month" ? "month" : "weeks",
    shown: (params.get("show") ?? "").split(",").filter(Boolean),
  };
}

export function writeAsk({ hospital, from, span, shown }: Ask): string {
  const params = new URLSearchParams();
  if (hospital !== "") params.set("hospital", hospital);
  if (from !== "") params.set("from", from);
  if (span === "month") params.set("span", span);
  if (shown.length > 0) params.set("show", shown.join(","));
  const query = params.toString();
  return query === "" ? "/roster" : `/roster?${query}`;
}

/** Weeks begin on Monday, months on their first. */
export function periodOf({ from, span }: Pick<Ask, "from" | "span">, today: string): Period {
  const day = from === "" ? today : from;
  if (span === "weeks") return { from: mondayOf(day), days: 14 };
  const first = firstOfMonth(day, 0);
  return { from: first, days: (Date.parse(firstOfMonth(day, 1)) - Date.parse(first)) / 86_400_000 };
}

export function turned({ from, span }: Pick<Ask, "from" | "span">, today: string, by: 1 | -1): string {
  const at = periodOf({ from, span }, today).from;
  return span === "weeks" ? addDays(at, 14 * by) : firstOfMonth(at, by);
}
