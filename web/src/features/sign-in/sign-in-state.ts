/** What a refused sign-in means for the form, and how demo accounts are grouped. */
import { serverNow } from "@/lib/clock";
import { asProblem } from "@/lib/problem";

import type { Schema } from "@/wire/schema";

export type Refusal =
  | { readonly kind: "wrong" }
  /** No try counts before `until` (this clock's milliseconds). */
  | { readonly kind: "too-many"; readonly until: number }
  | { readonly kind: "other"; readonly thrown: unknown };

export function refusalOf(thrown: unknown, now: number = serverNow()): Refusal {
  const problem = asProblem(thrown);
  const wait = problem.params["retry_after_ms"];
  switch (problem.code) {
    case "sign_in_refused":
      return { kind: "wrong" };
    case "too_many_sign_ins":
      return { kind: "too-many", until: now + (typeof wait === "number" ? wait : 60_000) };
    default:
      return { kind: "other", thrown };
  }
}

export type Account = Schema<"DemoAccount">;
export type Group = "station" | "hospital" | "manage";

const HOSPITAL: ReadonlySet<string> = new Set(["specialist", "dept_head"]);

export function groupOf(role: Account["role"]): Group {
  if (role.startsWith("station_")) return "station";
  return HOSPITAL.has(role) ? "hospital" : "manage";
}

/** In the server's order, by group; groups without anyone are left out. */
export function grouped(accounts: readonly Account[]): readonly (readonly [Group, readonly Account[]])[] {
  return (["station", "hospital", "manage"] as const)
    .map((group) => [group, accounts.filter((account) => groupOf(account.role) === group)] as const)
    .filter(([, found]) => found.length > 0);
}
