import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, HOSPITAL, SENT, SON, STATION, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import AccessReviewScreen from "./screen";

import type { Schema } from "@/wire/schema";

const ID = "01a20100-0000-7000-8000-0000000000aa";
const OPENING: Schema<"ReviewedAccess"> = {
  access_id: ID,
  code: "KH-0119",
  labelled: true,
  person: SON,
  station: STATION,
  hospital: HOSPITAL,
  ground: "emergency",
  reason: "Trẻ co giật, Nhi không bắt máy",
  on_duty: true,
  opened_at: SENT,
  until_at: "2026-11-22T07:00:00Z",
  reads: 3,
  used_ms: 240_000,
  review_on: "2026-11-23",
  overdue: false,
  review: null,
};
const ASKED: Schema<"ReviewView"> = {
  verdict: "explain",
  question: "Vì sao?",
  reviewed_by: SON,
  reviewed_at: SENT,
  explain_by: "2026-11-24",
  explanation: null,
  explained_at: null,
};
let answers: Answers;
let sent: unknown[];
let open: Schema<"ReviewedAccess">[];

beforeEach(() => {
  forgetSession();
  sent = [];
  open = [OPENING];
  answers = {
    "GET /api/access-reviews": (request) => ({
      accesses: new URL(request.url).searchParams.get("state") === "open" ? open : [],
    }),
    [`POST /api/access-reviews/${ID}`]: (_, body) => {
      sent.push(body);
      open = [];
      return OPENING;
    },
  };
  vi.stubGlobal("fetch", fetchOf(answers));
});
afterEach(() => vi.unstubAllGlobals());

test("the reader's words stand beside what the program knows, and no content", async () => {
  const { container } = shown(<AccessReviewScreen />, "/access-reviews");

  expect(await screen.findByRole("heading", { name: "BS. Trần Sơn Demo mở ca KH-0119" })).toBeDefined();
  expect(screen.getByText("“Trẻ co giật, Nhi không bắt máy”")).toBeDefined();
  expect(screen.getByText("Có ca trực trong lịch lúc mở")).toBeDefined();
  expect(screen.getByText("3 lượt xem qua lần mở này")).toBeDefined();
  expect(screen.getByText(/gắn nhãn bảo vệ riêng/)).toBeDefined();
  await accessible(container);
});

test("a justified one leaves the list", async () => {
  shown(<AccessReviewScreen />, "/access-reviews");

  await userEvent.click(await screen.findByRole("button", { name: "Hợp lệ" }));

  expect(await screen.findByText("Đã rà soát hết")).toBeDefined();
  expect(sent).toEqual([{ verdict: "justified", question: "" }]);
});

test("an explanation is asked for with a question", async () => {
  shown(<AccessReviewScreen />, "/access-reviews");

  await userEvent.click(await screen.findByRole("button", { name: "Yêu cầu giải trình" }));
  const box = within(screen.getByRole("dialog"));
  expect(box.getByRole<HTMLButtonElement>("button", { name: "Gửi câu hỏi" }).disabled).toBe(true);
  await userEvent.type(box.getByLabelText(/Câu hỏi/), "Vì sao mở ca này?");
  await userEvent.click(box.getByRole("button", { name: "Gửi câu hỏi" }));

  await waitFor(() => expect(sent).toEqual([{ verdict: "explain", question: "Vì sao mở ca này?" }]));
});

test("while an answer is awaited no second question is asked", async () => {
  open = [{ ...OPENING, review: ASKED }];
  shown(<AccessReviewScreen />, "/access-reviews");

  expect(await screen.findByText("Đã hỏi: Vì sao?")).toBeDefined();
  expect(screen.getByText("Chờ trả lời đến hết 24/11/2026")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Yêu cầu giải trình" })).toBeNull();
});
