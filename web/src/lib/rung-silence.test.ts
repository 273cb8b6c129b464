/** What the ladder makes of a time in which nothing came, and of the first moments after it. */
import { expect, test } from "vitest";

import { listen, step, type Sample } from "./rung-control";
import { begin, carried, choose, FRESH_EAR, moved, renewed, sent, type Ear, type Ladder } from "./rungs";

import type { PeerStats } from "./peer-stats";

const LOOK = 2_500;
const GOOD: Sample = {
  connected: true,
  lineOpen: true,
  stats: { rttMs: 300, uplinkKbps: 260, outKbps: 150, outLossPct: 0 },
  cpuBound: false,
  sendsPicture: true,
  heard: "clear",
  hears: "clear",
  slow: { mine: false, theirs: false },
};
const GONE: Partial<Sample> = { connected: false, stats: null, heard: null };

class Call {
  now = 0;
  ladder: Ladder = begin({ first: "low_video", cap: null, socketRttMs: null }, 0);
  readonly shown: string[] = [];

  looks(seconds: number, change: Partial<Sample> = {}): this {
    for (const end = this.now + seconds * 1_000; this.now < end;) {
      this.now += LOOK;
      this.ladder = step(this.ladder, { ...GOOD, ...change }, "station", this.now);
      this.shown.push(sent(this.ladder));
    }
    return this;
  }
}
const stats = (change: Partial<NonNullable<Sample["stats"]>>): Partial<Sample> => ({
  stats: { ...GOOD.stats!, ...change },
});
/** What is still told of the time in which nothing came, or of a path a moment old. */
const STALE: readonly [string, Partial<Sample>][] = [
  ["how they heard", { heard: "broken" }],
  ["that they heard nothing", { heard: "lost" }],
  ["what was lost", { heard: null, ...stats({ outLossPct: 95 }) }],
  ["what was lost both ways", { hears: "lost", ...stats({ outLossPct: 95 }) }],
];

test.each(STALE)("after a time of nothing it does not count: %s", (_, stale) => {
  const call = new Call().looks(20).looks(10, GONE);
  call.shown.length = 0;
  call.looks(7.5, stale);

  expect(call.shown).toEqual(["C", "C", "C"]);
});

test("what goes on for longer than that does count", () => {
  expect(new Call().looks(20).looks(10, GONE).looks(15, { heard: "lost" }).shown.at(-1)).toBe("E");
});

const YOUNG = stats({ uplinkKbps: 35, outKbps: 35 });

test("the estimate of a path that came back has twenty seconds to grow", () => {
  const back = () => new Call().looks(20).looks(10, GONE);

  expect(back().looks(20, YOUNG).shown.at(-1)).toBe("C");
  expect(back().looks(25, YOUNG).shown.at(-1)).toBe("E");
});

test("so has that of another path, though nothing was ever missed; a line that fills up there counts at once", () => {
  const over = () => {
    const call = new Call().looks(2.5);
    call.ladder = moved(call.ladder, call.now);
    return call;
  };

  expect(over().looks(17.5, YOUNG).shown.at(-1)).toBe("C");
  expect(
    over()
      .looks(2.5)
      .looks(5, stats({ rttMs: 1_700 }))
      .shown.at(-1),
  ).toBe("E");
});

test("a line whose estimate is young is not called too thin for the second copy of the voice", () => {
  expect(new Call().looks(20).looks(10, GONE).looks(5, YOUNG).ladder.thin).toBe(false);
  expect(new Call().looks(20).looks(5, YOUNG).ladder.thin).toBe(true);
});

test("the first connection of a call has no such time: its estimate counts from ten seconds", () => {
  expect(new Call().looks(2.5, GONE).looks(15, YOUNG).shown.at(-1)).toBe("E");
});

test("text and telephone for want of a line are only shown: voice and picture are there as soon as the line is", () => {
  const call = new Call().looks(20).looks(30, { ...GONE, lineOpen: false });

  expect([sent(call.ladder), carried(call.ladder)]).toEqual(["phone", "C"]);
  const before = carried(call.ladder);
  expect(sent(call.looks(2.5).ladder)).toBe(before);
});

test("nor does a new connection in the middle of it stop them", () => {
  const call = new Call().looks(20).looks(25, GONE);
  call.ladder = renewed(call.ladder, call.now);

  expect([sent(call.ladder), carried(call.ladder)]).toEqual(["text", "C"]);
});

test("what the person asked for holds then too; text because nobody could follow the voice sends nothing", () => {
  const call = new Call().looks(20).looks(25, GONE);
  expect(carried(choose(call.ladder, "voice"))).toBe("E");

  const unheard = new Call().looks(20).looks(15, { heard: "lost" }).looks(5, { heard: "lost" });
  expect([sent(unheard.ladder), carried(unheard.ladder)]).toEqual(["text", "text"]);
});

const THEY = { speaks: true, bare: false };
const figures = (audioPackets: number, framesDecoded: number, concealedPct = 0) =>
  ({ audioPackets, framesDecoded, concealedPct }) as PeerStats;

function heard(...rows: readonly (PeerStats | null)[]): Ear {
  let ear = FRESH_EAR;
  let before: PeerStats | null = null;
  rows.forEach((row, look) => {
    ear = listen(ear, row, before, THEY, look * LOOK);
    before = row ?? before;
  });
  return ear;
}

test("nothing at all is no broken voice, and the look that still covers it is not counted", () => {
  const [a, b] = [figures(10, 10), figures(20, 20)];

  expect(heard(a, b, b, b, b)).toMatchObject({ hearing: "clear", silent: true });
  expect(heard(a, b, null, null)).toMatchObject({ hearing: "clear", silent: true });
  expect(heard(a, b, b, b, figures(30, 30, 90), figures(40, 40, 0))).toMatchObject({ hearing: "clear", silent: false });
  expect(heard(a, b, b, b, figures(30, 30, 90), figures(40, 40, 30), figures(50, 50, 30)).hearing).toBe("broken");
});

test("before the first word nothing is a line that is too full, and the other side is told", () => {
  const none = figures(0, 0);

  expect(heard(none, none, none)).toMatchObject({ hearing: "broken", silent: false });
});

test("a voice that stops while the picture comes is a voice that is missed", () => {
  const voiceless = [1, 2, 3, 4, 5, 6].map((look) => figures(10, 10 * look));

  expect(heard(...voiceless)).toMatchObject({ hearing: "lost", silent: false });
});
