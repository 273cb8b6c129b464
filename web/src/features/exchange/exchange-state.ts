/** What a key opens, how long it is good, how an address that is told does. Pure. */
import type { Data, Hook, Key, Topic } from "./exchange-api";

export const KINDS: readonly Data[] = ["cases", "identity", "papers", "labelled", "duty"];
export const TOPICS: readonly Topic[] = ["consult.requested", "consult.claimed", "consult.ended", "referral.sent"];
export const MONTHS = [1, 3, 6, 12] as const;
export type Months = (typeof MONTHS)[number];

const DAY = 86_400_000;
const LONGEST = 366;

/** Everything about a case goes with the cases themselves. */
export function chosen(kinds: ReadonlySet<Data>, kind: Data, on: boolean): ReadonlySet<Data> {
  const next = new Set(kinds);
  if (on) {
    next.add(kind);
    if (kind !== "duty") next.add("cases");
  } else {
    next.delete(kind);
    if (kind === "cases") for (const one of ["identity", "papers", "labelled"] as const) next.delete(one);
  }
  return next;
}

export function endOf(months: Months, now: number): string {
  const end = new Date(now);
  end.setUTCMonth(end.getUTCMonth() + months);
  return new Date(Math.min(end.getTime(), now + LONGEST * DAY)).toISOString();
}

export type KeyState = "works" | "soon" | "over" | "revoked";

/** Soon: within two weeks, when the other system's keeper should be told. */
export function stateOf(key: Pick<Key, "works" | "revoked_at" | "expires_at">, now: number): KeyState {
  if (key.revoked_at !== null) return "revoked";
  if (!key.works) return "over";
  return Date.parse(key.expires_at) - now < 14 * DAY ? "soon" : "works";
}

export type HookState = "fine" | "failing" | "stopped" | "given_up";

export function healthOf(hook: Pick<Hook, "stopped_at" | "stopped_why" | "failing_since">): HookState {
  if (hook.stopped_at !== null) return hook.stopped_why === "failing" ? "given_up" : "stopped";
  return hook.failing_since === null ? "fine" : "failing";
}

/** Working ones first, the newest before the older. */
export function inOrder(keys: readonly Key[]): readonly Key[] {
  return [...keys].sort((a, b) => Number(b.works) - Number(a.works) || b.made_at.localeCompare(a.made_at));
}
