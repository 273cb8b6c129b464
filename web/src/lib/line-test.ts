/**
 * Tests the line: which ways are open, what voice and picture suffer on their way to the server's echo peer and back, how
 * much it carries, and whether camera and microphone work. What it found is kept for the place it was made at.
 */
import { api, ok } from "./http-client";
import {
  bytesOf,
  classOfLine,
  figuresOf,
  figuresOfPulse,
  isDirect,
  NO_FIGURES,
  rowsOf,
  sentFrames,
  type LineClass,
  type LineFigures,
} from "./line-figures";
import { tryRelay, type IceServer, type PathSeen } from "./line-paths";
import { answerPulses, countDown, fillUp, openChannel } from "./line-rates";
import { localMedia } from "./local-media";
import { meterLevel } from "./media-devices";
import { uuid7 } from "./uuid7";

import type { Schema } from "@/wire/schema";

export type Probe = Schema<"NewLineProbe">;
export type Paths = Probe["paths"];

export interface LineResult {
  readonly line: LineClass;
  readonly figures: LineFigures;
  readonly paths: Paths;
  readonly microphone: Probe["microphone"];
  readonly camera: Probe["camera"];
  /** What a call would begin with; null when the server could not be told. */
  readonly rung: Schema<"LineProbeView">["rung"] | null;
  readonly at: number;
}

export type LineTestState =
  | { readonly kind: "connecting" }
  | { readonly kind: "echo"; readonly figures: LineFigures; readonly echo: MediaStream }
  | { readonly kind: "rates"; readonly figures: LineFigures }
  | { readonly kind: "done"; readonly result: LineResult }
  | { readonly kind: "failed"; readonly problem: unknown };

const GATHER_MS = 2_000;
const LOOK_MS = 1_000;
const ECHO_MS = 6_000;
/** The longest wait for the first packet; a blocked path is told as such instead of turning for ever. */
const CONNECT_MS = 8_000;
const HEARD_FROM = 0.18;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

class Stopped extends Error {}

export class LineTest {
  readonly #id = uuid7();
  readonly #facility: string;
  /** null: nobody is there to be seen or heard, so nothing is. */
  readonly #stream: MediaStream | null;
  readonly #onState: (state: LineTestState) => void;
  readonly #stop = new AbortController();
  readonly #echo = new MediaStream();
  #peer: RTCPeerConnection | null = null;
  #loudest = 0;

  constructor(facility: string, stream: MediaStream | null, onState: (state: LineTestState) => void) {
    this.#facility = facility;
    this.#stream = stream;
    this.#onState = onState;
  }

  async start(): Promise<void> {
    this.#onState({ kind: "connecting" });
    const quiet = this.#stream === null ? () => undefined : meterLevel(this.#stream, (now) => this.#hear(now));
    try {
      this.#tell({ kind: "done", result: await this.#run() });
    } catch (problem) {
      this.#tell({ kind: "failed", problem });
    } finally {
      quiet();
      this.stop();
    }
  }

  /** Ends it without a result. */
  stop(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#peer?.close();
    // Its place in the queue of tests is free sooner; it also ends by itself.
    void api.DELETE("/api/line-tests/{id}", { params: { path: { id: this.#id } } }).catch(() => undefined);
  }

  async #run(): Promise<LineResult> {
    const { ice_servers: servers } = await ok(api.GET("/api/ice-servers"));
    const relayed = tryRelay(servers, this.#stop.signal);
    const peer = this.#open(servers);
    const first = openChannel(peer, this.#stream === null ? "pulse" : "up");
    const pulses = this.#stream === null ? answerPulses(first) : null;
    const direct = await this.#connect(peer);
    const connected = peer.connectionState === "connected";
    let figures = NO_FIGURES;
    let sent = 0;
    if (connected) {
      if (pulses === null) [figures, sent] = await this.#listen(peer);
      else {
        await pulses;
        figures = figuresOfPulse(await this.#there());
      }
      figures = await this.#rates(peer, pulses === null ? first : openChannel(peer, "up"), figures);
    }
    const paths: Paths = {
      direct,
      relay_udp: null,
      relay_tcp: null,
      relay_tls: null,
      ...(await relayed),
    };
    const line = classOfLine(figures, connected);
    const cost = bytesOf(rowsOf(await peer.getStats()));
    return this.#kept({ line, figures, paths, ...this.#devices(sent), rung: null, at: Date.now() }, cost);
  }

  #open(servers: readonly IceServer[]): RTCPeerConnection {
    this.#alive();
    const peer = (this.#peer = new RTCPeerConnection({ iceServers: [...servers] }));
    for (const track of this.#stream?.getTracks() ?? []) peer.addTrack(track, this.#stream ?? this.#echo);
    peer.ontrack = ({ track }) => this.#echo.addTrack(track);
    return peer;
  }

  /** Answers whether it is reached without the relay, and after how long. */
  async #connect(peer: RTCPeerConnection): Promise<PathSeen> {
    await peer.setLocalDescription(await peer.createOffer());
    await gathered(peer);
    this.#alive();
    const body = { sdp: peer.localDescription?.sdp ?? "" };
    const answer = await ok(api.POST("/api/line-tests/{id}", { params: { path: { id: this.#id } }, body }));
    this.#alive();
    const began = performance.now();
    await peer.setRemoteDescription({ type: "answer", sdp: answer.sdp });
    await settled(peer);
    this.#alive();
    const ms = Math.round(performance.now() - began);
    const works = isDirect(rowsOf(await peer.getStats())) === true && peer.connectionState === "connected";
    return { works, ms: works ? ms : null };
  }

  async #listen(peer: RTCPeerConnection): Promise<[LineFigures, sent: number]> {
    const began = performance.now();
    let figures = NO_FIGURES;
    let rows = rowsOf(await peer.getStats());
    while (performance.now() - began < ECHO_MS) {
      this.#tell({ kind: "echo", figures, echo: this.#echo });
      await pause(LOOK_MS);
      const [report, there] = await Promise.all([peer.getStats(), this.#there()]);
      this.#alive();
      rows = rowsOf(report);
      figures = figuresOf(rows, there);
    }
    return [figures, sentFrames(rows)];
  }

  async #rates(peer: RTCPeerConnection, up: RTCDataChannel, figures: LineFigures): Promise<LineFigures> {
    this.#tell({ kind: "rates", figures });
    // The whole line is measured, not what voice and picture leave of it.
    await Promise.all(peer.getSenders().map((sender) => sender.replaceTrack(null)));
    await fillUp(up);
    this.#alive();
    const downKbps = await countDown(peer);
    this.#alive();
    return { ...figures, upKbps: (await this.#there())?.up_kbps ?? null, downKbps };
  }

  #devices(sent: number): Pick<LineResult, "microphone" | "camera"> {
    if (this.#stream === null) return { microphone: "untried", camera: "untried" };
    const { microphoneFault, microphoneOn, cameraFault, cameraOn } = localMedia();
    return {
      microphone: microphoneFault ?? (!microphoneOn ? "off" : this.#loudest >= HEARD_FROM ? "ok" : "nothing"),
      camera: cameraFault ?? (!cameraOn ? "off" : sent > 0 ? "ok" : "nothing"),
    };
  }

  async #kept(result: LineResult, cost: number): Promise<LineResult> {
    this.#alive();
    const { figures } = result;
    const body: Probe = {
      facility_id: this.#facility,
      kind: this.#stream === null ? "night" : "person",
      up_kbps: figures.upKbps,
      down_kbps: figures.downKbps,
      rtt_ms: figures.rttMs,
      jitter_ms: figures.jitterMs,
      loss_pct: figures.lossPct,
      paths: result.paths,
      microphone: result.microphone,
      camera: result.camera,
      bytes: cost,
    };
    const put = ok(api.PUT("/api/line-probes/{id}", { params: { path: { id: uuid7() } }, body }));
    return { ...result, rung: (await put.catch(() => null))?.rung ?? null };
  }

  #there(): Promise<Schema<"LineTestView"> | null> {
    return ok(api.GET("/api/line-tests/{id}", { params: { path: { id: this.#id } } })).catch(() => null);
  }

  #hear(level: number): void {
    this.#loudest = Math.max(this.#loudest, level);
  }

  #tell(state: LineTestState): void {
    if (!this.#stop.signal.aborted) this.#onState(state);
  }

  #alive(): void {
    if (this.#stop.signal.aborted) throw new Stopped();
  }
}

/** All addresses are in the offer: the echo peer takes none later. */
function gathered(peer: RTCPeerConnection): Promise<void> {
  return when(peer, "icegatheringstatechange", GATHER_MS, () => peer.iceGatheringState === "complete");
}

function settled(peer: RTCPeerConnection): Promise<void> {
  const over = new Set<RTCPeerConnectionState>(["connected", "failed", "closed"]);
  return when(peer, "connectionstatechange", CONNECT_MS, () => over.has(peer.connectionState));
}

function when(peer: RTCPeerConnection, event: string, withinMs: number, is: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      peer.removeEventListener(event, look);
      resolve();
    };
    const look = () => is() && done();
    const timer = setTimeout(done, withinMs);
    peer.addEventListener(event, look);
    look();
  });
}
