/**
 * How much of the line a picture may take while people talk: voice first. Pure but for the one share of this page.
 *
 * Slowly up, halved down: when the other side hears us badly, or the way there and back grows long, the picture gives
 * way at once and comes back slowly. Above it stands what the browser estimates less what voice takes, and what the
 * pieces themselves took.
 */
import type { PeerStats } from "./peer-stats";

export interface Share {
  readonly kbps: number;
  readonly leastRttMs: number | null;
  /** What the last piece showed the line to bear beside voice; 0 before the first. */
  readonly bore: number;
}

/** One picture of 300 kB in five minutes at 48 kbit/s, headers and all, even where voice is never quite well. */
export const LEAST_KBPS = 12;
const FIRST_KBPS = 24;
const MOST_KBPS = 2_000;
const LONG = { factor: 1.8, ms: 150 };
const VOICE_KBPS = 40;
/** An estimate says something only while it is used up: of what is not asked for the browser knows little. */
const USED_UP = 0.8;

export const FIRST: Share = { kbps: FIRST_KBPS, leastRttMs: null, bore: 0 };

export interface Figures extends Pick<PeerStats, "rttMs" | "uplinkKbps" | "outKbps" | "outLossPct"> {
  /** A picture is sent live: it takes what there is, and shares it. */
  readonly sendsPicture: boolean;
  readonly hears: "clear" | "broken" | "lost" | null;
}

export function shared(before: Share, now: Figures): Share {
  const leastRttMs = now.rttMs === null ? before.leastRttMs : Math.min(now.rttMs, before.leastRttMs ?? now.rttMs);
  const queued = now.rttMs !== null && leastRttMs !== null && now.rttMs > leastRttMs * LONG.factor + LONG.ms;
  const unwell = now.hears === "broken" || now.hears === "lost" || (now.outLossPct ?? 0) > 10 || queued;
  if (unwell) return { ...before, kbps: Math.max(LEAST_KBPS, before.kbps / 2), leastRttMs };
  const room = roomOf(now);
  const grown = Math.max(before.kbps * 1.3, now.sendsPicture ? (room ?? 0) * 0.25 : 0);
  const most = room === null ? MOST_KBPS : Math.max(LEAST_KBPS, now.sendsPicture ? room * 0.4 : room);
  return { ...before, kbps: Math.min(grown, most, MOST_KBPS), leastRttMs };
}

/** What voice leaves; null where nobody can say. */
function roomOf({ uplinkKbps, outKbps, sendsPicture }: Figures): number | null {
  if (uplinkKbps === null) return null;
  if (sendsPicture) return Math.max(0, uplinkKbps - VOICE_KBPS);
  const voice = outKbps ?? 0;
  return voice >= USED_UP * uplinkKbps ? Math.max(0, uplinkKbps - voice) : null;
}

/** A piece of so many bytes held the line for so long. Of two in a row the better counts: one may have been lost and sent again. */
export function took(before: Share, bytes: number, heldMs: number): Share {
  const bore = heldMs <= 0 ? MOST_KBPS : (bytes * 8) / heldMs;
  const kbps = Math.max(LEAST_KBPS, Math.min(before.kbps, Math.max(bore, before.bore)));
  return { ...before, kbps, bore };
}

let share: Share | null = null;

/** Each look at the call; null: it is over, and the line is the picture's alone. */
export function shareLink(now: Figures | null): void {
  share = now && shared(share ?? FIRST, now);
}

export function tookLink(bytes: number, heldMs: number): void {
  share &&= took(share, bytes, heldMs);
}

/** What a picture may take now; null: all there is. */
export const pictureKbps = (): number | null => share?.kbps ?? null;
