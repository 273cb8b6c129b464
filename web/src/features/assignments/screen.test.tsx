import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, HOSPITAL, STATION } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import { parted, standing } from "./assignments-state";
import AssignmentsScreen from "./screen";

import type { Schema } from "@/wire/schema";

type List = Schema<"AssignmentList">;
const TODAY = "2026-11-22";
const OTHER = {
  ...HOSPITAL,
  id: "0190a000-0000-7000-8000-000000000009",
  name: "BV khác",
  short_name: "BVĐK Than Uyên",
};
const RUNNING = {
  id: "0190a000-0000-7000-8000-0000000000b1",
  hospital: HOSPITAL,
  valid_from: "2026-01-01",
  valid_to: null,
  withdrawn: false,
  source: "12/QĐ-SYT",
  rank: 1,
};
const BARE = {
  station: { ...STATION, id: "0190a000-0000-7000-8000-000000000008", short_name: "Trạm Mới" },
  assignments: [],
};

function listOf(part: Partial<List> = {}): List {
  return {
    today: TODAY,
    stations: [{ station: STATION, assignments: [RUNNING] }, BARE],
    hospitals: [HOSPITAL, OTHER],
    may_assign: true,
    ...part,
  };
}
const PLANNED = listOf({
  stations: [
    {
      station: STATION,
      assignments: [
        { ...RUNNING, valid_to: "2027-01-01" },
        { ...RUNNING, id: "0190a000-0000-7000-8000-0000000000b2", hospital: OTHER, valid_from: "2027-01-01" },
      ],
    },
  ],
});
let list: List;
let sent: unknown[];

beforeEach(() => {
  forgetSession();
  list = listOf();
  sent = [];
  vi.stubGlobal("fetch", (request: Request) => {
    const { pathname } = new URL(request.url);
    return fetchOf({
      "GET /api/assignments": () => list,
      [`PUT ${pathname}`]: (_, body) => (sent.push(body), PLANNED),
      [`POST ${pathname}`]: () => listOf(),
    })(request);
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a station gets another hospital from a day on, and the dialog says what that means", async () => {
  const { container } = shown(<AssignmentsScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Đổi bệnh viện của Trạm Bình Lư" }));
  const dialog = within(screen.getByRole("dialog"));

  await userEvent.selectOptions(dialog.getByLabelText("Bệnh viện mới"), "BVĐK Than Uyên");
  await userEvent.clear(dialog.getByLabelText("Từ ngày"));
  await userEvent.type(dialog.getByLabelText("Từ ngày"), "01/01/2027");
  await userEvent.type(dialog.getByLabelText("Số quyết định"), "18/QĐ-SYT");
  expect(dialog.getByText(/Ca đang mở vẫn ở BVĐK Tam Đường đến khi đóng/)).toBeDefined();
  await accessible(container);
  await userEvent.click(dialog.getByRole("button", { name: "Lưu, hiệu lực 01/01/2027" }));

  expect(sent).toEqual([
    { station_id: STATION.id, hospital_id: OTHER.id, valid_from: "2027-01-01", source: "18/QĐ-SYT", rank: 1 },
  ]);
  expect(await screen.findByText("từ 01/01/2027: BVĐK Than Uyên")).toBeDefined();
});

test("a planned change is taken back before another is made", async () => {
  list = PLANNED;
  shown(<AssignmentsScreen />);

  await userEvent.click(await screen.findByRole("button", { name: "Rút lần đổi của Trạm Bình Lư" }));
  await userEvent.click(within(screen.getByRole("alertdialog")).getByRole("button", { name: "Rút lần đổi" }));

  expect(await screen.findByRole("button", { name: "Đổi bệnh viện của Trạm Bình Lư" })).toBeDefined();
});

test("a hospital's administrator looks and changes nothing", async () => {
  list = listOf({ may_assign: false });
  shown(<AssignmentsScreen />);

  expect(await screen.findByText(/việc của quản trị tỉnh/)).toBeDefined();
  expect(screen.queryByRole("button", { name: /Đổi bệnh viện|Phân công bệnh viện/ })).toBeNull();
});

test("stations without a hospital stand apart, and what was withdrawn counts for nothing", () => {
  const withdrawn = { ...RUNNING, valid_from: "2027-01-01", valid_to: "2027-01-01", withdrawn: true };
  const stations = [{ station: STATION, assignments: [RUNNING, withdrawn] }, BARE];

  expect(parted(stations, TODAY).without).toEqual([BARE]);
  expect(standing({ station: STATION, assignments: [withdrawn] }, TODAY)).toEqual({
    now: null,
    planned: null,
    past: [],
  });
});
