import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, HOSPITAL, STATION, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import TotalsScreen from "./screen";
import { everyMonth, lastYear } from "./totals-state";

import type { Schema } from "@/wire/schema";

const COUNTS: Schema<"Counts"> = {
  consults: 40,
  stat: 10,
  answered: 38,
  answered_in_time: 36,
  concluded: 30,
  referred: 12,
  suppressed: false,
};
const HIDDEN: Schema<"Counts"> = {
  consults: null,
  stat: null,
  answered: null,
  answered_in_time: null,
  concluded: null,
  referred: null,
  suppressed: true,
};
const TOTALS: Schema<"Totals"> = {
  scope: "province",
  from_date: "2025-12-01",
  to_date: "2026-11-22",
  whole: COUNTS,
  stations: [{ facility: STATION, counts: COUNTS }],
  hospitals: [{ facility: HOSPITAL, counts: COUNTS }],
  months: [
    { month: "2026-10", counts: COUNTS },
    { month: "2026-11", counts: HIDDEN },
  ],
};
let answers: Answers;

beforeEach(() => {
  forgetSession();
  answers = { "GET /api/totals": () => TOTALS };
  vi.stubGlobal("fetch", fetchOf(answers));
});
afterEach(() => vi.unstubAllGlobals());

test("the finding is the heading, and the figures stand by month, hospital and station", async () => {
  const { container } = shown(<TotalsScreen />, "/totals");

  expect(await screen.findByRole("heading", { name: "40 ca, 36 được trả lời trong hạn" })).toBeDefined();
  expect(screen.getByRole("img", { name: /tháng 10\/2026: 40 ca, tháng 11\/2026: không hiện/ })).toBeDefined();
  expect(screen.getByRole("region", { name: "Theo trạm" })).toBeDefined();
  await accessible(container);
});

test("a withheld number is said so, not shown as none", async () => {
  answers["GET /api/totals"] = () => ({ ...TOTALS, scope: "commune", whole: HIDDEN, hospitals: [] });
  shown(<TotalsScreen />, "/totals");

  expect(await screen.findByRole("heading", { name: "Số ca nhỏ nên không hiện" })).toBeDefined();
  expect(screen.getAllByText("không hiện vì nhỏ").length).toBeGreaterThan(0);
  expect(screen.queryByText("0")).toBeNull();
});

test("no case at all says so", async () => {
  const none = { ...COUNTS, consults: 0 };
  answers["GET /api/totals"] = () => ({ ...TOTALS, whole: none, stations: [], hospitals: [], months: [] });
  shown(<TotalsScreen />, "/totals");

  expect(await screen.findByText("Chưa có ca nào")).toBeDefined();
});

test("a year begins with the month after this one of last year", () => {
  expect(lastYear(Date.parse("2026-11-22T03:00:00Z"))).toEqual({ from: "2025-12-01", to: "2026-11-22" });
  expect(lastYear(Date.parse("2026-12-05T03:00:00Z")).from).toBe("2026-01-01");
});

test("a quiet month shows as a gap", () => {
  const months = everyMonth([
    { month: "2025-12", counts: COUNTS },
    { month: "2026-02", counts: COUNTS },
  ]);

  expect(months.map(({ month, counts }) => [month, counts.consults])).toEqual([
    ["2025-12", 40],
    ["2026-01", 0],
    ["2026-02", 40],
  ]);
});
