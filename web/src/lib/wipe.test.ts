import { afterEach, expect, test } from "vitest";

import { AWAY, beginAway, readAll, write } from "./away-db";
import { DraftKeeper, dropDatabase, loadDraft } from "./drafts";
import { keeperOf } from "./kept-answers";
import { wipeBrowser } from "./wipe";

const STORES = ["outbox", "blobs", "answers", "keys", "passes"] as const;
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

/** One of each kind that this device keeps. */
async function used(): Promise<void> {
  beginAway();
  await write("outbox", { id: "1", user: "mai" });
  await write("blobs", { id: "1", blob: "photo" });
  await write("passes", { id: "mai" });
  keeperOf("mai", () => true).put("GET /api/consults", undefined, { consults: [] });
  await expect.poll(async () => (await readAll("answers")).length).toBe(1);
  const draft = new DraftKeeper<string>("mai", "minutes/c");
  draft.set("Oxy");
  await draft.flush();
  localStorage.setItem("telemed.session", "1");
  localStorage.setItem("telemed.language", "en");
  sessionStorage.setItem("telemed.call", "c video 2");
  sessionStorage.setItem("telemed.tab", "t");
}

let other: IDBDatabase | null = null;
afterEach(async () => {
  other?.close();
  other = null;
  await dropDatabase(AWAY);
});

test("after sign-out nothing of anybody is in this browser", async () => {
  await used();

  await wipeBrowser();

  expect(await names()).toEqual([]);
  expect(Object.keys(localStorage)).toEqual(["telemed.language"]);
  expect(Object.keys(sessionStorage)).toEqual(["telemed.tab"]);
});

test("also while another tab sleeps on it: key, answers and all are out at once, and nobody waits", async () => {
  await used();
  other = await new Promise((resolve) => {
    const opening = indexedDB.open(AWAY);
    opening.onsuccess = () => resolve(opening.result);
  });

  await wipeBrowser();

  const left = await Promise.all(
    STORES.map(
      (store) =>
        new Promise((resolve) => {
          const asked = other!.transaction(store).objectStore(store).count();
          asked.onsuccess = () => resolve(asked.result);
        }),
    ),
  );
  expect(left).toEqual([0, 0, 0, 0, 0]);
});

test("what comes in afterwards begins nothing anew", async () => {
  await used();
  const keeper = keeperOf("mai", () => true);
  const draft = new DraftKeeper<string>("mai", "minutes/c");
  await wipeBrowser();

  keeper.put("GET /api/consults", undefined, { consults: [] });
  draft.set("still typing");
  await draft.flush();
  await expect(write("outbox", { id: "2", user: "mai" })).rejects.toThrow("wiped");

  expect(await names()).not.toContain(AWAY);
  expect(await loadDraft("mai", "minutes/c")).toBeNull();
});
