/** Two sides in a world that drops links, paths and pages at random: whatever happened, they find each other again. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { FakePeerConnection, FakeReceiver } from "@/test/fake-peer-connection";

import { Peer, type Pair, type PeerSignal } from "./peer";

const WORLDS = 80;
const EVENTS = 25;
const STEP_MS = 100;
/** What Chromium takes to call a silent path disconnected, then failed. */
const WEAK_MS = 5_000;
const GONE_MS = 15_000;

vi.stubGlobal("RTCRtpReceiver", FakeReceiver);
vi.stubGlobal(
  "MediaStream",
  class {
    addTrack(): void {}
  },
);

/** Numbers that look random and are the same for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % sides;
  };
}

interface Letter {
  readonly pair: Pair;
  readonly signal: PeerSignal;
  readonly at: number;
}

class Side {
  peer!: Peer;
  pc: FakePeerConnection | null = null;
  generation = 0;
  open = true;
  /** On the way from the server, in order; kept for a page that comes back to the same link. */
  inbox: Letter[] = [];
  held: Letter[] = [];
  silentFor = 0;
  rebuilds = 0;

  readonly world: World;
  readonly polite: boolean;

  constructor(world: World, polite: boolean) {
    this.world = world;
    this.polite = polite;
    this.load();
  }

  load(): void {
    this.pc?.close();
    this.generation = ++this.world.generations;
    this.inbox = [];
    this.held = [];
    this.peer = new Peer({
      send: (pair, signal) => this.world.send(this, { pair, signal, at: 0 }),
      onState: () => undefined,
      onRemote: () => undefined,
      onRebuild: () => {
        this.rebuilds++;
        this.generation = ++this.world.generations;
        this.world.join(this);
      },
      create: (config) => {
        this.pc = new FakePeerConnection(config);
        return this.pc as unknown as RTCPeerConnection;
      },
    });
    this.peer.signaling(this.open);
  }
}

/** A server that knows who is in the room, and a path for media. */
class World {
  generations = 0;
  now = 0;
  pathUp = true;
  /** Addresses that are of no use any more: their machine moved. */
  readonly dead = new Set<string>();
  readonly hospital = new Side(this, false);
  readonly station = new Side(this, true);
  /** Who the server believes to be there, with which connection. */
  readonly seats = new Map<Side, number>();

  other(side: Side): Side {
    return side === this.station ? this.hospital : this.station;
  }

  send(from: Side, letter: Letter): void {
    if (!from.open) {
      from.held.push(letter);
      return;
    }
    const to = this.other(from);
    // The server passes on what names both present connections.
    if (this.seats.get(from) !== letter.pair.generation || this.seats.get(to) !== letter.pair.peerGeneration) return;
    to.inbox.push({ ...letter, at: this.now + 3 * STEP_MS });
  }

  join(side: Side): void {
    if (!side.open) return;
    this.seats.set(side, side.generation);
    for (const one of [this.hospital, this.station]) {
      const them = this.seats.get(this.other(one));
      if (them === undefined || !one.open || this.seats.get(one) !== one.generation) continue;
      one.peer.ready({ polite: one.polite, generation: one.generation, peerGeneration: them, iceServers: [] });
    }
  }

  cut(side: Side): void {
    side.open = false;
    side.peer.signaling(false);
  }

  mend(side: Side, resumed: boolean): void {
    side.open = true;
    side.peer.signaling(true);
    const held = side.held.splice(0);
    if (resumed) for (const letter of held) this.send(side, letter);
    else side.inbox = [];
    this.join(side);
  }

  async step(): Promise<void> {
    this.now += STEP_MS;
    for (const side of [this.hospital, this.station]) {
      while (side.open && side.inbox[0] !== undefined && side.inbox[0].at <= this.now) {
        const { pair, signal } = side.inbox.shift()!;
        void side.peer.receive(pair, signal);
      }
      this.#paths(side);
    }
    await vi.advanceTimersByTimeAsync(STEP_MS);
  }

  /** ICE, seen from afar: it works between addresses both sides know, while there is a path. */
  #paths(side: Side): void {
    const { pc } = side;
    const them = this.other(side).pc;
    if (!pc || !them || pc.signalingState === "closed") return;
    const met = pc.pair.mine !== "" && pc.pair.mine === them.pair.theirs && pc.pair.theirs === them.pair.mine;
    const useful = !this.dead.has(pc.pair.mine) && !this.dead.has(pc.pair.theirs);
    if (met && useful && this.pathUp && them.signalingState !== "closed") {
      side.silentFor = 0;
      pc.becomes("connected");
      return;
    }
    side.silentFor += STEP_MS;
    if (side.silentFor >= GONE_MS) pc.becomes("failed");
    else if (side.silentFor >= WEAK_MS && pc.connectionState === "connected") pc.becomes("disconnected");
  }
}

async function chaos(world: World, roll: (sides: number) => number): Promise<void> {
  const side = roll(2) === 0 ? world.hospital : world.station;
  switch (roll(9)) {
    case 0:
    case 1:
      world.cut(side);
      break;
    case 2:
    case 3:
      if (!side.open) world.mend(side, roll(3) > 0);
      break;
    case 4:
      world.pathUp = !world.pathUp;
      break;
    case 5:
      // The machine is on another network: what it was reached by is gone.
      if (side.pc) world.dead.add(side.pc.pair.mine);
      if (roll(2) === 0) side.peer.restart();
      break;
    case 6:
      if (roll(3) === 0) {
        side.peer.close();
        side.load();
        world.join(side);
      }
      break;
    case 7:
      void side.peer.tune({
        name: "D",
        video: null,
        audio: { kbps: 16 + roll(3), red: false, fec: true, dtx: true, ptimeMs: 40 },
      });
      break;
    case 8:
      world.hospital.pc?.needsNegotiation();
      world.station.pc?.needsNegotiation();
      break;
  }
  for (let steps = roll(60); steps >= 0; steps--) await world.step();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function run(seed: number): Promise<{ world: World; took: number }> {
  const roll = dice(seed);
  const world = new World();
  world.join(world.hospital);
  world.join(world.station);
  for (let events = 0; events < EVENTS; events++) await chaos(world, roll);
  world.pathUp = true;
  for (const side of [world.hospital, world.station]) if (!side.open) world.mend(side, roll(2) === 0);
  const mended = world.now;
  let good = 0;
  while (good < 20 && world.now - mended < 120_000) {
    await world.step();
    good = [world.hospital, world.station].every(isWell) ? good + 1 : 0;
  }
  return { world, took: world.now - mended };
}

const isWell = ({ peer, pc }: Side): boolean => peer.state === "live" && pc?.signalingState === "stable";

test("whatever was lost on the way, both sides end in one agreement and are live again, without a hand", async () => {
  const refused = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { world } = await run(seed);
    const [one, two] = [world.hospital, world.station];
    const seen = {
      seed,
      states: [one.peer.state, two.peer.state],
      signaling: [one.pc?.signalingState, two.pc?.signalingState],
      theirs: [one.pc?.pair.theirs, two.pc?.pair.theirs],
    };
    expect(seen).toEqual({
      seed,
      states: ["live", "live"],
      signaling: ["stable", "stable"],
      theirs: [two.pc?.pair.mine, one.pc?.pair.mine],
    });
    for (const { peer } of [one, two]) peer.close();
  }
  expect(refused).not.toHaveBeenCalled();
});
