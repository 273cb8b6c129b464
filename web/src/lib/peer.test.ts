import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { FakePeerConnection } from "@/test/fake-peer-connection";

import { nextGeneration } from "./call-entry";
import { Peer, type Pair, type PeerSignal, type PeerState } from "./peer";

interface Side {
  peer: Peer;
  sent: PeerSignal[];
  states: PeerState[];
  readonly pc: FakePeerConnection;
  pair: Pair;
}

/** Where a side's signals go; a test may cut it, as a lost link does. */
let deliver: boolean;

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

async function meet(generation = 1, peerGeneration = 11): Promise<void> {
  station.peer.ready({ polite: true, generation, peerGeneration, iceServers: [] });
  hospital.peer.ready({ polite: false, generation: peerGeneration, peerGeneration: generation, iceServers: [] });
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

test("a path that is gone for two seconds is looked for again, by the impolite side alone", async () => {
  await meet();
  for (const { pc } of [station, hospital]) pc.becomes("connected");
  for (const { pc } of [station, hospital]) pc.becomes("disconnected");

  await vi.advanceTimersByTimeAsync(1_900);
  expect(hospital.pc.restarts).toBe(0);
  await vi.advanceTimersByTimeAsync(200);

  expect([hospital.pc.restarts, station.pc.restarts]).toEqual([1, 0]);
  expect(kinds(hospital)).toEqual(["offer", "offer"]);
  expect(hospital.states).toEqual(["live", "weak"]);
});

test("a path that comes back by itself is left alone", async () => {
  await meet();
  hospital.pc.becomes("connected");
  hospital.pc.becomes("disconnected");
  await vi.advanceTimersByTimeAsync(1_000);
  hospital.pc.becomes("connected");

  await vi.advanceTimersByTimeAsync(20_000);

  expect(hospital.pc.restarts).toBe(0);
  expect(hospital.states).toEqual(["live", "weak", "live"]);
});

test("a failed path is looked for at once, and again while it fails", async () => {
  await meet();
  hospital.pc.becomes("connected");
  hospital.pc.becomes("failed");

  await vi.advanceTimersByTimeAsync(0);
  expect(hospital.pc.restarts).toBe(1);
  await vi.advanceTimersByTimeAsync(8_100);
  expect(hospital.pc.restarts).toBe(2);
  expect(hospital.pc.signalingState).not.toBe("closed");
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
