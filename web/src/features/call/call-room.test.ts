/** The room over a socket of the test: long because each frame and each fall of the line has its case. */
import { beforeEach, describe, expect, test, vi } from "vitest";

import { enterEarly } from "@/lib/call-entry";
import { Problem } from "@/lib/problem";
import { statsOf } from "@/test/calls";

import { CallRoom, type RoomSocket } from "./call-room";
import { fetchInCall } from "./in-call-later";

import type { LocalMedia } from "@/lib/local-media";
import type { PeerOptions, Ready } from "@/lib/peer";
import type { PeerStats } from "@/lib/peer-stats";
import type { Preset } from "@/lib/rungs";
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
  probe = vi.fn();
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
  preset: Preset | null | undefined;
  lineOpen: boolean | undefined;
  servers: unknown = null;
  figures: PeerStats | null = null;
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
  tune = (preset: Preset | null) => {
    this.preset = preset;
    return Promise.resolve();
  };
  expectVoice = vi.fn();
  signaling = (open: boolean) => {
    this.lineOpen = open;
  };
  configure = (servers: unknown) => {
    this.servers = servers;
  };
  stats = (): Promise<PeerStats | null> => Promise.resolve(this.figures);
  close = () => {
    this.closed = true;
  };
  restart = () => undefined;
  pictureStats = (): Promise<RTCStatsReport | null> => Promise.resolve(null);
  pausePicture = vi.fn();
}

const camera = { kind: "video", id: "cam", getConstraints: () => ({ width: { ideal: 640 } }) };
const [audio, video] = [{ kind: "audio" }, camera] as unknown as [MediaStreamTrack, MediaStreamTrack];
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
const ready = (peer_generation = 7, own = generation(), more: object = {}) =>
  socket.hear({
    first_rung: null,
    ceiling: null,
    relay_only: false,
    type: "call_ready",
    polite: true,
    peer: SHE,
    peer_generation,
    generation: own,
    ice_servers: [{ urls: ["turn:t"], username: "u", credential: "c" }],
    ...more,
  } as never);
const told = () => socket.sent.filter((frame) => frame.type === "media").at(-1);
const incidents = () =>
  socket.sent.filter((frame) => frame.type === "incident").map(({ kind, value }) => `${kind} ${value}`.trim());

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

test("the voice rung stops only the sending: the camera stays open, the other side is told, the black box too", () => {
  room.start();
  room.useMedia(local());
  ready();

  room.choose("voice");

  expect(peer().tracks).toEqual({ audio, video });
  expect([peer().preset?.name, peer().preset?.video]).toEqual(["E", null]);
  expect(told()).toMatchObject({ camera: false, microphone: true, rung: "voice", cause: "chosen" });
  expect(incidents()).toContain("forced voice");
});

test("the saver sends the small picture, and the voice twice where there is room for it", () => {
  room.start();
  room.useMedia(local());
  ready();
  room.choose("low_video");

  expect(peer().preset).toMatchObject({ name: "C", video: { width: 320, height: 180, fps: 12, kbps: 110 } });
  expect(peer().preset?.audio.red).toBe(true);
});

test("the first offer is made on the rung this place's link usually bears", () => {
  room.start();
  room.useMedia(local());
  const order: string[] = [];
  peer().tune = (preset) => Promise.resolve(void order.push(`tune ${preset?.name}`));
  peer().ready = () => void order.push("ready");
  ready(7, generation(), { first_rung: "voice" });

  expect(order).toEqual(["tune E", "ready"]);
});

test("the switch outlives a reload", () => {
  room.start();
  room.choose("voice");
  const again = new CallRoom(socket, CALL, (options) => new FakePeer(options));

  expect(again.state.choice).toBe("voice");
  expect(new CallRoom(socket, "another", (options) => new FakePeer(options)).state.choice).toBe("video");
});

const FIGURES = statsOf({
  rttMs: 100,
  outKbps: 300,
  inKbps: 280,
  lossPct: 1,
  fps: 20,
  framesDecoded: 1,
  audioPackets: 1,
  uplinkKbps: 900,
  bytes: 1_000,
});

describe("once a call runs", () => {
  beforeEach(async () => {
    await fetchInCall();
    at = 0;
    vi.useFakeTimers();
    room.start();
    room.useMedia(local());
    ready();
    peer().options.onState("live");
    return () => vi.useRealTimers();
  });
  let at = 0;
  const look = (seconds: number, change: (at: number) => Partial<PeerStats>) => {
    peer().stats = () => {
      at += 1;
      return Promise.resolve({
        ...FIGURES,
        bytes: 1_000 + at * 100_000,
        framesDecoded: at,
        audioPackets: at,
        ...change(at),
      });
    };
    return vi.advanceTimersByTimeAsync(seconds * 1_000);
  };

  test("a row of the black box goes out every five seconds, with what was added since the last", async () => {
    await look(20, (at) => ({ freezes: at }));

    const rows = socket.sent.filter((frame) => frame.type === "measured").map(({ measurement }) => measurement);
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatchObject({
      rung: "video",
      path: "direct",
      kbytes: 200,
      freezes: 2,
      server_ms: 20,
      up_kbps: 900,
    });
    expect(incidents()).toEqual(["rung video", "path direct"]);
  });

  test("a way up that fills: the picture goes, both are told why, and it comes back by itself", async () => {
    await look(15, () => ({}));
    await look(5, () => ({ uplinkKbps: 40, outKbps: 40 }));
    expect([peer().preset?.name, told()]).toMatchObject(["E", { camera: false, rung: "voice", cause: "uplink" }]);

    await look(25, () => ({}));
    expect([peer().preset?.name, told()?.camera]).toEqual(["D", true]);
    expect(incidents()).toEqual(["rung video", "path direct", "rung voice", "cause uplink", "rung low_video"]);
  });

  test("a voice that arrives broken is told to the other side, which alone can send less", async () => {
    await look(10, () => ({ concealedPct: 9 }));

    expect(told()).toMatchObject({ hears: "broken", rung: "video" });
  });

  test("from words and stills nothing is sent, and the voice is tried again by itself", async () => {
    const hears = (how: string) =>
      socket.hear({
        type: "peer_media",
        camera: true,
        microphone: true,
        weak: false,
        rung: "video",
        cause: null,
        hears: how,
      } as never);
    hears("lost");
    await look(20, () => ({}));
    expect([peer().preset, told()?.rung, told()?.microphone]).toEqual([null, "text", false]);

    hears("clear");
    await look(25, () => ({}));
    expect([peer().preset?.name, told()?.microphone]).toEqual(["E", true]);
  });

  test("text shown for want of a line stops neither voice nor picture: they are there as soon as the line is", async () => {
    await look(5, () => ({}));
    peer().options.onState("weak");
    await look(25, () => ({}));
    expect([told()?.rung, told()?.cause, told()?.microphone]).toEqual(["text", "lost", true]);
    expect(peer().preset).toMatchObject({ name: "C", video: { kbps: 110 } });

    const tune = vi.spyOn(peer(), "tune");
    peer().options.onState("live");
    await look(5, () => ({}));
    expect([told()?.rung, tune.mock.calls.length]).toEqual(["low_video", 0]);
  });

  test("what the other side examines is sent in few sharp pictures, until it looks elsewhere", () => {
    room.choose("low_video");
    const examines = (wants_detail: boolean) =>
      socket.hear({ type: "peer_media", camera: true, microphone: true, weak: false, wants_detail } as never);
    examines(true);
    expect(peer().preset?.video).toMatchObject({ fps: 5, width: 640, prefer: "maintain-resolution", kbps: 110 });

    examines(false);
    expect(peer().preset?.video).toMatchObject({ fps: 12, width: 320 });
  });

  test("a picture of which nothing arrives is paused and tried again", async () => {
    let sent = 0;
    const rows = () => [
      ["a", { type: "outbound-rtp", packetsSent: (sent += 20) }],
      ["b", { type: "remote-inbound-rtp", timestamp: sent, fractionLost: 1 }],
    ];
    peer().pictureStats = () => Promise.resolve(new Map(rows() as never) as never);
    await look(8, () => ({}));

    expect(peer().pausePicture.mock.calls.flat()).toEqual([true, false, true]);
  });

  test("the server out of reach moves nothing while the figures are good", async () => {
    socket.lose();
    await look(30, () => ({}));

    expect([peer().lineOpen, room.state.ladder?.cause]).toEqual([false, null]);
  });
});

test("a connection that is made anew joins with a new number and stays the same one on the screen", () => {
  room.start();
  ready();
  const first = generation();
  peer().options.onRebuild?.();

  expect(generation()).toBeGreaterThan(first);
  expect([peers.length, peer().closed]).toEqual([1, false]);
});

test("fresh relay credentials reach the connection, and what the server knows of this place before it begins", () => {
  room.start();
  ready(7, generation(), { relay_only: true });
  socket.hear({ type: "ice_servers", ice_servers: [{ urls: ["turn:x"], username: "", credential: "" }] } as never);

  expect(peer().readies[0]).toMatchObject({ relayOnly: true });
  expect(peer().servers).toEqual([{ urls: ["turn:x"] }]);
});

test("that this side examines something is told, and that it no longer does", () => {
  room.start();
  room.useMedia(local());
  ready();
  room.examine(true);
  expect(told()?.wants_detail).toBe(true);

  room.examine(false);
  expect(told()?.wants_detail).toBe(false);
});

test("what this side shows is told after each call_ready, and when it changes, and not in between", () => {
  room.start();
  room.useMedia(local());
  ready();
  room.useMedia(local());
  room.useMedia(local({ microphoneOn: false }));

  const frames = socket.sent.filter((frame) => frame.type === "media");
  expect(frames.map((frame) => frame.microphone)).toEqual([true, false]);
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

test("while another tab is in the call this one asks first; “Tiếp tục ở đây” takes the seat over", () => {
  room.start();
  socket.refuse?.(new Problem({ code: "call.elsewhere" }));
  expect([room.state.entry.kind, peer().closed]).toEqual(["replaced", true]);

  room.enter(true);

  expect(room.state.entry.kind).toBe("in");
  expect(socket.joins().map((frame) => frame.take_over)).toEqual([false, true]);
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

test("a month's megabytes that run out in the call take the picture off at once, on the connection that is", () => {
  room.start();
  room.useMedia(local());
  ready();
  expect(told()).toMatchObject({ camera: true, cause: null });

  ready(7, generation(), { peer_ceiling: "voice" });

  expect(told()).toMatchObject({ camera: false, microphone: true, rung: "voice", cause: "data_cap" });
  expect([peers.length, room.state.capOf]).toEqual([1, "theirs"]);
  ready(7, generation(), { peer_ceiling: null });
  expect(told()).toMatchObject({ camera: true, rung: "video" });
});
