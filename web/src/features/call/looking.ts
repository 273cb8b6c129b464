/** What one look at the figures changes in the room: how the other is heard, the rung, the meter. Pure. */
import { listen, step } from "@/lib/rung-control";
import { FRESH_EAR, moved, rungOf, sent } from "@/lib/rungs";

import { look } from "./quality";

import type { PeerStats } from "@/lib/peer-stats";
import type { RoomState } from "./call-state";

const BETTER_SAID_MS = 10_000;
/** To the server and back: above this the way there is a slow one. */
const SLOW_MS = 250;

export interface LookNow {
  /** Null while the connection gives none. */
  readonly stats: PeerStats | null;
  readonly sendsPicture: boolean;
  readonly socketRttMs: number | null;
  readonly at: number;
}

export function looked(state: RoomState, { stats, sendsPicture, socketRttMs, at }: LookNow): RoomState {
  const { theirs, quality, lineLostAt } = state;
  // Twice in a row: a busy machine is slow for a moment too.
  const slowLooks = lineLostAt !== null || (socketRttMs ?? 0) >= SLOW_MS ? state.slowLooks + 1 : 0;
  const slow = slowLooks > 1;
  // Alone in the room there is no link to judge.
  if (state.ladder === null || state.away?.left === true) return { ...state, slowLooks, slow };
  const connected = state.media === "live";
  // Fewer bytes than before: they are counted anew, over another path.
  const isAnother = stats !== null && quality.last !== null && stats.bytes < quality.last.bytes;
  const they = { speaks: theirs?.microphone !== false, bare: theirs?.rung === "voice" };
  const heardBefore = isAnother ? { ...FRESH_EAR, silent: true } : state.ear;
  const ear = connected && stats === null ? heardBefore : listen(heardBefore, stats, quality.last, they, at);
  const isBack = heardBefore.silent && !ear.silent;
  // What they hear is known only while both lines to the server stand.
  const heard = lineLostAt !== null || state.away !== null ? null : (theirs?.hears ?? null);
  const ladder = step(
    isAnother ? moved(state.ladder, at) : state.ladder,
    {
      connected: connected && !ear.silent,
      lineOpen: lineLostAt === null,
      stats,
      cpuBound: stats?.limitedBy === "cpu",
      sendsPicture,
      heard,
      hears: ear.hearing,
      slow: { mine: slow, theirs: theirs?.weak === true },
    },
    state.end,
    at,
  );
  const rung = rungOf(sent(ladder));
  const climbed = ladder.climbedAt === at && rung !== rungOf(sent(state.ladder));
  const stale = state.better === null || at - state.better.at > BETTER_SAID_MS || rung !== state.better.rung;
  return {
    ...state,
    slowLooks,
    slow,
    ear,
    ladder,
    better: climbed ? { rung, at } : stale ? null : state.better,
    quality: stats === null ? quality : look(isBack ? { ...quality, looks: 0 } : quality, stats, sendsPicture),
  };
}
