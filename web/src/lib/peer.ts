/**
 * One side of a call, browser to browser: a connection, what it sends, and how it heals.
 *
 * Signaling that is down never ends it: media flows on, and `ready()` with the same pair mends what was lost when the
 * link is back. A path that cannot be mended becomes a new connection of a new generation.
 */
import { byRelay, heal, relayServers, RESTING, type Act, type Healing, type HealingEvent } from "./healing";
import { Negotiation, type PeerSignal } from "./negotiation";
import { watchNetwork } from "./network-watch";
import { Meter, type PeerStats } from "./peer-stats";
import { hearAs, slim, tunePicture, tuneVoice } from "./tuning";

import type { Preset } from "./rungs";

export type { Candidate, PeerSignal } from "./negotiation";

/** connecting: no media yet. live. weak: the path is gone for a moment. lost: being rebuilt. */
export type PeerState = "connecting" | "live" | "weak" | "lost" | "closed";

/** Each page's connection has a number above all before it, so that late frames of an old one are known. */
export interface Pair {
  readonly generation: number;
  readonly peerGeneration: number;
}

/** What the call's log should know of the path. `relay_only`: nothing else came through. */
export type PeerIncident = "ice_restart" | "rebuilt" | "relay_only";

export interface PeerOptions {
  readonly send: (pair: Pair, signal: PeerSignal) => void;
  readonly onState: (state: PeerState) => void;
  readonly onRemote: (stream: MediaStream) => void;
  /** This connection cannot be mended: enter the room with a new generation, and keep this peer. */
  readonly onRebuild?: () => void;
  /** Their voice came and stopped: a good moment to ask whether the server is still there. */
  readonly onSilent?: () => void;
  readonly onIncident?: (kind: PeerIncident, value: string) => void;
  readonly create?: (config: RTCConfiguration) => RTCPeerConnection;
}

export interface Ready extends Pair {
  readonly polite: boolean;
  readonly iceServers: readonly RTCIceServer[];
  /** Lately nothing but the relay came through from here. */
  readonly relayOnly?: boolean;
}

type Kind = "audio" | "video";

/** Voice comes several times a second, silence too; the browser itself takes six seconds to miss it. */
const LISTEN_MS = 500;
const SILENT_MS = 2_000;

export class Peer {
  readonly #options: PeerOptions;
  readonly #meter = new Meter();
  #pc: RTCPeerConnection | null = null;
  #negotiation: Negotiation | null = null;
  #ready: Ready | null = null;
  #relay = false;
  #relayOnly = false;
  #tracks: Record<Kind, MediaStreamTrack | null> = { audio: null, video: null };
  #remote = new MediaStream();
  #state: PeerState = "connecting";
  /** undefined: the browser's own way. */
  #preset: Preset | null | undefined;
  /** Of the picture nothing arrives. */
  #paused = false;
  #healing: Healing = RESTING;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopWatching: (() => void) | null = null;
  #listening: ReturnType<typeof setInterval> | undefined;
  #silence = SILENCE;
  #speaks = true;

  constructor(options: PeerOptions) {
    this.#options = options;
  }

  get state(): PeerState {
    return this.#state;
  }
  get remote(): MediaStream {
    return this.#remote;
  }

  /** `call_ready` came. The same pair again means the link came back: mend; another pair means a new connection. */
  ready(ready: Ready): void {
    const now = this.#ready;
    this.#ready = ready;
    if (this.#pc && now?.generation === ready.generation && now.peerGeneration === ready.peerGeneration) {
      this.configure(ready.iceServers);
      this.#negotiation?.sayAgain();
      if (!this.#negotiation?.isWaiting) this.#on({ type: "met" });
      return;
    }
    this.#build(ready);
  }

  /** Puts a microphone or camera track on the line, or takes it off; needs no new negotiation. */
  async setTrack(kind: Kind, track: MediaStreamTrack | null): Promise<void> {
    this.#tracks[kind] = track;
    const sender = this.#sender(kind);
    await sender?.replaceTrack(track);
    // Another camera may have another size.
    if (sender && kind === "video" && this.#preset !== undefined) await tunePicture(sender, this.#picture);
  }

  /** What this side sends from now on, at most; null: nothing. */
  async tune(preset: Preset | null): Promise<void> {
    const before = this.#preset;
    this.#preset = preset;
    await this.#tuneSenders();
    if (JSON.stringify(before?.audio) !== JSON.stringify(preset?.audio)) await this.#negotiation?.hearAgain();
  }

  /** A signal of the other side. Those of another pair are late and dropped. */
  async receive(pair: Pair, signal: PeerSignal): Promise<void> {
    // Seen from here the sender's generation is the peer's.
    if (pair.generation !== this.#ready?.peerGeneration || pair.peerGeneration !== this.#ready.generation) return;
    await this.#negotiation?.receive(signal);
  }

  /** Fresh credentials of the relays, for the next time addresses are looked for. */
  configure(iceServers: readonly RTCIceServer[]): void {
    if (!this.#pc || !this.#ready) return;
    this.#ready = { ...this.#ready, iceServers };
    this.#pc.setConfiguration(this.#config(iceServers));
  }

  /** Whether the server hears both sides: without it nothing can be agreed on. */
  signaling(open: boolean): void {
    this.#on({ type: "line", open });
  }

  /** Whether the other side says that it speaks: only then its silence means something. */
  expectVoice(on: boolean): void {
    this.#speaks = on;
  }

  /** For “Thử lại” and for a change of network. */
  restart(): void {
    if (this.#pc) this.#on({ type: "moved" });
  }

  async stats(): Promise<PeerStats | null> {
    return this.#pc ? this.#meter.read(await this.#pc.getStats()) : null;
  }

  /** Of what this side sends; null while there is no picture to acknowledge. */
  async pictureStats(): Promise<RTCStatsReport | null> {
    const sender = this.#state === "live" && this.#preset?.video ? this.#sender("video") : null;
    return sender?.track ? sender.getStats() : null;
  }

  pausePicture(on: boolean): void {
    this.#paused = on;
    void this.#tuneSenders();
  }

  close(): void {
    this.#drop();
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#ready = null;
    this.#healing = RESTING;
    this.#set("closed");
  }

  #build(ready: Ready): void {
    this.#drop();
    this.#paused = false;
    this.#stopWatching ??= watchNetwork(() => this.restart());
    this.#listening = setInterval(() => this.#listen(), LISTEN_MS);
    this.#on({ type: "begun", first: !ready.polite });
    this.#relay = byRelay(this.#healing.failures, this.#relayOnly || ready.relayOnly === true) && hasRelay(ready);
    const pc = (this.#options.create ?? ((c) => new RTCPeerConnection(c)))(this.#config(ready.iceServers));
    this.#pc = pc;
    this.#remote = new MediaStream();
    this.#set("connecting");
    pc.ontrack = ({ track }) => {
      this.#remote.addTrack(track);
      this.#options.onRemote(this.#remote);
    };
    pc.onconnectionstatechange = () => this.#watch(pc.connectionState);
    this.#negotiation = new Negotiation(pc, {
      polite: ready.polite,
      send: (signal) => this.#options.send(ready, signal),
      hear: (sdp) => hearAs(sdp, this.#preset?.audio ?? null),
      onLines: () => this.#takeLines(pc),
      onAgreed: () => this.#on({ type: "agreed" }),
    });
    // Both lines exist from the start, so that turning the camera on later needs no negotiation.
    if (!ready.polite) {
      for (const kind of ["audio", "video"] as const) {
        slim(pc.addTransceiver(this.#tracks[kind] ?? kind, { direction: "sendrecv" }), kind);
      }
      void this.#tuneSenders();
    }
  }

  #config(iceServers: readonly RTCIceServer[]): RTCConfiguration {
    return {
      iceServers: this.#relay ? relayServers(iceServers) : [...iceServers],
      iceTransportPolicy: this.#relay ? "relay" : "all",
      bundlePolicy: "max-bundle",
      // The side that waits for the first offer gathers meanwhile.
      iceCandidatePoolSize: 1,
    };
  }

  /** The answering side takes the lines of the offer instead of making its own. */
  async #takeLines(pc: RTCPeerConnection): Promise<void> {
    for (const line of pc.getTransceivers()) {
      const kind = kindOf(line);
      if (line.direction === "recvonly" || line.direction === "inactive") {
        line.direction = "sendrecv";
        slim(line, kind);
      }
      if (line.sender.track !== this.#tracks[kind]) await line.sender.replaceTrack(this.#tracks[kind]);
    }
    await this.#tuneSenders();
  }

  async #tuneSenders(): Promise<void> {
    if (this.#preset === undefined) return;
    const [voice, picture] = [this.#sender("audio"), this.#sender("video")];
    if (voice) await tuneVoice(voice, this.#preset);
    if (picture) await tunePicture(picture, this.#picture);
  }

  get #picture(): Preset | null {
    return this.#paused ? null : (this.#preset ?? null);
  }

  #watch(state: RTCPeerConnectionState): void {
    switch (state) {
      case "connected":
        this.#on({ type: "path", path: "up" });
        this.#set("live");
        if (this.#relay && !this.#relayOnly && this.#ready?.relayOnly !== true)
          this.#options.onIncident?.("relay_only", "");
        this.#relayOnly = this.#relay;
        return;
      case "disconnected":
        this.#set("weak");
        this.#on({ type: "path", path: "weak" });
        return;
      case "failed":
        this.#set("lost");
        this.#on({ type: "path", path: "gone" });
        return;
      case "closed":
      case "connecting":
      case "new":
        return;
    }
  }

  /** Told once for each time they fall silent. */
  #listen(): void {
    const voice = this.#pc?.getReceivers().find(({ track }) => track.kind === "audio");
    const last = voice?.getSynchronizationSources()[0]?.timestamp ?? 0;
    const now = performance.now();
    const { at, since, told } = this.#silence;
    if (last !== at) {
      this.#silence = { at: last, since: now, told: false };
      return;
    }
    if (told || !this.#speaks || at === 0 || now - since < SILENT_MS || this.#state !== "live") return;
    this.#silence = { at, since, told: true };
    this.#options.onSilent?.();
    this.#on({ type: "silent" });
  }

  #on(event: HealingEvent): void {
    const now = performance.now();
    const { state, act } = heal(this.#healing, event, now);
    this.#healing = state;
    clearTimeout(this.#timer);
    const { next } = state;
    if (next?.at != null) this.#timer = setTimeout(() => this.#on({ type: "due" }), Math.max(0, next.at - now));
    if (act !== null) this.#act(act);
  }

  #act(act: Act): void {
    if (act === "rebuild") {
      this.#options.onIncident?.("rebuilt", "");
      this.#set("lost");
      this.#options.onRebuild?.();
      return;
    }
    this.#options.onIncident?.("ice_restart", "");
    void this.#negotiation?.restart();
  }

  #sender(kind: Kind): RTCRtpSender | null {
    return this.#pc?.getTransceivers().find((line) => kindOf(line) === kind)?.sender ?? null;
  }

  #drop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#listening);
    this.#silence = SILENCE;
    this.#negotiation?.end();
    this.#negotiation = null;
    const pc = this.#pc;
    this.#pc = null;
    if (pc) {
      pc.ontrack = pc.onconnectionstatechange = null;
      pc.close();
    }
    this.#meter.reset();
  }

  #set(state: PeerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

const SILENCE = { at: 0, since: 0, told: false };

const kindOf = (line: RTCRtpTransceiver): Kind => (line.receiver.track.kind === "audio" ? "audio" : "video");

const hasRelay = ({ iceServers }: Ready): boolean => relayServers(iceServers).length > 0;
