/** Binds the call's frames to the connection: enters, negotiates, says again, leaves. Losing the socket never touches media. */
import { nextGeneration, takeEntry } from "@/lib/call-entry";
import { Peer, type Pair, type PeerOptions } from "@/lib/peer";
import { carried, inDetail, LEVELS, presetOf, rungNamed, sent, type Level } from "@/lib/rungs";
import { sizeCamera, type LocalMedia } from "@/lib/local-media";
import type { PeerStats } from "@/lib/peer-stats";
import type { LinkState, NewsFrame, OutFrame } from "@/lib/socket-client";
import type { Problem } from "@/lib/problem";

import {
  causeNow,
  CHOICES,
  ENTERING,
  reduce,
  rungNow,
  type Choice,
  type RoomEvent,
  type RoomState,
} from "./call-state";
import { frameOf, iceServersOf, pairOf, signalOf } from "./call-frames";
import { BlackBox, type IncidentKind } from "./black-box";
import { fetchInCall, inCall } from "./in-call-later";

/** What a room needs of the tab's socket. */
export interface RoomSocket {
  readonly state: LinkState;
  readonly send: (frame: OutFrame, onProblem?: (problem: Problem) => void) => boolean;
  readonly onFrame: (listener: (frame: NewsFrame) => void) => () => void;
  readonly onState: (listener: (state: LinkState) => void) => () => void;
  readonly onBack: (listener: (resumed: boolean) => void) => () => void;
  readonly brisk: (on: boolean) => void;
  readonly probe: () => void;
}
type RoomPeer = Omit<Peer, "state" | "remote">;

/** Every second look is one row of the call's black box. */
const LOOK_MS = 2_500;
/** The switch outlives a reload, as microphone and camera do, and so does what the link bore. */
const KEPT_KEY = "telemed.rung";

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
  readonly #box: BlackBox;
  #tuned: string | null = null;
  #kept: Level | null = null;
  #stops: (() => void)[] = [];

  constructor(socket: RoomSocket, call: string, makePeer = (options: PeerOptions): RoomPeer => new Peer(options)) {
    this.#socket = socket;
    this.call = call;
    this.#makePeer = makePeer;
    this.#box = new BlackBox(call, (frame) => void socket.send(frame));
    const [keptOf, choice, level] = (sessionStorage.getItem(KEPT_KEY) ?? "").split(" ");
    if (keptOf !== call) return;
    this.#kept = LEVELS.find((one) => one === level) ?? null;
    const chosen = CHOICES.find((one) => one === choice);
    if (chosen) this.#state = reduce(ENTERING, { type: "chose", choice: chosen });
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
    const watching = fetchInCall().then(
      (part) => {
        void part.learnCodecs();
        return part.watchPicture(() => this.#peer);
      },
      () => undefined,
    );
    const looking = setInterval(() => void this.#look(), LOOK_MS);
    this.#stops = [
      this.#socket.onFrame((frame) => this.#hear(frame)),
      this.#socket.onState((link) => this.#line(link)),
      this.#socket.onBack((resumed) => {
        // A resumed link still has its seat; what was said to a forgotten one was never heard.
        if (!resumed && this.#state.entry.kind === "in") this.#join();
      }),
      () => clearInterval(looking),
      () => void watching.then((stop) => stop?.()),
      () => this.#socket.brisk(false),
    ];
    const early = takeEntry(this.call);
    if (early === null) return this.enter();
    this.#begin(early.generation);
    for (const frame of early.frames) this.#hear(frame);
    early.onRefused((problem) => this.#refused(problem));
  }

  /** The page goes on elsewhere in the app: the seat is free, the case stays open. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    if (this.#state.entry.kind === "in") this.#socket.send({ type: "leave", call: this.call });
    inCall()?.shareLink(null);
    this.#peer?.close();
    this.#peer = null;
    this.#pair = null;
  }

  /** Also once more after a refusal. `takeOver`: “Tiếp tục ở đây”, whatever other tab or device of this person is in. */
  enter(takeOver = false): void {
    this.#begin(nextGeneration());
    this.#join(takeOver);
  }

  #begin(generation: number): void {
    this.#peer?.close();
    this.#generation = generation;
    this.#pair = null;
    this.#tuned = null;
    this.#peer = this.#makePeer({
      send: (pair, signal) => void this.#socket.send(frameOf(this.call, pair, signal)),
      // The same connection object under a new number: both sides begin anew without losing the screen.
      onRebuild: () => {
        this.#generation = nextGeneration();
        this.#join();
      },
      onSilent: () => this.#socket.probe(), // it may be gone too, and would notice later
      onIncident: (kind, value) => {
        this.#box.tell(kind, value);
        this.#dispatch({ type: "moved", at: Date.now() });
      },
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

  choose(choice: Choice): void {
    this.#dispatch({ type: "chose", choice });
    this.#keepRung();
    this.#note("forced", choice === "video" ? "" : choice);
    this.#applyMedia();
  }

  /** Few sharp pictures of the other side instead of many. */
  examine(on: boolean): void {
    this.#dispatch({ type: "examines", on });
    this.#tellMedia();
  }

  /** Fresh figures, for those who cannot wait for the next look. */
  async stats(): Promise<(PeerStats & { readonly level: Level | null }) | null> {
    const stats = (await this.#peer?.stats()) ?? null;
    return stats && { ...stats, level: this.#level };
  }

  get #level(): Level | null {
    return this.#state.ladder && sent(this.#state.ladder);
  }

  get sendsPicture(): boolean {
    const rung = rungNow(this.#state);
    return this.#camera !== null && (rung === "video" || rung === "low_video");
  }

  #join(takeOver = false): void {
    // Before the first welcome nothing is kept: the link's return (`onBack`) comes here again.
    if (this.#socket.state.kind === "connecting") return;
    const generation = this.#generation;
    this.#socket.send({ type: "join", call: this.call, generation, take_over: takeOver }, (problem) => {
      if (generation === this.#generation) this.#refused(problem);
    });
  }

  #refused(problem: Problem): void {
    if (problem.code === "call.elsewhere") this.#replaced();
    else this.#dispatch({ type: "refused", problem });
  }

  #replaced(): void {
    this.#pair = null;
    this.#peer?.close();
    this.#dispatch({ type: "replaced" });
  }

  #line(link: LinkState): void {
    this.#peer?.signaling(link.kind === "open" && this.#state.away === null);
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
        this.#dispatch({
          type: "ready",
          peer: frame.peer,
          samePair,
          end: frame.polite ? "station" : "specialist",
          first: rungNamed(frame.first_rung),
          cap: rungNamed(frame.ceiling),
          peerCap: rungNamed(frame.peer_ceiling),
          socketRttMs: this.#socketRttMs,
          kept: this.#kept,
          at: Date.now(),
        });
        this.#told = "";
        this.#applyMedia();
        // The connection knows by itself that the same pair is no reason to begin anew.
        this.#peer?.signaling(true);
        this.#peer?.ready({
          ...pair,
          polite: frame.polite,
          relayOnly: frame.relay_only,
          iceServers: iceServersOf(frame.ice_servers),
        });
        return;
      }
      case "ice_servers":
        this.#peer?.configure(iceServersOf(frame.ice_servers));
        return;
      case "peer_description":
      case "peer_candidates":
        void this.#peer?.receive(pairOf(frame), signalOf(frame));
        return;
      case "peer_media": {
        const { camera, microphone, weak, rung, cause, hears, wants_detail: wantsDetail } = frame;
        this.#peer?.expectVoice(microphone);
        this.#dispatch({ type: "theirs", camera, microphone, weak, rung, cause, hears, wantsDetail });
        this.#tune(this.#camera);
        return;
      }
      case "peer_gone":
        this.#dispatch({ type: "gone", left: frame.left, at: Date.now() });
        this.#peer?.signaling(false); // nothing can be agreed with somebody who is away
        // They closed their end on purpose. A dropped link is another thing: its media may still flow.
        if (frame.left) {
          this.#pair = null;
          this.#peer?.close();
        }
        return;
      case "replaced":
        // One that joined again since stays.
        if (!frame.generation || frame.generation === this.#generation) this.#replaced();
        return;
      case "second_camera":
        return; // the stills' own desk listens to it
    }
  }

  #applyMedia(): void {
    void this.#peer?.setTrack("audio", this.#local?.stream?.getAudioTracks()[0] ?? null);
    // What the rung holds back is only not sent: the own picture stays on the screen.
    void this.#peer?.setTrack("video", this.#camera);
    this.#tune(this.#camera);
    this.#tellMedia();
    this.#note("camera_fault", this.#local?.cameraFault ?? "");
    this.#note("microphone_fault", this.#local?.microphoneFault ?? "");
  }

  get #camera(): MediaStreamTrack | null {
    return this.#local?.cameraOn === true ? (this.#local.stream?.getVideoTracks()[0] ?? null) : null;
  }

  #tune(camera: MediaStreamTrack | null): void {
    const { end, ladder, theirs } = this.#state;
    if (ladder === null) return;
    const level = carried(ladder);
    const usual = presetOf(level, end, ladder.thin);
    const preset = usual !== null && theirs?.wantsDetail ? inDetail(usual) : usual;
    const wanted = `${level} ${preset?.audio.red ?? ""} ${preset?.video?.fps ?? ""} ${camera?.id ?? ""}`;
    if (wanted === this.#tuned) return;
    this.#tuned = wanted;
    void this.#peer?.tune(preset);
    if (camera === null || !preset?.video) return;
    // How much a picture is made smaller depends on how large the camera makes it.
    void sizeCamera(camera, preset.video.width > 640).then((changed) => {
      if (changed && this.#tuned === wanted) void this.#peer?.tune(preset);
    });
  }

  #keepRung(): void {
    sessionStorage.setItem(KEPT_KEY, `${this.call} ${this.#state.choice} ${this.#state.ladder?.level ?? ""}`);
  }

  #tellMedia(): void {
    if (this.#pair === null || this.#local === null) return;
    const { stream, microphoneOn } = this.#local;
    const rung = rungNow(this.#state);
    const { ladder } = this.#state;
    const mute = ladder !== null && presetOf(carried(ladder), "station") === null;
    const frame = {
      type: "media" as const,
      call: this.call,
      camera: this.sendsPicture,
      microphone: microphoneOn && !mute && (stream?.getAudioTracks().length ?? 0) > 0,
      weak: this.#state.slow,
      rung,
      cause: causeNow(this.#state),
      hears: this.#state.media === "live" ? this.#state.ear.hearing : null,
      wants_detail: this.#state.wantsDetail,
    };
    const told = JSON.stringify(frame);
    if (told === this.#told) return;
    this.#told = told;
    this.#socket.send(frame);
  }

  get #socketRttMs(): number | null {
    const { state } = this.#socket;
    return state.kind === "open" ? state.rttMs : null;
  }

  async #look(): Promise<void> {
    if (this.#pair === null) return;
    // Not there yet, or the line failed it: the next look asks again.
    const part = await fetchInCall().catch(() => null);
    const live = this.#state.media === "live";
    const stats = live ? ((await this.#peer?.stats().catch(() => null)) ?? null) : null;
    if (part === null) return;
    const before = this.#level;
    this.#keep(
      part.looked(this.#state, {
        stats,
        sendsPicture: this.sendsPicture,
        socketRttMs: this.#socketRttMs,
        at: Date.now(),
      }),
    );
    if (this.#level === before) {
      this.#tune(this.#camera);
      this.#tellMedia();
    } else {
      this.#keepRung();
      this.#applyMedia();
    }
    this.#note("rung", rungNow(this.#state));
    this.#note("cause", causeNow(this.#state) ?? "");
    if (stats === null) return;
    part.shareLink({ ...stats, sendsPicture: this.sendsPicture, hears: this.#state.theirs?.hears ?? null });
    this.#note("path", stats.path ?? "");
    this.#box.look({ stats, rung: rungNow(this.#state), serverMs: this.#socketRttMs }, part.measurement);
  }

  /** For the black box, when it is not what was said last. */
  #note(kind: IncidentKind, value: string): void {
    if (this.#pair !== null) this.#box.note(kind, value);
  }

  #dispatch(event: RoomEvent): void {
    this.#keep(reduce(this.#state, event));
  }

  #keep(next: RoomState): void {
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
