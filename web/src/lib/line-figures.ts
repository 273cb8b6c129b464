/** What a test of the line measures, and what it means in words. Pure. */
import type { Schema } from "@/wire/schema";

export type LineClass = "good" | "weak" | "poor" | "lost";

export interface LineFigures {
  /** Up and down, in percent of what was sent; null before anything was counted. */
  readonly lossPct: number | null;
  readonly rttMs: number | null;
  readonly jitterMs: number | null;
  /** Pictures that came back and were shown. */
  readonly frames: number;
  readonly upKbps: number | null;
  readonly downKbps: number | null;
}

export const NO_FIGURES: LineFigures = {
  lossPct: null,
  rttMs: null,
  jitterMs: null,
  frames: 0,
  upKbps: null,
  downKbps: null,
};

/** Above these a picture freezes, then voice suffers (realtime bars: 5 % at 300 ms still carries a picture). */
const WEAK = { lossPct: 3, rttMs: 350, jitterMs: 60, kbps: 350 };
const POOR = { lossPct: 10, rttMs: 800, jitterMs: 150, kbps: 96 };

const over = (figures: LineFigures, limit: typeof WEAK): boolean =>
  (figures.lossPct ?? 0) > limit.lossPct ||
  (figures.rttMs ?? 0) > limit.rttMs ||
  (figures.jitterMs ?? 0) > limit.jitterMs ||
  Math.min(figures.upKbps ?? Infinity, figures.downKbps ?? Infinity) < limit.kbps;

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

export type StatRow = Readonly<Record<string, unknown>>;
export const num = (row: StatRow | undefined, key: string): number => (typeof row?.[key] === "number" ? row[key] : 0);

export function rowsOf(report: RTCStatsReport | ReadonlyMap<string, unknown>): StatRow[] {
  const rows: StatRow[] = [];
  report.forEach((row: unknown) => rows.push(row as StatRow));
  return rows;
}

const nominated = (rows: readonly StatRow[]): StatRow | undefined =>
  rows.find((row) => row["type"] === "candidate-pair" && row["nominated"] === true);

/** Whether what flows goes straight to the other side; null while nothing does. */
export function isDirect(rows: readonly StatRow[]): boolean | null {
  const local = rows.find((row) => row["id"] === nominated(rows)?.["localCandidateId"]);
  return local === undefined ? null : local["candidateType"] !== "relay";
}

/** Pictures this side has sent so far. */
export const sentFrames = (rows: readonly StatRow[]): number =>
  num(
    rows.find((row) => row["type"] === "outbound-rtp" && row["kind"] === "video"),
    "framesSent",
  );

/** What all of it cost, both ways. */
export const bytesOf = (rows: readonly StatRow[]): number =>
  rows
    .filter((row) => row["type"] === "transport")
    .reduce((sum, row) => sum + num(row, "bytesSent") + num(row, "bytesReceived"), 0);

/** Of voice and picture on their way there and back. */
export function figuresOf(rows: readonly StatRow[], there: Schema<"LineTestView"> | null): LineFigures {
  const inbound = rows.filter((row) => row["type"] === "inbound-rtp");
  const picture = inbound.find((row) => row["kind"] === "video");
  const down = inbound.map((row) => ({ received: num(row, "packetsReceived"), lost: num(row, "packetsLost") }));
  const up = [there?.voice, there?.picture].flatMap((flow) => flow ?? []);
  const losses = [lossOf(down), lossOf(up)].filter((loss) => loss !== null);
  const jitters = [...inbound.map((row) => num(row, "jitter") * 1000), ...up.map((flow) => flow.jitter_ms)];
  const rtts = [num(nominated(rows), "currentRoundTripTime") * 1000, there?.rtt_ms ?? 0].filter((rtt) => rtt > 0);
  return {
    ...NO_FIGURES,
    // The worse way decides: a consult needs both.
    lossPct: losses.length === 0 ? null : Math.max(...losses),
    rttMs: rtts.length === 0 ? null : Math.round(Math.min(...rtts)),
    jitterMs: jitters.length === 0 ? null : Math.round(Math.max(...jitters)),
    frames: num(picture, "framesDecoded"),
  };
}

/** Of small words alone, when nobody's voice or picture is to be sent. */
export function figuresOfPulse(there: Schema<"LineTestView"> | null): LineFigures {
  const pulse = there?.pulse;
  if (pulse === null || pulse === undefined) return NO_FIGURES;
  return {
    ...NO_FIGURES,
    lossPct: pulse.lost_pct,
    rttMs: Math.round(pulse.rtt_ms),
    jitterMs: Math.round(pulse.jitter_ms),
  };
}

/** The most that came within one second; the rest of a short test is slow start and says nothing of the line. */
export class Fullest {
  #kbps: number | null = null;
  #lately: { readonly at: number; readonly bytes: number }[] = [];

  get kbps(): number | null {
    return this.#kbps;
  }

  count(at: number, bytes: number): void {
    this.#lately = [...this.#lately.filter((one) => at - one.at <= 1000), { at, bytes }];
    const sum = this.#lately.reduce((total, one) => total + one.bytes, 0);
    this.#kbps = Math.max(this.#kbps ?? 0, Math.round((sum * 8) / 1000));
  }
}
