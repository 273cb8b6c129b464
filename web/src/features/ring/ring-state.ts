/** What stands over the screen now: a sheet, a bar, or nothing; and which of its acts may be done. Pure. */
import type { Board, Over, RingCard, Summary } from "@/lib/ring-board";

export type Act = "take" | "pass" | "more" | "written" | "specialty";
export const ACTS: readonly Act[] = ["take", "pass", "more", "written", "specialty"];
/** An act that first asks something. */
export type Panel = Exclude<Act, "take">;

export type Overlay =
  | { readonly kind: "none" }
  | { readonly kind: "bar"; readonly ring: RingCard; readonly more: number }
  | {
      readonly kind: "sheet";
      readonly consult: string;
      readonly ring: RingCard | null;
      readonly others: readonly RingCard[];
    }
  | { readonly kind: "over"; readonly over: Over };

export interface Place {
  /** In the room: only an emergency may stand in front of the patient. */
  readonly inCall: boolean;
  /** The worklist shows open rings itself. */
  readonly onWorklist: boolean;
}

export function overlayOf(board: Board, { inCall, onWorklist }: Place): Overlay {
  const { shown } = board;
  const ring = shown === null ? null : (board.rings.find((open) => open.consult.id === shown.consult) ?? null);
  const discreet = inCall && shown?.asked === false && ring !== null && ring.consult.urgency !== "stat";
  if (shown !== null && !discreet) {
    const others = board.rings.filter((open) => open.consult.id !== shown.consult);
    return { kind: "sheet", consult: shown.consult, ring, others };
  }
  if (board.over !== null && !discreet) return { kind: "over", over: board.over };
  const loud = board.rings.filter((open) => !open.silent);
  const first = discreet ? ring : loud[0];
  if (!first || (onWorklist && !discreet)) return { kind: "none" };
  return { kind: "bar", ring: first, more: loud.length - 1 };
}

/** Rings that a person who looks at this page sees; the worklist shows all of them where no sheet covers it. */
export function inSight(overlay: Overlay, board: Board, { onWorklist }: Place): readonly string[] {
  switch (overlay.kind) {
    case "sheet":
      return [...(overlay.ring ? [overlay.ring] : []), ...overlay.others].map((ring) => ring.ring_id);
    case "bar":
      return [overlay.ring.ring_id];
    case "none":
      return onWorklist ? board.rings.map((ring) => ring.ring_id) : [];
    case "over":
      return [];
  }
}

/** Whether a tone must sound: any open ring that is not silent and was not muted. */
export function sounds(board: Board, muted: ReadonlySet<string>): boolean {
  return board.rings.some((ring) => !ring.silent && !muted.has(ring.ring_id));
}

/** Why an act cannot be done; null when it can. `hidden`: it makes no sense here at all. */
export type Refusal = "stat" | "hidden" | null;

export function refusal(act: Act, consult: Summary, ring: RingCard | null): Refusal {
  const stat = consult.urgency === "stat";
  switch (act) {
    case "take":
      return null;
    case "pass":
    case "specialty":
      return ring === null ? "hidden" : null;
    case "more":
      // Already asked: the station is writing.
      if (consult.state !== "waiting") return "hidden";
      return stat ? "stat" : null;
    case "written":
      return stat ? "stat" : null;
  }
}

/** The case may still be taken by whoever looks at it. */
export const takeable = (consult: Summary): boolean => consult.state === "waiting" || consult.state === "returned";
