/** What the figures of a link mean: how good it is, whether voice or picture stands still. Pure. */
import { UNKNOWN, type Quality } from "./call-state";

import type { PeerStats } from "@/lib/peer-stats";

/** A new connection sends little and the estimate starts low: it is not judged in its first ten seconds. */
const SETTLED_AFTER = 4;
const STANDS_STILL = 3;

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
  };
}

export const hasNoVoice = (quality: Quality): boolean => quality.silentLooks >= STANDS_STILL;
export const hasStillPicture = (quality: Quality): boolean => quality.stillLooks >= STANDS_STILL;
