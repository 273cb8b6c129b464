import { expect, test } from "vitest";

import { uuid7 } from "./uuid7";

test("an id names version 7 and its time", () => {
  const at = Date.now() + 1000;

  const id = uuid7(at);

  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(at);
});

test("ids stand in the order they were made, even when the clock is set back", () => {
  const ids = [uuid7(), uuid7(), uuid7(1000), uuid7()];

  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(4);
});
