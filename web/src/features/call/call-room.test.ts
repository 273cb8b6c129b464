import { beforeEach, expect, test, vi } from "vitest";

import { enterEarly } from "@/lib/call-entry";
import { Problem } from "@/lib/problem";

import { CallRoom, type RoomSocket } from "./call-room";

import type { LocalMedia } from "@/lib/local-media";
import type { PeerOptions, Ready } from "@/lib/peer";
import type { PeerStats } from "@/lib/peer-stats";
import type { LinkState, NewsFrame, OutFrame } from "@/lib/socket-client";

const CALL = "c1";
const SHE = { id: "she", name: "BS. Trần Sơn Demo", profession: "doctor" } as const;

class FakeSocket implements RoomSocket {
  state: LinkState = { kind: "open", rttMs: 20 };
  sent: OutFrame[] = [];
  refuse: ((problem: Problem) => void) | undefined;
  #frame: (frame: NewsFrame) => void = () => undefined;
  #state: (state: LinkState) => void = () => undefined;
  #back: (resumed: boolean) => void = () => undefined;
  brisk = vi.fn();
  send = (frame: OutFrame, onProblem?: (problem: Problem) => void): boolean => {
    this.sent.push(frame);
    this.refuse = onProblem ?? this.refuse;
    return true;
  };
  onFrame = (listener: (frame: NewsFrame) => void) => {
    this.#frame = listener;
    return () => undefined;
  };
  onState = (listener: (state: LinkState) => void) => {
    this.#state = listener;
    return () => undefined;
  };
  onBack = (listener: (resumed: boolean) => void) => {
    this.#back = listener;
    return () => undefined;
  };
  hear(frame: Partial<NewsFrame> & { type: NewsFrame["type"] }): void {
    this.#frame({ s: 1, call: CALL, ...frame } as NewsFrame);
  }
  lose(): void {
    this.state = { kind: "reconnecting", since: 1 };
    this.#state(this.state);
  }
  comeBack(resumed: boolean): void {
    this.state = { kind: "open", rttMs: null };
    this.#state(this.state);
    this.#back(resumed);
  }
  joins() {
    return this.sent.filter((frame) => frame.type === "join");
  }
}

class FakePeer {
  options: PeerOptions;
  readies: Ready[] = [];
  tracks: Partial<Record<"audio" | "video", MediaStreamTrack | null>> = {};
  ceiling: unknown = null;
  closed = false;
  received: unknown[] = [];
  constructor(options: PeerOptions) {
    this.options = options;
  }
  ready = (ready: Ready) => void this.readies.push(ready);
  receive = (...signal: unknown[]) => {
    this.received.push(signal);
    return Promise.resolve();
  };
  setTrack = (kind: "audio" | "video", track: MediaStreamTrack | null) => {
    this.tracks[kind] = track;
    return Promise.resolve();
  };
  limitVideo = (ceiling: unknown) => {
    this.ceiling = ceiling;
    return Promise.resolve();
  };
  stats = (): Promise<PeerStats | null> => Promise.resolve(null);
  close = () => {
    this.closed = true;
  };
  restart = () => undefined;
}

const [audio, video] = [{ kind: "audio" }, { kind: "video" }] as unknown as [MediaStreamTrack, MediaStreamTrack];
const local = (change: Partial<LocalMedia> = {}): LocalMedia => ({
  state: "open",
  stream: { getAudioTracks: () => [audio], getVideoTracks: () => [video] } as unknown as MediaStream,
  cameraOn: true,
  microphoneOn: true,
  cameraFault: null,
  microphoneFault: null,
  ...change,
});

let socket: FakeSocket;
let peers: FakePeer[];
let room: CallRoom;
const peer = () => peers.at(-1)!;
const generation = () => socket.joins().at(-1)!.generation;
const ready = (peer_generation = 7, own = generation()) =>
  socket.hear({
    type: "call_ready",
    polite: true,
    peer: SHE,
    peer_generation,
    generation: own,
    ice_servers: [{ urls: ["turn:t"], username: "u", credential: "c" }],
  } as never);

beforeEach(() => {
  sessionStorage.clear();
  socket = new FakeSocket();
  peers = [];
  room = new CallRoom(socket, CALL, (options) => {
    peers.push(new FakePeer(options));
    return peer();
  });
  return () => room.stop();
});

test("entering joins with a generation of its own, and negotiates when both are there", () => {
  room.start();
  ready();

  expect(socket.joins()).toHaveLength(1);
  expect(peer().readies).toMatchObject([{ generation: generation(), peerGeneration: 7, polite: true }]);
  expect(room.state.peer).toEqual(SHE);
});

test("a seat taken before the screen stood is kept: one join, and what was said meanwhile is heard", () => {
  enterEarly(socket, CALL);
  ready();
  room.start();

  expect(socket.joins()).toHaveLength(1);
  expect(peer().readies).toMatchObject([{ generation: generation(), peerGeneration: 7 }]);
  expect(room.state.entry.kind).toBe("in");
});

test("a seat taken early and refused is refused on the screen too", () => {
  enterEarly(socket, CALL);
  socket.refuse?.(new Problem({ code: "call.full" }));
  room.start();

  expect(room.state.entry.kind).toBe("refused");
});

test("a seat whose screen does not come is given up", () => {
  vi.useFakeTimers();
  enterEarly(socket, CALL);
  vi.advanceTimersByTime(6_000);
  vi.useRealTimers();

  expect(socket.sent.at(-1)).toEqual({ type: "leave", call: CALL });
});

test("before the first welcome nothing is said; then it joins once", () => {
  socket.state = { kind: "connecting" };
  room.start();
  expect(socket.joins()).toHaveLength(0);

  socket.comeBack(false);

  expect(socket.joins()).toHaveLength(1);
});

test("a server that restarted is joined again with the same generation, and the connection is not made anew", () => {
  room.start();
  ready();
  const first = generation();

  socket.lose();
  socket.comeBack(false);
  ready();

  expect(generation()).toBe(first);
  expect([peers.length, peer().closed]).toEqual([1, false]);
});

test("a resumed link still has its seat: nothing is said again", () => {
  room.start();
  socket.lose();
  socket.comeBack(true);

  expect(socket.joins()).toHaveLength(1);
});

test("news for another connection of mine is not for this page", () => {
  room.start();
  ready(7, generation() + 1);

  expect(peer().readies).toEqual([]);
});

test("signals are named by both generations, and received ones are turned round", () => {
  room.start();
  ready(7);
  peer().options.send(
    { generation: 3, peerGeneration: 7 },
    { type: "description", kind: "offer", negotiation: 4, sdp: "v=0" },
  );
  socket.hear({
    type: "peer_description",
    generation: 7,
    to_generation: 3,
    negotiation: 4,
    kind: "answer",
    sdp: "v=1",
  } as never);

  expect(socket.sent.at(-1)).toMatchObject({ type: "description", call: CALL, generation: 3, negotiation: 4 });
  expect(peer().received).toEqual([
    [
      { generation: 7, peerGeneration: 3 },
      { type: "description", kind: "answer", negotiation: 4, sdp: "v=1" },
    ],
  ]);
});

test("the other side's dropped link closes nothing; leaving by choice does", () => {
  room.start();
  ready();

  socket.hear({ type: "peer_gone", peer: SHE, left: false } as never);
  expect(peer().closed).toBe(false);

  socket.hear({ type: "peer_gone", peer: SHE, left: true } as never);
  expect([peer().closed, room.state.away?.left]).toEqual([true, true]);
});

test("voice mode takes the picture off the line and tells the other side; the microphone stays", () => {
  room.start();
  room.useMedia(local());
  ready();

  room.setMode("voice", "person");

  expect(peer().tracks).toEqual({ audio, video: null });
  expect(socket.sent.at(-1)).toMatchObject({ type: "media", camera: false, microphone: true });
});

test("saver mode caps the picture at 320×180, 12 a second, 110 kbit/s", () => {
  room.start();
  room.useMedia(local());
  room.setMode("saver", "person");

  expect(peer().ceiling).toEqual({ kbps: 110, shrink: 2, fps: 12 });
});

test("what this side shows is told after each call_ready, and when it changes, and not in between", () => {
  room.start();
  room.useMedia(local());
  ready();
  room.useMedia(local());
  room.useMedia(local({ microphoneOn: false }));

  const told = socket.sent.filter((frame) => frame.type === "media");
  expect(told.map((frame) => frame.microphone)).toEqual([true, false]);
});

test("another tab took the seat: out of the call, and back by a new generation", () => {
  room.start();
  ready();
  const first = generation();
  socket.hear({ type: "replaced" });
  expect([room.state.entry.kind, peer().closed]).toEqual(["replaced", true]);

  room.enter();

  expect(generation()).toBeGreaterThan(first);
  expect([room.state.entry.kind, peers.length]).toEqual(["in", 2]);
});

test("going elsewhere in the app leaves the room; a replaced page has no seat to leave", () => {
  room.start();
  room.stop();
  expect(socket.sent.at(-1)).toEqual({ type: "leave", call: CALL });

  room.start();
  socket.hear({ type: "replaced" });
  socket.sent = [];
  room.stop();
  expect(socket.sent).toEqual([]);
});
