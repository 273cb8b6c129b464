import { expect, test } from "vitest";

import { decisionOf, minutesOf } from "@/test/records";
import {
  adviceOf,
  BLANK,
  choicesFor,
  commandId,
  dayAfter,
  followUpOn,
  formOf,
  lacks,
  mayRefer,
  openStep,
  referralKind,
  standOf,
  tickItem,
  tickOutcome,
  toBody,
  type DecisionForm,
} from "./decision-state";

const TODAY = "2026-11-23";
const FOLLOW: DecisionForm = { ...BLANK, choice: "follow" };

test("nothing is chosen for the person", () => {
  expect(BLANK).toMatchObject({ choice: null, items: [], outcomes: [], followUp: "" });
  expect(lacks(BLANK, 1, TODAY)).toEqual(["choice"]);
  expect(lacks(FOLLOW, 2, TODAY)).toEqual(["outcomes"]);
});

test("changing the advice asks where and why; declining asks why", () => {
  expect(lacks({ ...BLANK, choice: "modify" }, 1, TODAY)).toEqual(["items", "reason"]);
  expect(lacks({ ...BLANK, choice: "modify", items: ["treatment"], reason: "  " }, 1, TODAY)).toEqual(["reason"]);
  expect(lacks({ ...BLANK, choice: "decline" }, 1, TODAY)).toEqual(["reason"]);
  expect(lacks(FOLLOW, 1, TODAY)).toEqual([]);
});

test("a consult nobody concluded has no advice, and nothing to change in it", () => {
  expect(adviceOf(null)).toEqual([]);
  expect(adviceOf(minutesOf({ summary: "Sốt" }))).toEqual([]);
  expect(choicesFor([])).toEqual(["follow", "decline"]);
  expect(adviceOf(minutesOf({ diagnosis: "Viêm phổi" })).map(({ item }) => item)).toHaveLength(5);
});

test("items and outcomes keep the order of the paper", () => {
  const items = tickItem(tickItem(BLANK, "monitoring", true), "diagnosis", true);
  expect(items.items).toEqual(["diagnosis", "monitoring"]);
  const outcomes = tickOutcome(tickOutcome(BLANK, "follow_up", true), "treat_at_station", true);
  expect(outcomes.outcomes).toEqual(["treat_at_station", "follow_up"]);
});

test("a patient leaves in one way, and nothing to do is no act", () => {
  const refer = tickOutcome(BLANK, "refer", true);
  expect(tickOutcome(refer, "emergency_transfer", true).outcomes).toEqual(["emergency_transfer"]);
  expect(tickOutcome(refer, "no_action", true).outcomes).toEqual(["no_action"]);
  expect(tickOutcome(tickOutcome(BLANK, "no_action", true), "refer", true).outcomes).toEqual(["refer"]);
  expect(tickOutcome(refer, "patient_declined", true).outcomes).toEqual(["refer", "patient_declined"]);
});

test("outcomes say which paper is needed", () => {
  expect(referralKind(["refer", "follow_up"])).toBe("referral");
  expect(referralKind(["emergency_transfer"])).toBe("emergency_transfer");
  expect(referralKind(["treat_at_station"])).toBeNull();
});

test("coming again needs a day, from today on", () => {
  const form: DecisionForm = { ...FOLLOW, outcomes: ["follow_up"] };
  expect(lacks(form, 2, TODAY)).toEqual(["day"]);
  expect(lacks({ ...form, followUp: "22/11/2026" }, 2, TODAY)).toEqual(["badDay"]);
  expect(lacks({ ...form, followUp: "2026" }, 2, TODAY)).toEqual(["badDay"]);
  expect(lacks({ ...form, followUp: "23/11/2026" }, 2, TODAY)).toEqual([]);
  expect(followUpOn({ ...form, followUp: "5/12/2026" })).toBe("2026-12-05");
});

test("a draft opens at its step, never beyond an unfinished one", () => {
  expect(openStep({ ...BLANK, step: 3 }, TODAY)).toBe(1);
  expect(openStep({ ...FOLLOW, step: 3 }, TODAY)).toBe(2);
  expect(openStep({ ...FOLLOW, step: 3, outcomes: ["no_action"] }, TODAY)).toBe(3);
  expect(openStep({ ...FOLLOW, step: 1, outcomes: ["no_action"] }, TODAY)).toBe(1);
});

test("words typed for another choice do not go", () => {
  const form: DecisionForm = {
    ...FOLLOW,
    items: ["treatment"],
    reason: "Hết thuốc",
    outcomes: ["treat_at_station"],
    followUp: "30/11/2026",
    note: " dặn mẹ ",
  };
  expect(toBody(form, "c")).toEqual({
    consult_id: "c",
    choice: "follow",
    reason: "",
    changed_items: [],
    changes: {},
    died_at: null,
    outcomes: ["treat_at_station"],
    follow_up_on: null,
    note: "dặn mẹ",
  });
  expect(toBody({ ...form, choice: "modify" }, "c")).toMatchObject({
    reason: "Hết thuốc",
    changed_items: ["treatment"],
  });
});

test("how an item is done instead goes with it, and only with it", () => {
  const form: DecisionForm = { ...BLANK, choice: "modify", items: ["treatment"], reason: "Hết thuốc" };
  const changes = { treatment: " Ceftriaxone ", place: "at_station" };
  expect(toBody({ ...form, changes, outcomes: ["treat_at_station"] }, "c").changes).toEqual({
    treatment: "Ceftriaxone",
  });
});

test("who died is asked for the time, and is not asked back", () => {
  const died = tickOutcome({ ...FOLLOW, outcomes: ["follow_up", "treat_at_station"] }, "died", true);
  expect(died.outcomes).toEqual(["treat_at_station", "died"]);
  expect(lacks(died, 2, "2026-11-23")).toEqual(["died"]);
  const told = { ...died, diedAt: "2026-11-23T10:05" };
  expect(lacks(told, 2, "2026-11-23")).toEqual([]);
  expect(toBody(told, "c").died_at).toBe("2026-11-23T10:05:00+07:00");
});

test("a correction begins with what stands, names it, and needs a reason", () => {
  const form = formOf(decisionOf({ id: "one", outcomes: ["treat_at_station"] }));
  expect(lacks(form, 1, "2026-11-23")).toEqual(["correction"]);
  const told: DecisionForm = { ...form, correcting: { id: "one", reason: " ghi nhầm " } };
  expect(lacks(told, 1, "2026-11-23")).toEqual([]);
  expect(toBody(told, "c")).toMatchObject({ corrects: "one", correction_reason: "ghi nhầm" });
});

test("the same decision sent again keeps its id, another one gets its own", () => {
  const form: DecisionForm = { ...FOLLOW, outcomes: ["no_action"] };
  const first = commandId(form, toBody(form, "c"), "one");
  const again = { ...form, sent: first };
  expect(commandId(again, toBody(again, "c"), "two").id).toBe("one");
  const other = { ...again, note: "thêm" };
  expect(commandId(other, toBody(other, "c"), "two").id).toBe("two");
});

test("the station decides after a conclusion or a transfer; a patient may leave before", () => {
  expect(standOf("concluded")).toBe("open");
  expect(standOf("transferred")).toBe("open");
  expect(standOf("accepted")).toBe("early");
  expect(standOf("cancelled")).toBe("over");
  expect([mayRefer("accepted"), mayRefer("waiting"), mayRefer("concluded")]).toEqual([true, false, true]);
});

test("days are counted over the end of a month", () => {
  expect(dayAfter("2026-11-28", 7)).toBe("2026-12-05");
});
