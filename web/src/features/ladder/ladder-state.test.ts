import { describe, expect, it } from "vitest";

import {
  answerOf,
  differences,
  editing,
  editOf,
  faultsOf,
  isChanged,
  momentOf,
  planFor,
  planOf,
  readWait,
  waitText,
  type Plan,
  type PlanList,
  type Units,
} from "./ladder-state";

const UNITS: Units = { seconds: "giây", minutes: "phút", hours: "giờ", none: "Không" };
const waits = { stat: 120, urgent: 900, routine: 4 * 3600 };
const PLAN: Plan = {
  id: null,
  specialty: null,
  number: 0,
  reason: "",
  made_by: null,
  made_at: null,
  ended_at: null,
  ringing: 0,
  options: { skip_in_call: true },
  steps: (["first", "second", "leader"] as const).map((kind) => ({
    kind,
    place: "own" as const,
    wait_s: waits,
    with_previous: [],
  })),
};
const act = editing(UNITS);
const edit = editOf(PLAN, UNITS);
const kinds = (of: typeof edit) => of.steps.map((step) => step.kind);

describe("how long a step rings", () => {
  it("is written as people say it, and read back", () => {
    for (const seconds of [30, 90, 60, 120, 900, 3600, 4 * 3600]) {
      expect(readWait(waitText(seconds, UNITS), UNITS)).toBe(seconds);
    }
    expect([waitText(null, UNITS), waitText(90, UNITS), waitText(14400, UNITS)]).toEqual(["Không", "90 giây", "4 giờ"]);
  });

  it("takes short words and a bare number of minutes", () => {
    const read = (text: string) => readWait(text, UNITS);
    expect([read("2"), read("2p"), read("45s"), read("45 giây"), read("1,5 phút"), read("4h")]).toEqual([
      120, 120, 45, 45, 90, 14400,
    ]);
    expect([read(""), read("không"), read("-")]).toEqual([null, null, null]);
    expect([read("hai phút"), read("2 tuần"), read("2 2")]).toEqual([undefined, undefined, undefined]);
  });
});

describe("the steps", () => {
  it("move, but never past the duty leader, who is not removed either", () => {
    expect(kinds(act(edit, { do: "move", key: 2, by: -1 }))).toEqual(["second", "first", "leader"]);
    expect(act(edit, { do: "move", key: 2, by: 1 })).toEqual(edit);
    expect(act(edit, { do: "move", key: 3, by: -1 })).toEqual(edit);
    expect(kinds(act(edit, { do: "remove", key: 3 }))).toEqual(["first", "second", "leader"]);
    expect(kinds(act(edit, { do: "remove", key: 1 }))).toEqual(["second", "leader"]);
  });

  it("are added before the last one, with the waits of the first", () => {
    const more = act(edit, { do: "add", kind: "first", place: "second" });
    expect(more.steps.map((step) => [step.kind, step.place, step.fresh])).toEqual([
      ["first", "own", false],
      ["second", "own", false],
      ["first", "second", true],
      ["leader", "own", false],
    ]);
    expect(planOf(more, UNITS)?.steps[2]?.wait_s).toEqual(waits);
  });

  it("say what is wrong by step and urgency, and nothing is sent meanwhile", () => {
    const short = act(edit, { do: "wait", key: 2, urgency: "stat", text: "10 giây" });
    const gone = act(short, { do: "wait", key: 3, urgency: "routine", text: "Không" });
    expect(faultsOf(gone, UNITS).map(({ step, urgency, what }) => [step, urgency, what])).toEqual([
      [2, "stat", "short"],
      [3, "routine", "leader"],
    ]);
    expect(planOf(gone, UNITS)).toBeNull();
    expect(isChanged(gone, PLAN, UNITS)).toBe(true);
  });

  it("may leave an urgency out, and ring together with the one before", () => {
    const out = act(edit, { do: "wait", key: 2, urgency: "routine", text: "" });
    const both = act(out, { do: "together", key: 2, urgency: "stat", on: true });
    expect(planOf(both, UNITS)?.steps[1]).toEqual({
      kind: "second",
      place: "own",
      wait_s: { ...waits, routine: null },
      with_previous: ["stat"],
    });
  });

  it("written another way are no change", () => {
    expect(isChanged(act(edit, { do: "wait", key: 1, urgency: "stat", text: "120 giây" }), PLAN, UNITS)).toBe(false);
  });
});

it("a specialty without a ladder of its own has the hospital's, and that the built-in one", () => {
  const general = { ...PLAN, id: "0190a000-0000-7000-8000-000000000001", number: 3 };
  const own = { ...general, specialty: "internal" as const, number: 7 };
  const list = { plans: [general, own], built_in: PLAN } as unknown as PlanList;
  expect(planFor(list, "internal")).toEqual({ plan: own, own: true });
  expect(planFor(list, "surgery")).toEqual({ plan: general, own: false });
  expect(planFor({ ...list, plans: [] }, null)).toEqual({ plan: PLAN, own: false });
});

it("a trial run says who is first, when the last step begins, and what a draft moves", () => {
  const person = { person: { id: "p" }, reachable: true };
  const ring = (kind: string, at_ms: number, people: unknown[]) => ({
    kind,
    at_ms,
    hospital: null,
    people,
    skip_reason: people.length > 0 ? null : "empty",
  });
  const run = (...rings: unknown[]) => ({ rings }) as unknown as Parameters<typeof answerOf>[0];
  const now = run(ring("first", 0, []), ring("second", 0, [person]), ring("leader", 120_000, [person]));
  const next = run(ring("first", 0, []), ring("second", 0, [person]), ring("leader", 60_000, [person]));

  expect(answerOf(now)).toMatchObject({ first: { kind: "second" }, last: { kind: "leader" }, skipped: 1 });
  expect(answerOf(run(ring("first", 0, [])))).toEqual({ first: null, last: null, skipped: 1 });
  expect(differences(now, next).map(({ ring: one, before }) => [one.kind, before])).toEqual([["leader", 120_000]]);
});

it("a moment is a local day and hour", () => {
  expect([momentOf("2026-08-23", "02:00"), momentOf("2026-08-23", "2h30"), momentOf("2026-08-23", "7")]).toEqual([
    "2026-08-23T02:00:00+07:00",
    "2026-08-23T02:30:00+07:00",
    "2026-08-23T07:00:00+07:00",
  ]);
  expect([momentOf("2026-08-23", "25:00"), momentOf("", "02:00")]).toEqual([null, null]);
});
