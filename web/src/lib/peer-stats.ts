/** Boils getStats down to the few figures a doctor, the log and the weak-link rules need. */
export interface PeerStats {
  readonly rttMs: number | null;
  readonly outKbps: number | null;
  readonly inKbps: number | null;
  /** Of what was sent to us since the last look. */
  readonly lossPct: number | null;
  /** Frames of the other side's picture per second. */
  readonly fps: number | null;
  /** Share of the voice that had to be made up. */
  readonly concealedPct: number | null;
  /** All pictures shown so far; grows while the other side is seen. */
  readonly framesDecoded: number;
  readonly audioPackets: number;
  /** What the browser thinks our way up can carry. */
  readonly uplinkKbps: number | null;
  /** Of what we sent, as the other side last reported. */
  readonly outLossPct: number | null;
  /** Both ways, since this connection began: stations pay for it. */
  readonly bytes: number;
  /** Of their voice as it arrives. */
  readonly jitterMs: number | null;
  /** How long their voice waited here, so that it could be played without gaps. */
  readonly delayMs: number | null;
  /** How often, and how long, their picture stood still since this connection began. */
  readonly freezes: number;
  readonly freezeMs: number;
  readonly path: CallPath | null;
  /** What holds our picture back. */
  readonly limitedBy: "cpu" | "bandwidth" | "other" | null;
  /** Of their picture as it arrives. */
  readonly width: number | null;
}

/** relay_*: how this side reaches its relay. A relay of the other side alone is `direct` here. */
export type CallPath = "direct" | "relay_udp" | "relay_tcp" | "relay_tls";

interface Totals {
  readonly at: number;
  readonly sent: number;
  readonly received: number;
  readonly packets: number;
  readonly lost: number;
  readonly concealed: number;
  readonly samples: number;
  readonly frames: number;
  readonly waitedMs: number;
  readonly played: number;
}

type Row = Readonly<Record<string, unknown>>;
const num = (row: Row | undefined, key: string): number => (typeof row?.[key] === "number" ? row[key] : 0);

export class Meter {
  #before: Totals | null = null;

  reset(): void {
    this.#before = null;
  }

  /** Rates are those since the last call: null on the first. */
  read(report: ReadonlyMap<string, unknown> | RTCStatsReport): PeerStats {
    const rows: Row[] = [];
    report.forEach((row: unknown) => rows.push(row as Row));
    const inbound = rows.filter((row) => row["type"] === "inbound-rtp");
    const voice = inbound.find((row) => row["kind"] === "audio");
    const picture = inbound.find((row) => row["kind"] === "video");
    const transport = rows.find((row) => row["type"] === "transport");
    const pair =
      rows.find((row) => row["type"] === "candidate-pair" && row["id"] === transport?.["selectedCandidatePairId"]) ??
      rows.find((row) => row["type"] === "candidate-pair" && row["nominated"] === true && row["state"] === "succeeded");
    const sum = (key: string) => inbound.reduce((total, row) => total + num(row, key), 0);
    const now: Totals = {
      at: num(pair, "timestamp"),
      sent: num(pair, "bytesSent"),
      received: num(pair, "bytesReceived"),
      packets: sum("packetsReceived"),
      lost: sum("packetsLost"),
      concealed: num(voice, "concealedSamples") - num(voice, "silentConcealedSamples"),
      samples: num(voice, "totalSamplesReceived"),
      frames: num(picture, "framesDecoded"),
      waitedMs: num(voice, "jitterBufferDelay") * 1000,
      played: num(voice, "jitterBufferEmittedCount"),
    };
    const before = this.#before;
    this.#before = now;
    const seconds = before ? (now.at - before.at) / 1000 : 0;
    const since = (pick: (totals: Totals) => number): number => (before ? Math.max(0, pick(now) - pick(before)) : 0);
    const rate = (part: number, whole: number): number | null => (whole > 0 ? round((100 * part) / whole) : null);
    const rtt = pair?.["currentRoundTripTime"];
    const uplink = pair?.["availableOutgoingBitrate"];
    const played = since((all) => all.played);
    const local = rows.find((row) => row["type"] === "local-candidate" && row["id"] === pair?.["localCandidateId"]);
    const jitter = voice?.["jitter"];
    const shown = rows.find((row) => row["type"] === "outbound-rtp" && row["kind"] === "video");
    const told = rows.filter((row) => row["type"] === "remote-inbound-rtp" && typeof row["fractionLost"] === "number");
    return {
      rttMs: typeof rtt === "number" ? Math.round(rtt * 1000) : null,
      outKbps: seconds > 0 ? Math.round((since((all) => all.sent) * 8) / 1000 / seconds) : null,
      inKbps: seconds > 0 ? Math.round((since((all) => all.received) * 8) / 1000 / seconds) : null,
      lossPct: rate(
        since((all) => all.lost),
        since((all) => all.lost + all.packets),
      ),
      fps: seconds > 0 ? Math.round(since((all) => all.frames) / seconds) : null,
      concealedPct: rate(
        since((all) => all.concealed),
        since((all) => all.samples),
      ),
      framesDecoded: now.frames,
      audioPackets: num(voice, "packetsReceived"),
      uplinkKbps: typeof uplink === "number" ? Math.round(uplink / 1000) : null,
      outLossPct: told.length > 0 ? round(100 * Math.max(...told.map((row) => num(row, "fractionLost")))) : null,
      bytes: now.sent + now.received,
      jitterMs: typeof jitter === "number" ? Math.round(jitter * 1000) : null,
      delayMs: played > 0 ? Math.round(since((all) => all.waitedMs) / played) : null,
      freezes: num(picture, "freezeCount"),
      freezeMs: Math.round(num(picture, "totalFreezesDuration") * 1000),
      path: pathOf(local),
      limitedBy: limitOf(shown?.["qualityLimitationReason"]),
      width: num(picture, "frameWidth") || null,
    };
  }
}

function pathOf(local: Row | undefined): CallPath | null {
  if (local === undefined) return null;
  if (local["candidateType"] !== "relay") return "direct";
  const protocol = local["relayProtocol"];
  return protocol === "tls" || protocol === "tcp" ? `relay_${protocol}` : "relay_udp";
}

const limitOf = (reason: unknown): PeerStats["limitedBy"] =>
  reason === "cpu" || reason === "bandwidth" || reason === "other" ? reason : null;

const round = (value: number): number => Math.round(value * 10) / 10;
