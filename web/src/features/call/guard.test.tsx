import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { consultOf, MAI, SENT, SON } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import Guard from "./guard";

import type { Summary } from "@/lib/consult-api";

vi.mock("@/context/consults", () => ({ useConsultNews: () => ({ keep: () => undefined }) }));

type Call = NonNullable<Summary["call"]>;
const CALL: Call = {
  id: "01a20100-0000-7000-8000-0000000000ca",
  number: 1,
  state: "live",
  opened_at: SENT,
  live_at: SENT,
  ended_at: null,
  participants: [],
  identity: [],
};
const line = (side: "station" | "hospital", matches: boolean): Call["identity"][number] => ({
  side,
  person: side === "station" ? MAI : SON,
  at: SENT,
  identifiers: ["full_name", "birth"],
  matches,
});
const inCall = (...identity: Call["identity"]): Summary => consultOf({ call: { ...CALL, identity } });

const sent: unknown[] = [];
beforeEach(() => {
  forgetSession();
  sent.length = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push([request.method, new URL(request.url).pathname.split("/").slice(0, 5).join("/"), await request.json()]);
    return Response.json(inCall(line("station", true)));
  });
});
afterEach(() => vi.unstubAllGlobals());

test("one identifier is not enough, two are sent by name and never by value", async () => {
  const { container } = shown(<Guard summary={inCall()} atStation />);
  await userEvent.click(screen.getByRole("button", { name: "Hai bên xác nhận đúng người bệnh" }));
  const dialog = within(screen.getByRole("dialog", { hidden: true }));
  const right = dialog.getByRole<HTMLButtonElement>("button", { name: "Đúng người bệnh", hidden: true });
  await userEvent.click(dialog.getByRole("button", { name: "họ tên", hidden: true }));
  expect(right.disabled).toBe(true);
  await userEvent.click(dialog.getByRole("button", { name: "số định danh", hidden: true }));

  await userEvent.click(right);

  await waitFor(() =>
    expect(sent).toEqual([
      ["PUT", `/api/calls/${CALL.id}/identity-checks`, { identifiers: ["full_name", "national_id"], matches: true }],
    ]),
  );
  await accessible(container);
});

test("it takes both ends to know the patient, and one who finds another is told to both", () => {
  const { rerender } = shown(<Guard summary={inCall(line("station", true))} atStation={false} />);
  expect(screen.getByRole("button", { name: "Hai bên xác nhận đúng người bệnh" })).toBeTruthy();

  rerender(<Guard summary={inCall(line("station", true), line("hospital", true))} atStation={false} />);
  expect(screen.getByRole("button", { name: "Đúng người bệnh" })).toBeTruthy();

  rerender(<Guard summary={inCall(line("station", true), line("hospital", false))} atStation={false} />);
  expect(screen.getByRole("button", { name: "Không khớp" })).toBeTruthy();
});

test("allergies and old vital signs stand in the head of the room", () => {
  const summary = inCall();
  shown(
    <Guard
      summary={{ ...summary, vitals_asked: true, allergy: { state: "none", text: "", said_at: null } }}
      atStation
    />,
  );

  expect(screen.getByText("Không dị ứng (đã hỏi)")).toBeTruthy();
  expect(screen.getByText(/Sinh hiệu đã quá 15 phút: đo lại/).textContent).toContain("Chưa có lần đo nào.");
});
