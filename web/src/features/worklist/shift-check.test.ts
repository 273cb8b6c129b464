import { expect, test } from "vitest";

import { checkLines, failing, reduceTrial, underWay, UNTRIED, type Check, type Trial } from "./shift-check";

const check = (channel: Check["channel"], state: Check["state"], part: Partial<Check> = {}): Check => ({
  channel,
  state,
  took_ms: null,
  error: null,
  ...part,
});
const GOOD: Trial = { tone: "heard", microphone: "ok", camera: "ok", push: "on", at: 1 };
const ARRIVED = [check("page", "seen", { took_ms: 200 }), check("push", "delivered", { took_ms: 1_400 })];
const line = (trial: Trial, checks: readonly Check[], key: string) =>
  checkLines(trial, checks).find((one) => one.key === key);

test("the ring counts as heard only when somebody says so", () => {
  const begun = reduceTrial(UNTRIED, { kind: "begin" });
  const media = reduceTrial(begun, { kind: "media", microphone: "ok", camera: "missing" });

  expect(begun.tone).toBe("asking");
  expect(reduceTrial(media, { kind: "heard", yes: true, at: 1 })).toMatchObject({ tone: "heard", camera: "missing" });
  expect(reduceTrial(begun, { kind: "mute" }).tone).toBe("blocked");
});

test("what nobody tried is not listed; a hospital without a gateway hears nothing of telephones", () => {
  expect(checkLines(UNTRIED, [])).toEqual([]);
  expect(checkLines(GOOD, ARRIVED).map(({ key }) => key)).toEqual(["tone", "page", "push", "microphone", "camera"]);
});

test("each channel says how long it took", () => {
  expect(line(GOOD, ARRIVED, "page")).toMatchObject({ state: "ok", why: "came", tookMs: 200 });
  expect(line(GOOD, ARRIVED, "push")).toMatchObject({ state: "ok", why: "came", tookMs: 1_400 });
});

test("what arrived and was touched by nobody has arrived", () => {
  expect(line(GOOD, [check("push", "missed", { took_ms: 900 })], "push")).toMatchObject({ state: "ok", tookMs: 900 });
});

test("a browser that may not be woken is named with its reason, not with the server's", () => {
  const blocked = { ...GOOD, push: "blocked" as const };

  expect(line(blocked, [check("push", "failed", { error: "no_browser" })], "push")).toMatchObject({
    state: "bad",
    why: "blocked",
  });
});

test("where another device of the person is reached nothing is amiss", () => {
  expect(failing(checkLines({ ...GOOD, push: "unsupported" }, ARRIVED))).toEqual([]);
});

test("a channel that failed says why; one that nobody heard of was missed", () => {
  const found = checkLines(GOOD, [check("page", "missed"), check("gateway", "failed", { error: "no_phone" })]);

  expect(failing(found).map(({ key, why }) => [key, why])).toEqual([
    ["page", "missed"],
    ["gateway", "no_phone"],
  ]);
});

test("a dead camera keeps nobody from answering; a dead microphone does", () => {
  expect(failing(checkLines({ ...GOOD, camera: "missing" }, ARRIVED))).toEqual([]);
  expect(failing(checkLines({ ...GOOD, microphone: "blocked" }, ARRIVED)).map(({ key }) => key)).toEqual([
    "microphone",
  ]);
});

test("the test goes on while a channel may still answer", () => {
  expect(underWay([check("page", "seen"), check("push", "queued")])).toBe(true);
  expect(underWay(ARRIVED)).toBe(false);
});
