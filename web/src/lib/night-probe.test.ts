import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { holdRunningCall } from "./running-call";

type Told = { kind: string };
const ran = vi.hoisted(() => ({ tests: [] as [facility: string, stream: unknown][], ends: "done", stopped: 0 }));

vi.mock("./line-test", () => ({
  LineTest: class {
    #end = (): void => undefined;
    readonly start: () => Promise<void>;
    constructor(facility: string, stream: unknown, tell: (state: Told) => void) {
      this.start = () => {
        ran.tests.push([facility, stream]);
        if (ran.ends === "running") return new Promise((ended) => (this.#end = ended));
        tell({ kind: ran.ends });
        return Promise.resolve();
      };
    }
    stop(): void {
      ran.stopped++;
      this.#end();
    }
  },
}));

vi.mock("./local-media", () => ({ localMedia: () => ({ state: "closed" }) }));

const { watchNights } = await import("./night-probe");
const HOUR = 3_600_000;

beforeEach(() => {
  // Half past eleven in the evening in Vietnam.
  vi.useFakeTimers({ now: Date.parse("2026-11-22T16:30:00Z") });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  vi.stubGlobal("navigator", {
    onLine: true,
    locks: { request: oneAtATime() },
  });
  localStorage.clear();
  ran.tests.length = 0;
  ran.ends = "done";
  ran.stopped = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** As the browser's locks: who finds it held is told so. */
function oneAtATime() {
  let held = false;
  return async (_name: string, _how: object, work: (mine: object | null) => Promise<void>) => {
    if (held) return work(null);
    held = true;
    await work({});
    held = false;
  };
}

test("a page left open tries its line once a night, and opens neither camera nor microphone for it", async () => {
  watchNights("station-1");
  watchNights("station-1");
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  expect(ran.tests).toEqual([]);

  await vi.advanceTimersByTimeAsync(3 * HOUR);
  expect(ran.tests).toEqual([["station-1", null]]);
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(ran.tests).toHaveLength(2);
});

test("it waits while somebody talks, and tries again when there was no line", async () => {
  const over = holdRunningCall("call-1");
  watchNights("station-2");
  await vi.advanceTimersByTimeAsync(3 * HOUR + 0.25 * HOUR);
  expect(ran.tests).toEqual([]);

  over();
  ran.ends = "failed";
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  expect(ran.tests).toHaveLength(1);
  ran.ends = "done";
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(ran.tests).toHaveLength(2);
});

test("a page opened in the middle of the night is opened for a patient: its line is left alone for a while", async () => {
  vi.setSystemTime(Date.parse("2026-11-22T20:30:00Z"));
  watchNights("station-3");
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  expect(ran.tests).toEqual([]);
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(ran.tests).toHaveLength(1);
});

test("a call that begins ends it, and the rest of the night is still there", async () => {
  ran.ends = "running";
  watchNights("station-4");
  await vi.advanceTimersByTimeAsync(3 * HOUR + 0.25 * HOUR);
  expect(ran.tests).toHaveLength(1);
  const over = holdRunningCall("call-2");
  expect(ran.stopped).toBe(1);

  over();
  ran.ends = "done";
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  expect(ran.tests).toHaveLength(2);
});
