import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { consultOf, detailOf } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { CHILD } from "@/test/templates";
import GateTold from "./gate-told";
import MeasureAgain from "./measure-again";

const SENT = consultOf({
  case_type: "child_fever",
  urgency: "urgent",
  red_flags: ["question.cannot_drink", "vital.spo2"],
  allergy: { state: "some", text: "penicilin, nổi ban", said_at: null },
});
const CASE = detailOf(SENT, {
  lacked: ["vital.weight", "question.days"],
  without: "Cân hỏng",
  request: { ...detailOf(SENT).request, answers: { cannot_drink: "yes", older: "unknown" }, icd_code: "J18.9" },
});

test("who advises reads what the gate kept: danger, what was lacking and why, answers, allergies", async () => {
  const { container } = shown(<GateTold gate={CASE} templates={[CHILD]} />);

  expect(screen.getByText("Dấu hiệu nguy hiểm: Bỏ bú hoặc không uống được? · SpO₂")).toBeTruthy();
  expect(screen.getByText("Trạm giữ mức Khẩn.")).toBeTruthy();
  expect(screen.getByText("Gửi khi còn thiếu: Cân nặng · Sốt, ho mấy ngày?")).toBeTruthy();
  expect(screen.getByText("Lý do: Cân hỏng")).toBeTruthy();
  expect(screen.getByText(/Dị ứng: penicilin, nổi ban/)).toBeTruthy();
  expect(screen.getByText("J18.9")).toBeTruthy();
  expect(container.querySelector("dl")?.textContent).toBe("Bỏ bú hoặc không uống được?CóolderChưa rõ");
  await accessible(container);
});

test("of a case that is hidden from who asks nothing is told", () => {
  shown(<GateTold gate={{ ...CASE, summary: { ...SENT, masked: true } }} templates={[CHILD]} />);

  expect(screen.queryByText(/Dị ứng|nguy hiểm|Cân hỏng/)).toBeNull();
});

test("a station whose vital signs grew old is led to the first field to fill in", async () => {
  shown(
    <>
      <MeasureAgain summary={{ vitals_asked: true, vitals_at: "2026-11-22T03:00:00Z" }} form="wt" />
      <input id="wt-spo2" aria-label="SpO₂" />
    </>,
  );
  expect(screen.getByRole("alert").textContent).toContain("Lần đo gần nhất lúc 10:00.");

  await userEvent.click(screen.getByRole("button", { name: "Ghi số đo mới" }));

  expect(document.activeElement?.id).toBe("wt-spo2");
});
