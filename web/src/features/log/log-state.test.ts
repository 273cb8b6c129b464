import { expect, test } from "vitest";

import { namedPeriod, periodOf, typedDay } from "@/lib/period";
import { HA, logRowOf } from "@/test/consults";

import {
  EVERYTHING,
  everyDay,
  narrowed,
  outcomeText,
  paperText,
  queryOf,
  readFilters,
  shareText,
  totalsSentence,
  verdictLook,
  writeFilters,
  type Totals,
} from "./log-state";

const STATION = "0190a000-0000-7000-8000-000000000001";

test("filters live in the address: written and read again they are the same", () => {
  const filters = narrowed(EVERYTHING, { view: "late", from: "2026-08-01", station: STATION, urgency: "stat" });

  const address = writeFilters(filters);

  expect(address).toBe(`/log?view=late&from=2026-08-01&station=${STATION}&urgency=stat`);
  expect(readFilters(address.split("?")[1] ?? "")).toEqual(filters);
  expect(writeFilters(EVERYTHING)).toBe("/log");
});

test("an address typed by hand narrows by what it understands", () => {
  expect(readFilters("view=nothing&from=yesterday&station=1&urgency=stat&after=%3Cb%3E")).toEqual({
    ...EVERYTHING,
    urgency: "stat",
  });
});

test("another filter begins at the newest again", () => {
  const paged = { ...EVERYTHING, after: "1~x" };

  expect(narrowed(paged, { urgency: "stat" })).toMatchObject({ after: "", urgency: "stat" });
});

test("the server is asked only for what narrows", () => {
  expect(queryOf(narrowed(EVERYTHING, { to: "2026-08-20" }))).toEqual({ view: "all", to_date: "2026-08-20" });
});

test("days are typed as dates are written here", () => {
  expect(typedDay("20/8/2026")).toBe("2026-08-20");
  expect(typedDay("2026")).toBeNull();
  expect(typedDay("")).toBe("");
});

test("a period is known by its days", () => {
  const week = periodOf("week", "2026-08-20");

  expect(week).toEqual({ from: "2026-08-14", to: "" });
  expect(namedPeriod({ ...EVERYTHING, ...week }, "2026-08-20")).toBe("week");
  expect(namedPeriod({ ...EVERYTHING, from: "2026-08-02" }, "2026-08-20")).toBe("own");
});

test("a verdict has a sign and a word, and is plain when all went well", () => {
  expect(verdictLook(logRowOf())).toEqual({ tone: "ok", icon: "check", text: "Kết thúc bình thường" });
  expect(verdictLook(logRowOf({ verdict: "late", wait_ms: 780_000 }))).toMatchObject({
    tone: "warn",
    text: "Trả lời chậm 3 phút",
  });
  expect(verdictLook(logRowOf({ verdict: "unanswered", rung: [] }))).toMatchObject({
    tone: "danger",
    text: "Không gọi được ai",
  });
  const twice = [HA, HA].map((person) => ({ person, state: "missed" as const, why: "shift" as const, tier: null }));
  expect(verdictLook(logRowOf({ verdict: "unanswered", rung: twice })).text).toBe("Không ai trả lời, đã gọi 1 người");
  expect(verdictLook(logRowOf({ verdict: "live", state: "waiting" })).text).toBe("Đang gọi");
});

test("outcomes and papers read in words; unsigned minutes are told once the case is concluded", () => {
  expect(outcomeText(logRowOf())).toBe("Chuyển cơ sở");
  expect(outcomeText(logRowOf({ outcomes: [], state: "cancelled" }))).toBe("Đã rút");
  expect(paperText(logRowOf({ referral_id: "r", referral_number: "2/PCCSKBCB" }))).toBe(
    "biên bản đã ký · phiếu 2/PCCSKBCB",
  );
  expect(paperText(logRowOf({ minutes_state: "draft", state: "accepted" }))).toBe("");
  expect(paperText(logRowOf({ minutes_state: "draft", state: "concluded" }))).toBe("biên bản chưa ký");
});

test("below thirty cases there are counts, above them shares", () => {
  expect(shareText(9, 10)).toBe("9/10");
  expect(shareText(397, 412)).toBe("96,4\u00a0%");
});

test("the finding is a sentence before any figure", () => {
  const totals: Totals = {
    consults: 412,
    answered: 397,
    wait_median_ms: 312_000,
    wait_p90_ms: 1_300_000,
    referred: 129,
    concluded: 390,
    signed_in_time: 343,
    by_day: [],
    views: {},
  };

  expect(totalsSentence(totals)).toBe(
    "412 ca, 96,4\u00a0% được trả lời; một nửa trong 5 phút 12 giây, chín phần mười trong 21 phút 40 giây.",
  );
  expect(totalsSentence({ ...totals, consults: 0 })).toBe("Không có ca nào.");
});

test("days without a consult are days too", () => {
  const days = everyDay([
    { day: "2026-08-20", consults: 2, answered_in_time: 1 },
    { day: "2026-08-18", consults: 1, answered_in_time: 1 },
  ]);

  expect(days.map(({ day, consults }) => [day, consults])).toEqual([
    ["2026-08-18", 1],
    ["2026-08-19", 0],
    ["2026-08-20", 2],
  ]);
});
