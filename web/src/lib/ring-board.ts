/** The rings of the one signed in: which are open, whose sheet is shown, how the one under their eyes ended. Pure. */
import { serverNow } from "./clock";

import type { NewsFrame } from "./socket-client";
import type { Schema } from "@/wire/schema";

export type RingCard = Schema<"RingCard">;
export type Summary = Schema<"ConsultSummary">;
type Person = Schema<"PersonRef">;

/**
 * How a shown ring ended. here: another device of the same person took it. taken: a colleague. missed: time is up, it
 * may still be taken. cancelled: the station withdrew it or left. returned: a colleague asked the station for more.
 * moved: it is rung anew elsewhere (other specialty, higher urgency).
 */
export type Ending = "here" | "taken" | "missed" | "cancelled" | "returned" | "moved";

export interface Over {
  readonly ring: RingCard;
  readonly how: Ending;
  readonly by: Person | null;
  readonly at: number;
}

export interface Board {
  /** Open, most urgent first, then who waits longest. */
  readonly rings: readonly RingCard[];
  /** The consult whose sheet is open; `asked` when a person opened it. */
  readonly shown: { readonly consult: string; readonly asked: boolean } | null;
  /** Rings whose sheet was put away: they go on ringing in a bar. */
  readonly folded: readonly string[];
  readonly over: Over | null;
  /** Counts what came by socket, so that an answer fetched meanwhile is known to be old. */
  readonly news: number;
  /** Rings that are over: a list asked for before they ended must not bring them back. */
  readonly ended: readonly string[];
  /** The consult this very page is taking: its ring's end is no news from elsewhere. */
  readonly claiming: string | null;
}

export const EMPTY_BOARD: Board = {
  rings: [],
  shown: null,
  folded: [],
  over: null,
  news: 0,
  ended: [],
  claiming: null,
};
const REMEMBERED = 50;

export type BoardEvent =
  | { readonly kind: "list"; readonly rings: readonly RingCard[] }
  | { readonly kind: "open"; readonly consult: string }
  | { readonly kind: "fold" }
  | { readonly kind: "close" }
  /** This page asks for the case; null when it did not get it. */
  | { readonly kind: "claim"; readonly consult: string | null }
  /** The server is silent: what was to end meanwhile has ended, though nobody could say so. */
  | { readonly kind: "unheard"; readonly at: number }
  /** This person declined or took it: nothing is left to show. */
  | { readonly kind: "done"; readonly consult: string }
  | { readonly kind: "frame"; readonly frame: NewsFrame; readonly me: string; readonly at?: number };

const RANK = { stat: 0, urgent: 1, routine: 2 } as const;

/** Most urgent first, then who waits longest. */
export function byUrgency(a: Summary, b: Summary): number {
  const sent = (summary: Summary) => new Date(summary.sent_at ?? summary.created_at).getTime();
  return RANK[a.urgency] - RANK[b.urgency] || sent(a) - sent(b);
}

export function reduceBoard(board: Board, event: BoardEvent): Board {
  switch (event.kind) {
    case "list":
      return settled(listed(board, event.rings));
    case "open":
      return { ...board, shown: { consult: event.consult, asked: true }, over: null };
    case "fold":
      return folded(board);
    case "close":
      return settled({ ...folded(board), over: null });
    case "claim":
      return { ...board, claiming: event.consult };
    case "done":
      return settled({
        ...remembering(
          board,
          ...board.rings.filter((ring) => ring.consult.id === event.consult).map((ring) => ring.ring_id),
        ),
        claiming: null,
        rings: board.rings.filter((ring) => ring.consult.id !== event.consult),
        shown: board.shown?.consult === event.consult ? null : board.shown,
        over: board.over?.ring.consult.id === event.consult ? null : board.over,
      });
    case "unheard":
      return unheard(board, event.at);
    case "frame":
      return heard(board, event.frame, event.me, event.at ?? serverNow());
  }
}

function unheard(board: Board, at: number): Board {
  const late = board.rings.filter((ring) => new Date(ring.deadline_at).getTime() < at);
  if (late.length === 0) return board;
  const shown = late.find((ring) => ring.consult.id === board.shown?.consult);
  const left = { ...board, rings: board.rings.filter((ring) => !late.includes(ring)) };
  if (!shown || board.claiming === shown.consult.id) return left;
  return { ...left, shown: null, over: { ring: shown, how: "missed", by: null, at } };
}

function heard(board: Board, frame: NewsFrame, me: string, at: number): Board {
  const next = { ...board, news: board.news + 1 };
  switch (frame.type) {
    case "snapshot":
      return settled(listed(next, frame.rings));
    case "ring":
      if (board.ended.includes(frame.ring.ring_id)) return board;
      return settled({ ...next, rings: sorted([...without(next.rings, frame.ring.ring_id), frame.ring]) });
    case "ring_over": {
      const ring = board.rings.find((open) => open.ring_id === frame.ring_id);
      const known = remembering(next, frame.ring_id);
      if (!ring) return known;
      const left = { ...known, rings: without(board.rings, frame.ring_id) };
      if (board.shown?.consult !== frame.consult_id) return settled(left);
      if (board.claiming === frame.consult_id && (frame.outcome === "accepted" || frame.taken_by?.id === me))
        return { ...left, shown: null };
      const how = endingOf(frame.outcome, frame.taken_by, me);
      const over = how === null ? null : { ring, how, by: frame.taken_by, at };
      return settled({ ...left, shown: null, over });
    }
    case "consult": {
      const touched = [...board.rings.map((ring) => ring.consult), ...(board.over ? [board.over.ring.consult] : [])];
      if (!touched.some((held) => held.id === frame.consult.id && held.version <= frame.consult.version)) return board;
      const renew = (ring: RingCard) =>
        ring.consult.id === frame.consult.id ? { ...ring, consult: frame.consult } : ring;
      const over = board.over && retold({ ...board.over, ring: renew(board.over.ring) }, me);
      return { ...next, rings: sorted(board.rings.map(renew)), over };
    }
    default:
      return board;
  }
}

function endingOf(
  outcome: "accepted" | "declined" | "missed" | "superseded" | "cancelled",
  by: Person | null,
  me: string,
): Ending | null {
  switch (outcome) {
    case "accepted":
      return "here";
    case "declined":
      return null;
    case "superseded":
      return by?.id === me ? "here" : "taken";
    case "missed":
      return "missed";
    case "cancelled":
      return "cancelled";
  }
}

/** What the consult is now says more than how its ring ended: missed, then taken; cancelled, because it was sent back. */
function retold(over: Over, me: string): Over {
  const { consult } = over.ring;
  if (over.how === "here") return over;
  switch (consult.state) {
    case "accepted":
    case "scheduled":
      return { ...over, how: consult.specialist?.id === me ? "here" : "taken", by: consult.specialist };
    case "cancelled":
    case "transferred":
    case "expired":
      return { ...over, how: "cancelled", by: null };
    case "returned":
      return { ...over, how: "returned", by: null };
    case "waiting":
      return over.how === "cancelled" ? { ...over, how: "moved" } : over;
    case "draft":
    case "concluded":
    case "closed":
      return over;
  }
}

function remembering(board: Board, ...over: readonly string[]): Board {
  return { ...board, ended: [...board.ended.filter((id) => !over.includes(id)), ...over].slice(-REMEMBERED) };
}

function listed(board: Board, all: readonly RingCard[]): Board {
  const rings = all.filter((ring) => !board.ended.includes(ring.ring_id));
  const shown = board.shown;
  const gone = shown && !shown.asked && !rings.some((ring) => ring.consult.id === shown.consult);
  const last = gone ? board.rings.find((ring) => ring.consult.id === shown.consult) : undefined;
  return {
    ...board,
    rings: sorted(rings),
    shown: gone ? null : shown,
    folded: board.folded.filter((id) => rings.some((ring) => ring.ring_id === id)),
    // It ended while the line was down; what became of it is told by its consult's next news.
    over: last ? { ring: last, how: "missed", by: null, at: serverNow() } : board.over,
  };
}

/** A ring that sounds opens its sheet by itself, but never takes the place of one that somebody is reading. */
function settled(board: Board): Board {
  if (board.shown !== null) return board;
  const next = board.rings.find((ring) => !ring.silent && !board.folded.includes(ring.ring_id));
  return next ? { ...board, shown: { consult: next.consult.id, asked: false }, over: null } : board;
}

function folded(board: Board): Board {
  const put = board.rings.filter((ring) => ring.consult.id === board.shown?.consult).map((ring) => ring.ring_id);
  return { ...board, shown: null, folded: [...board.folded.filter((id) => !put.includes(id)), ...put] };
}

const without = (rings: readonly RingCard[], id: string) => rings.filter((ring) => ring.ring_id !== id);
const sorted = (rings: readonly RingCard[]) => [...rings].sort((a, b) => byUrgency(a.consult, b.consult));
