import { expect, test } from "vitest";

import { isDark, worstNews, type Devices } from "./banner";
import { ENTERING, reduce, type RoomEvent, type RoomState } from "./call-state";
import { look, UNKNOWN } from "./quality";

import type { PeerStats } from "@/lib/peer-stats";

const SHE = { id: "she", name: "BS. Trần Sơn Demo", profession: "doctor" } as const;
const FINE: Devices = {
  cameraFault: null,
  microphoneFault: null,
  cameraOn: true,
  microphoneOn: true,
  soundBlocked: false,
  speaking: false,
};
let clock = 0;
const stats = (change: Partial<PeerStats> = {}): PeerStats => {
  clock++;
  return {
    rttMs: 60,
    outKbps: 300,
    inKbps: 300,
    lossPct: 0,
    fps: 20,
    concealedPct: 0,
    framesDecoded: clock * 40,
    audioPackets: clock * 100,
    uplinkKbps: 900,
    outLossPct: 0,
    bytes: clock * 1000,
    ...change,
  };
};
const looked = (change: Partial<PeerStats> = {}): RoomEvent => ({
  type: "looked",
  stats: stats(change),
  sendsPicture: true,
});
const times = (n: number, event: () => RoomEvent): RoomEvent[] => Array.from({ length: n }, event);

const LIVE: readonly RoomEvent[] = [
  { type: "joining" },
  { type: "ready", peer: SHE, samePair: false },
  { type: "theirs", camera: true, microphone: true, weak: false },
  { type: "media", state: "live", at: 1 },
];
const room = (...events: RoomEvent[]): RoomState => [...LIVE, ...events].reduce(reduce, ENTERING);
const kind = (state: RoomState, devices: Partial<Devices> = {}) => worstNews(state, { ...FINE, ...devices })?.kind;

test("all well says nothing", () => {
  expect(kind(room(looked(), looked()))).toBeUndefined();
});

test("the server gone while media flows is said quietly, and the stage stays", () => {
  const state = room({ type: "line", open: false, at: 5 });

  expect(kind(state)).toBe("signal-gone");
  expect(isDark(worstNews(state, FINE))).toBe(false);
});

test("media and server both gone is this side's loss, with its beginning", () => {
  const state = room({ type: "line", open: false, at: 5 }, { type: "media", state: "weak", at: 7 });

  expect(worstNews(state, FINE)).toEqual({ kind: "lost", mine: true, since: 7 });
});

test("a peer whom the server misses too has lost the line itself", () => {
  const state = room({ type: "media", state: "weak", at: 7 }, { type: "gone", left: false, at: 8 });

  expect(worstNews(state, FINE)).toEqual({ kind: "lost", mine: false, since: 7 });
});

test("media gone while both sides hear the server is nobody's fault yet", () => {
  expect(worstNews(room({ type: "media", state: "weak", at: 7 }), FINE)).toEqual({
    kind: "lost",
    mine: null,
    since: 7,
  });
});

test("the clock of a loss does not start again while it lasts, and ends with it", () => {
  const broken = room({ type: "media", state: "weak", at: 7 }, { type: "media", state: "lost", at: 20 });
  expect(broken.brokenAt).toBe(7);

  expect(reduce(broken, { type: "media", state: "live", at: 30 }).brokenAt).toBeNull();
});

test("lost link stands above a missing microphone, that above no voice, that above a standing picture", () => {
  const silent = times(4, () => looked({ audioPackets: 5, framesDecoded: 5 }));
  const noMic = { microphoneFault: "missing" as const };

  expect(kind(room(...silent, { type: "media", state: "lost", at: 9 }), noMic)).toBe("lost");
  expect(kind(room(...silent), noMic)).toBe("no-microphone");
  expect(kind(room(...silent))).toBe("no-voice");
  expect(kind(room(...times(4, () => looked({ framesDecoded: 5 }))))).toBe("picture-still");
});

test("their picture switched off for a weak link says so; switched off by hand is no news", () => {
  const off = (weak: boolean) => room({ type: "theirs", camera: false, microphone: true, weak });

  expect([kind(off(true)), kind(off(false))]).toEqual(["picture-off", undefined]);
});

test("a muted other side is not called silent", () => {
  const state = room(
    { type: "theirs", camera: true, microphone: false, weak: false },
    ...times(4, () => looked({ audioPackets: 5 })),
  );

  expect(kind(state)).toBeUndefined();
});

test("a connection is not judged in its first eight seconds", () => {
  const weak = () => looked({ uplinkKbps: 40, rttMs: 1_500 });

  expect(room(...times(4, weak)).quality).toMatchObject({ level: "good", up: false, badUps: 0 });
  expect(room(...times(5, weak)).quality.level).toBe("poor");
});

test("a weak way up is advised about after three looks, one step down at a time", () => {
  const weak = () => looked({ uplinkKbps: 90 });

  const settled = times(4, () => looked());

  expect(kind(room(...settled, weak(), weak()))).toBeUndefined();
  expect(worstNews(room(...settled, weak(), weak(), weak()), FINE)).toEqual({ kind: "weak-up", to: "saver" });
  const saver = room({ type: "mode", mode: "saver", because: "link" }, ...settled, weak(), weak(), weak());
  expect(worstNews(saver, FINE)).toEqual({ kind: "weak-up", to: "voice" });
});

test("what was lowered for the link is offered back after twenty clean seconds of a settled link; what a person chose is not", () => {
  const clean = times(14, () => looked());

  expect(worstNews(room({ type: "mode", mode: "voice", because: "link" }, ...clean), FINE)).toEqual({
    kind: "better",
    to: "saver",
  });
  expect(kind(room({ type: "mode", mode: "voice", because: "person" }, ...clean))).toBeUndefined();
});

test("a new connection of the other side begins without old news", () => {
  const state = room({ type: "media", state: "weak", at: 7 }, { type: "ready", peer: SHE, samePair: false });

  expect([state.brokenAt, state.everLive, state.theirs]).toEqual([null, false, null]);
});

test("speaking into a microphone that is off is said", () => {
  expect(kind(room(), { speaking: true, microphoneOn: false })).toBe("muted-speaking");
});

test("used bytes go on counting over a rebuilt connection", () => {
  const first = look(look(UNKNOWN, stats({ bytes: 1_000 }), true), stats({ bytes: 5_000 }), true);

  expect(look(first, stats({ bytes: 700 }), true).bytes).toBe(5_700);
});
