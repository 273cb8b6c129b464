import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { HOSPITAL, SENT, SON } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { CHILD, SKIN } from "@/test/templates";
import ApprovalsScreen from "./screen";

import type { Schema } from "@/wire/schema";

const LINE = { hospital: HOSPITAL, person: SON, at: SENT, note: "" };
const LIMITS: Schema<"VitalLimits"> = {
  sheet: { ...CHILD.sheet, subject: "vital_limits" },
  limits: [
    {
      item: "spo2",
      unit: "%",
      hard_low: "30",
      hard_high: "100",
      bands: [{ from_months: 0, to_months: null, low: "92", high: null, critical_low: "90", critical_high: null }],
    },
  ],
};
const danger = { item: "spo2", from_months: 0, to_months: 192, below: "90", above: null };
const CHILD_SHEET = { ...CHILD, danger: [danger] };
let sheets: Schema<"Sheets">;
let said: unknown[];

beforeEach(() => {
  forgetSession();
  said = [];
  sheets = { limits: LIMITS, templates: [CHILD_SHEET, SKIN], mine: [HOSPITAL] };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "PUT") {
      said.push(await request.json());
      sheets = {
        ...sheets,
        templates: [{ ...CHILD_SHEET, sheet: { ...CHILD.sheet, approvals: [LINE] } }, SKIN],
      };
    }
    return Response.json(sheets);
  });
});
afterEach(() => vi.unstubAllGlobals());

test("what nobody approved says so, and is approved word for word, by its hash", async () => {
  const { container } = shown(<ApprovalsScreen />);
  const child = within(await screen.findByRole("region", { name: "Trẻ sốt, ho, thở nhanh" }));
  expect(screen.getAllByText("Chưa được duyệt chuyên môn")).toHaveLength(3);
  await userEvent.click(child.getByText("Đọc nội dung"));
  await accessible(container);

  await userEvent.click(child.getByRole("button", { name: "Duyệt bản này" }));

  await waitFor(() =>
    expect(said).toEqual([
      {
        hospital_id: HOSPITAL.id,
        subject: "template.child_pneumonia",
        version: 1,
        sha256: CHILD.sheet.sha256,
        approved: true,
        note: "",
      },
    ]),
  );
  expect(await child.findByRole("button", { name: "Rút duyệt" })).toBeTruthy();
  expect(screen.getAllByText("Chưa được duyệt chuyên môn")).toHaveLength(2);
});

test("who approves reads which answers and which values speak for an emergency", async () => {
  shown(<ApprovalsScreen />);
  const child = await screen.findByRole("region", { name: "Trẻ sốt, ho, thở nhanh" });

  expect(child.textContent).toContain("Bỏ bú hoặc không uống được? Dấu hiệu nguy hiểm: Có");
  expect(child.textContent).toContain("SpO₂, 0-192 tháng: dưới 90");
});
