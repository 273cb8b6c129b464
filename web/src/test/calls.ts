/** What a call measures and hears, made up; a test says only what matters to it. */
import type { PeerStats } from "@/lib/peer-stats";
import type { Theirs } from "@/features/call/call-state";

/** A good line. */
export const statsOf = (change: Partial<PeerStats> = {}): PeerStats => ({
  rttMs: 120,
  outKbps: 250,
  inKbps: 250,
  lossPct: 0,
  fps: 15,
  concealedPct: 0,
  framesDecoded: 0,
  audioPackets: 0,
  uplinkKbps: 600,
  outLossPct: 0,
  bytes: 0,
  jitterMs: 5,
  delayMs: 80,
  freezes: 0,
  freezeMs: 0,
  path: "direct",
  limitedBy: null,
  width: 640,
  ...change,
});

/** The other side with all of it on. */
export const theirsOf = (change: Partial<Theirs> = {}): Theirs => ({
  camera: true,
  microphone: true,
  weak: false,
  rung: "video",
  cause: null,
  hears: "clear",
  wantsDetail: false,
  ...change,
});
