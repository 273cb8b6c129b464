import { expect, test } from "vitest";

import { EMPTY_BOARD, reduceBoard, type Board, type BoardEvent, type RingCard } from "./ring-board";

const ME = "me";

function ring(id: string, consult = `consult of ${id}`): RingCard {
  const summary = {
    id: consult,
    version: 1,
    urgency: "stat",
    sent_at: "2026-11-22T03:00:00Z",
    created_at: "",
    state: "waiting",
  };
  return { ring_id: id, consult: summary, silent: false } as unknown as RingCard;
}
const over = (id: string, outcome: string, by: string | null = null): BoardEvent => ({
  kind: "frame",
  me: ME,
  at: 0,
  frame: {
    type: "ring_over",
    s: 1,
    ring_id: id,
    consult_id: `consult of ${id}`,
    outcome,
    taken_by: by === null ? null : { id: by, name: by, profession: "doctor" },
  } as never,
});
const after = (...events: BoardEvent[]): Board => events.reduce(reduceBoard, EMPTY_BOARD);

test("a list asked for before a ring was taken does not bring it back", () => {
  const board = after({ kind: "list", rings: [ring("a")] }, { kind: "done", consult: "consult of a" });

  expect(reduceBoard(board, { kind: "list", rings: [ring("a")] })).toMatchObject({
    rings: [],
    shown: null,
    over: null,
  });
});

test("nor does a list asked for before it ended elsewhere", () => {
  const board = after(over("a", "superseded", "other"), { kind: "list", rings: [ring("a")] });

  expect(board).toMatchObject({ rings: [], shown: null });
});

test("the end of a ring that this page is taking is no news from another device", () => {
  const board = after(
    { kind: "list", rings: [ring("a")] },
    { kind: "claim", consult: "consult of a" },
    over("a", "accepted", ME),
  );

  expect(board).toMatchObject({ rings: [], shown: null, over: null });
});

test("taken on another device, the sheet says so", () => {
  const board = after({ kind: "list", rings: [ring("a")] }, over("a", "accepted", ME));

  expect(board.over).toMatchObject({ how: "here" });
});

test("taken by a colleague, the sheet names them", () => {
  const board = after({ kind: "list", rings: [ring("a")] }, over("a", "superseded", "BS. Demo"));

  expect(board.over).toMatchObject({ how: "taken", by: { name: "BS. Demo" } });
});

test("the same consult may ring again with another ring", () => {
  const board = after(
    { kind: "list", rings: [ring("a", "consult")] },
    { kind: "done", consult: "consult" },
    { kind: "list", rings: [ring("b", "consult")] },
  );

  expect(board.rings.map((open) => open.ring_id)).toEqual(["b"]);
});

const urgent = (id: string): RingCard => ({
  ...ring(id),
  consult: { ...ring(id).consult, urgency: "urgent" },
});
const heard = (frame: object): BoardEvent => ({ kind: "frame", me: ME, at: 0, frame: { s: 1, ...frame } as never });
const changed = (id: string, to: object): BoardEvent =>
  heard({ type: "consult", consult: { ...ring(id).consult, version: 2, ...to } });

test("a ring that sounds opens its sheet; a silent one waits in its lane", () => {
  expect(after(heard({ type: "ring", ring: ring("a") })).shown).toEqual({ consult: "consult of a", asked: false });
  expect(after(heard({ type: "ring", ring: { ...ring("a"), silent: true } })).shown).toBeNull();
});

test("an emergency stands first but never takes the place of a sheet that is being read", () => {
  const board = after(heard({ type: "ring", ring: urgent("a") }), heard({ type: "ring", ring: ring("b") }));

  expect(board.shown?.consult).toBe("consult of a");
  expect(board.rings.map((open) => open.ring_id)).toEqual(["b", "a"]);
});

test("a sheet that was put away stays away, and its ring goes on", () => {
  const board = after(heard({ type: "ring", ring: ring("a") }), { kind: "fold" }, { kind: "list", rings: [ring("a")] });

  expect(board.shown).toBeNull();
  expect(board.rings).toHaveLength(1);
});

test("a missed ring says so, until somebody takes the case", () => {
  const missed = after({ kind: "list", rings: [ring("a")] }, over("a", "missed"));
  const taken = reduceBoard(
    missed,
    changed("a", { state: "accepted", specialist: { id: "x", name: "BS. X", profession: "doctor" } }),
  );

  expect(missed.over?.how).toBe("missed");
  expect(taken.over).toMatchObject({ how: "taken", by: { name: "BS. X" } });
});

test.each([
  ["cancelled", "cancelled"],
  ["returned", "returned"],
  ["waiting", "moved"],
] as const)("a ring called off because the consult is %s reads as %s", (state, how) => {
  const board = after({ kind: "list", rings: [ring("a")] }, over("a", "cancelled"), changed("a", { state }));

  expect(board.over?.how).toBe(how);
});

test("older news of a consult changes nothing", () => {
  const board = after({ kind: "list", rings: [ring("a")] });

  expect(reduceBoard(board, changed("a", { version: 0, reason: "cũ" }))).toBe(board);
});

test("a new ring takes the place of how the last one ended", () => {
  const board = after(
    { kind: "list", rings: [ring("a")] },
    over("a", "missed"),
    heard({ type: "ring", ring: ring("b") }),
  );

  expect(board).toMatchObject({ over: null, shown: { consult: "consult of b" } });
});

test("while the server is silent, a ring whose time is over is taken off and may still be taken", () => {
  const late = { ...ring("a"), deadline_at: "2026-11-22T03:02:00Z" };
  const other = { ...ring("b"), deadline_at: "2026-11-22T03:09:00Z" };
  const at = Date.parse("2026-11-22T03:03:00Z");

  const board = after({ kind: "list", rings: [late, other] }, { kind: "unheard", at });

  expect(board.rings.map(({ ring_id }) => ring_id)).toEqual(["b"]);
  expect(board.over).toMatchObject({ ring: { ring_id: "a" }, how: "missed" });
  expect(reduceBoard(board, { kind: "unheard", at })).toBe(board);
});
