import { beforeEach, expect, test, vi } from "vitest";

import { minutesOf } from "@/test/records";
import { api } from "./http-client";
import { differences, sign, wordsOf } from "./minutes-signing";

import type { MinutesDesk } from "./minutes-desk";
import type { MinutesView } from "./minutes-state";

const read: MinutesView = { ...minutesOf({ treatment: "Oxy 1 lít" }), state: "signing", my_lines: ["chair"] };
const desk = { consult: "c1", take: (view: MinutesView) => view } as unknown as MinutesDesk;
const password = () => Promise.resolve({ password: "secret" });
let fresh = read;
const posted = vi.fn();

beforeEach(() => {
  fresh = read;
  posted.mockReset();
  const answer = (data: unknown) => Promise.resolve({ data, response: new Response() });
  vi.spyOn(api, "GET").mockImplementation((() => answer(fresh)) as never);
  vi.spyOn(api, "POST").mockImplementation(((path: string, given: { body: unknown }) => {
    posted(path, given.body);
    return answer(fresh);
  }) as never);
});

test("words that changed since they were read are not signed", async () => {
  fresh = minutesOf({ treatment: "Oxy 2 lít" });

  await expect(sign(desk, read, password)).rejects.toMatchObject({ code: "minutes.document_changed" });
  expect(posted).not.toHaveBeenCalled();
});

test("a further edition is another text, even with the same words", async () => {
  fresh = { ...read, id: "another" };

  await expect(sign(desk, read, password)).rejects.toMatchObject({ code: "minutes.document_changed" });
});

test("what only the call changed is signed with the newest hash, and the proof is asked for that hash", async () => {
  fresh = { ...read, document_hash: "b".repeat(64) };
  const prove = vi.fn(password);

  await sign(desk, read, prove);

  expect(prove).toHaveBeenCalledWith(fresh);
  expect(posted.mock.calls[0]?.[1]).toEqual({
    lines: ["chair"],
    password: "secret",
    document_hash: "b".repeat(64),
  });
});

test("a difference names the item with both its texts, and an opinion that came", () => {
  const by = { id: "she", name: "BS. Demo", profession: "doctor" as const };
  const said = { id: "o1", by, facility: {} as never, at: "", text: "Nên chuyển" };
  const after = { ...minutesOf({ treatment: "Oxy 2 lít" }), opinions: [said] };

  expect(differences(read, after)).toEqual([
    { field: "treatment", before: "Oxy 1 lít", after: "Oxy 2 lít" },
    { field: null, before: "", after: "BS. Demo: Nên chuyển" },
  ]);
  expect(differences(read, read)).toEqual([]);
});

test.each([
  ["Oxy 1 lít", "Oxy 2 lít"],
  ["", "mới"],
  ["cũ", ""],
  ["một hai ba", "ba hai một"],
  ["a b c d", "a x c d y"],
])("the pieces of %j and %j put together are both texts again", (before, after) => {
  const pieces = wordsOf(before, after);
  const without = (kind: string) => pieces.filter((one) => one.kind !== kind).map(({ text }) => text);

  expect(without("new").join("")).toBe(before);
  expect(without("gone").join("")).toBe(after);
});

test("words that stand in both stay unmarked", () => {
  expect(wordsOf("Oxy 1 lít/phút", "Oxy 2 lít/phút")).toEqual([
    { kind: "same", text: "Oxy " },
    { kind: "gone", text: "1" },
    { kind: "new", text: "2" },
    { kind: "same", text: " lít/phút" },
  ]);
});
