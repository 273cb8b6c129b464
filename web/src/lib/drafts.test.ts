import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { DraftKeeper, dropDraftDatabase, listDrafts, loadDraft, wipeDrafts } from "./drafts";

beforeEach(dropDraftDatabase);
afterEach(() => {
  vi.useRealTimers();
});

test("what was typed is there again, for the same person and case only", async () => {
  const keeper = new DraftKeeper<{ reason: string }>("mai", "request/1");
  keeper.set({ reason: "Sốt" });
  keeper.set({ reason: "Sốt, ho 3 ngày" });
  await keeper.flush();

  expect((await loadDraft("mai", "request/1"))?.value).toEqual({ reason: "Sốt, ho 3 ngày" });
  expect(await loadDraft("mai", "request/2")).toBeNull();
  expect(await loadDraft("tua", "request/1")).toBeNull();
});

test("a draft is written within two seconds without anyone asking", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const saved = new Promise<number>((resolve) => {
    new DraftKeeper<string>("mai", "request/1", resolve).set("Sốt");
  });

  vi.advanceTimersByTime(2_000);

  expect(await saved).toBeGreaterThan(0);
  expect((await loadDraft("mai", "request/1"))?.value).toBe("Sốt");
});

test("what was sent leaves no draft, even one that was about to be written", async () => {
  const keeper = new DraftKeeper<string>("mai", "request/1");
  keeper.set("Sốt");

  await keeper.clear();

  expect(await loadDraft("mai", "request/1")).toBeNull();
});

test("signing out wipes what anybody typed here", async () => {
  for (const [user, key] of [
    ["mai", "request/1"],
    ["mai", "minutes/2"],
    ["tua", "request/1"],
  ] as const) {
    const keeper = new DraftKeeper<string>(user, key);
    keeper.set("x");
    await keeper.flush();
  }

  await wipeDrafts();

  expect([...(await listDrafts("mai")), ...(await listDrafts("tua"))]).toEqual([]);
});

test("a form that closes after sign-out does not write its draft back", async () => {
  const keeper = new DraftKeeper<string>("mai", "request/1");
  keeper.set("Sốt");

  await wipeDrafts();
  await keeper.flush();

  expect(await loadDraft("mai", "request/1")).toBeNull();
});
