import { describe, expect, it } from "vitest";

import { VITAL_ITEMS } from "@/lib/vitals";

import { cardOf, handedOn, NOTHING_TYPED, notSent, unsent, vitalFields, vitalReady, type Typed } from "./waiting-state";

import type { Detail, Summary } from "@/lib/consult-api";

const SENT = "2026-11-22T03:00:00Z";
const at = (minutes: number): number => Date.parse(SENT) + minutes * 60_000;
const person = (name: string) => ({ id: name, name, profession: "doctor" }) as unknown as Summary["requester"];
const ladder = (part: Partial<Summary["ladder"]> = {}): Summary["ladder"] => ({
  round: 1,
  number: 0,
  steps: [],
  ended_at: null,
  restarts_at: null,
  ...part,
});

function summary(part: Partial<Summary> = {}): Summary {
  return {
    id: "c",
    version: 3,
    state: "waiting",
    urgency: "urgent",
    specialty: "paediatrics",
    answer: "call",
    sent_at: SENT,
    created_at: SENT,
    answer_due_at: "2026-11-22T04:00:00Z",
    specialist: null,
    returned_question: null,
    scheduled_at: null,
    alerts: [],
    ladder: ladder(),
    ...part,
  } as unknown as Summary;
}

const step = (part: Partial<Summary["ladder"]["steps"][number]>): Summary["ladder"]["steps"][number] => ({
  index: 0,
  kind: "first",
  state: "skipped",
  people: [],
  started_at: SENT,
  deadline_at: null,
  skip_reason: "empty",
  hospital: null,
  group: 0,
  with_previous: false,
  ...part,
});
const rung = (name: string, state: "accepted" | "missed") => ({
  ring_id: name,
  person: person(name),
  state,
  why: "shift" as const,
  ended_at: SENT,
  note: null,
  channels: [],
});

describe("which card wins", () => {
  it("follows the state, and while it rings in time only the ladder stands there", () => {
    expect(cardOf(summary(), at(3))).toEqual({ kind: "calling", unanswered: null });
    expect(cardOf(summary({ state: "returned", returned_question: "Đếm lại?" }), at(3))).toEqual({
      kind: "returned",
      question: "Đếm lại?",
    });
    expect(cardOf(summary({ state: "accepted", answer: "written" }), at(3))).toEqual({
      kind: "accepted",
      written: true,
    });
    expect(cardOf(summary({ state: "expired" }), at(3))).toEqual({ kind: "over", state: "expired" });
  });

  it("turns red when the ladder ran out, with the time it rings again", () => {
    const ended = ladder({
      ended_at: SENT,
      restarts_at: "2026-11-22T03:15:00Z",
      steps: [step({ state: "over", skip_reason: null, people: [rung("Vân", "missed")] })],
    });
    expect(cardOf(summary({ ladder: ended }), at(4))).toEqual({
      kind: "calling",
      unanswered: { noDuty: false, grave: true, minutes: 4, againAt: "2026-11-22T03:15:00Z" },
    });
  });

  it("says that nobody is on duty only when every step found nobody", () => {
    const shown = (steps: Summary["ladder"]["steps"]) => {
      const card = cardOf(summary({ urgency: "routine", ladder: ladder({ ended_at: SENT, steps }) }), at(0));
      return card.kind === "calling" ? card.unanswered : null;
    };
    expect(shown([step({}), step({ skip_reason: "already_asked" })])).toMatchObject({ noDuty: true, grave: false });
    expect(shown([step({}), step({ skip_reason: "unreachable" })])).toMatchObject({ noDuty: false });
  });

  it("keeps the telephone in sight when an emergency rings for another round, but not at the moment it is raised", () => {
    const unanswered = (minutes: number, round: number) => {
      const card = cardOf(summary({ urgency: "stat", ladder: ladder({ round }) }), at(minutes));
      return card.kind === "calling" && card.unanswered !== null;
    };
    expect([unanswered(0.5, 2), unanswered(3, 2), unanswered(3, 1), unanswered(6, 1)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it("turns red when the promised time has passed although it still rings", () => {
    expect(cardOf(summary(), at(61))).toMatchObject({ unanswered: { minutes: 61, noDuty: false } });
  });
});

describe("who had it and has it no more", () => {
  it("is told from what was known a moment before", () => {
    const held = summary({ state: "accepted", specialist: person("BS. Hà") });
    expect(handedOn(held, summary())).toEqual({ who: "BS. Hà", to: null });
    expect(handedOn(held, summary({ specialty: "internal" }))).toEqual({ who: "BS. Hà", to: "internal" });
  });

  it("is told from the ladder alone when the page was just opened", () => {
    const steps = [step({ state: "over", skip_reason: null, people: [rung("BS. Hà", "accepted")] })];
    expect(handedOn(null, summary({ ladder: ladder({ steps }) }))).toEqual({ who: "BS. Hà", to: null });
  });

  it("is nobody while the first ring goes on, and nothing once someone has it", () => {
    expect(handedOn(null, summary())).toBeNull();
    expect(handedOn(summary(), summary({ state: "accepted", specialist: person("BS. Hà") }))).toBeNull();
  });
});

describe("what is added while waiting", () => {
  const adult = { ageMonths: null, pregnant: false };
  const limits = new Map([["spo2", { hardLow: 30, hardHigh: 100, bands: [] }]]);
  const typed = (part: Partial<Typed>): Typed => ({ ...NOTHING_TYPED, ...part });
  const detail = {
    summary: summary({ alerts: [{ item: "diastolic" }] as unknown as Summary["alerts"] }),
    request: { history: "Sốt 3 ngày", examination: "" },
    vitals: [Object.fromEntries(VITAL_ITEMS.map((item) => [item, item === "pulse" ? 92 : null]))],
  } as unknown as Detail;

  it("goes when it is whole, possible and new", () => {
    const ready = (vitals: Typed["vitals"], sent: Typed["sent"] = {}) =>
      vitalReady("spo2", typed({ vitals, sent }), limits, adult);
    expect(ready({ spo2: "93" })).toBe(true);
    expect(ready({ spo2: "193" })).toBe(false);
    expect(ready({ spo2: "93" }, { spo2: "93" })).toBe(false);
    expect(ready({ spo2: "93", oxygen: true }, { spo2: "93" })).toBe(true);
    expect(vitalReady("pressure", typed({ vitals: { systolic: "120" } }), limits, adult)).toBe(false);
  });

  it("is offered after a power cut when it had not gone, and only then", () => {
    const left = typed({
      texts: { history: "Sốt 3 ngày", examination: "Rút lõm" },
      vitals: { spo2: "93", pulse: "120" },
      sent: { pulse: "120" },
    });
    expect(unsent(left, detail, limits, adult)).toEqual({ texts: ["examination"], vitals: ["spo2"] });
    expect(notSent(left)).toEqual({ texts: left.texts, vitals: { spo2: "93" }, sent: {} });
  });

  it("asks first for what was out of its band, then for what was measured", () => {
    const fields = vitalFields(detail);
    expect(fields.slice(0, 2)).toEqual(["pressure", "pulse"]);
    expect(new Set(fields).size).toBe(8);
  });
});
