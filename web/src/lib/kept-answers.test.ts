import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { beginAway, readAll } from "./away-db";
import { dropDatabase } from "./drafts";
import { keeperOf } from "./kept-answers";

const DETAIL = { request: { reason: "Giàng Thị Sua Demo, thở nhanh" } };
const CASE = "GET /api/consults/01a20100-0000-7000-8000-000000000009";
let full = true;
const keeper = (user = "mai") => keeperOf(user, () => full);
const kept = async (user = "mai", asked = CASE) => (await keeper(user).get(asked, undefined))?.data;

beforeEach(() => {
  beginAway();
  full = true;
});
afterEach(async () => {
  vi.useRealTimers();
  await dropDatabase("telemed-away");
});

async function seen(asked = CASE, data: unknown = DETAIL): Promise<void> {
  const before = (await readAll("answers")).length;
  keeper().put(asked, undefined, data);
  await vi.waitFor(async () => expect((await readAll("answers")).length).toBe(before + 1));
}

it("gives back what was seen, to the one who saw it", async () => {
  await seen();

  expect(await kept()).toEqual(DETAIL);
  expect(await kept("son")).toBeUndefined();
});

it("keeps no word of it that could be read without the key", async () => {
  await seen();

  const [row] = await readAll<{ readonly text: ArrayBuffer }>("answers");
  const text = new TextDecoder("utf-8").decode(row?.text);
  expect(text).not.toContain("Sua");
  const [{ key } = { key: undefined }] = await readAll<{ readonly key: CryptoKey }>("keys");
  expect(key?.extractable).toBe(false);
});

it("opens nobody's case by the PIN alone, but what a request needs", async () => {
  await seen();
  await seen("GET /api/vital-limits", { limits: [] });
  full = false;

  expect(await kept()).toBeUndefined();
  expect(await kept("mai", "GET /api/vital-limits")).toEqual({ limits: [] });
});

it("keeps neither lists of everybody nor what is older than a month", async () => {
  keeper().put("GET /api/log?page=1", undefined, DETAIL);
  keeper().put("POST /api/patients/search", { text: "sua" }, DETAIL);
  await seen();
  expect(await readAll("answers")).toHaveLength(1);

  vi.setSystemTime(Date.now() + 31 * 86_400_000);
  expect(await kept()).toBeUndefined();
});

it("is gone with whoever signs out, key and all", async () => {
  await seen();
  await dropDatabase("telemed-away");
  beginAway();

  expect(await readAll("answers")).toEqual([]);
  expect(await kept()).toBeUndefined();
});
