/**
 * The descriptions and candidates of one connection: who offers, who yields, what is said again.
 *
 * Follows the W3C pattern “perfect negotiation”; the server says who is polite. Everything that touches the
 * connection's descriptions goes through one queue: two at once would see each other's half-done state.
 */
import { asAnswer } from "./tuning";

/** What travels through the socket. */
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

export interface NegotiationOptions {
  readonly polite: boolean;
  readonly send: (signal: PeerSignal) => void;
  /** The other side's description as this side wants to have it: what it says decides what is sent there. */
  readonly hear: (sdp: string) => string;
  /** The lines of their offer are there, the answer is not yet made. */
  readonly onLines: () => Promise<void>;
  /** Both sides have the newest addresses. */
  readonly onAgreed: () => void;
}

/** Candidates are gathered this long into one frame: one frame each would cost a packet's header on 2G. */
const BATCH_MS = 50;
/** Whoever came back may be answering just now. */
const AGAIN_MS = 1_000;

export class Negotiation {
  readonly #pc: RTCPeerConnection;
  readonly #options: NegotiationOptions;
  #ignoreOffer = false;
  #met = false;
  #restarting = false;
  /** Our offer is on its way, or its answer is. */
  #waiting = false;
  #ended = false;
  /** The number of the offer made here last, and of the other side's that was answered last. */
  #offerNumber = 0;
  #answered: Description | null = null;
  #batch: Candidate[] = [];
  #sent: Candidate[] = [];
  #early: Candidate[] = [];
  #batchTimer: ReturnType<typeof setTimeout> | undefined;
  #againTimer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(pc: RTCPeerConnection, options: NegotiationOptions) {
    this.#pc = pc;
    this.#options = options;
    pc.onicecandidate = ({ candidate }) => this.#gather(candidate);
    pc.onnegotiationneeded = () => {
      // The first offer is the impolite side's: two at once would only be rolled back, a round trip later.
      if (!options.polite || this.#met) void this.#next(() => this.#offer());
    };
  }

  receive(signal: PeerSignal): Promise<void> {
    return this.#next(() =>
      signal.type === "description" ? this.#description(signal) : this.#candidates(signal.candidates),
    );
  }

  /** New addresses, for both sides. An offer that waits for its answer is taken back: it names the old ones. */
  restart(): Promise<void> {
    this.#restarting = true;
    return this.#next(async () => {
      if (this.#waiting && this.#met) await this.#takeBack();
      // Asks for negotiation by itself as soon as the state is stable.
      this.#pc.restartIce();
    });
  }

  /** The other side was away: what waits for its answer is said again, unless the answer is on its way. */
  sayAgain(): void {
    clearTimeout(this.#againTimer);
    const asked = this.#offerNumber;
    this.#againTimer = setTimeout(() => {
      if (!this.#waiting || asked !== this.#offerNumber) return;
      this.#tellOffer();
      this.#tellCandidates();
    }, AGAIN_MS);
  }

  get isWaiting(): boolean {
    return this.#waiting;
  }

  /**
   * What is heard of the other side changed here alone (`hear`): agreed on with oneself, and nothing goes over the line.
   *
   * While an offer is under way there is nothing to do: its answer will be heard anew.
   */
  hearAgain(): Promise<void> {
    return this.#next(async () => {
      const { currentLocalDescription: mine, currentRemoteDescription: theirs } = this.#pc;
      if (this.#pc.signalingState !== "stable" || this.#restarting || !mine || !theirs) return;
      const sdp = this.#options.hear(asAnswer(theirs, mine));
      await this.#pc.setLocalDescription();
      try {
        await this.#pc.setRemoteDescription({ type: "answer", sdp });
      } catch (fault) {
        await this.#takeBack();
        throw fault;
      }
    });
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#batchTimer);
    clearTimeout(this.#againTimer);
    this.#pc.onicecandidate = this.#pc.onnegotiationneeded = null;
  }

  #next(act: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      if (this.#ended) return;
      try {
        await act();
      } catch (fault) {
        // A closed connection answers with errors to whatever was under way; anything else healing mends.
        if (this.#isOpen) console.warn("peer signal refused", (fault as Error).name);
      }
    });
    return this.#queue;
  }

  get #isOpen(): boolean {
    return !this.#ended && this.#pc.signalingState !== "closed";
  }

  async #offer(): Promise<void> {
    // Asked for while another was on its way: the browser asks again when that is answered.
    if (this.#pc.signalingState !== "stable") return;
    this.#sent = [];
    this.#offerNumber++;
    this.#restarting = false;
    await this.#pc.setLocalDescription();
    this.#waiting = true;
    this.#tellOffer();
  }

  async #takeBack(): Promise<void> {
    this.#waiting = false;
    await this.#pc.setLocalDescription({ type: "rollback" });
  }

  #tellOffer(): void {
    const { localDescription: mine } = this.#pc;
    if (this.#ended || mine?.type !== "offer") return;
    this.#options.send({ type: "description", kind: "offer", negotiation: this.#offerNumber, sdp: mine.sdp });
  }

  #tellCandidates(): void {
    if (this.#sent.length > 0) this.#options.send({ type: "candidates", candidates: this.#sent });
  }

  async #description(description: Description): Promise<void> {
    const { kind, negotiation, sdp } = description;
    if (kind === "answer") {
      // An offer said twice is answered twice. The second answer must not be taken for that of a later offer.
      if (!this.#waiting || (negotiation !== 0 && negotiation !== this.#offerNumber)) return;
      await this.#hear("answer", sdp);
      this.#waiting = false;
      this.#options.onAgreed();
      return;
    }
    // Said again because our answer may have been lost.
    if (negotiation !== 0 && negotiation === this.#answered?.negotiation && !this.#waiting) {
      this.#options.send(this.#answered);
      this.#tellCandidates();
      return;
    }
    this.#ignoreOffer = !this.#options.polite && this.#pc.signalingState !== "stable";
    if (this.#ignoreOffer) return;
    await this.#hear("offer", sdp);
    this.#waiting = false;
    await this.#options.onLines();
    this.#sent = [];
    await this.#pc.setLocalDescription();
    const mine = this.#pc.localDescription?.sdp ?? "";
    this.#answered = { type: "description", kind: "answer", negotiation, sdp: mine };
    this.#options.send(this.#answered);
    this.#options.onAgreed();
  }

  async #hear(type: "offer" | "answer", sdp: string): Promise<void> {
    await this.#pc.setRemoteDescription({ type, sdp: this.#options.hear(sdp) });
    this.#met = true;
    for (const candidate of this.#early.splice(0)) await this.#pc.addIceCandidate(toInit(candidate));
  }

  async #candidates(candidates: readonly Candidate[]): Promise<void> {
    if (!this.#pc.remoteDescription) {
      // Their description was refused in a collision, or is still on its way.
      if (!this.#ignoreOffer) this.#early.push(...candidates);
      return;
    }
    for (const candidate of candidates) {
      try {
        await this.#pc.addIceCandidate(toInit(candidate));
      } catch (fault) {
        if (!this.#ignoreOffer) throw fault;
      }
    }
  }

  #gather(candidate: RTCIceCandidate | null): void {
    const plain: Candidate = candidate
      ? { candidate: candidate.candidate, sdp_mid: candidate.sdpMid, sdp_m_line_index: candidate.sdpMLineIndex }
      : { candidate: "", sdp_mid: null, sdp_m_line_index: null };
    this.#batch.push(plain);
    this.#sent.push(plain);
    if (plain.candidate === "") this.#flush();
    else this.#batchTimer ??= setTimeout(() => this.#flush(), BATCH_MS);
  }

  #flush(): void {
    clearTimeout(this.#batchTimer);
    this.#batchTimer = undefined;
    const candidates = this.#batch.splice(0);
    if (candidates.length > 0) this.#options.send({ type: "candidates", candidates });
  }
}

function toInit(candidate: Candidate): RTCIceCandidateInit {
  if (candidate.candidate === "") return { candidate: "", sdpMid: candidate.sdp_mid ?? "0" };
  return { candidate: candidate.candidate, sdpMid: candidate.sdp_mid, sdpMLineIndex: candidate.sdp_m_line_index };
}
