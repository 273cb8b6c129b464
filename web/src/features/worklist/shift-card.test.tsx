import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, HA, HOSPITAL, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import { ShiftCard } from "./shift-card";

import type { PushWay } from "@/lib/push";
import type { Shift } from "./worklist-state";

const told = vi.hoisted(() => ({ ringing: false, push: "on" }));
vi.mock("@/context/session", () => ({ useMe: () => ({ id: "son" }) }));
vi.mock("@/context/socket", () => ({ useFrames: () => undefined }));
vi.mock("@/lib/push", () => ({ openPush: async () => told.push as PushWay }));
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
vi.mock("@/lib/media-devices", () => ({
  openMedia: async () => ({ stream: null, camera: null, microphone: null }),
  closeMedia: () => undefined,
}));

const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const shiftOf = (part: Partial<Shift> = {}): Shift => ({
  shift_id: "01a20100-0000-7000-8000-00000000005a",
  hospital: HOSPITAL,
  specialty: "internal",
  tier: "first",
  starts_at: at(-8),
  ends_at: at(600),
  confirmed: false,
  confirmed_at: null,
  armed_at: null,
  relief: HA,
  checks: [],
  ...part,
});
const ON = { confirmed: true, confirmed_at: at(-1) };
const check = (channel: string, state: string, took_ms: number | null = null, error: string | null = null) => ({
  channel,
  state,
  took_ms,
  error,
});
let shift: Shift;
let checks: ReturnType<typeof check>[];
let answers: Answers;
let asked: string[];

beforeEach(() => {
  forgetSession();
  told.push = "on";
  told.ringing = false;
  shift = shiftOf();
  checks = [check("page", "seen", 210), check("push", "delivered", 1_400)];
  asked = [];
  const path = `/api/shifts/${shift.shift_id}`;
  answers = {
    "GET /api/shifts/mine": () => ({ shift }),
    [`POST ${path}/confirm`]: () => (shift = shiftOf(ON)),
    [`GET ${path}/checks`]: () => ({ shift_id: shift.shift_id, checks, running: false }),
    [`POST ${path}/checks`]: () => ({ shift_id: shift.shift_id, checks, running: false }),
  };
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

async function begun(): Promise<void> {
  shown(<ShiftCard />);
  await userEvent.click(await screen.findByRole("switch", { name: "Vào ca trực" }));
  await screen.findByText("Anh/chị có nghe chuông không?");
}

test("one click confirms the shift, rings, and asks whether it is heard; every channel says how long it took", async () => {
  await begun();
  expect(told.ringing).toBe(true);

  await userEvent.click(screen.getByRole("button", { name: "Nghe thấy" }));

  expect(told.ringing).toBe(false);
  expect(await screen.findByText("Trang: đến sau 0,2 giây")).toBeDefined();
  expect(screen.getByText("Thông báo: đến sau 1,4 giây")).toBeDefined();
  expect(screen.getByText("Chuông trên máy này: nghe được")).toBeDefined();
  expect(screen.getByRole("switch", { name: "Đang trong ca" }).getAttribute("aria-checked")).toBe("true");
});

test("it says who takes over and when", async () => {
  shift = shiftOf(ON);
  shown(<ShiftCard />);

  expect(await screen.findByText(/giao ca cho BS. Nguyễn Hà Demo lúc/)).toBeDefined();
});

test("a channel that failed is named with what to do, and the person is on duty all the same", async () => {
  told.push = "blocked";
  checks = [check("page", "seen", 210), check("push", "failed", null, "no_browser")];
  await begun();

  await userEvent.click(screen.getByRole("button", { name: "Không nghe" }));

  expect(await screen.findByRole("switch", { name: "Đang trong ca, chưa đủ kênh" })).toBeDefined();
  expect(screen.getByText("Thông báo: trình duyệt đang chặn")).toBeDefined();
  expect(screen.getByText(/Bấm biểu tượng bên trái địa chỉ trang/)).toBeDefined();
  expect(screen.getByText(/Bật loa, tăng âm lượng/)).toBeDefined();
});

test("late, it says what will happen; armed, what has happened", async () => {
  const { unmount } = shown(<ShiftCard />);
  expect(await screen.findByText(/Đã quá giờ vào ca 8 phút/)).toBeDefined();
  expect(screen.getByText(/chưa vào ca, dự phòng được gọi cùng lúc và trưởng khoa được báo/)).toBeDefined();
  unmount();

  shift = shiftOf({ starts_at: at(-20), armed_at: at(-5) });
  shown(<ShiftCard />);

  expect(await screen.findByText(/Dự phòng đã được bật từ .*, trưởng khoa đã được báo/)).toBeDefined();
});

test("a running shift is not switched off: it asks for somebody who takes it over", async () => {
  shift = shiftOf(ON);
  const { container } = shown(<ShiftCard />);

  await userEvent.click(await screen.findByRole("switch"));

  expect(screen.getByRole("link", { name: "Xin đổi ca" }).getAttribute("href")).toBe("/my-shifts");
  await accessible(container);
});

test("on duty, testing again sends a new test and confirms nothing", async () => {
  shift = shiftOf(ON);
  shown(<ShiftCard />);

  await userEvent.click(await screen.findByRole("button", { name: "Thử lại chuông" }));

  await waitFor(() => expect(asked).toContain(`POST /api/shifts/${shift.shift_id}/checks`));
  expect(asked.some((one) => one.endsWith("/confirm"))).toBe(false);
  await act(async () => undefined);
});
