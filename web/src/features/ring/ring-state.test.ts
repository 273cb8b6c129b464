import { expect, test } from "vitest";

import { EMPTY_BOARD, type Board, type RingCard } from "@/lib/ring-board";

import { inSight, overlayOf, refusal, sounds } from "./ring-state";

const ring = (id: string, urgency: RingCard["consult"]["urgency"] = "stat", silent = false): RingCard =>
  ({ ring_id: id, consult: { id: `c-${id}`, urgency, state: "waiting" }, silent }) as unknown as RingCard;
const board = (rings: readonly RingCard[], shown: Board["shown"] = null): Board => ({ ...EMPTY_BOARD, rings, shown });
const ANYWHERE = { inCall: false, onWorklist: false };

test("with several rings the sheet shows one and names the others", () => {
  const found = overlayOf(board([ring("a"), ring("b")], { consult: "c-a", asked: false }), ANYWHERE);

  expect(found).toMatchObject({ kind: "sheet", ring: { ring_id: "a" }, others: [{ ring_id: "b" }] });
});

test("in a call only an emergency may stand in front of the patient", () => {
  const inCall = { inCall: true, onWorklist: false };

  expect(overlayOf(board([ring("a", "urgent")], { consult: "c-a", asked: false }), inCall).kind).toBe("bar");
  expect(overlayOf(board([ring("a", "urgent")], { consult: "c-a", asked: true }), inCall).kind).toBe("sheet");
  expect(overlayOf(board([ring("a")], { consult: "c-a", asked: false }), inCall).kind).toBe("sheet");
});

test("put away, a ring goes on in a bar, except where the worklist shows it", () => {
  expect(overlayOf(board([ring("a"), ring("b")]), ANYWHERE)).toMatchObject({ kind: "bar", more: 1 });
  expect(overlayOf(board([ring("a")]), { inCall: false, onWorklist: true }).kind).toBe("none");
});

test("a routine case makes no sound; a muted ring does not either", () => {
  expect(sounds(board([ring("a", "routine", true)]), new Set())).toBe(false);
  expect(sounds(board([ring("a")]), new Set(["a"]))).toBe(false);
  expect(sounds(board([ring("a"), ring("b")]), new Set(["a"]))).toBe(true);
});

test("an emergency is answered by voice: neither asked back nor in writing", () => {
  const { consult } = ring("a");

  expect(refusal("more", consult, ring("a"))).toBe("stat");
  expect(refusal("written", consult, ring("a"))).toBe("stat");
  expect(refusal("take", consult, ring("a"))).toBeNull();
});

test("who is not rung has no ring to pass on", () => {
  const { consult } = ring("a", "urgent");

  expect(refusal("pass", consult, null)).toBe("hidden");
  expect(refusal("specialty", consult, null)).toBe("hidden");
  expect(refusal("more", consult, null)).toBeNull();
});

test("a ring counts as seen where the page shows it: in the sheet, in the bar, on the worklist", () => {
  const seen = (held: Board, place = ANYWHERE) => inSight(overlayOf(held, place), held, place);
  const onWorklist = { inCall: false, onWorklist: true };

  expect(seen(board([ring("a"), ring("b")], { consult: "c-a", asked: false }))).toEqual(["a", "b"]);
  expect(seen(board([ring("a"), ring("b")]))).toEqual(["a"]);
  expect(seen(board([ring("a", "routine", true)]))).toEqual([]);
  expect(seen(board([ring("a", "routine", true)]), onWorklist)).toEqual(["a"]);
});
