/** What a specialist must do now, in lanes: waiting, in consult, owed. Pure. */
import { byUrgency, type RingCard, type Summary } from "@/lib/ring-board";

import type { Schema } from "@/wire/schema";

export type Debt = Schema<"Debt">;
export type Shift = Schema<"MyShift">;

export interface Person {
  readonly id: string;
  readonly grants: readonly { readonly facility: { readonly id: string }; readonly specialty: string | null }[];
}

/** yet: still in time. late: the target has passed. none: no target, or somebody else's turn. */
export interface Due {
  readonly kind: "yet" | "late" | "none";
  readonly ms: number;
}

export interface WaitingCase {
  readonly consult: Summary;
  readonly due: Due;
  /** The station was asked for more: it is writing. */
  readonly returned: boolean;
}

export interface OwedCase {
  readonly key: string;
  readonly consultId: string;
  readonly code: string;
  readonly station: string;
  readonly urgency: Summary["urgency"] | null;
  readonly line: string;
  /** waiting: nothing to do here, the station signs or decides. */
  readonly kind: Debt["kind"] | "waiting";
  readonly due: Due;
  readonly dueAt: string | null;
  /** The debt lies on this referral. */
  readonly referralId: string | null;
}

export interface Lanes {
  readonly ringing: readonly RingCard[];
  readonly waiting: readonly WaitingCase[];
  /** Mine first, then what colleagues hold. */
  readonly inConsult: readonly Summary[];
  readonly owed: readonly OwedCase[];
}

export function dueOf(at: string | null, now: number): Due {
  if (at === null) return { kind: "none", ms: 0 };
  const ms = new Date(at).getTime() - now;
  return { kind: ms < 0 ? "late" : "yet", ms: Math.abs(ms) };
}

/** News of a consult that went to another specialty still comes once: it leaves the lanes. */
export function concerns(consult: Summary, me: Person): boolean {
  return (
    me.grants.some((grant) => grant.facility.id === consult.hospital.id && grant.specialty === consult.specialty) ||
    consult.specialist?.id === me.id ||
    consult.ladder.steps.some((step) => step.people.some((rung) => rung.person.id === me.id))
  );
}

export function lanesOf(
  consults: readonly Summary[],
  debts: readonly Debt[],
  rings: readonly RingCard[],
  me: Person,
  now: number,
): Lanes {
  const mine = (consult: Summary) => consult.specialist?.id === me.id;
  const seen = consults.filter((consult) => concerns(consult, me)).sort(byUrgency);
  const rung = new Set(rings.map((ring) => ring.consult.id));
  const owing = new Set(debts.map((debt) => debt.consult_id));
  const waiting = seen
    .filter(({ state, id }) => (state === "waiting" || state === "returned") && !rung.has(id))
    .map((consult) => waitingCase(consult, now));
  const inConsult = seen.filter((consult) => {
    if (consult.state !== "accepted" && consult.state !== "scheduled") return false;
    // A promised letter, or a meeting that is over and only lacks its conclusion, is owed, not held.
    const over = consult.call === null || consult.call.state === "ended";
    return !(mine(consult) && owing.has(consult.id) && over);
  });
  return {
    ringing: rings,
    // Of one urgency who is over the target first, then who waits longest; what the station is writing stands last.
    waiting: [...waiting.filter((found) => !found.returned), ...waiting.filter((found) => found.returned)],
    inConsult: [...inConsult.filter(mine), ...inConsult.filter((consult) => !mine(consult))],
    owed: [...owedDebts(debts, consults, now), ...waitingForStation(seen.filter(mine), owing)],
  };
}

function waitingCase(consult: Summary, now: number): WaitingCase {
  const returned = consult.state === "returned";
  return { consult, returned, due: dueOf(returned ? null : consult.answer_due_at, now) };
}

function owedDebts(debts: readonly Debt[], consults: readonly Summary[], now: number): readonly OwedCase[] {
  return [...debts]
    .sort((a, b) => a.due_at.localeCompare(b.due_at))
    .map((debt) => {
      const consult = consults.find((held) => held.id === debt.consult_id);
      return {
        key: `${debt.kind}/${debt.consult_id}`,
        consultId: debt.consult_id,
        code: debt.consult_code,
        station: debt.station.short_name,
        urgency: consult?.urgency ?? null,
        line: consult === undefined ? "" : consult.question || consult.reason,
        kind: debt.kind,
        due: dueOf(debt.due_at, now),
        dueAt: debt.due_at,
        referralId: debt.referral_id,
      };
    });
}

/** Concluded and signed on this side: the station's turn. */
function waitingForStation(mine: readonly Summary[], owing: ReadonlySet<string>): readonly OwedCase[] {
  return mine
    .filter((consult) => consult.state === "concluded" && !owing.has(consult.id))
    .map((consult) => ({
      key: `waiting/${consult.id}`,
      consultId: consult.id,
      code: consult.code,
      station: consult.station.short_name,
      urgency: consult.urgency,
      line: consult.question || consult.reason,
      kind: "waiting" as const,
      due: { kind: "none" as const, ms: 0 },
      dueAt: null,
      referralId: null,
    }));
}

/** Where the arrow keys stand: one line through all lanes, top to bottom. */
export function moved(keys: readonly string[], at: string | null, by: 1 | -1): string | null {
  if (keys.length === 0) return null;
  const index = at === null ? -1 : keys.indexOf(at);
  if (index === -1) return (by === 1 ? keys[0] : keys.at(-1)) ?? null;
  return keys[Math.min(keys.length - 1, Math.max(0, index + by))] ?? null;
}

// -- “Vào ca trực” ---------------------------------------------------------------------------------------------------

export type ShiftView =
  | { readonly kind: "none" }
  /** It begins later; it can be confirmed from an hour before. */
  | { readonly kind: "ahead"; readonly shift: Shift; readonly openAt: number; readonly canConfirm: boolean }
  /** `toldAt`: when others learn of it; past, they know. */
  | { readonly kind: "unconfirmed"; readonly shift: Shift; readonly lateMs: number; readonly toldAt: number }
  | { readonly kind: "on"; readonly shift: Shift };

const CONFIRM_AHEAD_MS = 3_600_000;
/** So long after the beginning the head is told of a shift that nobody confirmed, and a first tier's backup is armed. */
const TOLD_AFTER_MS = 900_000;

export function shiftView(shift: Shift | null, now: number): ShiftView {
  if (shift === null || new Date(shift.ends_at).getTime() <= now) return { kind: "none" };
  const starts = new Date(shift.starts_at).getTime();
  if (shift.confirmed) return { kind: "on", shift };
  if (starts > now) {
    const openAt = starts - CONFIRM_AHEAD_MS;
    return { kind: "ahead", shift, openAt, canConfirm: openAt <= now };
  }
  return { kind: "unconfirmed", shift, lateMs: now - starts, toldAt: starts + TOLD_AFTER_MS };
}
