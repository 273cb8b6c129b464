import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import { byYear, lacksNextYear, weekdayOf } from "./holidays-state";
import HolidaysScreen from "./screen";

import type { Schema } from "@/wire/schema";

const DAY = { day: "2026-09-02", name: "Quốc khánh", kind: "holiday" as const };
const TET = { day: "2027-02-06", name: "Tết Nguyên đán", kind: "holiday" as const };
let list: Schema<"HolidayList">;
let sent: unknown[];

beforeEach(() => {
  forgetSession();
  list = { today: "2026-11-22", days: [DAY], may_set: true };
  sent = [];
  vi.stubGlobal(
    "fetch",
    fetchOf({
      "GET /api/holidays": () => list,
      "POST /api/holidays": (_, body) => (sent.push(body), { ...list, days: [DAY, TET] }),
      "POST /api/holidays/remove": (_, body) => (sent.push(body), { ...list, days: [DAY] }),
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

test("a day is named, and taken back; what is past stays", async () => {
  const { container } = shown(<HolidaysScreen />);
  expect(await screen.findByText(/Năm 2027 chưa có ngày nghỉ nào/)).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Bỏ/ })).toBeNull();

  await userEvent.type(screen.getByLabelText("Ngày"), "06/02/2027");
  await userEvent.type(screen.getByLabelText("Tên ngày"), "Tết Nguyên đán");
  await accessible(container);
  await userEvent.click(screen.getByRole("button", { name: "Lưu ngày này" }));
  await userEvent.click(await screen.findByRole("button", { name: "Bỏ Tết Nguyên đán, 06/02/2027" }));

  expect(sent).toEqual([TET, { day: TET.day }]);
  expect(screen.queryByText("Tết Nguyên đán")).toBeNull();
});

test("who does not administer the province looks and changes nothing", async () => {
  list = { ...list, may_set: false };
  shown(<HolidaysScreen />);

  expect(await screen.findByText(/do quản trị tỉnh đặt/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Lưu ngày này" })).toBeNull();
});

test("this year stands before the next and the last, and a year without days is told", () => {
  const old = { ...DAY, day: "2025-09-02" };
  expect(byYear([old, DAY, TET], "2026-11-22").map(({ year }) => year)).toEqual(["2026", "2027", "2025"]);
  expect([lacksNextYear([DAY], "2026-11-22"), lacksNextYear([DAY, TET], "2026-11-22")]).toEqual([true, false]);
  expect([weekdayOf("2027-02-06"), weekdayOf("2027-02-07")]).toEqual([6, 7]);
});
