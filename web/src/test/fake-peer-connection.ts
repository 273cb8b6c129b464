/** An RTCPeerConnection by the book as far as negotiation goes, without media: two of them, wired by the test, meet. */
type State = "stable" | "have-local-offer" | "have-remote-offer" | "closed";

let made = 0;

export class FakePeerConnection {
  static all: FakePeerConnection[] = [];
  readonly name = `pc${++made}`;
  signalingState: State = "stable";
  connectionState: RTCPeerConnectionState = "new";
  localDescription: { type: "offer" | "answer"; sdp: string } | null = null;
  remoteDescription: { type: "offer" | "answer"; sdp: string } | null = null;
  readonly candidates: RTCIceCandidateInit[] = [];
  restarts = 0;
  offers = 0;
  rollbacks = 0;
  readonly #lines: { receiver: { track: { kind: string } }; sender: FakeSender; direction: string }[] = [];
  #pending = false;
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: { candidate: RTCIceCandidate | null }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: ((event: { track: MediaStreamTrack }) => void) | null = null;

  readonly config: RTCConfiguration;

  constructor(config: RTCConfiguration) {
    this.config = config;
    FakePeerConnection.all.push(this);
  }

  addTransceiver(trackOrKind: string | { kind: string }): void {
    const kind = typeof trackOrKind === "string" ? trackOrKind : trackOrKind.kind;
    this.#line(kind).sender.track = typeof trackOrKind === "string" ? null : trackOrKind;
    this.#negotiate();
  }
  getTransceivers(): unknown[] {
    return this.#lines;
  }
  restartIce(): void {
    this.restarts++;
    this.#negotiate();
  }
  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    if (this.signalingState === "closed") throw new DOMException("closed", "InvalidStateError");
    this.#pending = false;
    if (this.signalingState === "have-remote-offer") {
      this.localDescription = { type: "answer", sdp: `${this.name}-answer` };
      this.signalingState = "stable";
    } else {
      this.offers++;
      this.localDescription = { type: "offer", sdp: `${this.name}-offer-${this.offers}` };
      this.signalingState = "have-local-offer";
    }
  }
  async setRemoteDescription(description: { type: "offer" | "answer"; sdp: string }): Promise<void> {
    await Promise.resolve();
    if (description.type === "offer") {
      if (this.signalingState === "have-local-offer") {
        this.rollbacks++;
        this.#pending = true;
      }
      for (const kind of ["audio", "video"]) this.#line(kind);
      this.signalingState = "have-remote-offer";
    } else {
      if (this.signalingState !== "have-local-offer") throw new DOMException("no offer", "InvalidStateError");
      this.signalingState = "stable";
    }
    this.remoteDescription = description;
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
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
  finds(candidate: string | null): void {
    this.onicecandidate?.({
      candidate: candidate === null ? null : ({ candidate, sdpMid: "0", sdpMLineIndex: 0 } as RTCIceCandidate),
    });
  }
  needsNegotiation(): void {
    this.#negotiate();
  }

  #line(kind: string) {
    let line = this.#lines.find((found) => found.receiver.track.kind === kind);
    if (!line) {
      line = { receiver: { track: { kind } }, sender: new FakeSender(), direction: "recvonly" };
      this.#lines.push(line);
    }
    return line;
  }
  #negotiate(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      if (this.#pending && this.signalingState === "stable") this.onnegotiationneeded?.();
    });
  }
}

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
