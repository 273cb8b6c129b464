import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, MAI, SENT, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import PatientScreen from "./patient";
import { changed, EMPTY, formOf, successors, withCard, withTime, type PatientView } from "@/lib/patient-fields";
import PatientsScreen from "./screen";

import type { Schema } from "@/wire/schema";
import type { PatientId } from "@/wire/ids";

const me = vi.hoisted(() => ({ role: "station_doctor" }));
vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "m", place: "station", grants: [{ role: me.role }], grant: { facility: { id: "s" } } }),
}));

const ID = "01a20100-0000-7000-8000-0000000000cc" as PatientId;
const TWIN = "01a20100-0000-7000-8000-0000000000dd";
const SUA: PatientView = {
  ...EMPTY,
  id: ID,
  code: "VD-BL-20261122-1",
  station_id: "s",
  full_name: "Giàng Thị Sua Demo",
  sex: "female",
  birth_date: "1961-01-01",
  birth_precision: "year",
  national_id: "012056001234",
  village: "Nà Mẫu",
  version: 3,
  warnings: [{ field: "national_id", code: "sex_differs" }],
  age_months: 780,
  open_consult_id: null,
  joined: [],
};
const AGAIN: PatientView = { ...SUA, id: TWIN, code: "VD-BL-20261122-2", national_id: "", warnings: [], version: 1 };
const LISTS: Schema<"CodeLists"> = {
  communes: [{ code: "03390", name: "xã Bình Lư, tỉnh Lai Châu", valid_from: "2025-07-01", valid_to: null }],
  former_communes: [{ name: "xã Sơn Bình", now: "03390", valid_to: "2025-06-30" }],
  ethnic_groups: [{ code: "08", name: "Mông", valid_from: null, valid_to: null }],
};
const MERGE: Schema<"PatientMergeView"> = {
  id: "01a20100-0000-7000-8000-0000000000ee",
  kept_id: ID,
  gone_id: TWIN,
  gone_code: AGAIN.code,
  gone_name: AGAIN.full_name,
  reason: "Gặp tại trạm",
  merged_by: MAI,
  merged_at: SENT,
  parted_by: null,
  parted_at: null,
  parted_reason: "",
};
let answers: Answers;
let asked: string[];
let sent: unknown[];

beforeEach(() => {
  forgetSession();
  me.role = "station_doctor";
  [asked, sent] = [[], []];
  answers = {
    "POST /api/patients/search": () => ({ patients: [SUA] }),
    [`GET /api/patients/${ID}`]: () => SUA,
    [`GET /api/patients/${ID}/likely`]: () => ({
      likely: [{ patient: AGAIN, reasons: ["same_name", "same_birth_year", "other_number"], sure: false }],
    }),
    [`GET /api/patients/${ID}/history`]: () => ({ corrections: [], merges: [MERGE] }),
    [`GET /api/patients/${ID}/consults`]: () => ({ consults: [] }),
    "GET /api/code-lists": () => LISTS,
  };
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

test("patients are found as one types, and told apart by more than their name", async () => {
  const { container } = shown(<PatientsScreen />, "/patients");
  await userEvent.type(screen.getByRole("searchbox"), "sua");

  const row = await screen.findByRole("link", { name: /Giàng Thị Sua Demo/ });
  expect(row.getAttribute("href")).toBe(`/patients/${ID}`);
  expect(row.textContent).toContain("Nà Mẫu · 012056001234 · VD-BL-20261122-1");
  await accessible(container);
});

test("a scanned card that nobody has begins a new patient with what it says", async () => {
  answers["POST /api/patients/search"] = () => ({ patients: [] });
  shown(<PatientsScreen />, "/patients");
  await userEvent.click(screen.getByRole("button", { name: "Quét căn cước" }));
  await userEvent.type(
    screen.getByLabelText(/Máy quét cầm tay/),
    "012161001234||Giàng Thị Mỷ Demo|05031961|Nữ|Sơn Bình, Tam Đường, Lai Châu|10052021{Enter}",
  );

  expect(await screen.findByDisplayValue("Giàng Thị Mỷ Demo")).toBeDefined();
  expect(screen.getByDisplayValue("05/03/1961")).toBeDefined();
  await userEvent.click(await screen.findByRole("button", { name: /Nay thuộc xã Bình Lư/ }));
  expect(screen.getByLabelText<HTMLSelectElement>("Xã, phường").value).toBe("03390");
});

test("another code is refused in words", async () => {
  shown(<PatientsScreen />, "/patients");
  await userEvent.click(screen.getByRole("button", { name: "Quét căn cước" }));
  await userEvent.type(screen.getByLabelText(/Máy quét cầm tay/), "https://example.vn{Enter}");

  expect(screen.getByText(/không phải mã của thẻ căn cước/)).toBeDefined();
});

test("what looks odd stands beside its particular, and saving sends only what was changed", async () => {
  answers[`POST /api/patients/${ID}/changes/x`] = () => SUA;
  const { container } = shown(<PatientScreen id={ID} />, `/patients/${ID}`);
  expect(await screen.findByText(/Số này là của giới khác/)).toBeDefined();
  await accessible(container);

  await userEvent.click(screen.getByRole("button", { name: "Sửa thông tin" }));
  const phone = screen.getByLabelText("Điện thoại");
  await userEvent.type(phone, "0912345678");
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "POST") {
      sent.push(await request.clone().json());
      return Response.json(SUA);
    }
    return fetchOf(answers, asked)(request);
  });
  await userEvent.click(screen.getByRole("button", { name: "Lưu" }));

  await waitFor(() => expect(sent).toEqual([{ seen_version: 3, fields: { phone: "0912345678" }, reason: "" }]));
});

test("a likely second record says why, and is joined with a reason", async () => {
  answers["PUT"] = () => SUA;
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "PUT") {
      sent.push(await request.clone().json());
      return Response.json({ ...SUA, joined: [TWIN] });
    }
    return fetchOf(answers, asked)(request);
  });
  shown(<PatientScreen id={ID} />, `/patients/${ID}`);
  const likely = await screen.findByRole("region", { name: "Có thể trùng hồ sơ" });
  for (const reason of ["Cùng họ tên", "Cùng năm sinh", "Khác số giấy tờ"]) within(likely).getByText(reason);

  await userEvent.click(within(likely).getByRole("button", { name: "Gộp hồ sơ" }));
  const dialog = within(screen.getByRole("dialog", { hidden: true }));
  const confirm = dialog.getByRole("button", { name: "Gộp hồ sơ", hidden: true });
  expect(confirm.hasAttribute("disabled")).toBe(true);
  await userEvent.type(dialog.getByLabelText("Lý do"), "Gặp tại trạm");
  await userEvent.click(confirm);

  await waitFor(() => expect(sent).toEqual([{ kept_id: ID, gone_id: TWIN, reason: "Gặp tại trạm" }]));
});

test("a nurse is not asked which records are one person", async () => {
  me.role = "station_nurse";
  shown(<PatientScreen id={ID} />, `/patients/${ID}`);

  expect(await screen.findByText(/Đã gộp hồ sơ VD-BL-20261122-2/)).toBeDefined();
  expect(asked).not.toContain(`GET /api/patients/${ID}/likely`);
});

test("a card's particulars replace what was remembered, and nothing else", () => {
  const card = {
    nationalId: "012161001234",
    oldId: "",
    name: "Sua Demo",
    birth: null,
    sex: "unknown",
    address: "",
  } as const;
  const form = formOf(SUA);

  expect(changed(form, withCard(form, card))).toEqual({ national_id: "012161001234", full_name: "Sua Demo" });
});

test("a time makes a known day exact, and a year stays a year", () => {
  const day = { ...EMPTY, birth_date: "2026-11-20", birth_precision: "day" as const };

  expect(withTime(day, "04:05").birth_precision).toBe("minute");
  expect(withTime(withTime(day, "04:05"), "").birth_precision).toBe("day");
  expect(withTime({ ...day, birth_precision: "year" }, "04:05").birth_precision).toBe("year");
});

test("an old address leads to the commune of today, with or without marks", () => {
  expect(successors("Chu Va 6, Son Binh, Tam Đường", LISTS).map(({ code }) => code)).toEqual(["03390"]);
  expect(successors("Hà Nội", LISTS)).toEqual([]);
});
