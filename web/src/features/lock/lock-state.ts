/** What a locked screen offers and says of the work that goes on behind it. Pure. */
import type { ScreenLock } from "@/context/session";
import type { Schema } from "@/wire/schema";

type Summary = Schema<"ConsultSummary">;
export type Way = "pin" | "password";

/** A lock the server has not answered yet is opened as that machine usually is. */
export function waysOf(lock: ScreenLock, shared: boolean): readonly Way[] {
  return lock.unlockWith ?? (shared ? ["pin", "password"] : ["password"]);
}

export interface Behind {
  /** Still being rung for. */
  readonly waiting: number;
  /** A doctor has taken it and is, or will be, in the room. */
  readonly taken: readonly Summary[];
  /** The doctor asks the station for more. */
  readonly returned: number;
}

export function behind(consults: readonly Summary[]): Behind {
  return {
    waiting: consults.filter(({ state }) => state === "waiting").length,
    taken: consults.filter(({ state, call }) => state === "accepted" && call !== null && call.state !== "ended"),
    returned: consults.filter(({ state }) => state === "returned").length,
  };
}
