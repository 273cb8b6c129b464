import { expect, test } from "vitest";

import {
  BLANK,
  EMPTY_FIELDS,
  isOwed,
  missingItems,
  reduceField,
  shown,
  toSend,
  type Field,
  type FieldEvent,
  type Person,
  type Told,
} from "./minutes-state";
import { Problem } from "./problem";

const ME: Person = { id: "me", name: "BS. Lò Mai Demo", profession: "doctor" };
const SHE: Person = { id: "she", name: "BS. Trần Sơn Demo", profession: "doctor" };

const told = (text: string, version: number, by: Person | null = SHE): Told => ({ text, version, by, at: null });
const news = (text: string, version: number, by: Person = SHE): FieldEvent => ({
  type: "told",
  told: told(text, version, by),
  me: ME.id,
});
const typed = (text: string): FieldEvent => ({ type: "typed", text });
const sent = (text: string, seen: number): FieldEvent => ({
  type: "sent",
  sending: { id: "a", text, seen, stalled: false },
});
const saved = (text: string, version: number, by = ME): FieldEvent => ({
  type: "saved",
  told: told(text, version, by),
  me: ME,
});
const after = (...events: FieldEvent[]): Field => events.reduce(reduceField, EMPTY_FIELDS.treatment);

test("news of the other side stands in a field nobody types in here", () => {
  expect(shown(after(news("Oxy", 1)))).toBe("Oxy");
});

test("late news of an older version changes nothing", () => {
  expect(shown(after(news("Oxy 1 lít", 2), news("Oxy", 1)))).toBe("Oxy 1 lít");
});

test("what is typed is sent over the version it was typed on", () => {
  expect(toSend(after(news("Oxy", 3), typed("Oxy 1 lít")))).toEqual({ text: "Oxy 1 lít", seen: 3 });
});

test("a space at the end is no change, and stays under the cursor", () => {
  const field = after(news("Oxy", 3), typed("Oxy "));

  expect([toSend(field), shown(field)]).toEqual([null, "Oxy "]);
});

test("typing goes on while the first part is on its way", () => {
  const field = after(typed("Oxy"), sent("Oxy", 0), typed("Oxy 1 lít"), saved("Oxy", 1));

  expect([shown(field), toSend(field)]).toEqual(["Oxy 1 lít", { text: "Oxy 1 lít", seen: 1 }]);
});

test("our own words told to everybody before the answer are no conflict", () => {
  const field = after(typed("Oxy"), sent("Oxy", 0), typed("Oxy 1 lít"), news("Oxy", 1, ME));

  expect([field.theirs, field.base.version]).toEqual([null, 1]);
});

test("both wrote without seeing each other: both texts stand, nothing is sent until somebody chooses", () => {
  const field = after(typed("Mỗi 10 phút"), news("Mỗi 15 phút", 1));

  expect([shown(field), field.theirs?.text, toSend(field), isOwed(field)]).toEqual([
    "Mỗi 10 phút",
    "Mỗi 15 phút",
    null,
    true,
  ]);
});

test("the server refuses because the field moved on: both texts stand", () => {
  const field = after(typed("Mỗi 10 phút"), sent("Mỗi 10 phút", 0), {
    type: "refused",
    told: told("Mỗi 15 phút", 1),
    me: ME.id,
  });

  expect(field.theirs?.text).toBe("Mỗi 15 phút");
});

test("keeping one's own is typed over theirs", () => {
  const field = after(typed("Mỗi 10 phút"), news("Mỗi 15 phút", 1), { type: "chosen", keep: "own" });

  expect(toSend(field)).toEqual({ text: "Mỗi 10 phút", seen: 1 });
});

test("taking theirs leaves nothing owed", () => {
  const field = after(typed("Mỗi 10 phút"), news("Mỗi 15 phút", 1), { type: "chosen", keep: "theirs" });

  expect([shown(field), isOwed(field)]).toEqual(["Mỗi 15 phút", false]);
});

test("keeping both drops no word", () => {
  const field = after(typed("Mỗi 10 phút"), news("Mỗi 15 phút", 1), { type: "chosen", keep: "both" });

  expect(shown(field)).toBe("Mỗi 15 phút\nMỗi 10 phút");
});

test("both typed the same: that is agreement", () => {
  const field = after(typed("Mỗi 15 phút "), news("Mỗi 15 phút", 1));

  expect([field.theirs, isOwed(field)]).toEqual([null, false]);
});

test("ours was saved and then changed by somebody who saw it: theirs stands", () => {
  const field = after(typed("Oxy"), sent("Oxy", 0), saved("Oxy 1 lít", 2, SHE));

  expect([shown(field), field.theirs]).toEqual(["Oxy 1 lít", null]);
});

test("no answer came: the same is owed under the same id", () => {
  const field = after(typed("Oxy"), sent("Oxy", 0), { type: "stalled" });

  expect([field.sending?.id, field.sending?.stalled, isOwed(field)]).toEqual(["a", true, true]);
});

test("leaving a saved field lets news in again; leaving an unsaved one keeps the text", () => {
  const clean = after(typed("Oxy"), sent("Oxy", 0), saved("Oxy", 1), { type: "left" });
  const owed = after(typed("Oxy"), { type: "left" });

  expect([clean.own, owed.own]).toEqual([null, "Oxy"]);
});

test("a draft found after a power cut is owed, unless the server has it already", () => {
  const draft: FieldEvent = { type: "restored", text: "Oxy 1 lít", base: told("Oxy", 1), me: ME.id };

  expect(toSend(after(news("Oxy", 1), draft))).toEqual({ text: "Oxy 1 lít", seen: 1 });
  expect(isOwed(after(news("Oxy 1 lít", 2), draft))).toBe(false);
  expect(after(news("Oxy 2 lít", 2), draft).theirs?.text).toBe("Oxy 2 lít");
});

test("a refused text is not sent again until it is changed", () => {
  const field = after(typed("Oxy"), sent("Oxy", 0), { type: "faulty", fault: new Problem({ code: "minutes.locked" }) });

  expect([toSend(field), shown(field)]).toEqual([null, "Oxy"]);
  expect(toSend(reduceField(field, typed("Oxy 2")))).not.toBeNull();
});

test("a blank of spaces still counts as missing", () => {
  const fields = { ...EMPTY_FIELDS, diagnosis: after(typed("Viêm phổi")), treatment: after(typed("  ")) };

  expect(missingItems(fields)).toEqual(["treatment", "monitoring", "place", "follow_up"]);
  expect(BLANK.version).toBe(0);
});
