import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { consultOf, detailOf, fetchOf, HA, ringOf, SON, type Answers } from "@/test/consults";
import { accessible, shown, type Shown } from "@/test/shown";

import RingOverlay from "./overlay";

import type { NewsFrame } from "@/lib/socket-client";

const told = vi.hoisted(() => ({
  listeners: new Set<(frame: NewsFrame) => void>(),
  ringing: false,
  socket: { state: { kind: "connecting" }, brisk: () => undefined, heardAt: 0 },
}));
vi.mock("@/context/session", () => ({ useMe: () => ({ id: "son", grants: [], grant: null }) }));
vi.mock("@/context/socket", async () => {
  const { useEffect } = await import("react");
  return {
    useSocket: () => told.socket,
    useFrames: (listener: (frame: NewsFrame) => void) =>
      useEffect(() => {
        told.listeners.add(listener);
        return () => void told.listeners.delete(listener);
      }),
  };
});
vi.mock("@/lib/ringtone", () => ({
  Ringtone: class {
    start = () => {
      told.ringing = true;
      return Promise.resolve(true);
    };
    stop = () => {
      told.ringing = false;
    };
  },
}));

const STAT = consultOf({ urgency: "stat", specialty: "emergency" });
const PATH = `/api/consults/${STAT.id}`;
let answers: Answers;
let asked: string[];

beforeEach(() => {
  forgetSession();
  asked = [];
  answers = {
    "GET /api/rings": () => ({ rings: [ringOf(STAT)] }),
    [`GET ${PATH}`]: () => detailOf(STAT),
    [`POST ${PATH}/accept`]: () => ({ ...STAT, version: 2, state: "accepted", specialist: SON }),
  };
  told.socket.heardAt = performance.now();
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

const news = (frame: object) =>
  act(() => {
    for (const listener of told.listeners) listener({ s: 1, ...frame } as NewsFrame);
  });
async function rung(): Promise<Shown> {
  const page = shown(<RingOverlay />, "/log");
  await screen.findByRole("alertdialog");
  return page;
}

test("the sheet takes the focus on its head, and Enter alone takes no case", async () => {
  const { history } = await rung();

  expect(document.activeElement?.textContent).toContain("Trạm Bình Lư đang gọi");
  await userEvent.keyboard("{Enter}");

  expect(asked).not.toContain(`POST ${PATH}/accept`);
  expect(history).toEqual(["/log"]);
  expect(told.ringing).toBe(true);
});

test("1 takes the case and goes to the room at once; the tone is off", async () => {
  const { history } = await rung();

  await userEvent.keyboard("1");

  await waitFor(() => expect(history.at(-1)).toBe(`/consults/${STAT.id}/call`));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(told.ringing).toBe(false);
});

test("an emergency is neither asked back nor answered in writing, and the sheet says why", async () => {
  await rung();

  await userEvent.keyboard("3");
  await userEvent.keyboard("4");

  expect(screen.getByRole("button", { name: /Cần thêm thông tin/ })).toHaveProperty("disabled", true);
  expect(screen.getByText(/Ca cấp cứu trả lời bằng tiếng ngay/)).toBeDefined();
  expect(screen.queryByText("Trạm cần bổ sung gì?")).toBeNull();
});

test("passing on asks why, and one touch sends it", async () => {
  let sent: unknown;
  answers[`POST /api/rings/${ringOf(STAT).ring_id.replaceAll(" ", "%20")}/decline`] = (_, body) => {
    sent = body;
    return STAT;
  };
  await rung();

  await userEvent.keyboard("2");
  await userEvent.click(await screen.findByRole("button", { name: /Đang mổ/ }));

  await waitFor(() => expect(sent).toMatchObject({ reason: "operating" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
});

test("taken by a colleague: the tone stops and the sheet names them", async () => {
  await rung();

  news({ type: "ring_over", ring_id: ringOf(STAT).ring_id, consult_id: STAT.id, outcome: "superseded", taken_by: HA });

  expect(await screen.findByText(/BS. Nguyễn Hà Demo đã nhận ca này lúc/)).toBeDefined();
  expect(told.ringing).toBe(false);
});

test("a claim that came too late says politely who was first", async () => {
  await rung();
  const problem = { code: "consult.already_accepted", title: "", status: 409 };
  answers[`POST ${PATH}/accept`] = () => Response.json(problem, { status: 409 });
  answers[`GET ${PATH}`] = () => detailOf({ ...STAT, version: 2, state: "accepted", specialist: HA });

  await userEvent.keyboard("1");

  expect(await screen.findByText("BS. Nguyễn Hà Demo đã nhận ca này trước")).toBeDefined();
});

test("Esc puts the sheet away; the ring goes on in a bar", async () => {
  await rung();

  act(() => {
    screen.getByRole("alertdialog").dispatchEvent(new Event("cancel", { cancelable: true }));
  });

  expect(await screen.findByRole("region", { name: "Cuộc gọi đang đổ chuông" })).toBeDefined();
  expect(told.ringing).toBe(true);
});

test("the name of the patient is nowhere on the sheet", async () => {
  await rung();

  expect(await screen.findByText("Tên người bệnh mở ra khi đã nhận ca")).toBeDefined();
  expect(asked.filter((what) => what.includes("/patients"))).toEqual([]);
});

test("the sheet is accessible", async () => {
  const { container } = await rung();
  await screen.findByText("Tên người bệnh mở ra khi đã nhận ca");

  await accessible(container);
});

test("a ring whose sheet is in sight is reported as seen, once", async () => {
  const consult = consultOf({ id: "01a20100-0000-7000-8000-000000000077", urgency: "stat" });
  answers["GET /api/rings"] = () => ({ rings: [ringOf(consult, { ring_id: "r77" })] });
  answers[`GET /api/consults/${consult.id}`] = () => detailOf(consult);
  answers["POST /api/deliveries/r77/seen"] = () => null;

  await rung();
  news({ type: "consult", consult: { ...consult, version: 2 } });

  await waitFor(() => expect(asked.filter((one) => one.endsWith("r77/seen"))).toHaveLength(1));
});

test("each test of a shift is answered", async () => {
  answers["POST /api/deliveries/s1/seen"] = () => null;
  await rung();

  news({ type: "test_ring", shift_id: "s1" });
  news({ type: "test_ring", shift_id: "s1" });

  await waitFor(() => expect(asked.filter((one) => one.endsWith("s1/seen"))).toHaveLength(2));
});

test("after ten seconds without a word from the server the tone stops and the sheet says why", async () => {
  const deadline_at = new Date(Date.now() + 60_000).toISOString();
  answers["GET /api/rings"] = () => ({ rings: [ringOf(STAT, { deadline_at })] });
  await rung();
  expect(told.ringing).toBe(true);

  told.socket.heardAt = performance.now() - 10_001;

  expect(await screen.findByText(/Mất kết nối hơn 10 giây/, undefined, { timeout: 3_000 })).toBeDefined();
  await waitFor(() => expect(told.ringing).toBe(false)); // the words come first, then what hangs on them
  told.socket.heardAt = performance.now();
  await waitFor(() => expect(told.ringing).toBe(true), { timeout: 3_000 });
});
