/** Binds the call's frames to the connection: enters, negotiates, says again, leaves. Losing the socket never touches media. */
import { nextGeneration, takeEntry } from "@/lib/call-entry";
import { Peer, type Pair, type PeerOptions, type PeerSignal, type VideoCeiling } from "@/lib/peer";
import type { LocalMedia } from "@/lib/local-media";
import type { PeerStats } from "@/lib/peer-stats";
import type { LinkState, NewsFrame, OutFrame } from "@/lib/socket-client";
import type { Problem } from "@/lib/problem";

import { ENTERING, reduce, type Mode, type RoomEvent, type RoomState } from "./call-state";
import { LOOK_MS } from "./quality";

/** What a room needs of the tab's socket. */
export interface RoomSocket {
  readonly state: LinkState;
  readonly send: (frame: OutFrame, onProblem?: (problem: Problem) => void) => boolean;
  readonly onFrame: (listener: (frame: NewsFrame) => void) => () => void;
  readonly onState: (listener: (state: LinkState) => void) => () => void;
  readonly onBack: (listener: (resumed: boolean) => void) => () => void;
  readonly brisk: (on: boolean) => void;
}
type RoomPeer = Pick<Peer, "ready" | "receive" | "setTrack" | "limitVideo" | "stats" | "close" | "restart">;

/** Of the media report: B and above for the full picture, C for the small one (the camera gives 640×360). */
const CEILING: Readonly<Record<Mode, VideoCeiling>> = {
  full: { kbps: 700 },
  saver: { kbps: 110, shrink: 2, fps: 12 },
  voice: { kbps: 110, shrink: 2, fps: 12 },
};
const MEASURE_EVERY_LOOKS = 5;

export class CallRoom {
  readonly call: string;
  readonly #socket: RoomSocket;
  readonly #makePeer: (options: PeerOptions) => RoomPeer;
  readonly #listeners = new Set<() => void>();
  #state: RoomState = ENTERING;
  #peer: RoomPeer | null = null;
  #generation = 0;
  #pair: Pair | null = null;
  #local: LocalMedia | null = null;
  #told = "";
  #looks = 0;
  #stops: (() => void)[] = [];

  constructor(socket: RoomSocket, call: string, makePeer = (options: PeerOptions): RoomPeer => new Peer(options)) {
    this.#socket = socket;
    this.call = call;
    this.#makePeer = makePeer;
  }

  get state(): RoomState {
    return this.#state;
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    this.#socket.brisk(true);
    const looking = setInterval(() => void this.#look(), LOOK_MS);
    this.#stops = [
      this.#socket.onFrame((frame) => this.#hear(frame)),
      this.#socket.onState((link) => this.#line(link)),
      this.#socket.onBack((resumed) => {
        // A resumed link still has its seat; what was said to a forgotten one was never heard.
        if (!resumed && this.#state.entry.kind === "in") this.#join();
      }),
      () => clearInterval(looking),
      () => this.#socket.brisk(false),
    ];
    const early = takeEntry(this.call);
    if (early === null) return this.enter();
    this.#begin(early.generation);
    for (const frame of early.frames) this.#hear(frame);
    early.onRefused((problem) => this.#dispatch({ type: "refused", problem }));
  }

  /** The page goes on elsewhere in the app: the seat is free, the case stays open. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    if (this.#state.entry.kind === "in") this.#socket.send({ type: "leave", call: this.call });
    this.#peer?.close();
    this.#peer = null;
    this.#pair = null;
  }

  /** Also “Tiếp tục ở đây”, and once more after a refusal. */
  enter(): void {
    this.#begin(nextGeneration());
    this.#join();
  }

  #begin(generation: number): void {
    this.#peer?.close();
    this.#generation = generation;
    this.#pair = null;
    this.#peer = this.#makePeer({
      send: (pair, signal) => this.#signal(pair, signal),
      onState: (media) => {
        // In the middle a server is missed only when the line itself says so.
        this.#dispatch({ type: "media", state: media, at: Date.now() });
        if (media === "live") void this.#look();
      },
      onRemote: (stream) => this.#dispatch({ type: "remote", stream }),
    });
    this.#applyMedia();
    this.#dispatch({ type: "joining" });
  }

  useMedia(local: LocalMedia): void {
    this.#local = local;
    this.#applyMedia();
  }

  setMode(mode: Mode, because: "person" | "link"): void {
    this.#dispatch({ type: "mode", mode, because });
    this.#applyMedia();
  }

  /** Fresh figures, for those who cannot wait for the next look. */
  stats(): Promise<PeerStats | null> {
    return this.#peer?.stats() ?? Promise.resolve(null);
  }

  get sendsPicture(): boolean {
    const track = this.#local?.stream?.getVideoTracks()[0];
    return track !== undefined && this.#local?.cameraOn === true && this.#state.mode !== "voice";
  }

  #join(): void {
    // Before the first welcome nothing is kept: the link's return (`onBack`) comes here again.
    if (this.#socket.state.kind === "connecting") return;
    this.#socket.send({ type: "join", call: this.call, generation: this.#generation }, (problem) =>
      this.#dispatch({ type: "refused", problem }),
    );
  }

  #line(link: LinkState): void {
    this.#dispatch({ type: "line", open: link.kind === "open", at: Date.now() });
  }

  #hear(frame: NewsFrame): void {
    if (!("call" in frame) || frame.call !== this.call) return;
    switch (frame.type) {
      case "call_ready": {
        if (frame.generation !== this.#generation) return;
        const pair: Pair = { generation: frame.generation, peerGeneration: frame.peer_generation };
        const samePair = this.#pair?.peerGeneration === pair.peerGeneration;
        this.#pair = pair;
        this.#dispatch({ type: "ready", peer: frame.peer, samePair });
        const iceServers = frame.ice_servers.map(({ urls, username, credential }) =>
          username === "" ? { urls } : { urls, username, credential },
        );
        // The connection knows by itself that the same pair is no reason to begin anew.
        this.#peer?.ready({ ...pair, polite: frame.polite, iceServers });
        this.#told = "";
        this.#applyMedia();
        return;
      }
      case "peer_description":
        void this.#peer?.receive(from(frame), {
          type: "description",
          kind: frame.kind,
          negotiation: frame.negotiation,
          sdp: frame.sdp,
        });
        return;
      case "peer_candidates":
        void this.#peer?.receive(from(frame), { type: "candidates", candidates: frame.candidates });
        return;
      case "peer_media": {
        const { camera, microphone, weak } = frame;
        this.#dispatch({ type: "theirs", camera, microphone, weak });
        return;
      }
      case "peer_gone":
        this.#dispatch({ type: "gone", left: frame.left, at: Date.now() });
        // They closed their end on purpose. A dropped link is another thing: its media may still flow.
        if (frame.left) {
          this.#pair = null;
          this.#peer?.close();
        }
        return;
      case "replaced":
        this.#pair = null;
        this.#peer?.close();
        this.#dispatch({ type: "replaced" });
        return;
    }
  }

  #signal(pair: Pair, signal: PeerSignal): void {
    const to = { call: this.call, generation: pair.generation, to_generation: pair.peerGeneration };
    if (signal.type === "description") {
      const { kind, negotiation, sdp } = signal;
      this.#socket.send({ type: "description", ...to, negotiation, kind, sdp });
    } else this.#socket.send({ type: "candidates", ...to, candidates: [...signal.candidates] });
  }

  #applyMedia(): void {
    const { stream } = this.#local ?? {};
    void this.#peer?.setTrack("audio", stream?.getAudioTracks()[0] ?? null);
    void this.#peer?.setTrack("video", this.sendsPicture ? (stream?.getVideoTracks()[0] ?? null) : null);
    void this.#peer?.limitVideo(CEILING[this.#state.mode]);
    this.#tellMedia();
  }

  #tellMedia(): void {
    if (this.#pair === null || this.#local === null) return;
    const { stream, microphoneOn } = this.#local;
    const frame = {
      type: "media" as const,
      call: this.call,
      camera: this.sendsPicture,
      microphone: microphoneOn && (stream?.getAudioTracks().length ?? 0) > 0,
      weak: this.#state.quality.up || (this.#state.lowered && !this.sendsPicture),
    };
    const told = JSON.stringify(frame);
    if (told === this.#told) return;
    this.#told = told;
    this.#socket.send(frame);
  }

  async #look(): Promise<void> {
    const stats = await this.#peer?.stats().catch(() => null);
    if (!stats || this.#pair === null) return;
    this.#dispatch({ type: "looked", stats, sendsPicture: this.sendsPicture });
    this.#tellMedia();
    if (++this.#looks % MEASURE_EVERY_LOOKS !== 0 || this.#state.media !== "live") return;
    const { rttMs, outKbps, inKbps, lossPct, fps, concealedPct } = stats;
    this.#socket.send({
      type: "measured",
      call: this.call,
      measurement: {
        rtt_ms: most(rttMs, 60_000),
        out_kbps: most(outKbps, 100_000),
        in_kbps: most(inKbps, 100_000),
        loss_pct: most(lossPct, 100),
        fps: most(fps, 240),
        concealed_pct: most(concealedPct, 100),
      },
    });
  }

  #dispatch(event: RoomEvent): void {
    const next = reduce(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

const most = (value: number | null, limit: number): number | null => (value === null ? null : Math.min(value, limit));

function from(frame: { generation: number; to_generation: number }): Pair {
  return { generation: frame.generation, peerGeneration: frame.to_generation };
}
