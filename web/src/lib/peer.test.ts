/** One side and the other over fakes: long because each thing that may befall a connection has its case. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { FakePeerConnection, FakeReceiver } from "@/test/fake-peer-connection";

import { nextGeneration } from "./call-entry";
import { Peer, type Pair, type PeerSignal, type PeerState } from "./peer";
import { presetOf, type AudioPreset } from "./rungs";

interface Side {
  peer: Peer;
  sent: PeerSignal[];
  states: PeerState[];
  incidents: string[];
  rebuilds: number;
  silences: number;
  readonly pc: FakePeerConnection;
  pair: Pair;
}

/** Where a side's signals go; a test may cut it, as a lost link does. */
let deliver: boolean;

vi.stubGlobal("RTCRtpReceiver", FakeReceiver);
vi.stubGlobal(
  "MediaStream",
  class {
    addTrack(): void {}
  },
);

function side(): Side {
  const mine: FakePeerConnection[] = [];
  const it: Side = {
    sent: [],
    states: [],
    incidents: [],
    rebuilds: 0,
    silences: 0,
    pair: { generation: 0, peerGeneration: 0 },
    get pc() {
      const last = mine.at(-1);
      if (!last) throw new Error("no connection yet");
      return last;
    },
    peer: new Peer({
      send: (pair, signal) => {
        it.sent.push(signal);
        it.pair = pair;
        if (deliver) queueMicrotask(() => void other(it).peer.receive(pair, signal));
      },
      onState: (state) => it.states.push(state),
      onRemote: () => undefined,
      onRebuild: () => {
        it.rebuilds++;
      },
      onSilent: () => {
        it.silences++;
      },
      onIncident: (kind) => it.incidents.push(kind),
      create: (config) => {
        const pc = new FakePeerConnection(config);
        mine.push(pc);
        return pc as unknown as RTCPeerConnection;
      },
    }),
  };
  return it;
}

let station: Side; // polite
let hospital: Side; // impolite
const other = (one: Side) => (one === station ? hospital : station);
const kinds = (one: Side) => one.sent.map((signal) => (signal.type === "description" ? signal.kind : "candidates"));
const settle = () => vi.advanceTimersByTimeAsync(0);

const rebuilds = () => [hospital.rebuilds, station.rebuilds];
const voice = (change: Partial<AudioPreset>): AudioPreset => ({
  kbps: 16,
  red: false,
  fec: true,
  dtx: true,
  ptimeMs: 20,
  ...change,
});

async function meet(generation = 1, peerGeneration = 11, iceServers: RTCIceServer[] = []): Promise<void> {
  station.peer.ready({ polite: true, generation, peerGeneration, iceServers });
  hospital.peer.ready({ polite: false, generation: peerGeneration, peerGeneration: generation, iceServers });
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  deliver = true;
  station = side();
  hospital = side();
});
afterEach(() => {
  station.peer.close();
  hospital.peer.close();
  vi.useRealTimers();
});

test("the impolite side offers, the polite side answers, once", async () => {
  await meet();

  expect([kinds(hospital), kinds(station)]).toEqual([["offer"], ["answer"]]);
  expect(station.pc.signalingState).toBe("stable");
  expect(hospital.pc.signalingState).toBe("stable");
});

test("when both offer at once the polite side gives way and both end in agreement", async () => {
  await meet();

  hospital.pc.needsNegotiation();
  station.pc.needsNegotiation();
  await settle();

  expect(station.pc.rollbacks).toBe(1);
  expect(hospital.pc.rollbacks).toBe(0);
  expect([station.pc.signalingState, hospital.pc.signalingState]).toEqual(["stable", "stable"]);
  expect(kinds(station).filter((kind) => kind === "answer").length).toBeGreaterThanOrEqual(2);
});

test("candidates go out together, and the end of them is said", async () => {
  await meet();
  const before = hospital.sent.length;

  hospital.pc.finds("a");
  hospital.pc.finds("b");
  await vi.advanceTimersByTimeAsync(49);
  expect(hospital.sent).toHaveLength(before);
  await vi.advanceTimersByTimeAsync(1);
  hospital.pc.finds(null);
  await settle();

  const batches = hospital.sent
    .slice(before)
    .map((signal) => (signal.type === "candidates" ? signal.candidates.map((c) => c.candidate) : []));
  expect(batches).toEqual([["a", "b"], [""]]);
  expect(station.pc.candidates.map((c) => c.candidate)).toEqual(["a", "b", ""]);
});

test("candidates that overtake their description wait for it", async () => {
  station.peer.ready({ polite: true, generation: 1, peerGeneration: 11, iceServers: [] });
  const from = { generation: 11, peerGeneration: 1 };

  await station.peer.receive(from, {
    type: "candidates",
    candidates: [{ candidate: "a", sdp_mid: "0", sdp_m_line_index: 0 }],
  });
  expect(station.pc.candidates).toEqual([]);
  await station.peer.receive(from, { type: "description", kind: "offer", negotiation: 1, sdp: "x" });

  expect(station.pc.candidates.map((c) => c.candidate)).toEqual(["a"]);
});

test("signals of an earlier connection are dropped", async () => {
  await meet();
  const answers = kinds(station).length;

  await station.peer.receive(
    { generation: 10, peerGeneration: 1 },
    { type: "description", kind: "offer", negotiation: 1, sdp: "late" },
  );
  await station.peer.receive(
    { generation: 11, peerGeneration: 0 },
    { type: "description", kind: "offer", negotiation: 1, sdp: "late" },
  );

  expect(kinds(station)).toHaveLength(answers);
});

test("another page on the other side means a new connection here", async () => {
  await meet();
  const first = station.pc;

  await meet(1, 12);

  expect(station.pc).not.toBe(first);
  expect(first.signalingState).toBe("closed");
  expect(station.pc.signalingState).toBe("stable");
});

test("the same pair again mends what was lost: the offer is said again", async () => {
  deliver = false;
  await meet();
  expect(hospital.pc.signalingState).toBe("have-local-offer");
  hospital.pc.finds("a");
  hospital.pc.finds(null);

  deliver = true;
  const first = hospital.pc;
  await meet();
  await vi.advanceTimersByTimeAsync(1_000);

  expect(hospital.pc).toBe(first);
  expect(hospital.pc.signalingState).toBe("stable");
  expect(station.pc.candidates.map((c) => c.candidate)).toContain("a");
});

test("an answer that comes twice does no harm", async () => {
  await meet();
  const answer = station.sent.find((signal) => signal.type === "description");

  await hospital.peer.receive(station.pair, answer!);

  expect(hospital.pc.signalingState).toBe("stable");
});

test("offers are counted, and an answer names the offer it answers", async () => {
  await meet();
  hospital.pc.needsNegotiation();
  await settle();

  const numbers = (one: Side) => one.sent.map((signal) => signal.type === "description" && signal.negotiation);
  expect([numbers(hospital), numbers(station)]).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test("a late answer to an earlier offer is not taken for that of the pending one", async () => {
  await meet();
  const [first] = station.sent;
  deliver = false;
  hospital.pc.needsNegotiation();
  await settle();

  await hospital.peer.receive(station.pair, first!);
  expect(hospital.pc.signalingState).toBe("have-local-offer");

  const uncounted = { type: "description", kind: "answer", negotiation: 0, sdp: "x" } as const;
  await hospital.peer.receive(station.pair, uncounted);
  expect(hospital.pc.signalingState).toBe("stable");
});

const restarts = () => [hospital.pc.restarts, station.pc.restarts];
const become = (state: RTCPeerConnectionState) => [station, hospital].forEach(({ pc }) => pc.becomes(state));

test("a path that is gone for two seconds is looked for again, by the impolite side alone", async () => {
  await meet();
  become("connected");
  become("disconnected");

  await vi.advanceTimersByTimeAsync(1_900);
  expect(restarts()).toEqual([0, 0]);
  await vi.advanceTimersByTimeAsync(200);

  expect(restarts()).toEqual([1, 0]);
  expect(kinds(hospital)).toEqual(["offer", "offer"]);
  expect(hospital.states).toEqual(["live", "weak"]);
  expect([hospital.pc.pair.mine, hospital.pc.pair.theirs]).toEqual([station.pc.pair.theirs, station.pc.pair.mine]);
});

test("a voice that stops is missed after two seconds, and not before it was ever heard", async () => {
  await meet();
  become("connected");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(restarts()).toEqual([0, 0]);

  for (const at of [1, 2, 3]) {
    hospital.pc.heardAt = station.pc.heardAt = at;
    await vi.advanceTimersByTimeAsync(500);
  }
  await vi.advanceTimersByTimeAsync(1_400);
  expect(restarts()).toEqual([0, 0]);
  await vi.advanceTimersByTimeAsync(1_000);

  expect([...restarts(), station.silences]).toEqual([1, 0, 1]);
});

test("a path that comes back by itself is left alone", async () => {
  await meet();
  become("connected");
  become("disconnected");
  await vi.advanceTimersByTimeAsync(1_000);
  become("connected");

  await vi.advanceTimersByTimeAsync(120_000);

  expect([...restarts(), ...rebuilds()]).toEqual([0, 0, 0, 0]);
  expect(hospital.states).toEqual(["live", "weak", "live"]);
});

test("new addresses that bring nothing lead to a new connection, the second in vain to the relay", async () => {
  const iceServers = [
    { urls: ["stun:s", "turn:t:3478?transport=udp", "turns:t:443?transport=tcp"], username: "u", credential: "c" },
  ];
  await meet(1, 11, iceServers);
  become("connected");
  become("disconnected");
  await vi.advanceTimersByTimeAsync(10_100);
  expect(rebuilds()).toEqual([1, 0]);

  await meet(1, 12, iceServers);
  expect(hospital.pc.config.iceTransportPolicy).toBe("all");
  await vi.advanceTimersByTimeAsync(12_100);
  expect(rebuilds()).toEqual([2, 0]);

  await meet(1, 13, iceServers);
  for (const { pc } of [station, hospital]) {
    expect(pc.config.iceTransportPolicy).toBe("relay");
    expect(pc.config.iceServers).toEqual([{ urls: ["turns:t:443?transport=tcp"], username: "u", credential: "c" }]);
  }
  become("connected");
  expect(hospital.incidents).toEqual(["ice_restart", "rebuilt", "rebuilt", "relay_only"]);
});

test("where only the relay came through lately, it is the first to be tried", async () => {
  const ready = { generation: 1, peerGeneration: 11, iceServers: [{ urls: "turn:t" }], relayOnly: true };
  station.peer.ready({ ...ready, polite: true });
  station.pc.becomes("connected");

  expect(station.pc.config.iceTransportPolicy).toBe("relay");
  expect(station.incidents).toEqual([]);
});

test("while the server is away nothing is begun anew; when it is back the path is looked for at once", async () => {
  await meet();
  become("connected");
  for (const { peer } of [station, hospital]) peer.signaling(false);
  become("disconnected");
  await vi.advanceTimersByTimeAsync(60_000);
  expect([...restarts(), ...rebuilds()]).toEqual([0, 0, 0, 0]);

  for (const { peer } of [station, hospital]) peer.signaling(true);
  await meet();

  expect([...restarts(), ...rebuilds()]).toEqual([1, 0, 0, 0]);
});

test("another network here is told at once, whichever side this is, and the offer that named the old one is taken back", async () => {
  await meet();
  become("connected");
  deliver = false;
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(600);
  expect(restarts()).toEqual([1, 1]);

  deliver = true;
  station.peer.restart();
  await settle();

  expect(station.pc.rollbacks).toBeGreaterThan(0);
  expect(kinds(station).at(-1)).toBe("offer");
});

test("fresh relay credentials are for the next search, and change nothing now", async () => {
  await meet(1, 11, [{ urls: "turn:t", username: "old", credential: "c" }]);
  const before = hospital.sent.length;

  hospital.peer.configure([{ urls: "turn:t", username: "new", credential: "c" }]);
  await settle();

  expect(hospital.pc.config.iceServers).toEqual([{ urls: "turn:t", username: "new", credential: "c" }]);
  expect(hospital.sent).toHaveLength(before);
});

test("how voice is packed changes here alone: nothing goes over the line", async () => {
  await meet();
  const before = [hospital.sent.length, station.sent.length];
  const offers = hospital.pc.offers;

  await hospital.peer.tune({ name: "E", video: null, audio: voice({ ptimeMs: 60 }) });
  await hospital.peer.tune({ name: "E", video: null, audio: voice({ ptimeMs: 60 }) });

  expect([hospital.sent.length, station.sent.length]).toEqual(before);
  expect([hospital.pc.offers - offers, hospital.pc.signalingState]).toEqual([1, "stable"]);
  const [sound, picture] = hospital.pc.getTransceivers() as { sender: { parameters: RTCRtpSendParameters } }[];
  expect(sound!.sender.parameters.encodings[0]).toMatchObject({ active: true, maxBitrate: 16_000, priority: "high" });
  expect(picture!.sender.parameters.encodings[0]).toMatchObject({ active: false });
});

test("a paused picture is not sent, also by another camera, until it is tried again or the connection is a new one", async () => {
  await meet();
  const active = () => {
    const line = hospital.pc.getTransceivers()[1] as { sender: { parameters: RTCRtpSendParameters } };
    return line.sender.parameters.encodings[0]!.active;
  };
  await hospital.peer.tune(presetOf("C", "specialist"));
  hospital.peer.pausePicture(true);
  await hospital.peer.setTrack("video", { kind: "video", getSettings: () => ({}) } as MediaStreamTrack);
  expect(active()).toBe(false);

  hospital.peer.pausePicture(false);
  await settle();
  expect(active()).toBe(true);

  hospital.peer.pausePicture(true);
  await meet(1, 12);
  expect(active()).toBe(true);
});

test("a camera turned on later needs no negotiation", async () => {
  await meet();
  const before = hospital.sent.length + station.sent.length;
  const camera = { kind: "video" } as MediaStreamTrack;

  await station.peer.setTrack("video", camera);
  await settle();

  const line = station.pc.getTransceivers()[1] as { sender: { track: unknown } };
  expect(line.sender.track).toBe(camera);
  expect(hospital.sent.length + station.sent.length).toBe(before);
});

test("each page's connections are numbered above all before", () => {
  const first = nextGeneration();

  expect([nextGeneration() > first, first < 2 ** 31]).toEqual([true, true]);
});
