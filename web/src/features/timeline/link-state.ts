/** The link's curve: points to lines, gaps kept open, outages from the facts. Pure; all x are shares of the span. */
import type { Schema } from "@/wire/schema";

export type LinkPoint = Schema<"LinkPoint">;
type Side = LinkPoint["side"];

export interface Curve {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly ticks: readonly number[];
  /** Polylines: a pause in measuring is a gap, not a slope. x: 0 to 1, y: kbit/s. */
  readonly lines: readonly { readonly side: Side; readonly points: readonly (readonly [number, number])[] }[];
  readonly outages: readonly { readonly from: number; readonly to: number; readonly ms: number }[];
  /** What each side was on; none of old calls. */
  readonly bands: readonly Band[];
}

export interface Band {
  readonly side: Side;
  readonly rung: NonNullable<LinkPoint["rung"]>;
  readonly from: number;
  readonly to: number;
  readonly ms: number;
}

/** Measured every 10 s: three missed are a gap. */
const GAP_MS = 35_000;

export function curveOf(
  points: readonly LinkPoint[],
  entries: readonly { readonly at: string; readonly kind: string }[],
): Curve | null {
  const known = points
    .filter((point) => point.out_kbps !== null)
    .map((point) => ({ side: point.side, at: Date.parse(point.at), kbps: point.out_kbps ?? 0 }))
    .sort((a, b) => a.at - b.at);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const [from, to] = [first.at, last.at];
  const x = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const { most, ticks } = axis(Math.max(...known.map((point) => point.kbps)));
  const lines: { side: Side; points: (readonly [number, number])[] }[] = [];
  for (const side of ["hospital", "station"] as const) {
    let before = Number.NEGATIVE_INFINITY;
    for (const point of known.filter((one) => one.side === side)) {
      if (point.at - before > GAP_MS) lines.push({ side, points: [] });
      lines.at(-1)?.points.push([x(point.at), point.kbps]);
      before = point.at;
    }
  }
  return { from, to, most, ticks, lines, outages: outagesOf(entries, from, to, x), bands: bandsOf(points, x) };
}

/** Looks on one rung in a row are one band; a pause in measuring ends it. */
function bandsOf(points: readonly LinkPoint[], x: (at: number) => number): readonly Band[] {
  return (["station", "hospital"] as const).flatMap((side) => {
    const own = points
      .filter((point) => point.side === side && point.rung !== null)
      .map((point) => ({ at: Date.parse(point.at), rung: point.rung ?? "voice" }))
      .sort((a, b) => a.at - b.at);
    const runs: { rung: Band["rung"]; since: number; until: number }[] = [];
    for (const { at, rung } of own) {
      const last = runs.at(-1);
      const near = last !== undefined && at - last.until <= GAP_MS;
      if (near) last.until = at;
      if (!near || last.rung !== rung) runs.push({ rung, since: at, until: at });
    }
    return runs.map(({ rung, since, until }) => ({ side, rung, from: x(since), to: x(until), ms: until - since }));
  });
}

function outagesOf(
  entries: readonly { readonly at: string; readonly kind: string }[],
  from: number,
  to: number,
  x: (at: number) => number,
): Curve["outages"] {
  const found: { from: number; to: number; ms: number }[] = [];
  let since: number | null = null;
  for (const { at, kind } of entries) {
    const time = Date.parse(at);
    if (kind === "call_interrupted") since = time;
    else if ((kind === "call_live" || kind === "call_ended") && since !== null) {
      if (time >= from && since <= to) found.push({ from: x(since), to: x(time), ms: time - since });
      since = null;
    }
  }
  return found;
}

/** A round top above the highest value, with three steps. */
function axis(highest: number): { most: number; ticks: readonly number[] } {
  const step =
    [25, 50, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 5000].find((s) => s * 3 >= highest) ?? 10_000;
  return { most: step * 3, ticks: [0, step, step * 2, step * 3] };
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly side: Side;
  readonly kbps: number | null;
  readonly rttMs: number | null;
  readonly lossPct: number | null;
  readonly concealedPct: number | null;
  readonly rung: LinkPoint["rung"];
}

/** The same as a table: at most `rows` stretches a side, each with its means. */
export function stretchesOf(points: readonly LinkPoint[], rows = 6): readonly Stretch[] {
  return (["station", "hospital"] as const).flatMap((side) => {
    const own = points.filter((point) => point.side === side).sort((a, b) => a.at.localeCompare(b.at));
    const size = Math.max(1, Math.ceil(own.length / rows));
    return Array.from({ length: Math.ceil(own.length / size) }, (_, at) => own.slice(at * size, (at + 1) * size)).map(
      (part) => ({
        side,
        from: Date.parse(part[0]?.at ?? ""),
        to: Date.parse(part.at(-1)?.at ?? ""),
        kbps: mean(part.map((point) => point.out_kbps)),
        rttMs: mean(part.map((point) => point.rtt_ms)),
        lossPct: mean(part.map((point) => point.loss_pct)),
        concealedPct: mean(part.map((point) => point.concealed_pct)),
        rung: part.map((point) => point.rung).find((rung) => rung !== null) ?? null,
      }),
    );
  });
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
