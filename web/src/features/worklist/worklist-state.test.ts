import { expect, test } from "vitest";

import { consultOf, HA, HOSPITAL, ringOf, SENT, SON } from "@/test/consults";

import { lanesOf, moved, shiftView, type Debt, type Person, type Shift } from "./worklist-state";

const NOW = Date.parse(SENT) + 66 * 60_000;
const ME: Person = { id: SON.id, grants: [{ facility: { id: HOSPITAL.id }, specialty: "internal" }] };
const lanes = (consults: Parameters<typeof lanesOf>[0], debts: readonly Debt[] = [], rings = [ringOf()].slice(1)) =>
  lanesOf(consults, debts, rings, ME, NOW);
const debtOf = (consult: string, kind: Debt["kind"]): Debt => ({
  kind,
  consult_id: consult,
  consult_code: "BL-0001",
  station: consultOf().station,
  referral_id: null,
  follow_up_id: null,
  due_at: SENT,
  patient_id: null,
});

test("urgency comes first, then who waits longest; what the station is writing stands last", () => {
  const found = lanes([
    consultOf({ id: "later", sent_at: "2026-11-22T03:30:00Z" }),
    consultOf({ id: "asked", state: "returned", urgency: "stat" }),
    consultOf({ id: "routine", urgency: "routine" }),
    consultOf({ id: "first" }),
    consultOf({ id: "stat", urgency: "stat", sent_at: "2026-11-22T04:00:00Z" }),
  ]);

  expect(found.waiting.map(({ consult }) => consult.id)).toEqual(["stat", "first", "later", "routine", "asked"]);
});

test("past the target the case says by how much", () => {
  expect(lanes([consultOf()]).waiting[0]?.due).toEqual({ kind: "late", ms: 6 * 60_000 });
});

test("what rings here is not listed as waiting too", () => {
  const consult = consultOf();

  expect(lanes([consult], [], [ringOf(consult)]).waiting).toEqual([]);
});

test("a case that went to another specialty leaves the lanes", () => {
  expect(lanes([consultOf({ specialty: "surgery" })]).waiting).toEqual([]);
});

test("what I hold stands before what colleagues hold", () => {
  const found = lanes([
    consultOf({ id: "theirs", state: "accepted", specialist: HA }),
    consultOf({ id: "mine", state: "accepted", specialist: SON }),
  ]);

  expect(found.inConsult.map(({ id }) => id)).toEqual(["mine", "theirs"]);
});

test("a promised letter is owed, not held", () => {
  const letter = consultOf({ state: "accepted", specialist: SON, answer: "written" });
  const found = lanes([letter], [debtOf(letter.id, "answer")]);

  expect(found.inConsult).toEqual([]);
  expect(found.owed).toMatchObject([{ kind: "answer", line: letter.question, due: { kind: "late" } }]);
});

test("concluded and signed here: the station's turn", () => {
  const found = lanes([consultOf({ state: "concluded", specialist: SON })]);

  expect(found.owed).toMatchObject([{ kind: "waiting", due: { kind: "none" } }]);
});

test("arrows walk one line through all lanes and stop at its ends", () => {
  expect(moved(["a", "b"], null, 1)).toBe("a");
  expect(moved(["a", "b"], "a", 1)).toBe("b");
  expect(moved(["a", "b"], "b", 1)).toBe("b");
  expect(moved(["a", "b"], null, -1)).toBe("b");
  expect(moved([], "a", 1)).toBeNull();
});

const shift: Shift = {
  shift_id: "s",
  hospital: HOSPITAL,
  specialty: "internal",
  tier: "first",
  starts_at: SENT,
  ends_at: "2026-11-22T12:00:00Z",
  confirmed: false,
  confirmed_at: null,
  armed_at: null,
  relief: null,
  checks: [],
};

test("a shift can be begun from an hour before, and says how late it is after", () => {
  const start = Date.parse(SENT);

  expect(shiftView(shift, start - 2 * 3_600_000)).toMatchObject({ kind: "ahead", canConfirm: false });
  expect(shiftView(shift, start - 1_800_000)).toMatchObject({ kind: "ahead", canConfirm: true });
  expect(shiftView(shift, start + 480_000)).toMatchObject({
    kind: "unconfirmed",
    lateMs: 480_000,
    toldAt: start + 900_000,
  });
  expect(shiftView({ ...shift, confirmed: true }, start).kind).toBe("on");
  expect(shiftView(shift, Date.parse(shift.ends_at)).kind).toBe("none");
});
