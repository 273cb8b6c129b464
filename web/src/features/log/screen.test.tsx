import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, HOSPITAL, logRowOf, STATION, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import LogScreen from "./screen";

const me = vi.hoisted(() => ({ role: "hospital_manager" }));
vi.mock("@/context/session", () => ({ useMe: () => ({ id: "m", grants: [{ role: me.role }], grant: null }) }));
vi.mock("@/context/socket", () => ({ useFrames: () => undefined }));

const TOTALS = {
  consults: 40,
  answered: 39,
  wait_median_ms: 278_000,
  wait_p90_ms: 600_000,
  referred: 12,
  concluded: 30,
  signed_in_time: 29,
  by_day: [
    { day: "2026-08-19", consults: 30, answered_in_time: 29 },
    { day: "2026-08-20", consults: 10, answered_in_time: 10 },
  ],
  views: { all: 40, unanswered: 1, late: 2, unsigned: 3, referred: 12 },
};
let answers: Answers;
let asked: string[];

beforeEach(() => {
  forgetSession();
  me.role = "hospital_manager";
  asked = [];
  answers = {
    "GET /api/log": () => ({ rows: [logRowOf()], totals: TOTALS, newer: null, older: "1~x" }),
    "GET /api/facilities": () => ({ facilities: [STATION, HOSPITAL] }),
  };
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

test("a row shows a masked patient, who answered, and the verdict in words", async () => {
  shown(<LogScreen />, "/log");

  expect(await screen.findByText("G.T.S., nữ 14 tháng")).toBeDefined();
  expect(screen.getByText("Kết thúc bình thường")).toBeDefined();
  expect(screen.getByRole("heading", { name: /40 ca, 97,5\s% được trả lời/ })).toBeDefined();
});

test("Enter on a row opens its timeline", async () => {
  const { history } = shown(<LogScreen />, "/log");
  const code = await screen.findByRole("link", { name: "BL-0001" });

  await userEvent.keyboard("{ArrowDown}{Enter}");

  expect(document.activeElement).toBe(code);
  expect(history.at(-1)).toBe(`/log/${logRowOf().consult_id}`);
});

test("a saved view and the next page are addresses", async () => {
  const { history } = shown(<LogScreen />, "/log");
  await screen.findByText("BL-0001");

  await userEvent.click(screen.getByRole("button", { name: /Cũ hơn/ }));
  await userEvent.click(screen.getByRole("button", { name: /Quá hạn trả lời/ }));

  expect(history).toContain("/log?after=1%7Ex");
  expect(history.at(-1)).toBe("/log?view=late");
});

test("only managers take rows away", async () => {
  me.role = "specialist";
  shown(<LogScreen />, "/log");
  await screen.findByText("BL-0001");

  expect(screen.queryByRole("button", { name: "Tải CSV" })).toBeNull();
});

test("an empty log says why it is empty", async () => {
  answers["GET /api/log"] = () => ({
    rows: [],
    totals: { ...TOTALS, consults: 0, answered: 0, wait_median_ms: null },
    newer: null,
    older: null,
  });
  shown(<LogScreen />, "/log");

  expect(await screen.findByText("Chưa có ca nào")).toBeDefined();
});

test("a refused log says what failed and offers to try again", async () => {
  answers["GET /api/log"] = () => Response.json({ code: "log.denied", title: "", status: 403 }, { status: 403 });
  shown(<LogScreen />, "/log");

  await waitFor(() => expect(screen.getByRole("alert")).toBeDefined());
});

test("the log is accessible", async () => {
  const { container } = shown(<LogScreen />, "/log");
  await screen.findByText("BL-0001");

  await accessible(container);
});
