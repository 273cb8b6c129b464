/** Which appointments need a word, which are near, which are over; which cases are asked how the patient is. Pure. */
import { isoDay, serverNow } from "@/lib/clock";

import type { Schema } from "@/wire/schema";

export type FollowUp = Schema<"FollowUpView">;
export type Debt = Schema<"Debt">;

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

export const dayOf = ({ kind }: Debt): 7 | 30 => (kind === "result_30" ? 30 : 7);
export const asksResult = ({ kind }: Debt): boolean => kind === "result_7" || kind === "result_30";
