import { expect, test } from "vitest";

import { statsOf, theirsOf } from "@/test/calls";
import { worstNews, type Devices } from "./banner";
import {
  causeNow,
  ENTERING,
  linkLevel,
  reduce as reduced,
  rungNow,
  UNKNOWN,
  type RoomEvent,
  type RoomState,
  type Theirs,
} from "./call-state";
import { looked as afterLook, type LookNow } from "./looking";
import { look } from "./quality";

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
const LOOK_MS = 2_500;
/** A look is no event: what it changes is fetched later than the rest. */
type Step = RoomEvent | ({ readonly type: "looked" } & LookNow);
const reduce = (state: RoomState, step: Step): RoomState =>
  step.type === "looked" ? afterLook(state, step) : reduced(state, step);
let clock = 0;
const stats = (change: Partial<PeerStats> = {}): PeerStats => {
  clock++;
  const counted = { framesDecoded: clock * 40, audioPackets: clock * 100, bytes: clock * 1000 };
  return statsOf({ rttMs: 60, outKbps: 300, inKbps: 300, uplinkKbps: 900, ...counted, ...change });
};
const looked = (change: Partial<PeerStats> = {}): Step => ({
  type: "looked",
  stats: stats(change),
  sendsPicture: true,
  socketRttMs: 20,
  at: clock * LOOK_MS,
});
const times = (n: number, event: () => Step): Step[] => Array.from({ length: n }, event);

const READY: RoomEvent = {
  type: "ready",
  peer: SHE,
  samePair: false,
  end: "station",
  first: null,
  cap: null,
  peerCap: null,
  socketRttMs: 20,
  kept: null,
  at: 0,
};
const theirs = (change: Partial<Theirs> = {}): RoomEvent => ({ type: "theirs", ...theirsOf(change) });
const LIVE: readonly RoomEvent[] = [{ type: "joining" }, READY, theirs(), { type: "media", state: "live", at: 1 }];
const room = (...events: Step[]): RoomState => [...LIVE, ...events].reduce(reduce, ENTERING);
const kind = (state: RoomState, devices: Partial<Devices> = {}) => worstNews(state, { ...FINE, ...devices })?.kind;

test("all well says nothing", () => {
  expect(kind(room(looked(), looked()))).toBeUndefined();
});

test("the server gone while media flows is said quietly", () => {
  const state = room({ type: "line", open: false, at: 5 });

  expect(kind(state)).toBe("signal-gone");
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

test("their picture off for their link says whose link; off by hand or by their switch is no news", () => {
  const off = (change: Partial<Theirs>) => worstNews(room(theirs({ camera: false, ...change })), FINE);

  expect(off({ rung: "voice", cause: "uplink" })).toEqual({
    kind: "rung",
    rung: "voice",
    cause: "uplink",
    whose: "theirs",
  });
  expect([off({}), off({ rung: "voice", cause: "chosen" })]).toEqual([null, null]);
});

test("what they hold back because we hear badly is our way down", () => {
  expect(worstNews(room(theirs({ rung: "low_video", cause: "downlink" })), FINE)).toMatchObject({ whose: "mine" });
});

test("a muted other side is not called silent", () => {
  const state = room(theirs({ microphone: false }), ...times(4, () => looked({ audioPackets: 5 })));

  expect(kind(state)).toBeUndefined();
});

test("a connection is not judged in its first ten seconds", () => {
  const weak = () => looked({ uplinkKbps: 40, rttMs: 1_500 });

  expect(room(...times(4, weak)).quality).toMatchObject({ level: "good", up: false });
  expect(room(...times(5, weak)).quality.level).toBe("poor");
});

const weakUp = () => looked({ uplinkKbps: 40, outKbps: 40 });
const settled = () => times(5, () => looked());
/** Down to voice, whose way up is to blame. */
const FALLEN = () => [...settled(), ...times(1, weakUp)];

test("a way up that does not carry the picture takes it down by itself and says why; the other side hears of it", () => {
  const state = room(...FALLEN());

  expect(rungNow(state)).toBe("voice");
  expect(worstNews(state, FINE)).toEqual({ kind: "rung", rung: "voice", cause: "uplink", whose: "mine" });
  expect(linkLevel(state)).toBe("poor");
});

test("after twenty clean seconds it climbs by itself, says so for a moment, and what a person chose stays", () => {
  const back = room(...FALLEN(), ...times(9, () => looked()));
  expect([rungNow(back), worstNews(back, FINE)]).toMatchObject(["low_video", { kind: "rung", rung: "low_video" }]);

  const whole = room(...FALLEN(), ...times(27, () => looked()));
  expect([rungNow(whole), worstNews(whole, FINE)]).toEqual(["video", { kind: "better", rung: "video" }]);
  expect(kind([...times(6, () => looked())].reduce(reduce, whole))).toBeUndefined();

  const chosen = room({ type: "chose", choice: "voice" }, ...times(40, () => looked()));
  expect([rungNow(chosen), kind(chosen)]).toEqual(["voice", undefined]);
});

test("voice that nobody can follow stands above all but a lost link", () => {
  const state = room(
    ...settled(),
    theirs({ hears: "lost" }),
    ...times(4, () => looked({ uplinkKbps: 20, outKbps: 20 })),
  );

  expect([rungNow(state), kind(state, { microphoneFault: "missing" })]).toEqual(["text", "rung"]);
  expect(kind(reduce(state, { type: "media", state: "lost", at: 9 }))).toBe("lost");
});

test("what they hear is believed only while both lines to the server stand", () => {
  const deaf = [theirs({ hears: "broken" }), { type: "line", open: false, at: 5 } as const];

  expect(rungNow(room(...settled(), ...deaf, ...times(4, () => looked())))).toBe("video");
});

test("the month's megabytes hold the rung and are named; a place that is known begins low and says so", () => {
  const knowing = (change: object) =>
    [{ type: "joining" } as const, { ...READY, ...change }, ...LIVE.slice(2)].reduce(reduce, ENTERING);

  expect(worstNews(knowing({ cap: "low_video" }), FINE)).toMatchObject({ rung: "low_video", cause: "data_cap" });
  expect(worstNews(knowing({ first: "voice" }), FINE)).toMatchObject({ rung: "voice", cause: "usual" });
});

test("megabytes that are used up in the call lower both sides at once, and both know whose they are", () => {
  const again = (change: object): RoomEvent => ({ ...READY, samePair: true, ...change });
  const lowered = theirs({ rung: "voice", cause: "data_cap" });
  const here = room(again({ cap: "voice", peerCap: "low_video" }), lowered);
  const there = room(again({ peerCap: "voice" }), lowered);

  expect([here, there].map(rungNow)).toEqual(["voice", "voice"]);
  expect([here, there].map(causeNow)).toEqual(["data_cap", "data_cap"]);
  expect([here, there].map((one) => worstNews(one, FINE))).toMatchObject([{ whose: "mine" }, { whose: "theirs" }]);
  expect(worstNews(room(again({ peerCap: "voice" })), FINE)).toMatchObject({ cause: "data_cap", whose: "theirs" });
  expect(here.media).toBe("live");
  expect(rungNow(reduce(here, again({})))).toBe("video");
});

test("a new connection of the other side begins without old news", () => {
  const state = room({ type: "media", state: "weak", at: 7 }, READY);

  expect([state.brokenAt, state.everLive, state.theirs]).toEqual([null, false, null]);
});

test("speaking into a microphone that is off is said", () => {
  expect(kind(room(), { speaking: true, microphoneOn: false })).toBe("muted-speaking");
});

test("used bytes go on counting over a rebuilt connection", () => {
  const first = look(look(UNKNOWN, stats({ bytes: 1_000 }), true), stats({ bytes: 5_000 }), true);

  expect(look(first, stats({ bytes: 700 }), true).bytes).toBe(5_700);
});
