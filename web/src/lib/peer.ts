/**
 * One side of a call, browser to browser: who offers, who yields, when to try another path.
 *
 * Negotiation follows the W3C pattern “perfect negotiation”; the server says who is polite. Signaling that is down
 * never ends it: media flows on, and `resync()` mends what was lost when the link is back.
 */
import { Meter, type PeerStats } from "./peer-stats";

/** What travels through the socket; `generation` names this connection, `toGeneration` the other side's. */
export type PeerSignal =
  /** `negotiation` counts the offers of one connection; an answer repeats the number of its offer. */
  | {
      readonly type: "description";
      readonly kind: "offer" | "answer";
      readonly negotiation: number;
      readonly sdp: string;
    }
  | { readonly type: "candidates"; readonly candidates: readonly Candidate[] };

type Description = Extract<PeerSignal, { type: "description" }>;

export interface Candidate {
  /** Empty: no more candidates. */
  readonly candidate: string;
  readonly sdp_mid: string | null;
  readonly sdp_m_line_index: number | null;
}

/** connecting: no media yet. live. weak: the path is gone for a moment. lost: being rebuilt. */
export type PeerState = "connecting" | "live" | "weak" | "lost" | "closed";

/** Each page's connection has a number above all before it, so that late frames of an old one are known. */
export interface Pair {
  readonly generation: number;
  readonly peerGeneration: number;
}

/** The most our picture may take. `shrink` divides its width and height. */
export interface VideoCeiling {
  readonly kbps: number;
  readonly shrink?: number;
  readonly fps?: number;
}

export interface PeerOptions {
  readonly send: (pair: Pair, signal: PeerSignal) => void;
  readonly onState: (state: PeerState) => void;
  readonly onRemote: (stream: MediaStream) => void;
  readonly create?: (config: RTCConfiguration) => RTCPeerConnection;
}

export interface Ready extends Pair {
  readonly polite: boolean;
  readonly iceServers: readonly RTCIceServer[];
}

/** Candidates are gathered this long into one frame: one frame each would cost a packet's header on 2G. */
const BATCH_MS = 50;
const RESTART_AFTER_MS = 2_000;
/** A restart that brought nothing is tried again. */
const RESTART_AGAIN_MS = 8_000;

export class Peer {
  readonly #options: PeerOptions;
  readonly #meter = new Meter();
  #pc: RTCPeerConnection | null = null;
  #ready: Ready | null = null;
  #tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null } = { audio: null, video: null };
  #remote = new MediaStream();
  #makingOffer = false;
  #ignoreOffer = false;
  #offered = false;
  /** The number of the offer made here last, and of the other side's that is being answered. */
  #offerNumber = 0;
  #theirOffer = 0;
  #batch: Candidate[] = [];
  #sentCandidates: Candidate[] = [];
  #earlyCandidates: Candidate[] = [];
  #batchTimer: ReturnType<typeof setTimeout> | null = null;
  #restartTimer: ReturnType<typeof setTimeout> | null = null;
  #state: PeerState = "connecting";
  #videoCeiling: VideoCeiling | null = null;
  /** One signal after the other: two descriptions handled at once would see each other's half-done state. */
  #queue: Promise<void> = Promise.resolve();

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
      this.resync();
      return;
    }
    this.#build(ready);
  }

  /** Puts a microphone or camera track on the line, or takes it off; needs no new negotiation. */
  async setTrack(kind: "audio" | "video", track: MediaStreamTrack | null): Promise<void> {
    this.#tracks[kind] = track;
    await this.#sender(kind)?.replaceTrack(track);
  }

  /** The most the picture may take; null leaves it to the browser. Voice is never limited here. */
  async limitVideo(ceiling: VideoCeiling | null): Promise<void> {
    this.#videoCeiling = ceiling;
    const sender = this.#sender("video");
    const parameters = sender?.getParameters();
    const [encoding] = parameters?.encodings ?? [];
    if (!sender || !parameters || !encoding) return;
    encoding.scaleResolutionDownBy = ceiling?.shrink ?? 1;
    delete encoding.maxBitrate;
    delete encoding.maxFramerate;
    if (ceiling) encoding.maxBitrate = ceiling.kbps * 1000;
    if (ceiling?.fps !== undefined) encoding.maxFramerate = ceiling.fps;
    await sender.setParameters(parameters).catch(() => undefined);
  }

  /** A signal of the other side. Those of another pair are late and dropped. */
  receive(pair: Pair, signal: PeerSignal): Promise<void> {
    // Seen from here the sender's generation is the peer's.
    if (pair.generation !== this.#ready?.peerGeneration || pair.peerGeneration !== this.#ready.generation) {
      return this.#queue;
    }
    const pc = this.#pc;
    this.#queue = this.#queue.then(async () => {
      if (pc === null || pc !== this.#pc) return;
      try {
        if (signal.type === "description") await this.#description(pc, signal);
        else await this.#candidates(pc, signal.candidates);
      } catch (fault) {
        // A closed connection answers with errors to whatever was under way; anything else the watch below mends.
        if (pc === this.#pc && pc.signalingState !== "closed")
          console.warn("peer signal refused", (fault as Error).name);
      }
    });
    return this.#queue;
  }

  /** The link is back: say again what may have been lost on the way. */
  resync(): void {
    const pc = this.#pc;
    if (!pc) return;
    if (pc.signalingState === "have-local-offer" && pc.localDescription) {
      this.#tell(pc);
      if (this.#sentCandidates.length > 0) this.#send({ type: "candidates", candidates: this.#sentCandidates });
    } else if (!this.#ready?.polite && pc.connectionState !== "connected" && pc.signalingState === "stable") {
      this.#restart();
    }
  }

  /** For “Thử lại” and for a change of network the page knows of. */
  restart(): void {
    this.#restart();
  }

  async stats(): Promise<PeerStats | null> {
    return this.#pc ? this.#meter.read(await this.#pc.getStats()) : null;
  }

  close(): void {
    this.#drop();
    this.#ready = null;
    this.#set("closed");
  }

  #build(ready: Ready): void {
    this.#drop();
    const config: RTCConfiguration = { iceServers: [...ready.iceServers], bundlePolicy: "max-bundle" };
    const pc = (this.#options.create ?? ((c) => new RTCPeerConnection(c)))(config);
    this.#pc = pc;
    this.#remote = new MediaStream();
    this.#set("connecting");
    pc.ontrack = ({ track }) => {
      if (pc !== this.#pc) return;
      this.#remote.addTrack(track);
      this.#options.onRemote(this.#remote);
    };
    pc.onicecandidate = ({ candidate }) => {
      if (pc === this.#pc) this.#gather(candidate);
    };
    pc.onnegotiationneeded = () => {
      // The first offer is the impolite side's: two at once would only be rolled back, a round trip later.
      if (pc === this.#pc && (!ready.polite || this.#offered)) void this.#offer(pc);
    };
    pc.onconnectionstatechange = () => {
      if (pc === this.#pc) this.#watch(pc.connectionState);
    };
    // Both lines exist from the start, so that turning the camera on later needs no negotiation.
    if (!ready.polite) {
      this.#addLine(pc, "audio");
      this.#addLine(pc, "video");
    }
  }

  #addLine(pc: RTCPeerConnection, kind: "audio" | "video"): void {
    const track = this.#tracks[kind];
    pc.addTransceiver(track ?? kind, { direction: "sendrecv" });
  }

  async #offer(pc: RTCPeerConnection): Promise<void> {
    try {
      this.#makingOffer = true;
      this.#sentCandidates = [];
      this.#offerNumber++;
      await pc.setLocalDescription();
      this.#tell(pc);
    } catch {
      // Closed, or the other side's offer came first: its answer negotiates for both.
    } finally {
      this.#makingOffer = false;
    }
  }

  async #description(pc: RTCPeerConnection, { kind, negotiation, sdp }: Description): Promise<void> {
    // An offer said twice is answered twice. The second answer must not be taken for that of a later offer.
    if (kind === "answer" && (pc.signalingState !== "have-local-offer" || !this.#awaits(negotiation))) return;
    const collision = kind === "offer" && (this.#makingOffer || pc.signalingState !== "stable");
    this.#ignoreOffer = collision && !this.#ready?.polite;
    if (this.#ignoreOffer) return;
    this.#offered = true;
    if (kind === "offer") this.#theirOffer = negotiation;
    await pc.setRemoteDescription({ type: kind, sdp });
    for (const candidate of this.#earlyCandidates.splice(0)) await pc.addIceCandidate(toInit(candidate));
    if (kind === "answer") return;
    await this.#attachTracks(pc);
    this.#sentCandidates = [];
    await pc.setLocalDescription();
    this.#tell(pc);
    await this.limitVideo(this.#videoCeiling);
  }

  /** 0 is the number of one that does not count its offers. */
  #awaits(negotiation: number): boolean {
    return negotiation === 0 || negotiation === this.#offerNumber;
  }

  /** The answering side takes the lines of the offer instead of making its own. */
  async #attachTracks(pc: RTCPeerConnection): Promise<void> {
    for (const line of pc.getTransceivers()) {
      const kind = line.receiver.track.kind === "audio" ? "audio" : "video";
      if (line.direction === "recvonly" || line.direction === "inactive") line.direction = "sendrecv";
      if (line.sender.track !== this.#tracks[kind]) await line.sender.replaceTrack(this.#tracks[kind]);
    }
  }

  async #candidates(pc: RTCPeerConnection, candidates: readonly Candidate[]): Promise<void> {
    if (!pc.remoteDescription) {
      // Their description was refused in a collision, or is still on its way.
      if (!this.#ignoreOffer) this.#earlyCandidates.push(...candidates);
      return;
    }
    for (const candidate of candidates) {
      try {
        await pc.addIceCandidate(toInit(candidate));
      } catch (fault) {
        if (!this.#ignoreOffer) throw fault;
      }
    }
  }

  #tell(pc: RTCPeerConnection): void {
    const description = pc.localDescription;
    if (pc !== this.#pc || !description || (description.type !== "offer" && description.type !== "answer")) return;
    const negotiation = description.type === "offer" ? this.#offerNumber : this.#theirOffer;
    this.#send({ type: "description", kind: description.type, negotiation, sdp: description.sdp });
    if (this.#ready && !this.#ready.polite) void this.limitVideo(this.#videoCeiling);
  }

  #gather(candidate: RTCIceCandidate | null): void {
    const plain: Candidate = candidate
      ? { candidate: candidate.candidate, sdp_mid: candidate.sdpMid, sdp_m_line_index: candidate.sdpMLineIndex }
      : { candidate: "", sdp_mid: null, sdp_m_line_index: null };
    this.#batch.push(plain);
    this.#sentCandidates.push(plain);
    if (plain.candidate === "") this.#flush();
    else this.#batchTimer ??= setTimeout(() => this.#flush(), BATCH_MS);
  }

  #flush(): void {
    if (this.#batchTimer) clearTimeout(this.#batchTimer);
    this.#batchTimer = null;
    const candidates = this.#batch.splice(0);
    if (candidates.length > 0) this.#send({ type: "candidates", candidates });
  }

  #send(signal: PeerSignal): void {
    if (this.#ready) this.#options.send(this.#ready, signal);
  }

  #watch(state: RTCPeerConnectionState): void {
    switch (state) {
      case "connected":
        this.#stopRestart();
        this.#set("live");
        return;
      case "disconnected":
        this.#set("weak");
        this.#restartIn(RESTART_AFTER_MS);
        return;
      case "failed":
        this.#set("lost");
        this.#restartIn(0);
        return;
      case "closed":
      case "connecting":
      case "new":
        return;
    }
  }

  #restartIn(ms: number): void {
    if (this.#ready?.polite || this.#restartTimer) return;
    this.#restartTimer = setTimeout(() => this.#restart(), ms);
  }

  #restart(): void {
    this.#stopRestart();
    if (!this.#pc || this.#pc.connectionState === "connected") return;
    this.#pc.restartIce();
    // restartIce asks for negotiation by itself, but only from `stable`; a lost offer is said again.
    if (this.#pc.signalingState === "have-local-offer") this.resync();
    if (!this.#ready?.polite) this.#restartTimer = setTimeout(() => this.#restart(), RESTART_AGAIN_MS);
  }

  #stopRestart(): void {
    if (this.#restartTimer) clearTimeout(this.#restartTimer);
    this.#restartTimer = null;
  }

  #sender(kind: "audio" | "video"): RTCRtpSender | null {
    const line = this.#pc?.getTransceivers().find((found) => found.receiver.track.kind === kind);
    return line?.sender ?? null;
  }

  #drop(): void {
    this.#stopRestart();
    if (this.#batchTimer) clearTimeout(this.#batchTimer);
    this.#batchTimer = null;
    this.#batch = [];
    this.#sentCandidates = [];
    this.#earlyCandidates = [];
    this.#makingOffer = this.#ignoreOffer = this.#offered = false;
    this.#offerNumber = this.#theirOffer = 0;
    const pc = this.#pc;
    this.#pc = null;
    pc?.close();
    this.#meter.reset();
  }

  #set(state: PeerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

function toInit(candidate: Candidate): RTCIceCandidateInit {
  if (candidate.candidate === "") return { candidate: "", sdpMid: candidate.sdp_mid ?? "0" };
  return { candidate: candidate.candidate, sdpMid: candidate.sdp_mid, sdpMLineIndex: candidate.sdp_m_line_index };
}
