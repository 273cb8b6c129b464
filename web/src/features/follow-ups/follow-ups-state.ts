/** Which appointments need a word, which are near, which are over; which cases are asked how the patient is. Pure. */
import { isoDay, serverNow } from "@/lib/clock";

import type { Schema } from "@/wire/schema";

export type FollowUp = Schema<"FollowUpView">;
export type Debt = Schema<"Debt">;
type Summary = Schema<"ConsultSummary">;

export interface Lists {
  readonly unmarked: readonly FollowUp[];
  readonly coming: readonly FollowUp[];
  readonly over: readonly FollowUp[];
}

const isOpen = ({ state }: FollowUp): boolean => state === "planned" || state === "reminded";

export function listsOf(all: readonly FollowUp[], now: number = serverNow()): Lists {
  const today = isoDay(now);
  return {
    unmarked: all.filter((one) => isOpen(one) && one.on < today),
    coming: all.filter((one) => isOpen(one) && one.on >= today),
    over: all.filter((one) => !isOpen(one)).reverse(),
  };
}

/** Whether it can be said today that the patient did not come: only when the day is over. */
export const mayMiss = (one: FollowUp, now: number = serverNow()): boolean => one.on < isoDay(now);

/** Of a case somebody took the patient can be asked back; the newest stands first. */
export const appointable = (open: readonly Summary[]): readonly Summary[] =>
  open
    .filter(({ state, practice }) => !practice && ["accepted", "scheduled", "concluded", "transferred"].includes(state))
    .sort((a, b) => b.created_at.localeCompare(a.created_at));

/** `2026-11-22` and so many days on. */
export function dayIn(today: string, days: number): string {
  const at = new Date(`${today}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Of the case that the address names, and of the others. */
export function apart<T extends { readonly consult_id: string }>(
  all: readonly T[],
  about: string | null,
): { readonly here: readonly T[]; readonly others: readonly T[] } {
  return {
    here: all.filter((one) => one.consult_id === about),
    others: all.filter((one) => one.consult_id !== about),
  };
}

export const dayOf = ({ kind }: Debt): 7 | 30 => (kind === "result_30" ? 30 : 7);
export const asksResult = ({ kind }: Debt): boolean => kind === "result_7" || kind === "result_30";
