import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, MAI, SENT, STATION, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import DataRequestsScreen from "./screen";

import type { Schema } from "@/wire/schema";

const me = vi.hoisted(() => ({ place: "station" }));
vi.mock("@/context/session", () => ({ useMe: () => ({ id: "m", place: me.place, grants: [], grant: null }) }));

const ID = "01a20100-0000-7000-8000-0000000000bb";
const PATIENT = "01a20100-0000-7000-8000-0000000000cc";
const FILED: Schema<"DataRequestView"> = {
  id: ID,
  patient_id: PATIENT,
  patient_code: "VD-BL-20261122-1",
  station: STATION,
  kind: "export",
  asked_by: "Giàng A Demo, chồng",
  words: "Xin bản sao hồ sơ",
  received_at: SENT,
  received_by: MAI,
  due_on: "2026-11-24",
  overdue: false,
  state: "received",
  answer: "",
  approved_by: null,
  approved_at: null,
  answered_by: null,
  answered_at: null,
  kept_until: null,
  may_answer: true,
  may_approve: false,
};
let answers: Answers;
let asked: string[];
let sent: unknown[];
let open: Schema<"DataRequestView">[];

beforeEach(() => {
  forgetSession();
  me.place = "station";
  [asked, sent, open] = [[], [], [FILED]];
  answers = { "GET /api/data-requests": () => ({ requests: open }) };
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

test("a request says what is asked and until when", async () => {
  const { container } = shown(<DataRequestsScreen />, "/data-requests");

  expect(await screen.findByText("Xin bản sao hồ sơ")).toBeDefined();
  expect(screen.getByText("Hạn 24/11/2026")).toBeDefined();
  expect(screen.getByRole("button", { name: "Tải gói dữ liệu" })).toBeDefined();
  await accessible(container);
});

test("a refusal needs a reason that is told", async () => {
  answers[`POST /api/data-requests/${ID}/refuse`] = (_, body) => {
    sent.push(body);
    open = [];
    return FILED;
  };
  shown(<DataRequestsScreen />, "/data-requests");

  await userEvent.click(await screen.findByRole("button", { name: "Từ chối" }));
  const box = within(screen.getByRole("alertdialog"));
  expect(box.getByRole<HTMLButtonElement>("button", { name: "Từ chối yêu cầu" }).disabled).toBe(true);
  await userEvent.type(box.getByLabelText(/Lý do/), "Không phải người đại diện");
  await userEvent.click(box.getByRole("button", { name: "Từ chối yêu cầu" }));

  expect(await screen.findByText("Không có yêu cầu nào chờ")).toBeDefined();
  expect(sent).toEqual([{ reason: "Không phải người đại diện" }]);
});

test("what the law has kept is not offered for erasing, and the day is said", async () => {
  open = [{ ...FILED, kind: "erasure", state: "approved", kept_until: "2036-12-31" }];
  shown(<DataRequestsScreen />, "/data-requests");

  expect(await screen.findByText(/Luật buộc giữ hồ sơ đến hết 31\/12\/2036/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Xóa vĩnh viễn" })).toBeNull();
});

test("the privacy officer approves an erasure and takes down none", async () => {
  me.place = "privacy";
  open = [{ ...FILED, kind: "erasure", may_answer: false, may_approve: true }];
  answers[`POST /api/data-requests/${ID}/approve`] = () => FILED;
  shown(<DataRequestsScreen />, "/data-requests");

  await userEvent.click(await screen.findByRole("button", { name: "Duyệt xóa" }));

  await waitFor(() => expect(asked).toContain(`POST /api/data-requests/${ID}/approve`));
  expect(screen.queryByRole("button", { name: "Ghi yêu cầu mới" })).toBeNull();
});

test("a new one names a patient, a kind, who asks and the words", async () => {
  answers["POST /api/patients/search"] = () => ({
    patients: [{ id: PATIENT, full_name: "Giàng Thị Sua Demo", code: "VD-BL-20261122-1", birth_date: null }],
  });
  vi.stubGlobal("fetch", (request: Request) => {
    if (request.method === "PUT") {
      return request
        .clone()
        .json()
        .then((body: unknown) => {
          sent.push(body);
          return Response.json(FILED);
        });
    }
    return fetchOf(answers, asked)(request);
  });
  const { container } = shown(<DataRequestsScreen />, "/data-requests");
  await userEvent.click(await screen.findByRole("button", { name: "Ghi yêu cầu mới" }));
  await userEvent.click(screen.getByRole("button", { name: "Ghi yêu cầu" }));
  expect(screen.getByText("Chọn người bệnh.")).toBeDefined();
  await accessible(container);

  await userEvent.type(screen.getByLabelText(/Tìm người bệnh/), "giang");
  await userEvent.click(screen.getByRole("button", { name: "Tìm" }));
  await userEvent.click(await screen.findByRole("radio", { name: /Giàng Thị Sua Demo/ }));
  await userEvent.click(screen.getByRole("radio", { name: /Bản sao dữ liệu/ }));
  await userEvent.type(screen.getByLabelText(/Ai yêu cầu/), "Bà Sua");
  await userEvent.type(screen.getByLabelText(/Yêu cầu cụ thể/), "Xin bản sao");
  await userEvent.click(screen.getByRole("button", { name: "Ghi yêu cầu" }));

  await waitFor(() =>
    expect(sent).toEqual([{ patient_id: PATIENT, kind: "export", asked_by: "Bà Sua", words: "Xin bản sao" }]),
  );
});
