/** One row of the call's black box: what two looks had in common, and what was added since the row before. Pure. */
import type { PeerStats } from "@/lib/peer-stats";
import type { Rung } from "@/lib/rungs";
import type { OutFrame } from "@/lib/socket-client";

export interface Look {
  readonly stats: PeerStats;
  readonly rung: Rung;
  /** To the server and back. */
  readonly serverMs: number | null;
}

type Measurement = Extract<OutFrame, { type: "measured" }>["measurement"];

/** `before`: the last look of the row before; null, or of a connection that is gone: counted from the beginning. */
export function measurement(looks: readonly Look[], before: PeerStats | null): Measurement {
  const last = looks.at(-1);
  const mean = (pick: (stats: PeerStats) => number | null, most: number, digits = 0): number | null => {
    const told = looks.map(({ stats }) => pick(stats)).filter((value) => value !== null);
    if (told.length === 0) return null;
    const value = told.reduce((sum, one) => sum + one, 0) / told.length;
    return Math.min(most, Math.round(value * 10 ** digits) / 10 ** digits);
  };
  const from = before !== null && last !== undefined && last.stats.bytes >= before.bytes ? before : null;
  const added = (key: "freezes" | "bytes"): number => (last?.stats[key] ?? 0) - (from?.[key] ?? 0);
  return {
    rtt_ms: mean((stats) => stats.rttMs, 60_000),
    out_kbps: mean((stats) => stats.outKbps, 100_000),
    in_kbps: mean((stats) => stats.inKbps, 100_000),
    loss_pct: mean((stats) => stats.lossPct, 100, 1),
    fps: mean((stats) => stats.fps, 240),
    concealed_pct: mean((stats) => stats.concealedPct, 100, 1),
    jitter_ms: mean((stats) => stats.jitterMs, 60_000),
    delay_ms: mean((stats) => stats.delayMs, 60_000),
    out_loss_pct: mean((stats) => stats.outLossPct, 100, 1),
    freezes: Math.min(1_000, Math.max(0, added("freezes"))),
    up_kbps: mean((stats) => stats.uplinkKbps, 100_000),
    rung: last?.rung ?? null,
    path: last?.stats.path ?? null,
    kbytes: Math.min(1_000_000, Math.round(added("bytes") / 1000)),
    server_ms: last?.serverMs == null ? null : Math.min(60_000, Math.round(last.serverMs)),
  };
}
