import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { groundsOf } from "@/context/accesses";
import { forgetSession } from "@/lib/http-client";
import { consultOf, detailOf, fetchOf, HOSPITAL, SENT, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import OpenedCasesBanner from "./banner";
import OpenedCaseScreen from "./case-screen";
import OpenCaseScreen from "./open-screen";

import type { ConsultId } from "@/wire/ids";

const me = vi.hoisted(() => ({ role: "specialist", kind: "hospital" }));
vi.mock("@/context/session", () => ({
  useMe: () => ({
    id: "me",
    name: "BS. Demo",
    place: "specialist",
    grants: [{ role: me.role, facility: { kind: me.kind } }],
    grant: null,
  }),
}));
vi.mock("@/context/socket", () => ({
  useFrames: () => undefined,
  useLinkBack: () => undefined,
  useLink: () => ({ kind: "connecting" }),
}));

const CASE = consultOf({ patient_id: "01a20100-0000-7000-8000-00000000000a" });
const ID = CASE.id as ConsultId;
const RUNNING = {
  id: "01a20100-0000-7000-8000-0000000000aa",
  consult_id: ID,
  code: "BL-0001",
  ground: "emergency",
  reason: "Bệnh nhân ngừng tim, không ai bắt máy",
  needed: true,
  opened_at: SENT,
  until_at: new Date(Date.now() + 3 * 3_600_000).toISOString(),
  review_on: "2026-11-23",
};
const ASKED = {
  access_id: RUNNING.id,
  code: "BL-0001",
  ground: "emergency",
  reason: RUNNING.reason,
  opened_at: SENT,
  question: "Vì sao mở ngoài ca trực?",
  explain_by: "2026-11-24",
};
let answers: Answers;
let asked: string[];
let sent: unknown[];

beforeEach(() => {
  forgetSession();
  me.role = "specialist";
  me.kind = "hospital";
  asked = [];
  sent = [];
  answers = {
    "GET /api/accesses": () => ({ running: [], asked: [] }),
    [`GET /api/consults/${ID}`]: () => detailOf(CASE),
  };
  vi.stubGlobal(
    "fetch",
    fetchOf(
      new Proxy(answers, {
        get: (known, what: string) =>
          what.startsWith("PUT /api/accesses/")
            ? (_: Request, body: unknown) => {
                sent.push(body);
                return known["PUT"]?.(_, body);
              }
            : known[what],
      }),
      asked,
    ),
  );
});
afterEach(() => vi.unstubAllGlobals());

async function fill(reason = "Bệnh nhân ngừng tim, không ai bắt máy") {
  await userEvent.type(screen.getByLabelText(/Mã ca/), "bl-0001");
  await userEvent.type(screen.getByLabelText(/^Lý do/), reason);
  await userEvent.click(screen.getByRole("button", { name: "Mở ca này" }));
}

test("a doctor opens a case in an emergency and stands before it", async () => {
  answers["PUT"] = () => RUNNING;
  const { history } = shown(<OpenCaseScreen />, "/open-case");

  await fill();

  await waitFor(() => expect(history.at(-1)).toBe(`/opened/${ID}`));
  expect(sent).toEqual([
    { consult_code: "bl-0001", ground: "emergency", reason: "Bệnh nhân ngừng tim, không ai bắt máy" },
  ]);
});

test("nothing is sent before the reason says something", async () => {
  shown(<OpenCaseScreen />, "/open-case");

  await fill("gấp");

  expect(screen.getByText("Ghi lý do dài ít nhất 10 chữ cái.")).toBeDefined();
  expect(sent).toEqual([]);
});

test("a code that no case has is said at the field", async () => {
  answers["PUT"] = () => Response.json({ code: "access.no_such_case", title: "", status: 404 }, { status: 404 });
  shown(<OpenCaseScreen />, "/open-case");

  await fill();

  expect(await screen.findByText(/Không có ca nào đã gửi mang mã này/)).toBeDefined();
});

test("a case that is open anyway is not opened, and it is said so", async () => {
  answers["PUT"] = () => ({ ...RUNNING, needed: false, opened_at: null, until_at: null, review_on: null });
  const { history } = shown(<OpenCaseScreen />, "/open-case");

  await fill();

  expect(await screen.findByText(/Ca BL-0001 vẫn đang mở với tài khoản này/)).toBeDefined();
  expect(history.at(-1)).toBe("/open-case");
});

test("the province says for what, and none is chosen for it", async () => {
  me.role = "province_viewer";
  me.kind = "province";
  const { container } = shown(<OpenCaseScreen />, "/open-case");

  const choices = screen.getAllByRole<HTMLInputElement>("radio");
  expect(choices.map(({ checked }) => checked)).toEqual([false, false]);
  await fill();
  expect(screen.getByText("Chọn một mục đích.")).toBeDefined();
  expect(sent).toEqual([]);
  await accessible(container);
});

test("each role has its grounds", () => {
  const grant = (role: string, kind: string) =>
    [{ role, facility: { ...HOSPITAL, kind } }] as Parameters<typeof groundsOf>[0];

  expect(groundsOf(grant("station_doctor", "station"))).toEqual(["emergency"]);
  expect(groundsOf(grant("station_nurse", "station"))).toEqual([]);
  expect(groundsOf(grant("hospital_manager", "hospital"))).toEqual(["management"]);
  expect(groundsOf(grant("province_viewer", "province"))).toEqual(["inspection", "complaint"]);
});

test("the banner stands while a case is open, and ends it", async () => {
  answers["GET /api/accesses"] = () => ({ running: [RUNNING], asked: [] });
  answers[`POST /api/accesses/${RUNNING.id}/end`] = () => ({ running: [], asked: [] });
  const { container } = shown(<OpenedCasesBanner />, "/worklist");

  expect(await screen.findByText("Đang mở ca BL-0001 theo lý do")).toBeDefined();
  await accessible(container);
  await userEvent.click(screen.getByRole("button", { name: "Kết thúc xem ca BL-0001" }));

  await waitFor(() => expect(screen.queryByText(/Đang mở ca/)).toBeNull());
});

test("a question of the privacy officer stands there until it is answered", async () => {
  answers["GET /api/accesses"] = () => ({ running: [], asked: [ASKED] });
  answers[`POST /api/access-reviews/${RUNNING.id}/explanation`] = (_, body) => {
    sent.push(body);
    return { running: [], asked: [] };
  };
  shown(<OpenedCasesBanner />, "/worklist");

  await userEvent.click(await screen.findByRole("button", { name: "Trả lời" }));
  const box = screen.getByRole("dialog");
  expect(within(box).getByText("Vì sao mở ngoài ca trực?")).toBeDefined();
  await userEvent.type(within(box).getByLabelText("Câu trả lời"), "Trạm gọi thẳng cho tôi");
  await userEvent.click(within(box).getByRole("button", { name: "Gửi câu trả lời" }));

  await waitFor(() => expect(sent).toEqual([{ text: "Trạm gọi thẳng cho tôi" }]));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Trả lời" })).toBeNull());
});

test("an opened case shows who it is and what the station asked", async () => {
  answers["GET /api/accesses"] = () => ({ running: [RUNNING], asked: [] });
  const { container } = shown(<OpenedCaseScreen id={ID} />, `/opened/${ID}`);

  expect(await screen.findByRole("heading", { name: "Ca BL-0001, mở theo lý do" })).toBeDefined();
  expect(screen.getByText("Đau ngực 40 phút")).toBeDefined();
  await accessible(container);
});

test("what ran out is shut on the screen too", async () => {
  answers["GET /api/accesses"] = () => ({ running: [], asked: [] });
  shown(<OpenedCaseScreen id={ID} />, `/opened/${ID}`);

  expect(await screen.findByText("Ca này không mở với tài khoản này nữa.")).toBeDefined();
  expect(screen.queryByText("Đau ngực 40 phút")).toBeNull();
});
