/** The rungs under made-up links: long because each rule of the ladder has its case and its sweep. */
import { describe, expect, test } from "vitest";

import { CLEAN_MS, listen, step, type Sample } from "./rung-control";
import {
  begin,
  besides,
  choose,
  FRESH_EAR,
  inDetail,
  LEVELS,
  presetOf,
  rungNamed,
  rungOf,
  sent,
  whyNot,
  type Ladder,
  type Level,
} from "./rungs";

import type { PeerStats } from "./peer-stats";

const LOOK = 2_000;
const CLEAN: Sample = {
  connected: true,
  lineOpen: true,
  stats: { rttMs: 80, uplinkKbps: 2_000, outKbps: 400, outLossPct: 0 },
  cpuBound: false,
  sendsPicture: true,
  heard: "clear",
  hears: "clear",
  slow: { mine: false, theirs: false },
};
const start = (change: Partial<Parameters<typeof begin>[0]> = {}): Ladder =>
  begin({ first: null, cap: null, socketRttMs: null, ...change }, 0);
const index = (level: Level) => LEVELS.indexOf(level);

/** Looks every two seconds, `seconds` long; the way the level went. */
function run(
  from: { ladder: Ladder; now: number },
  seconds: number,
  sample: Partial<Sample> | ((ladder: Ladder, now: number) => Partial<Sample>),
): { ladder: Ladder; now: number; moves: { at: number; to: Level }[] } {
  let { ladder, now } = from;
  const moves: { at: number; to: Level }[] = [];
  for (const end = now + seconds * 1000; now < end;) {
    now += LOOK;
    const next = step(
      ladder,
      { ...CLEAN, ...(typeof sample === "function" ? sample(ladder, now) : sample) },
      "station",
      now,
    );
    if (next.level !== ladder.level) moves.push({ at: now / 1000, to: next.level });
    ladder = next;
  }
  return { ladder, now, moves };
}
const at = (level: Level): { ladder: Ladder; now: number } => ({
  ladder: { ...start(), level, cause: "uplink", movedAt: 0 },
  now: 10_000,
});
const stats = (change: Partial<NonNullable<Sample["stats"]>>) => ({ ...CLEAN.stats!, ...change });

describe("what each level sends", () => {
  test("a level below sends less, and the picture goes before the voice is touched", () => {
    const sent = (["A", "B", "C", "D", "E"] as const).map((level) => presetOf(level, "station")!);

    expect(sent.map((preset) => preset.video?.kbps ?? 0)).toEqual([700, 300, 110, 45, 0]);
    expect(sent.map((preset) => preset.audio.kbps)).toEqual([32, 24, 20, 12, 12]);
    expect(presetOf("text", "station")).toBeNull();
  });

  test("the voice is sent twice, in long packets where the line is narrow; once where not even that fits", () => {
    const sound = (["A", "B", "C", "D", "E"] as const).map((level) => presetOf(level, "specialist")!.audio);

    expect(sound.map(({ red }) => red)).toEqual([true, true, true, true, true]);
    expect(sound.map(({ ptimeMs }) => ptimeMs)).toEqual([20, 20, 20, 60, 60]);
    expect(presetOf("E", "station", true)!.audio).toMatchObject({ red: false, ptimeMs: 60 });
    const thin = (uplinkKbps: number, from: { ladder: Ladder; now: number } = at("E")) =>
      run(from, 2, { sendsPicture: false, stats: stats({ uplinkKbps }) }).ladder.thin;
    expect([thin(45), thin(55), thin(55, run(at("E"), 2, { stats: stats({ uplinkKbps: 45 }) }))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("a line taken for thin while nothing of a picture arrived gets the second copy again", () => {
    const voice = (from: { ladder: Ladder; now: number }, seconds: number, outKbps: number) =>
      run(from, seconds, { sendsPicture: false, stats: stats({ uplinkKbps: 40, outKbps }) });
    const dead = voice(at("E"), 2, 110);
    expect(dead.ladder.thin).toBe(true);

    const alone = voice(dead, 12, 18);
    expect(alone.ladder.thin).toBe(false);

    expect(voice(alone, 12, 36).ladder.thin, "both copies use it up: it is thin").toBe(true);
  });

  test("only the hospital's camera sends the large picture", () => {
    expect(presetOf("A", "specialist")!.video).toMatchObject({ width: 1280, height: 720, kbps: 1_200 });
    expect(presetOf("A", "station")!.video).toMatchObject({ width: 640, height: 360, kbps: 700 });
  });
});

test("for an examination the same bits go into few sharp pictures, and the voice stays as it is", () => {
  const sharp = (level: Level) => inDetail(presetOf(level, "station")!);

  expect([sharp("C").video, sharp("D").video]).toEqual([
    { width: 640, height: 360, fps: 5, kbps: 110, prefer: "maintain-resolution" },
    { width: 320, height: 180, fps: 5, kbps: 45, prefer: "maintain-resolution" },
  ]);
  expect(sharp("C").audio).toEqual(presetOf("C", "station")!.audio);
  expect([sharp("A"), sharp("E")]).toEqual([presetOf("A", "station"), presetOf("E", "station")]);
});

describe("where a call begins", () => {
  test("a place that is known begins where its link usually is, and says so", () => {
    const ladder = start({ first: "voice" });

    expect([sent(ladder), whyNot(ladder)]).toEqual(["E", "usual"]);
  });

  test("an unknown one begins by its way to the server: near with a picture, far with smaller ones", () => {
    expect([null, 30, 300, 1_000].map((socketRttMs) => sent(start({ socketRttMs })))).toEqual(["B", "B", "C", "D"]);
  });

  test("what only seemed far is taken back by the first look at the line itself; what is far, or known, stays", () => {
    const after = (rttMs: number, change: object) =>
      sent(run({ ladder: start({ socketRttMs: 1_000, ...change }), now: 0 }, 2, { stats: stats({ rttMs }) }).ladder);

    expect([after(50, {}), after(310, {}), after(50, { first: "voice" as const })]).toEqual(["B", "D", "E"]);
  });

  test("until the line is measured it begins no higher than the other end does for its own line's sake", () => {
    const near = start({ socketRttMs: 5 });
    const low = besides(near, { rung: "low_video", cause: "delay" });

    expect([sent(low), whyNot(low)]).toEqual(["C", "downlink"]);
    const after = (rttMs: number) => sent(run({ ladder: low, now: 0 }, 2, { stats: stats({ rttMs }) }).ladder);
    expect([after(40), after(310), after(650)]).toEqual(["B", "C", "D"]);
    expect(sent(besides(near, { rung: "voice", cause: "chosen" }))).toBe("B");
    expect(sent(besides({ ...near, met: true }, { rung: "low_video", cause: "delay" }))).toBe("B");
  });

  test("a page loaded again in the call begins where it was, with voice at least", () => {
    expect((["A", "C", "E", "text"] as const).map((kept) => sent(start({ kept, first: "video" })))).toEqual([
      "B",
      "C",
      "E",
      "E",
    ]);
  });

  test("a word of a newer server is no rung", () => {
    expect([rungNamed("low_video"), rungNamed("hologram"), rungNamed(null)]).toEqual(["low_video", null, null]);
  });
});

describe("down", () => {
  test("broken voice takes one step, and another after the first had time to show", () => {
    const { moves } = run(at("B"), 12, { heard: "broken" });

    expect(moves.map(({ to }) => to)).toEqual(["C", "D", "E"]);
    expect(moves[1]!.at - moves[0]!.at).toBe(4);
  });

  test("voice alone is kept however broken, until nobody can follow it", () => {
    expect(run(at("E"), 60, { heard: "broken" }).ladder.level).toBe("E");
    expect(run(at("E"), 4, { heard: "lost" }).ladder.level).toBe("text");
    const bothWays = { heard: null, hears: "lost" as const, stats: stats({ outLossPct: 40 }) };
    expect(run(at("E"), 4, bothWays).ladder.level).toBe("text");
  });

  test("with a picture on the line a lost voice first takes the whole picture's room", () => {
    expect(run(at("A"), 2, { heard: "lost" }).moves).toMatchObject([{ to: "E" }]);
  });

  test("an estimate below the need goes to what it is enough for, at once", () => {
    const seen = (uplinkKbps: number) =>
      run(run(at("B"), 10, {}), 2, { stats: stats({ uplinkKbps, outKbps: uplinkKbps }) }).moves[0]?.to;

    expect([seen(40), seen(100), seen(200), seen(300)]).toEqual(["E", "D", "C", undefined]);
  });

  test("an estimate that nothing asks more of says nothing, and none at all without a picture", () => {
    expect(
      run(at("B"), 30, { stats: stats({ uplinkKbps: 200, outKbps: 120 }) }).moves.filter(({ to }) => to !== "A"),
    ).toEqual([]);

    expect(run(at("B"), 16, { sendsPicture: false, stats: stats({ uplinkKbps: 30 }) }).moves).toEqual([]);
  });

  test("a full queue is a reason, a long line is none", () => {
    expect(run(run(at("C"), 4, {}), 2, { stats: stats({ rttMs: 900 }) }).ladder.cause).toBe("delay");
    expect(run(at("C"), 16, { stats: stats({ rttMs: 900 }) }).moves).toEqual([]);
  });

  test("the cause names whose line is slow", () => {
    const cause = (mine: boolean, theirs: boolean) =>
      run(at("B"), 2, { heard: "broken", slow: { mine, theirs } }).ladder.cause;

    expect([cause(true, false), cause(false, true), cause(false, false)]).toEqual(["uplink", "downlink", "uplink"]);
    const later = run(run(at("B"), 2, { heard: "broken" }), 2, { slow: { mine: false, theirs: true } });
    expect([later.moves, later.ladder.cause]).toEqual([[], "downlink"]);
  });

  test("a slow processor takes the large picture only", () => {
    const { ladder, moves } = run(at("A"), 60, { cpuBound: true });

    expect([ladder.cause, moves.at(-1)!.to]).toEqual(["device", "C"]);
  });

  test("loss that the other side hears nothing of is no reason; where it cannot say, it is", () => {
    const loss = { stats: stats({ outLossPct: 12 }) };

    expect(run(at("B"), 8, loss).moves).toEqual([]);
    expect(run(at("B"), 2, { ...loss, heard: null }).moves).toMatchObject([{ to: "C" }]);
  });
});

describe("up", () => {
  test("one step after each twenty clean seconds, to the top", () => {
    const { moves } = run(at("E"), 100, {});

    expect(moves.map(({ to }) => to)).toEqual(["D", "C", "B", "A"]);
    expect(moves.map(({ at }) => at - 10)).toEqual([22, 42, 62, 82]);
  });

  test("a single bad look begins the twenty seconds anew", () => {
    const { moves } = run(run(at("D"), 18, {}), 2, { heard: "broken", slow: CLEAN.slow });

    expect(moves.map(({ to }) => to)).toEqual(["E"]);
    expect(run(run(run(at("E"), 18, {}), 2, { heard: "broken" }), 20, {}).moves).toEqual([]);
  });

  test("a level climbed to in vain is tried again after twice the time; borne for a minute, it counts as any other", () => {
    const bears = (ladder: Ladder) => (sent(ladder) === "B" ? { heard: "broken" as const } : {});
    const tried = run(at("C"), 200, bears).moves.filter(({ to }) => to === "B");

    expect(tried.map(({ at }) => at - 10)).toEqual([22, 68, 154]);
    const borne = run(run({ ...run(at("C"), 60, bears) }, 170, {}), 90, {});
    expect(borne.ladder.barred).toBeNull();
  });

  test("voice comes back by itself from text, when it may be heard again", () => {
    const fallen = run(at("E"), 4, { heard: "lost" });

    expect(run(fallen, 24, { heard: "clear" }).ladder.level).toBe("E");
  });
});

describe("the switch and the month's megabytes", () => {
  test("a ceiling holds at once, says whose it is, and what the link bears is there at once when it is lifted", () => {
    const voice = choose(at("B").ladder, "voice");

    expect([sent(voice), whyNot(voice), sent(choose(voice, "video"))]).toEqual(["E", "chosen", "B"]);
    const month = { ...at("B").ladder, cap: "low_video" as const };
    expect([sent(month), whyNot(month)]).toEqual(["C", "data_cap"]);
  });

  test("below its ceiling the link itself is the cause", () => {
    const ladder = choose(run(at("C"), 4, { heard: "broken" }).ladder, "low_video");

    expect([sent(ladder), whyNot(ladder)]).toEqual(["D", "uplink"]);
  });

  test("what is not sent is not climbed to", () => {
    const { ladder } = run({ ladder: choose(at("D").ladder, "low_video"), now: 0 }, 200, {});

    expect(ladder.level).toBe("C");
  });
});

describe("nothing comes through", () => {
  test("with the server in reach: text after twenty seconds; without it: the telephone after ten", () => {
    expect(run(at("B"), 30, { connected: false }).moves).toEqual([{ at: 32, to: "text" }]);
    expect(run(at("B"), 30, { connected: false, lineOpen: false }).moves).toEqual([{ at: 22, to: "phone" }]);
  });

  test("the server back before the voice: from the telephone to text", () => {
    const { moves } = run(run(at("B"), 14, { connected: false, lineOpen: false }), 14, { connected: false });

    expect(moves.map(({ to }) => to)).toEqual(["text"]);
  });

  test("voice and the small picture are there with the link, the large one after the twenty seconds", () => {
    const gone = run(at("B"), 30, { connected: false });
    const back = run(gone, 24, {});

    expect(back.moves.map(({ to }) => to)).toEqual(["C", "B"]);
    expect(back.moves[0]!.at).toBe(gone.now / 1000 + 2);
  });

  test("a blip moves nothing", () => {
    expect(run(run(at("B"), 8, { connected: false }), 6, {}).moves).toEqual([]);
  });
});

/** mulberry32 */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1);

describe("whatever is measured", () => {
  test.each(SEEDS)(
    "seed %i: never above the ceiling, never up before its time, never silent but from voice alone",
    (seed) => {
      const random = seeded(seed);
      const pick = <T>(...of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
      let ladder = start({ first: pick(null, "video", "voice"), cap: pick(null, "low_video", null) });
      let now = 0;
      let lastMove = 0;
      let rough = 0;
      for (let look = 0; look < 400; look++) {
        now += LOOK;
        if (random() < 0.02) ladder = choose(ladder, pick("video", "low_video", "voice"));
        const calm = random() < 0.9;
        const sample: Sample = {
          connected: random() > 0.03,
          lineOpen: random() > 0.1,
          stats:
            random() < 0.05
              ? null
              : {
                  rttMs: calm ? 90 : random() * 3_000,
                  uplinkKbps: calm ? 3_000 : random() * 900,
                  outKbps: random() * 900,
                  outLossPct: calm ? 1 : random() * 40,
                },
          cpuBound: random() < 0.1,
          sendsPicture: presetOf(sent(ladder), "station")?.video != null,
          heard: calm ? "clear" : pick("clear", "broken", "lost", null),
          hears: pick("clear", "broken"),
          slow: { mine: random() < 0.5, theirs: random() < 0.5 },
        };
        const next = step(ladder, sample, "station", now);
        const was = sent(ladder);
        const is = sent(next);
        expect(index(is)).toBeGreaterThanOrEqual(index(sent({ ...next, level: "A" })));
        if (sample.connected && ladder.downSince === null && next.level !== ladder.level) {
          if (index(is) < index(was)) {
            expect(index(was) - index(is)).toBe(1);
            expect(now - Math.max(lastMove, rough)).toBeGreaterThanOrEqual(CLEAN_MS - LOOK);
          } else expect(index(is) <= index("E") || was === "E").toBe(true);
        }
        if (is === "text") expect(next.downSince !== null || was === "E" || was === "text").toBe(true);
        if (rungOf(is) === "video") expect(whyNot(next)).toBeNull();
        else expect(whyNot(next)).not.toBeNull();
        if (sample.heard === "broken" || sample.heard === "lost") rough = now;
        if (next.level !== ladder.level || !sample.connected) lastMove = now;
        ladder = next;
      }
    },
  );

  test.each(SEEDS.slice(0, 30))(
    "seed %i: on a link of any width it settles on what the link bears, and tries seldom",
    (seed) => {
      const random = seeded(seed);
      const capacity = 40 + random() * 1_400;
      const needs = (level: Level) => {
        const preset = presetOf(level, "station");
        return preset === null ? 0 : (preset.video?.kbps ?? 0) + 40;
      };
      const link = (ladder: Ladder): Partial<Sample> => {
        const asks = needs(sent(ladder));
        const full = asks > capacity;
        return {
          heard: full ? "broken" : "clear",
          stats: {
            rttMs: full ? 1_000 : 120 + random() * 50,
            uplinkKbps: full ? capacity : 1.5 * asks,
            outKbps: Math.min(asks, capacity),
            outLossPct: full ? 15 : random() * 4,
          },
          sendsPicture: asks > 60,
        };
      };
      const first = run({ ladder: start(), now: 0 }, 120, link);
      const later = run(first, 600, link);
      const borne = LEVELS.find((level) => needs(level) <= capacity)!;
      const spent: number[] = [];
      run(later, 600, (ladder) => {
        spent.push(index(sent(ladder)));
        return link(ladder);
      });

      expect(spent.filter((level) => level === index(borne)).length / spent.length).toBeGreaterThan(0.9);
      expect(later.moves.length).toBeLessThanOrEqual(14);
    },
  );
});

describe("how a voice arrives", () => {
  const heard = (...concealed: readonly (number | null)[]) => {
    let ear = FRESH_EAR;
    let before: PeerStats | null = null;
    let packets = 0;
    concealed.forEach((concealedPct, look) => {
      packets += concealedPct === null ? 0 : 100;
      const now = { concealedPct, audioPackets: packets, framesDecoded: look } as PeerStats;
      ear = listen(ear, now, before, { speaks: true, bare: false }, (look + 1) * LOOK);
      before = now;
    });
    return ear.hearing;
  };

  test("broken above five in a hundred over four seconds, clear again below two and a half", () => {
    expect([heard(0, 8), heard(0, 12), heard(6, 7, 3, 3), heard(6, 7, 2, 2)]).toEqual([
      "clear",
      "broken",
      "broken",
      "clear",
    ]);
  });

  test("lost when a third of ten seconds had to be made up, or none of it came", () => {
    expect([heard(50, 40, 40, 50), heard(50, 40, 40, 50, 45)]).toEqual(["broken", "lost"]);
    expect(heard(0, null, null, null, null, null)).toBe("lost");
  });

  test("where there is no second copy, what the road loses is missed and is no sign of a full line", () => {
    const bare = (concealedPct: number, lossPct: number) => {
      let ear = FRESH_EAR;
      for (let look = 1; look < 4; look++) {
        const now = { concealedPct, lossPct, audioPackets: look } as PeerStats;
        ear = listen(ear, now, null, { speaks: true, bare: true }, look * LOOK);
      }
      return ear.hearing;
    };

    expect([bare(6, 5), bare(12, 5)]).toEqual(["clear", "broken"]);
  });

  test("a microphone that is off is not a lost voice", () => {
    const silent = { concealedPct: 0, audioPackets: 5 } as PeerStats;

    const lost = { hearing: "lost" as const, looks: [], silent: false };
    expect(listen(lost, silent, silent, { speaks: false, bare: false }, 99).hearing).toBe("clear");
  });
});
