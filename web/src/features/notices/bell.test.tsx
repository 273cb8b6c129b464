import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, HOSPITAL, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { Toasts } from "@/ui/toast";

import Bell from "./bell";

import type { NewsFrame } from "@/lib/socket-client";

const told = vi.hoisted(() => ({ listeners: new Set<(frame: NewsFrame) => void>() }));
vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "son", place: "specialist", grants: [{ role: "specialist", facility: HOSPITAL }] }),
}));
vi.mock("@/context/socket", async () => {
  const { useEffect } = await import("react");
  return {
    useFrames: (listener: (frame: NewsFrame) => void) =>
      useEffect(() => {
        told.listeners.add(listener);
        return () => void told.listeners.delete(listener);
      }),
  };
});

const notice = (n: number, seen = false, kind = "swap_proposed") => ({
  id: `n${n}`,
  kind,
  about: null,
  params: { person: `BS. Số ${n} Demo` },
  made_at: `2026-01-10T0${n}:00:00Z`,
  seen_at: seen ? "2026-01-10T09:00:00Z" : null,
});
let notices: ReturnType<typeof notice>[];
let answers: Answers;
let asked: string[];

beforeEach(() => {
  forgetSession();
  HTMLElement.prototype.hidePopover = () => undefined;
  notices = [notice(2), notice(1, true)];
  asked = [];
  const list = () => ({ notices, unseen: notices.filter(({ seen_at }) => seen_at === null).length, older: null });
  answers = {
    "GET /api/notices": list,
    "POST /api/notices/seen": () => {
      notices = notices.map((one) => ({ ...one, seen_at: "2026-01-10T09:00:00Z" }));
      return list();
    },
  };
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

const open = () => {
  const event = Object.assign(new Event("toggle"), { newState: "open" });
  fireEvent(screen.getByRole("dialog", { hidden: true }), event);
};

test("the bell counts what was not seen; opened, it is seen, and what was new stays marked", async () => {
  shown(<Bell />);
  await screen.findByText("Thông báo, 1 tin chưa xem");

  open();

  await waitFor(() => expect(screen.queryByText("Thông báo, 1 tin chưa xem")).toBeNull());
  expect(asked).toContain("POST /api/notices/seen");
  expect(screen.getAllByText(/mới$/)).toHaveLength(1);
});

test("each notice opens the screen where it is dealt with", async () => {
  const { history } = shown(<Bell />);

  await userEvent.click(await screen.findByRole("button", { name: /BS. Số 2 Demo xin đổi ca/, hidden: true }));

  expect(history.at(-1)).toBe("/my-shifts");
});

test("news that comes while one works is said once and counted", async () => {
  shown(
    <>
      <Bell />
      <Toasts />
    </>,
  );
  await screen.findByText("Thông báo, 1 tin chưa xem");

  notices = [notice(3), ...notices];
  act(() => {
    for (const listener of told.listeners)
      listener({ type: "notice", s: 1, id: "n3", kind: "swap_proposed", unseen: 2 });
  });

  await screen.findByText("Thông báo, 2 tin chưa xem");
  expect(screen.getByRole("status").textContent).toContain("BS. Số 3 Demo xin đổi ca");
});

test("the bell is accessible", async () => {
  const { container } = shown(<Bell />);
  await screen.findByText("Thông báo, 1 tin chưa xem");

  await accessible(container);
});
