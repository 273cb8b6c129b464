import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { consultOf, detailOf, fetchOf, HOSPITAL, STATION, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import FollowUpsScreen from "./screen";

import type { FollowUp } from "./follow-ups-state";

import type { NewsFrame } from "@/lib/socket-client";

const told = vi.hoisted(() => ({ listeners: new Set<(frame: NewsFrame) => void>() }));
vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "mai", grants: [], grant: { facility: { kind: "station" } } }),
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

const CASE = consultOf({ state: "concluded" });
const PERSON = { id: "01a20100-0000-7000-8000-0000000000aa", name: "BS. Sơn Demo", title: "BS.", role: null };
const one = (part: Partial<FollowUp> = {}): FollowUp =>
  ({
    id: "01a20100-0000-7000-8000-0000000000f1",
    consult_id: CASE.id,
    consult_code: CASE.code,
    referral_id: null,
    patient_id: null,
    station: STATION,
    hospital: HOSPITAL,
    on: "2030-01-07",
    reason: "Nghe phổi lại",
    number: "1/PHKL",
    proposed: "same_doctor",
    person: PERSON,
    specialty: "internal",
    state: "planned",
    note: "",
    version: 1,
    created_by: PERSON,
    created_at: "2026-11-22T03:00:00Z",
    reminded_at: null,
    marked_by: null,
    marked_at: null,
    may_change: true,
    ...part,
  }) as FollowUp;

let rows: FollowUp[];
let sent: unknown[];
let answers: Answers;

beforeEach(() => {
  forgetSession();
  rows = [one()];
  sent = [];
  answers = {
    "GET /api/follow-ups": () => ({ follow_ups: rows }),
    "GET /api/debts": () => ({ debts: [] }),
    "GET /api/consults": () => ({ consults: [CASE] }),
    [`GET /api/consults/${CASE.id}`]: () => detailOf(CASE),
    [`GET /api/consults/${CASE.id}/follow-up-proposal`]: () => ({
      on: "2030-02-10",
      hospital: HOSPITAL,
      proposed: "same_doctor",
      person: PERSON,
      specialty: "internal",
    }),
  };
  const answered = fetchOf(answers);
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (request.method === "GET") return answered(request);
    const body: unknown = await request.clone().json();
    sent.push([request.method, pathname.replace(/[0-9a-f-]{36}$/, "…"), body]);
    return Response.json(one({ id: "01a20100-0000-7000-8000-0000000000f2" }));
  });
});
afterEach(() => vi.unstubAllGlobals());

test("an appointment is made by hand: the case, the day, and who would be there", async () => {
  rows = [];
  const user = userEvent.setup();
  const { container } = shown(<FollowUpsScreen />);
  await user.click(screen.getByRole("button", { name: "Hẹn khám lại" }));
  await user.click(await screen.findByRole("button", { name: "Chọn" }));

  await user.type(await screen.findByRole("textbox", { name: "Ngày khám lại" }), "10/02/2030");
  expect(await screen.findByText(/Gặp lại BS\. Sơn Demo, trực hôm đó/)).toBeDefined();
  await accessible(container);
  await user.click(screen.getByRole("button", { name: "Hẹn" }));

  await waitFor(() =>
    expect(sent).toEqual([["PUT", "/api/follow-ups/…", { consult_id: CASE.id, on: "2030-02-10", reason: "" }]]),
  );
});

test("a day that is over cannot be chosen", async () => {
  const user = userEvent.setup();
  shown(<FollowUpsScreen />);
  await user.click(await screen.findByRole("button", { name: "Đổi ngày" }));
  await user.type(screen.getByRole("textbox", { name: "Ngày khám lại" }), "01/11/2020");

  expect(screen.getByText("Ngày này đã qua.")).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Đổi ngày hẹn" }).disabled).toBe(true);
});

test("calling an appointment off asks once more", async () => {
  const user = userEvent.setup();
  shown(<FollowUpsScreen />);
  await user.click(await screen.findByRole("button", { name: "Hủy hẹn" }));
  expect(sent).toEqual([]);
  await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Hủy hẹn" }));

  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual(["POST", `/api/follow-ups/${one().id}/marks/…`, { state: "cancelled", note: "" }]);
});

test("what the other end appoints appears without a touch", async () => {
  rows = [];
  shown(<FollowUpsScreen />);
  expect(await screen.findByText("Chưa có lịch hẹn nào")).toBeDefined();

  rows = [one()];
  act(() => told.listeners.forEach((hear) => hear({ type: "record", kind: "follow_up" } as NewsFrame)));

  expect(await screen.findByText(/Ngày 07\/01\/2030/)).toBeDefined();
});
