/** What the figures of a link mean: how good it is, which way it is weak, whether voice or picture stands still. Pure. */
import type { PeerStats } from "@/lib/peer-stats";

export type Level = "good" | "weak" | "poor";

export interface Quality {
  readonly last: PeerStats | null;
  /** Looks at this connection so far. */
  readonly looks: number;
  readonly level: Level;
  /** Which way is to blame; both when nothing tells them apart. */
  readonly up: boolean;
  readonly down: boolean;
  /** Looks in a row at a weak way up, and at a clean link; advice waits for several. */
  readonly badUps: number;
  readonly cleans: number;
  /** Looks in a row without a new packet of voice, a new frame of picture. */
  readonly silentLooks: number;
  readonly stillLooks: number;
  readonly bytes: number;
}

export const UNKNOWN: Quality = {
  last: null,
  looks: 0,
  level: "good",
  up: false,
  down: false,
  badUps: 0,
  cleans: 0,
  silentLooks: 0,
  stillLooks: 0,
  bytes: 0,
};

/** One look every two seconds. */
export const LOOK_MS = 2_000;
/** A new connection sends little and the estimate starts low: it is not judged in its first eight seconds. */
const SETTLED_AFTER = 4;
const STANDS_STILL = 3;
const ADVISE_AFTER = 3;
const CLIMB_AFTER = 10;

/** From the weak-link rows of the media report: above these, picture, then voice, suffers. */
const WEAK = { rttMs: 500, lossPct: 5, concealedPct: 3, uplinkKbps: 180 };
const POOR = { rttMs: 1_200, lossPct: 15, concealedPct: 10, uplinkKbps: 70 };

type Marks = typeof WEAK;
const above = (value: number | null, mark: number): boolean => value !== null && value >= mark;
// The estimate starts low and climbs; it says something only while a picture asks for room.
const upBeyond = (s: PeerStats, m: Marks, sendsPicture: boolean): boolean =>
  above(s.outLossPct, m.lossPct) || (sendsPicture && s.uplinkKbps !== null && s.uplinkKbps < m.uplinkKbps);
const downBeyond = (s: PeerStats, m: Marks): boolean =>
  above(s.lossPct, m.lossPct) || above(s.concealedPct, m.concealedPct);

export function look(before: Quality, stats: PeerStats, sendsPicture: boolean): Quality {
  // Fewer bytes than before: another connection, counted anew.
  const since = before.last !== null && stats.bytes >= before.last.bytes ? before.last : null;
  const looks = since === null ? 1 : before.looks + 1;
  const stands = (key: "audioPackets" | "framesDecoded"): boolean => since !== null && stats[key] === since[key];
  const counted = {
    last: stats,
    looks,
    silentLooks: stands("audioPackets") ? before.silentLooks + 1 : 0,
    stillLooks: stands("framesDecoded") ? before.stillLooks + 1 : 0,
    bytes: before.bytes + stats.bytes - (since?.bytes ?? 0),
  };
  if (looks <= SETTLED_AFTER) return { ...UNKNOWN, ...counted };
  const poor = above(stats.rttMs, POOR.rttMs) || upBeyond(stats, POOR, sendsPicture) || downBeyond(stats, POOR);
  const up = upBeyond(stats, WEAK, sendsPicture);
  const down = downBeyond(stats, WEAK);
  const weak = poor || up || down || above(stats.rttMs, WEAK.rttMs);
  return {
    ...counted,
    level: poor ? "poor" : weak ? "weak" : "good",
    up,
    down,
    badUps: up || above(stats.rttMs, POOR.rttMs) ? before.badUps + 1 : 0,
    cleans: weak ? 0 : before.cleans + 1,
  };
}

export const hasNoVoice = (quality: Quality): boolean => quality.silentLooks >= STANDS_STILL;
export const hasStillPicture = (quality: Quality): boolean => quality.stillLooks >= STANDS_STILL;
export const isUplinkBad = (quality: Quality): boolean => quality.badUps >= ADVISE_AFTER;
export const mayClimb = (quality: Quality): boolean => quality.cleans >= CLIMB_AFTER;
