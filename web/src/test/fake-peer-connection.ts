/** An RTCPeerConnection by the book as far as negotiation goes, without media: two of them, wired by the test, meet. */
type State = "stable" | "have-local-offer" | "have-remote-offer" | "closed";
interface Described {
  readonly type: "offer" | "answer";
  readonly sdp: string;
}

let made = 0;

export class FakePeerConnection {
  readonly name = `pc${++made}`;
  signalingState: State = "stable";
  connectionState: RTCPeerConnectionState = "new";
  currentLocalDescription: Described | null = null;
  currentRemoteDescription: Described | null = null;
  readonly candidates: RTCIceCandidateInit[] = [];
  restarts = 0;
  offers = 0;
  rollbacks = 0;
  config: RTCConfiguration;
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: { candidate: RTCIceCandidate | null }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: ((event: { track: MediaStreamTrack }) => void) | null = null;
  readonly #lines: FakeLine[] = [];
  #pendingLocal: Described | null = null;
  #pendingRemote: Described | null = null;
  #described = 0;
  #wanted = false;
  #asked = false;
  /** Names the addresses this side uses; another one after each ICE restart. */
  #addresses = 1;
  #replace: string | null = null;

  constructor(config: RTCConfiguration) {
    this.config = config;
  }

  get localDescription(): Described | null {
    return this.#pendingLocal ?? this.currentLocalDescription;
  }
  get remoteDescription(): Described | null {
    return this.#pendingRemote ?? this.currentRemoteDescription;
  }
  setConfiguration(config: RTCConfiguration): void {
    if (this.signalingState === "closed") throw new DOMException("closed", "InvalidStateError");
    this.config = config;
  }
  addTransceiver(trackOrKind: string | { kind: string }): unknown {
    const line = this.#line(typeof trackOrKind === "string" ? trackOrKind : trackOrKind.kind, "sendrecv");
    line.sender.track = typeof trackOrKind === "string" ? null : trackOrKind;
    this.needsNegotiation();
    return line;
  }
  getTransceivers(): unknown[] {
    return this.#lines;
  }
  /** When the last packet of their voice came. */
  heardAt = 0;
  getReceivers(): unknown[] {
    return this.#lines.map(({ receiver }) => ({
      ...receiver,
      getSynchronizationSources: () => (this.heardAt === 0 ? [] : [{ timestamp: this.heardAt }]),
    }));
  }
  restartIce(): void {
    this.restarts++;
    this.#replace = addressesOf(this.currentLocalDescription);
    this.#check();
  }
  async setLocalDescription(description?: { type: "rollback" }): Promise<void> {
    await this.#turn();
    if (description) {
      if (this.signalingState === "stable") throw new DOMException("nothing to take back", "InvalidStateError");
      this.#takeBack();
      return;
    }
    if (this.signalingState === "have-remote-offer") {
      // Who is asked for new addresses gives new ones.
      const theirs = addressesOf(this.currentRemoteDescription);
      if (theirs !== "" && theirs !== addressesOf(this.#pendingRemote)) this.#addresses++;
      this.currentLocalDescription = this.#describe("answer");
      this.currentRemoteDescription = this.#pendingRemote;
      this.#stable();
    } else {
      if (this.#replace !== null && this.#replace === this.#mine()) this.#addresses++;
      this.#wanted = false;
      this.offers++;
      this.#pendingLocal = this.#describe("offer");
      this.signalingState = "have-local-offer";
    }
  }
  async setRemoteDescription(description: Described): Promise<void> {
    await this.#turn();
    if (description.type === "offer") {
      if (this.signalingState === "have-local-offer") this.#takeBack();
      for (const kind of ["audio", "video"]) this.#line(kind, "recvonly");
      this.#pendingRemote = description;
      this.signalingState = "have-remote-offer";
    } else {
      if (this.signalingState !== "have-local-offer") throw new DOMException("no offer", "InvalidStateError");
      this.currentLocalDescription = this.#pendingLocal;
      this.currentRemoteDescription = description;
      this.#stable();
    }
  }
  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (!this.remoteDescription) throw new DOMException("no remote", "InvalidStateError");
    this.candidates.push(candidate);
  }
  close(): void {
    this.signalingState = "closed";
  }

  /** The test's side. */
  becomes(state: RTCPeerConnectionState): void {
    if (this.connectionState === state) return;
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
  finds(candidate: string | null): void {
    this.onicecandidate?.({
      candidate: candidate === null ? null : ({ candidate, sdpMid: "0", sdpMLineIndex: 0 } as RTCIceCandidate),
    });
  }
  needsNegotiation(): void {
    this.#wanted = true;
    this.#check();
  }
  /** Which addresses each side goes by, as far as this one knows; empty before both are described. */
  get pair(): { readonly mine: string; readonly theirs: string } {
    return { mine: addressesOf(this.currentLocalDescription), theirs: addressesOf(this.currentRemoteDescription) };
  }

  #mine(): string {
    return `${this.name}.${this.#addresses}`;
  }
  #describe(type: "offer" | "answer"): Described {
    return { type, sdp: `${type} ${++this.#described} a=ice-ufrag:${this.#mine()}` };
  }
  #takeBack(): void {
    this.rollbacks++;
    this.#wanted ||= this.currentLocalDescription === null;
    // The addresses offered in vain are not used; those after them are new again.
    this.#pendingLocal = null;
    this.#stable();
  }
  #stable(): void {
    this.#pendingLocal = this.#pendingRemote = null;
    this.signalingState = "stable";
    this.#asked = false;
    this.#check();
  }
  #check(): void {
    const restart = this.#replace !== null && this.#replace === addressesOf(this.currentLocalDescription);
    if (this.#asked || this.signalingState !== "stable" || !(this.#wanted || restart)) return;
    this.#asked = true;
    queueMicrotask(() => {
      if (this.#asked && this.signalingState === "stable") this.onnegotiationneeded?.();
    });
  }
  async #turn(): Promise<void> {
    await Promise.resolve();
    if (this.signalingState === "closed") throw new DOMException("closed", "InvalidStateError");
  }
  #line(kind: string, direction: string): FakeLine {
    let line = this.#lines.find((found) => found.receiver.track.kind === kind);
    if (!line) {
      line = {
        receiver: { track: { kind } },
        sender: new FakeSender(),
        direction,
        setCodecPreferences: () => undefined,
      };
      this.#lines.push(line);
    }
    return line;
  }
}

const addressesOf = (description: Described | null): string =>
  /a=ice-ufrag:(\S+)/.exec(description?.sdp ?? "")?.[1] ?? "";

interface FakeLine {
  readonly receiver: { readonly track: { readonly kind: string } };
  readonly sender: FakeSender;
  direction: string;
  readonly setCodecPreferences: () => void;
}

/** For `stubGlobal`: what such a browser can receive. */
export const FakeReceiver = {
  getCapabilities: () => ({ codecs: [{ mimeType: "audio/opus" }, { mimeType: "video/VP8" }] }),
};

class FakeSender {
  track: unknown = null;
  parameters: { encodings: RTCRtpEncodingParameters[] } = { encodings: [{}] };
  async replaceTrack(track: unknown): Promise<void> {
    this.track = track;
  }
  getParameters() {
    return structuredClone(this.parameters);
  }
  async setParameters(parameters: { encodings: RTCRtpEncodingParameters[] }): Promise<void> {
    this.parameters = parameters;
  }
}
