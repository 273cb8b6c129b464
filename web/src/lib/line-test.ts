/** Tests the line before a call: voice and picture go to the server's echo peer and come back, measured on both ways. */
import { api, ok } from "./http-client";
import { uuid7 } from "./uuid7";

import type { Schema } from "@/wire/schema";

export type LineClass = "good" | "weak" | "poor" | "lost";

export interface LineFigures {
  /** Up and down, in percent of what was sent; null before anything was counted. */
  readonly lossPct: number | null;
  readonly rttMs: number | null;
  readonly jitterMs: number | null;
  /** Pictures that came back and were shown. */
  readonly frames: number;
}

export const NO_FIGURES: LineFigures = { lossPct: null, rttMs: null, jitterMs: null, frames: 0 };

/** Above these a picture freezes, then voice suffers (realtime bars: 5 % at 300 ms still carries a picture). */
const WEAK = { lossPct: 3, rttMs: 350, jitterMs: 60 };
const POOR = { lossPct: 10, rttMs: 800, jitterMs: 150 };

const over = (figures: LineFigures, limit: typeof WEAK): boolean =>
  (figures.lossPct ?? 0) > limit.lossPct ||
  (figures.rttMs ?? 0) > limit.rttMs ||
  (figures.jitterMs ?? 0) > limit.jitterMs;

export function classOfLine(figures: LineFigures, connected: boolean): LineClass {
  if (!connected) return "lost";
  if (over(figures, POOR)) return "poor";
  return over(figures, WEAK) ? "weak" : "good";
}

interface Flow {
  readonly received: number;
  readonly lost: number;
}

/** Loss of all flows together, in whole tenths of a percent. */
export function lossOf(flows: readonly Flow[]): number | null {
  const received = flows.reduce((sum, flow) => sum + flow.received, 0);
  const lost = flows.reduce((sum, flow) => sum + Math.max(0, flow.lost), 0);
  return received + lost === 0 ? null : Math.round((1000 * lost) / (received + lost)) / 10;
}

export type LineTestState =
  | { readonly kind: "connecting" }
  | { readonly kind: "running"; readonly figures: LineFigures; readonly echo: MediaStream }
  | { readonly kind: "done"; readonly line: LineClass; readonly figures: LineFigures; readonly at: number }
  | { readonly kind: "failed"; readonly problem: unknown };

const GATHER_MS = 2_000;
const LOOK_MS = 1_000;
const RUN_MS = 8_000;
/** The longest wait for the first packet; a blocked path is told as such instead of turning for ever. */
const CONNECT_MS = 8_000;

type Row = Readonly<Record<string, unknown>>;
const num = (row: Row | undefined, key: string): number => (typeof row?.[key] === "number" ? row[key] : 0);

export class LineTest {
  readonly #id = uuid7();
  readonly #peer = new RTCPeerConnection();
  readonly #echo = new MediaStream();
  readonly #onState: (state: LineTestState) => void;
  #timer: ReturnType<typeof setInterval> | null = null;
  #figures = NO_FIGURES;
  #startedAt = 0;
  #connected = false;
  #over = false;

  constructor(stream: MediaStream, onState: (state: LineTestState) => void) {
    this.#onState = onState;
    for (const track of stream.getTracks()) this.#peer.addTrack(track, stream);
    this.#peer.ontrack = ({ track }) => this.#echo.addTrack(track);
  }

  async start(): Promise<void> {
    this.#onState({ kind: "connecting" });
    try {
      await this.#peer.setLocalDescription(await this.#peer.createOffer());
      await this.#gathered();
      const body = { sdp: this.#peer.localDescription?.sdp ?? "" };
      const answer = await ok(api.POST("/api/line-tests/{id}", { params: { path: { id: this.#id } }, body }));
      if (this.#over) return;
      await this.#peer.setRemoteDescription({ type: "answer", sdp: answer.sdp });
      this.#startedAt = performance.now();
      this.#timer = setInterval(() => void this.#look(), LOOK_MS);
    } catch (problem) {
      if (!this.#over) this.#end({ kind: "failed", problem });
    }
  }

  /** Ends it without a result. */
  stop(): void {
    this.#close();
  }

  #gathered(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(done, GATHER_MS);
      const look = () => this.#peer.iceGatheringState === "complete" && done();
      this.#peer.onicegatheringstatechange = look;
      look();
    });
  }

  async #look(): Promise<void> {
    const [report, there] = await Promise.all([
      this.#peer.getStats(),
      ok(api.GET("/api/line-tests/{id}", { params: { path: { id: this.#id } } })).catch(() => null),
    ]);
    if (this.#over) return;
    const ran = performance.now() - this.#startedAt;
    this.#connected ||= this.#peer.connectionState === "connected";
    this.#figures = figuresOf(report, there);
    if (this.#connected && ran < RUN_MS) {
      this.#onState({ kind: "running", figures: this.#figures, echo: this.#echo });
      return;
    }
    if (!this.#connected && ran < CONNECT_MS) return;
    const line = classOfLine(this.#figures, this.#peer.connectionState === "connected");
    this.#end({ kind: "done", line, figures: this.#figures, at: Date.now() });
  }

  #end(state: LineTestState): void {
    this.#close();
    this.#onState(state);
  }

  #close(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#timer) clearInterval(this.#timer);
    this.#peer.close();
    // Its place in the queue of tests is free sooner; it also ends by itself.
    void api.DELETE("/api/line-tests/{id}", { params: { path: { id: this.#id } } }).catch(() => undefined);
  }
}

export function figuresOf(
  report: RTCStatsReport | ReadonlyMap<string, unknown>,
  there: Schema<"LineTestView"> | null,
): LineFigures {
  const rows: Row[] = [];
  report.forEach((row: unknown) => rows.push(row as Row));
  const inbound = rows.filter((row) => row["type"] === "inbound-rtp");
  const picture = inbound.find((row) => row["kind"] === "video");
  const pair = rows.find((row) => row["type"] === "candidate-pair" && row["nominated"] === true);
  const down = inbound.map((row) => ({ received: num(row, "packetsReceived"), lost: num(row, "packetsLost") }));
  const up = [there?.voice, there?.picture].flatMap((flow) => flow ?? []);
  const losses = [lossOf(down), lossOf(up)].filter((loss) => loss !== null);
  const jitters = [...inbound.map((row) => num(row, "jitter") * 1000), ...up.map((flow) => flow.jitter_ms)];
  const rtts = [num(pair, "currentRoundTripTime") * 1000, there?.rtt_ms ?? 0].filter((rtt) => rtt > 0);
  return {
    // The worse way decides: a consult needs both.
    lossPct: losses.length === 0 ? null : Math.max(...losses),
    rttMs: rtts.length === 0 ? null : Math.round(Math.min(...rtts)),
    jitterMs: jitters.length === 0 ? null : Math.round(Math.max(...jitters)),
    frames: num(picture, "framesDecoded"),
  };
}
