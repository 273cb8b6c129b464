import { expect, test } from "vitest";

import { hoursBetween, typedTime } from "./cell-choices";
import { periodOf, readAsk, turned, writeAsk } from "./roster-ask";
import { keyAct, type Key } from "./roster-keys";

const key = (code: string, part: Partial<Key> = {}): Key => ({
  key: "",
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...part,
});

test("letters are read by their place, whatever Vietnamese typing makes of them", () => {
  expect(keyAct(key("KeyN"), false)).toEqual({ kind: "code", code: "N" });
  expect(keyAct(key("KeyD", { key: "đ" }), false)).toEqual({ kind: "code", code: "Đ" });
  expect(keyAct(key("KeyP"), false)).toEqual({ kind: "leave" });
  expect(keyAct(key("Delete"), false)).toEqual({ kind: "clear" });
  expect(keyAct(key("KeyZ", { ctrlKey: true }), false)).toEqual({ kind: "undo" });
  expect(keyAct(key("KeyZ"), false)).toBeNull();
});

test("2 is 24 hours, but right after hours, or with Shift, it is the second tier", () => {
  expect(keyAct(key("Digit2"), false)).toEqual({ kind: "code", code: "24" });
  expect(keyAct(key("Digit2"), true)).toEqual({ kind: "tier", tier: "second" });
  expect(keyAct(key("Digit2", { shiftKey: true }), false)).toEqual({ kind: "tier", tier: "second" });
  expect(keyAct(key("Digit1"), false)).toEqual({ kind: "tier", tier: "first" });
  expect(keyAct(key("Digit3"), false)).toEqual({ kind: "tier", tier: "head" });
});

test("times are read as people type them, and an earlier end is the next day", () => {
  expect(["7", "7:30", "0730", "17h", "24", "x"].map(typedTime)).toEqual(["07:00", "07:30", "07:30", null, null, null]);
  expect([hoursBetween("17:00", "07:00"), hoursBetween("07:00", "07:00"), hoursBetween("08:00", "12:30")]).toEqual([
    14, 24, 4.5,
  ]);
});

test("weeks begin on Monday, months on their first; the address keeps what is looked at", () => {
  expect(periodOf({ from: "", span: "weeks" }, "2026-08-20")).toEqual({ from: "2026-08-17", days: 14 });
  expect(periodOf({ from: "2026-09-15", span: "month" }, "2026-08-20")).toEqual({ from: "2026-09-01", days: 30 });
  expect(turned({ from: "", span: "weeks" }, "2026-08-20", -1)).toBe("2026-08-03");
  expect(turned({ from: "2026-01-31", span: "month" }, "2026-08-20", 1)).toBe("2026-02-01");
  const ask = { hospital: "h", from: "2026-08-24", span: "month", shown: ["internal", "surgery"] } as const;
  expect(readAsk(writeAsk(ask).split("?")[1] ?? "")).toEqual(ask);
  expect(readAsk("from=tomorrow&span=year")).toEqual({ hospital: "", from: "", span: "weeks", shown: [] });
});
