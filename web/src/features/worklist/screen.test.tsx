import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { consultOf, detailOf, fetchOf, HA, HOSPITAL, ringOf, SON, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import WorklistScreen from "./screen";

import type { NewsFrame } from "@/lib/socket-client";

const told = vi.hoisted(() => ({ listeners: new Set<(frame: NewsFrame) => void>() }));
vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "son", grants: [{ facility: { id: HOSPITAL.id }, specialty: "internal" }], grant: null }),
}));
vi.mock("@/context/socket", async () => {
  const { useEffect } = await import("react");
  return {
    useLink: () => ({ kind: "open", rttMs: 20 }),
    useSocket: () => ({ state: { kind: "connecting" } }),
    useFrames: (listener: (frame: NewsFrame) => void) =>
      useEffect(() => {
        told.listeners.add(listener);
        return () => void told.listeners.delete(listener);
      }),
  };
});

const WAITING = consultOf();
const RUNG = consultOf({ id: "01a20100-0000-7000-8000-000000000002", urgency: "stat", question: "Co giật?" });
let answers: Answers;
let asked: string[];

beforeEach(() => {
  forgetSession();
  asked = [];
  answers = {
    "GET /api/consults": () => ({ consults: [WAITING, RUNG] }),
    "GET /api/rings": () => ({ rings: [ringOf(RUNG)] }),
    "GET /api/debts": () => ({ debts: [] }),
    "GET /api/shifts/mine": () => ({ shift: null }),
    [`POST /api/consults/${WAITING.id}/accept`]: () => ({ ...WAITING, state: "accepted", specialist: SON }),
    [`POST /api/consults/${RUNG.id}/accept`]: () => ({ ...RUNG, state: "accepted", specialist: SON }),
  };
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

const lane = (name: RegExp) => within(screen.getByRole("region", { name }));

test("what rings stands on top, what waits in its lane", async () => {
  shown(<WorklistScreen />);

  expect(await screen.findByText("Co giật?")).toBeDefined();
  expect(lane(/^Đang gọi tôi/).getByText("Cấp cứu")).toBeDefined();
  expect(lane(/^Chờ: 1/).getByText(WAITING.question)).toBeDefined();
});

test("1 takes the ring on top; with a case in focus it takes that one", async () => {
  const { history } = shown(<WorklistScreen />);
  await screen.findByText("Co giật?");
  await screen.findByText(WAITING.question);

  await userEvent.keyboard("{ArrowDown}{ArrowDown}1");

  await waitFor(() => expect(history.at(-1)).toBe(`/consults/${WAITING.id}/call`));
});

test("a case that a colleague takes moves to their lane while one looks", async () => {
  shown(<WorklistScreen />);
  await screen.findByText(WAITING.question);

  const taken = { ...WAITING, version: 2, state: "accepted", specialist: HA };
  act(() => {
    for (const listener of told.listeners) listener({ type: "consult", s: 1, consult: taken } as NewsFrame);
  });

  expect(await lane(/^Đang hội chẩn/).findByText(/BS. Nguyễn Hà Demo/)).toBeDefined();
  expect(lane(/^Chờ: 0/).queryByText(WAITING.question)).toBeNull();
});

test("too late for a case: the colleague is named", async () => {
  answers[`POST /api/consults/${WAITING.id}/accept`] = () =>
    Response.json({ code: "consult.already_accepted", title: "", status: 409 }, { status: 409 });
  answers[`GET /api/consults/${WAITING.id}`] = () =>
    detailOf({ ...WAITING, version: 2, state: "accepted", specialist: HA });
  shown(<WorklistScreen />);
  await screen.findByText(WAITING.question);

  await userEvent.click(lane(/^Chờ/).getByRole("button", { name: "Nhận ca" }));

  expect(await screen.findByText("BS. Nguyễn Hà Demo đã nhận ca này trước")).toBeDefined();
});

test("the worklist is accessible", async () => {
  const { container } = shown(<WorklistScreen />);
  await screen.findByText("Co giật?");
  await screen.findByText(WAITING.question);

  await accessible(container);
});
