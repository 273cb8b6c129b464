import { afterEach, expect, test, vi } from "vitest";

import {
  ageText,
  clockText,
  dateText,
  dayText,
  forgetServerTime,
  isoDay,
  learnServerTime,
  leftText,
  numberText,
  parseDay,
  parseNumber,
  secondText,
  serverNow,
  shortText,
  spanText,
  waitText,
  whenText,
} from "./clock";

const AT = "2026-08-20T13:13:36Z"; // 20:13:36 in Vietnam

afterEach(() => {
  vi.useRealTimers();
  forgetServerTime();
});

test("a clock runs in minutes and seconds, with hours only when there are some", () => {
  expect([0, 42_900, 725_000, 3_723_000, -5].map(clockText)).toEqual(["0:00", "0:42", "12:05", "1:02:03", "0:00"]);
});

test("what is left is rounded up: 0:00 means over", () => {
  expect([42_001, 1, 0, -900].map(leftText)).toEqual(["0:43", "0:01", "0:00", "0:00"]);
});

test("waits grow from a clock to hours to days", () => {
  expect([278_000, 11_520_000, 200_000_000].map(waitText)).toEqual(["4:38", "3 giờ 12", "2 ngày"]);
  expect([720_000, 7_200_000, 259_200_000].map(spanText)).toEqual(["12 phút", "2 giờ", "3 ngày"]);
});

test("times are those of Vietnam, whatever the machine's zone", () => {
  expect([dateText(AT), shortText(AT), secondText(AT), isoDay(AT)]).toEqual([
    "20/08/2026",
    "20/08 20:13",
    "20:13:36",
    "2026-08-20",
  ]);
  expect(dateText("2026-08-20T17:30:00Z")).toBe("21/08/2026");
});

test("today shows the time alone, another day its date too", () => {
  expect(whenText(AT, Date.parse("2026-08-20T16:00:00Z"))).toBe("20:13");
  expect(whenText(AT, Date.parse("2026-08-20T17:00:00Z"))).toBe("20/08 20:13");
});

test("a date is taken as it is typed at a station, and refused when there is no such day", () => {
  expect(["5/8/2026", "05-08-2026", "05082026", "1964", " 5.8.2026 "].map(parseDay)).toEqual([
    "2026-08-05",
    "2026-08-05",
    "2026-08-05",
    "1964",
    "2026-08-05",
  ]);
  expect(["30/02/2026", "5/8", "tháng tám", ""].map(parseDay)).toEqual([null, null, null, null]);
  expect(["2026-08-05", "1964"].map(dayText)).toEqual(["05/08/2026", "1964"]);
});

test("comma and point both part decimals; the screen shows the comma", () => {
  expect(["38,9", "38.9", " 120 ", "abc", "1,2,3", ""].map(parseNumber)).toEqual([38.9, 38.9, 120, null, null, null]);
  expect([numberText(38.9), numberText(37, 1), numberText(1412)]).toEqual(["38,9", "37,0", "1.412"]);
});

test("age is said in days, months below six years, then years", () => {
  expect(
    ["2026-08-08", "2025-06-12", "2020-08-21", "2020-08-20", "1964-08-21", "1964"].map((birth) => ageText(birth, AT)),
  ).toEqual(["12 ngày tuổi", "14 tháng", "71 tháng", "6 tuổi", "61 tuổi", "62 tuổi"]);
});

test("the server's clock is learnt from the answer with the least doubt", () => {
  vi.useFakeTimers({ now: 1_000_000 });

  learnServerTime(1_060_000, 400);
  learnServerTime(1_090_000, 2_000);

  expect(serverNow()).toBe(1_060_200);

  learnServerTime(1_059_000, 100);

  expect(serverNow()).toBe(1_059_050);
});
