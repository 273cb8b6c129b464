import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { fetchOf, STATION, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import { passportOf } from "@/test/links";
import LinkScreen from "./screen";

vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "m", place: "station", grant: { facility: { id: STATION.id } } }),
}));

const PATH = `/api/links/${STATION.id}`;
let answers: Answers;
let asked: string[];

beforeEach(() => {
  asked = [];
  answers = { [`GET ${PATH}`]: () => passportOf() };
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

test("the finding comes first, the charts say it in words too", async () => {
  const { container } = shown(<LinkScreen />);

  expect(await screen.findByRole("heading", { name: "17–20 giờ thường chỉ đủ tiếng." })).toBeDefined();
  expect(screen.getByRole("img", { name: /Mức dùng được theo thứ và giờ. 17–20 giờ/ })).toBeDefined();
  expect(screen.getByText(/Đã dùng 412\sMB trong 500\sMB/)).toBeDefined();
  await accessible(container);
});

test("who may not set the limit is told who does", async () => {
  answers[`GET ${PATH}`] = () => passportOf({ may_set: false });
  shown(<LinkScreen />);

  expect(await screen.findByText("Trạm trưởng hoặc quản lý bệnh viện đặt mức này.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Lưu mức dung lượng" })).toBeNull();
});

test("a limit that is no number is not sent", async () => {
  shown(<LinkScreen />);
  const cap = await screen.findByLabelText(/Dung lượng cho cuộc gọi/);

  await userEvent.clear(cap);
  await userEvent.type(cap, "nhiều");
  await userEvent.click(screen.getByRole("button", { name: "Lưu mức dung lượng" }));

  expect(screen.getByText("Nhập số MB từ 1 trở lên, hoặc để trống")).toBeDefined();
  expect(asked.some((one) => one.startsWith("POST"))).toBe(false);
});

test("a place nothing is known of says what to do", async () => {
  answers[`GET ${PATH}`] = () => passportOf({ cells: [], weak_hours: [], first_rung: null });
  shown(<LinkScreen />);

  expect(await screen.findByText("Chưa có cuộc gọi hay lần thử nào trong 4 tuần qua")).toBeDefined();
  expect(screen.getByRole("link", { name: "Thử đường truyền" }).getAttribute("href")).toBe("/line");
});
