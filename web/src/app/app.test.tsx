import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { sessionOf } from "@/test/session";

import { App } from "./app";

/** What the server would say; a test may change it. */
let answers: Record<string, () => Response>;
let asked: string[];

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const STATION = { id: "s", name: "Trạm Y tế xã Bình Lư", short_name: "Trạm Bình Lư", kind: "station" };
const HOSPITAL = { id: "h", name: "BVĐK Tam Đường", short_name: "BVĐK Tam Đường", kind: "hospital" };

function session(role: string, facility = STATION) {
  return json({ ...sessionOf(), grants: [{ role, facility, specialty: null }] });
}

beforeEach(() => {
  forgetSession();
  asked = [];
  answers = { "GET /api/site": () => json({ demo: false, robot: null, accounts: [], emergency_phone: null }) };
  history.replaceState(null, "", "/");
  vi.stubGlobal("fetch", async (request: Request) => {
    const what = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(what);
    return answers[what]?.() ?? json({ code: "missing", title: "", status: 404 }, 404);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a newcomer sees sign-in at once, without a refused round trip", async () => {
  render(<App />);

  expect(await screen.findByLabelText("Mật khẩu")).toBeDefined();
  expect(asked).not.toContain("POST /api/session/refresh");
});

test("a reload brings the session back from the cookie", async () => {
  localStorage.setItem("telemed.session", "1");
  answers["POST /api/session/refresh"] = () => session("station_doctor");

  render(<App />);

  expect(await screen.findByRole("button", { name: /BS. Lò Mai Demo/ })).toBeDefined();
  expect(screen.getByText("Trạm Y tế xã Bình Lư")).toBeDefined();
  expect(document.title).toBe("Hôm nay · Telemed");
});

test("a session that has ended leads to sign-in", async () => {
  localStorage.setItem("telemed.session", "1");
  answers["POST /api/session/refresh"] = () => json({ code: "session.ended", title: "", status: 401 }, 401);

  render(<App />);

  expect(await screen.findByLabelText("Mật khẩu")).toBeDefined();
  expect(localStorage.getItem("telemed.session")).toBeNull();
});

test("without network it says so and goes on by itself when the server is back", async () => {
  localStorage.setItem("telemed.session", "1");
  answers["POST /api/session/refresh"] = () => {
    throw new TypeError("no network");
  };
  render(<App />);
  expect(await screen.findByText("Chưa nối được tới máy chủ")).toBeDefined();

  answers["POST /api/session/refresh"] = () => session("station_doctor");
  globalThis.dispatchEvent(new Event("online"));

  expect(await screen.findByText("Trạm Y tế xã Bình Lư")).toBeDefined();
});

test.each([
  ["specialist", HOSPITAL, "/worklist"],
  ["dept_head", HOSPITAL, "/worklist"],
  ["hospital_manager", HOSPITAL, "/log"],
  ["coordinator", HOSPITAL, "/coverage"],
  ["station_head", STATION, "/"],
] as const)("%s begins at the right place", async (role, facility, place) => {
  localStorage.setItem("telemed.session", "1");
  answers["POST /api/session/refresh"] = () => session(role, facility);

  render(<App />);

  await screen.findByRole("button", { name: /BS. Lò Mai Demo/ });
  await waitFor(() => {
    expect(location.pathname).toBe(place);
  });
});

test("an address that names no consult is no page", async () => {
  localStorage.setItem("telemed.session", "1");
  answers["POST /api/session/refresh"] = () => session("station_doctor");
  history.replaceState(null, "", "/consults/12/waiting");

  render(<App />);

  expect(await screen.findByText("Không có trang này")).toBeDefined();
});

test("signing out tells the server and shows sign-in", async () => {
  localStorage.setItem("telemed.session", "1");
  answers["POST /api/session/refresh"] = () => session("station_doctor");
  answers["DELETE /api/session"] = () => new Response(null, { status: 204 });
  render(<App />);
  await userEvent.click(await screen.findByRole("button", { name: /BS. Lò Mai Demo/ }));

  await userEvent.click(await screen.findByText("Đăng xuất và xóa dữ liệu trên máy này"));

  expect(await screen.findByLabelText("Mật khẩu")).toBeDefined();
  expect(asked).toContain("DELETE /api/session");
  expect(location.pathname).toBe("/sign-in");
});
