/**
 * Whether a picture of which nothing arrives is still sent: voice shares its line, and what is sent again would crowd it.
 *
 * Pure; fetched while the two already talk.
 */

/** What a second of sending looked like. */
export interface PictureReport {
  /** Packets so far. */
  readonly sent: number;
  /** When the other side last told of them; null: never. */
  readonly toldAt: number | null;
  /** Of those it could expect since it told before. */
  readonly lostShare: number;
  /** Changes whenever something arrived there. */
  readonly arrived: string;
}

export interface Watching {
  readonly paused: boolean;
  /** When it was paused, or last known to arrive. */
  readonly since: number;
  /** As it was then. */
  readonly good: PictureReport | null;
  /** They told meanwhile that nothing came. */
  readonly refuted: boolean;
}

export const WATCHING: Watching = { paused: false, since: 0, good: null, refuted: false };

/** Told that nothing came, or told nothing: on a line that loses one packet in twenty a report is soon missing. */
const REFUTED_MS = 2_000;
const UNTOLD_MS = 5_000;
const PAUSE_MS = 2_000;
const LOST_SHARE = 0.9;
/** Fewer than these may all be on their way. */
const ENOUGH_SENT = 10;

/** One second later. Null: no picture is sent, or nothing could arrive. */
export function lookAtPicture(before: Watching, report: PictureReport | null, now: number): Watching {
  const anew: Watching = { paused: false, since: now, good: report, refuted: false };
  if (before.paused) return now - before.since >= PAUSE_MS ? anew : before;
  const { good } = before;
  if (report === null || good === null || report.sent - good.sent < ENOUGH_SENT) return anew;
  const isTold = report.toldAt !== null && report.toldAt !== good.toldAt;
  if (isTold && report.lostShare < LOST_SHARE && report.arrived !== good.arrived) return anew;
  const refuted = before.refuted || isTold;
  const isDead = now - before.since >= (refuted ? REFUTED_MS : UNTOLD_MS);
  return isDead ? { ...anew, paused: true } : { ...before, refuted };
}

type Row = Readonly<Record<string, unknown>>;
const num = (row: Row, key: string): number => (typeof row[key] === "number" ? row[key] : 0);

/** Of the statistics of the picture's sender. */
export function reportOf(stats: ReadonlyMap<string, unknown> | RTCStatsReport): PictureReport | null {
  let mine: Row | undefined;
  let theirs: Row | undefined;
  stats.forEach((row: unknown) => {
    const { type } = row as Row;
    if (type === "outbound-rtp") mine = row as Row;
    if (type === "remote-inbound-rtp") theirs = row as Row;
  });
  if (mine === undefined) return null;
  const sent = num(mine, "packetsSent");
  if (theirs === undefined) return { sent, toldAt: null, lostShare: 0, arrived: "" };
  const counted = theirs["packetsReceived"];
  return {
    sent,
    toldAt: num(theirs, "timestamp"),
    lostShare: num(theirs, "fractionLost"),
    // Not every browser counts them; but no packet leaves both of the others as they were.
    arrived: typeof counted === "number" ? String(counted) : `${num(theirs, "jitter")} ${num(theirs, "packetsLost")}`,
  };
}

export interface PictureLine {
  /** Null while no picture is sent. */
  readonly pictureStats: () => Promise<RTCStatsReport | null>;
  readonly pausePicture: (on: boolean) => void;
}

const EVERY_MS = 1_000;

/** Until the returned function is called. `line` is asked for each time: it changes with the connection. */
export function watchPicture(line: () => PictureLine | null): () => void {
  let watching = WATCHING;
  const look = async () => {
    const now = line();
    const stats = (await now?.pictureStats().catch(() => null)) ?? null;
    const { paused } = watching;
    watching = lookAtPicture(watching, stats && reportOf(stats), performance.now());
    if (watching.paused !== paused) now?.pausePicture(watching.paused);
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  return () => clearInterval(timer);
}
