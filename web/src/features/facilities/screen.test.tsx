import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, type Answers } from "@/test/consults";
import { facilityOf, STATION_VIEW } from "@/test/people";
import { accessible, shown } from "@/test/shown";

import { changesOf, faultsOf, formOf, matching } from "./facilities-state";
import FacilitiesScreen from "./screen";

const ONE = facilityOf();
let province = false;
let sent: unknown[];

beforeEach(() => {
  forgetSession();
  province = false;
  sent = [];
  const answers: Answers = {
    "GET /api/administered-facilities": () => ({ facilities: [ONE, STATION_VIEW], province }),
  };
  vi.stubGlobal("fetch", (request: Request) => {
    const { pathname } = new URL(request.url);
    const kept = (_: Request, body: unknown) => (sent.push(body), ONE);
    return fetchOf({ ...answers, [`POST ${pathname}`]: kept, [`PUT ${pathname}`]: kept })(request);
  });
});
afterEach(() => vi.unstubAllGlobals());

test("only what was changed is sent, with the version it was seen at", async () => {
  const { container } = shown(<FacilitiesScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Sửa BVĐK Tam Đường" }));
  const dialog = within(screen.getByRole("dialog"));

  await userEvent.clear(dialog.getByLabelText("Điện thoại cấp cứu"));
  await userEvent.type(dialog.getByLabelText("Điện thoại lãnh đạo trực"), "0213 111 222");
  await accessible(container);
  await userEvent.click(dialog.getByRole("button", { name: "Lưu" }));

  expect(sent).toEqual([{ seen_version: 1, fields: { emergency_phone: null, leader_phone: "0213 111 222" } }]);
});

test("names are asked of the province alone", async () => {
  shown(<FacilitiesScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Sửa BVĐK Tam Đường" }));

  expect(screen.queryByLabelText("Tên đầy đủ")).toBeNull();
  expect(screen.queryByRole("button", { name: "Thêm cơ sở" })).toBeNull();
});

test("the province adds a station with the letters of its codes", async () => {
  province = true;
  shown(<FacilitiesScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Thêm cơ sở" }));
  const dialog = within(screen.getByRole("dialog"));

  await userEvent.type(dialog.getByLabelText("Tên đầy đủ"), "Trạm Y tế xã Mới");
  await userEvent.type(dialog.getByLabelText("Tên ngắn"), "Trạm Mới");
  await userEvent.click(dialog.getByRole("button", { name: "Thêm cơ sở" }));
  expect(dialog.getByText("Hai hoặc ba chữ in hoa không dấu.")).toBeDefined();
  await userEvent.type(dialog.getByLabelText("Chữ đầu mã ca"), "moi");
  await userEvent.click(dialog.getByRole("button", { name: "Thêm cơ sở" }));

  expect(sent).toEqual([expect.objectContaining({ kind: "station", prefix: "MOI", name: "Trạm Y tế xã Mới" })]);
});

test("others than doctors need the head's document", () => {
  const form = { ...formOf(ONE), signing_professions: ["doctor", "assistant"] as const };

  expect(faultsOf(form, false)).toHaveProperty("signing_document");
  expect(faultsOf({ ...form, signing_document: "12/QĐ" }, false)).toEqual({});
});

test("a facility is found without marks, by name and by letters", () => {
  expect(matching([ONE, STATION_VIEW], "binh lu", "")).toEqual([STATION_VIEW]);
  expect(matching([ONE, STATION_VIEW], "btd", "")).toEqual([ONE]);
  expect(matching([ONE, STATION_VIEW], "", "station")).toEqual([STATION_VIEW]);
});

test("nothing changed is nothing to send", () => {
  expect(changesOf(formOf(ONE), formOf(ONE))).toEqual({});
});
