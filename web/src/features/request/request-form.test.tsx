import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { DraftKeeper, dropDraftDatabase } from "@/lib/drafts";
import { consultOf, fetchOf, HOSPITAL, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { emptyForm, emptyNewPatient, type RequestForm } from "./request-state";
import RequestScreen from "./screen";

vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "mai", name: "BS. Lò Mai Demo", grant: { role: "station_doctor", facility: { id: "s" } } }),
}));
vi.mock("@/context/socket", () => ({
  useFrames: () => undefined,
  useLinkBack: () => undefined,
  useLink: () => ({ kind: "open", rttMs: 40 }),
}));

const edge = { from_months: 0, to_months: null, critical_high: null };
const LIMITS = {
  limits: [
    {
      item: "spo2",
      unit: "%",
      hard_low: "30",
      hard_high: "100",
      bands: [{ ...edge, low: "92", high: null, critical_low: "90" }],
    },
  ],
};
const ALWAYS: Answers = {
  "GET /api/vital-limits": () => LIMITS,
  "GET /api/duty": () => ({ hospital: HOSPITAL, lines: [], phones: [{ label: "emergency", number: "02130000001" }] }),
};

/** A request all but sent. */
const ready: RequestForm = {
  ...emptyForm("01a20100-0000-7000-8000-000000000009"),
  step: 3,
  caseType: "skin",
  fresh: { ...emptyNewPatient, name: "Vàng Mẩy Demo", birth: "1979" },
  reason: "Mảng da mất cảm giác",
  urgency: "routine",
  question: "Có cần sinh thiết không, dùng thuốc gì?",
  who: "patient",
  how: "signed",
};

async function typedBefore(form: RequestForm): Promise<void> {
  const keeper = new DraftKeeper<RequestForm>("mai", "request/new");
  keeper.set(form);
  await keeper.flush();
}

describe("the request form", () => {
  let answers: Answers = {};
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
    answers = { ...ALWAYS };
    vi.stubGlobal("fetch", fetchOf(answers, asked));
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    await dropDraftDatabase();
  });

  it("never fills in a consent, and says beside the button what is missing", async () => {
    await typedBefore({ ...ready, who: null, how: null });
    const { container } = shown(<RequestScreen id={null} />);

    const tick = await screen.findByRole("checkbox", { name: /Đã nghe và đồng ý/ });

    expect((tick as HTMLInputElement).checked).toBe(false);
    for (const radio of within(screen.getByRole("group", { name: "Ai đồng ý?" })).getAllByRole("radio")) {
      expect((radio as HTMLInputElement).checked).toBe(false);
    }
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Gửi và gọi bác sĩ" }).disabled).toBe(true);
    expect(screen.getByText(/Còn thiếu: ai đồng ý, cách ghi nhận, ô đồng ý/)).toBeTruthy();
    await accessible(container);
  });

  it("proposes an emergency on a sign of danger, and keeps quiet once it was kept", async () => {
    await typedBefore({ ...ready, step: 2 });
    shown(<RequestScreen id={null} />);
    const field = await screen.findByLabelText(/SpO₂/);

    await userEvent.type(field, "89");
    await userEvent.tab();

    const alert = await screen.findByText(/1 dấu hiệu nguy hiểm: SpO₂ 89/);
    expect(alert).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Giữ mức thường quy" }));
    expect(screen.queryByText(/dấu hiệu nguy hiểm/)).toBeNull();

    await userEvent.clear(field);
    await userEvent.type(field, "85");
    expect(await screen.findByText(/1 dấu hiệu nguy hiểm: SpO₂ 85/)).toBeTruthy();
  });

  it("keeps every word when the server refuses, and leads to the field it means", async () => {
    await typedBefore(ready);
    answers[`PUT /api/patients/${ready.freshId}`] = () => ({ id: ready.freshId });
    answers[`PUT /api/consults/${ready.id}`] = () =>
      Response.json(
        {
          code: "validation",
          title: "",
          status: 422,
          errors: [{ pointer: "/body/request/reason", code: "string_too_long", message: "" }],
        },
        { status: 422 },
      );
    shown(<RequestScreen id={null} />);
    await userEvent.click(await screen.findByRole("checkbox", { name: /Đã nghe và đồng ý/ }));

    await userEvent.click(screen.getByRole("button", { name: "Gửi và gọi bác sĩ" }));

    const reason = await screen.findByLabelText("Lý do xin hội chẩn, một dòng");
    expect((reason as HTMLInputElement).value).toBe("Mảng da mất cảm giác");
    expect(reason.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByLabelText<HTMLInputElement>(/Họ và tên/).value).toBe("Vàng Mẩy Demo");
    // Corrected, the fault is gone from the field.
    fireEvent.change(reason, { target: { value: "Mảng da" } });
    expect(reason.getAttribute("aria-invalid")).toBeNull();
  });

  it("sends the patient first, then the request, and goes to the waiting room", async () => {
    await typedBefore(ready);
    const bodies: unknown[] = [];
    answers[`PUT /api/patients/${ready.freshId}`] = (_, body) => (bodies.push(body), { id: ready.freshId });
    answers[`PUT /api/consults/${ready.id}`] = (_, body) => (bodies.push(body), consultOf({ id: ready.id }));
    const { history } = shown(<RequestScreen id={null} />, "/request");
    await userEvent.click(await screen.findByRole("checkbox", { name: /Đã nghe và đồng ý/ }));

    await userEvent.click(screen.getByRole("button", { name: "Gửi và gọi bác sĩ" }));

    await waitFor(() => expect(history.at(-1)).toBe(`/consults/${ready.id}/waiting`));
    expect(asked.filter((one) => one.startsWith("PUT"))).toEqual([
      `PUT /api/patients/${ready.freshId}`,
      `PUT /api/consults/${ready.id}`,
    ]);
    expect(bodies[0]).toMatchObject({ full_name: "Vàng Mẩy Demo", birth_date: "1979-01-01", birth_precision: "year" });
    expect(bodies[1]).toMatchObject({
      patient_id: ready.freshId,
      specialty: "dermatology",
      send: true,
      consent: { ground: "signed", given_by: "Người bệnh" },
    });
  });

  it("names what is missing when one goes on too early", async () => {
    shown(<RequestScreen id={null} />);

    await userEvent.click(await screen.findByRole("button", { name: "Tiếp: khám, sinh hiệu" }));

    const alert = screen.getByRole("alert");
    expect(
      within(alert)
        .getAllByRole("button")
        .map((button) => button.textContent),
    ).toEqual(["loại ca", "người bệnh", "lý do", "mức độ"]);
  });
});
