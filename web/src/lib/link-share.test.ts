import { afterEach, expect, test } from "vitest";

import { FIRST, LEAST_KBPS, pictureKbps, shared, shareLink, took, tookLink, type Figures } from "./link-share";
import { pieceOf } from "./tus";

const clear: Figures = {
  rttMs: 100,
  uplinkKbps: null,
  outKbps: 32,
  outLossPct: 0,
  sendsPicture: false,
  hears: "clear",
};

afterEach(() => shareLink(null));

test("without a call a picture takes all there is", () => {
  expect(pictureKbps()).toBeNull();
});

test("while voice is clear its share grows, and is halved at once when the other side hears badly", () => {
  shareLink(clear);
  const before = pictureKbps() ?? 0;
  shareLink(clear);
  const grown = pictureKbps() ?? 0;
  shareLink({ ...clear, hears: "broken" });

  expect(grown).toBeGreaterThan(before);
  expect(pictureKbps()).toBe(grown / 2);
});

test("a way that grows long is a full queue", () => {
  const settled = shared(FIRST, clear);

  expect(shared(settled, { ...clear, rttMs: 400 }).kbps).toBe(settled.kbps / 2);
  expect(shared(settled, { ...clear, rttMs: 200 }).kbps).toBeGreaterThan(settled.kbps);
});

test("it never falls so low that a picture would not come at all", () => {
  let share = FIRST;
  for (let look = 0; look < 50; look++) share = shared(share, { ...clear, hears: "lost" });

  expect(share.kbps).toBe(LEAST_KBPS);
});

test("for as long as a piece held the line, so much the line bears beside voice, and the picture takes no more", () => {
  const fast = { kbps: 190, leastRttMs: null, bore: 0 };

  expect(took(fast, 3_000, 1_000).kbps).toBe(24);
  expect(took(fast, 3_000, 10).kbps).toBe(190);
  expect(took(fast, 3_000, 0).kbps).toBe(190);
  expect(took(fast, 2_048, 9_000).kbps).toBe(LEAST_KBPS);
  expect(took(took(fast, 3_000, 10), 3_000, 1_000).kbps, "one piece may be lost and sent again").toBe(190);

  tookLink(2_048, 9_000);
  expect(pictureKbps(), "without a call nothing is shared").toBeNull();
});

test("voice alone: the estimate counts once voice uses it up, and then voice comes off it first", () => {
  let share = { ...FIRST, kbps: 200 };
  const voice = (uplinkKbps: number) => shared(share, { ...clear, uplinkKbps, outKbps: 32 });

  expect(voice(300).kbps).toBe(260);
  expect(voice(38).kbps).toBe(LEAST_KBPS);
  share = { ...FIRST, kbps: 20 };
  expect(shared(share, { ...clear, uplinkKbps: 90, outKbps: 75 }).kbps).toBe(15);
});

/** A line that holds `voiceKbps` of talk and one upload beside it, and what its two ends see of it. */
function uploaded(bytes: number, line: { kbps: number; rttMs: number; voiceKbps: number; uplinkKbps?: number }) {
  const HEAD = 900; // of each request
  const LOOK = 2_500;
  const free = line.kbps - line.voiceKbps;
  let [share, now, look, sent, longest] = [FIRST, 0, LOOK, 0, 0];
  while (sent < bytes) {
    const { bytes: most, ms } = pieceOf(share.kbps);
    const piece = Math.min(most, bytes - sent);
    const holds = ((piece + HEAD) * 8) / free;
    if (sent > 50_000) longest = Math.max(longest, ((piece + HEAD) * 8) / line.kbps);
    const next = now + Math.max(holds + line.rttMs, ms);
    for (; look <= next; look += LOOK) {
      const queue = Math.max(0, now + holds - look);
      const hears = queue > 600 ? "broken" : "clear";
      const seen = { uplinkKbps: line.uplinkKbps ?? null, outKbps: line.voiceKbps, rttMs: line.rttMs + queue, hears };
      share = shared(share, { ...clear, ...seen } as Figures);
    }
    share = took(share, piece, holds - (HEAD * 8) / free);
    [now, sent] = [next, sent + piece];
  }
  return { seconds: now / 1_000, longestMs: longest };
}

test.each([
  ["48 kbit/s, voice said twice", { kbps: 48, rttMs: 600, voiceKbps: 30, uplinkKbps: 40 }, 300],
  ["48 kbit/s, voice said once", { kbps: 48, rttMs: 600, voiceKbps: 20, uplinkKbps: 26 }, 240],
  ["96 kbit/s", { kbps: 96, rttMs: 300, voiceKbps: 32, uplinkKbps: 60 }, 120],
  ["256 kbit/s", { kbps: 256, rttMs: 300, voiceKbps: 32, uplinkKbps: 300 }, 45],
  ["a good line on which somebody chose voice", { kbps: 2_000, rttMs: 60, voiceKbps: 32, uplinkKbps: 58 }, 30],
])("300 kB beside voice, %s: in time, and no piece holds the line for long", (_, line, within) => {
  const { seconds, longestMs } = uploaded(300_000, line);

  expect(seconds).toBeLessThan(within);
  expect(longestMs).toBeLessThan(520);
});

test("beside live video it stays under two fifths of what the browser thinks there is, less voice", () => {
  let share = FIRST;
  for (let look = 0; look < 50; look++) share = shared(share, { ...clear, sendsPicture: true, uplinkKbps: 500 });

  expect(share.kbps).toBe(184);
});
