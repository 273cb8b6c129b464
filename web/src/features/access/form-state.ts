/** What somebody says before a case is opened to them, and what is still missing in it. */
import { t } from "@/lib/i18n";

import type { Ground } from "@/context/accesses";

export interface Said {
  readonly code: string;
  readonly ground: Ground | null;
  readonly reason: string;
}

export type Faults = Partial<Record<keyof Said, string>>;

const SHORTEST_REASON = 10;

/** Where only one ground is possible it needs no choosing. */
export const blank = (grounds: readonly Ground[]): Said => ({
  code: "",
  ground: grounds.length === 1 ? (grounds[0] ?? null) : null,
  reason: "",
});

export function faultsOf(said: Said): Faults {
  return {
    ...(said.code.trim().length < 3 && { code: t("access.codeNeeded") }),
    ...(said.ground === null && { ground: t("access.groundNeeded") }),
    ...(said.reason.trim().length < SHORTEST_REASON && { reason: t("access.reasonNeeded") }),
  };
}
