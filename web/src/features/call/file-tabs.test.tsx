import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { consultOf, detailOf, SENT, SON } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { SummaryTab } from "./file-tabs";

vi.mock("@/context/use-consent-desk", () => ({ useConsentDesk: () => ({}) }));
vi.mock("@/ui/consent-card", () => ({ ConsentCard: () => null }));

const MAI = { id: "mai", name: "BS. Lò Mai Demo", profession: "doctor" as const };

it("what was advised and noted by telephone before the call stands in the call's file, both halves", async () => {
  const advice = {
    id: "a",
    given_at: SENT,
    given_by: SON,
    told: "Thở rít",
    advice: "Adrenalin 0,3 mg tiêm bắp",
    caller: "",
  };
  const note = { id: "n", at: SENT, by: MAI, number: "02130000001", spoke_with: "Trực Nội", advice: "Theo dõi SpO₂" };
  const detail = detailOf(consultOf({}), { phone_advices: [advice as never], phone_notes: [note] });
  const { container } = shown(<SummaryTab detail={detail} />);

  expect(await screen.findByText("Adrenalin 0,3 mg tiêm bắp")).toBeTruthy();
  expect(screen.getByText(/BS. Trần Sơn Demo/)).toBeTruthy();
  expect(screen.getByText("Theo dõi SpO₂")).toBeTruthy();
  expect(screen.getByText(/Trực Nội/)).toBeTruthy();
  await accessible(container);
});

it("where nothing was said by telephone there is nothing of it", () => {
  const { container } = shown(<SummaryTab detail={detailOf(consultOf({}))} />);

  expect(container.textContent).not.toMatch(/điện thoại/i);
});
