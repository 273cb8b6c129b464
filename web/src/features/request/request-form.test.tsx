import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { NOTHING_ASKED } from "@/lib/consent";
import { DraftKeeper, dropDraftDatabase } from "@/lib/drafts";
import { consultOf, fetchOf, HOSPITAL, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { SKIN } from "@/test/templates";
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
  "GET /api/consent-texts": () => TEXTS,
  "GET /api/vital-limits": () => LIMITS,
  "GET /api/request-templates": () => ({ templates: [SKIN] }),
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
  asked: { ...NOTHING_ASKED, who: "patient", how: "signed" },
};

const TEXTS = {
  version: "2026-11",
  texts: [
    { purpose: "share", vi: "Bệnh án được gửi tới {hospital}.", en: "Sent to {hospital}.", sha256: "" },
    { purpose: "video", vi: "Bác sĩ ở {hospital} nhìn qua camera.", en: "Seen from {hospital}.", sha256: "" },
  ],
};

/** Yes to the hospital, no to the camera. */
async function agree(): Promise<void> {
  const share = await screen.findByRole("group", { name: "Gửi bệnh án để hội chẩn" });
  await userEvent.click(within(share).getByRole("radio", { name: "Đồng ý" }));
  const video = screen.getByRole("group", { name: "Dùng camera khi hội chẩn" });
  await userEvent.click(within(video).getByRole("radio", { name: "Không đồng ý" }));
}

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
    await typedBefore({ ...ready, asked: NOTHING_ASKED });
    const { container } = shown(<RequestScreen id={null} />);

    await screen.findByText(/Bệnh án được gửi tới Bệnh viện Đa khoa Tam Đường/);

    for (const name of [
      "Ai trả lời?",
      "Gửi bệnh án để hội chẩn",
      "Dùng camera khi hội chẩn",
      "Ghi nhận bằng cách nào?",
    ]) {
      for (const radio of within(screen.getByRole("group", { name })).getAllByRole("radio")) {
        expect((radio as HTMLInputElement).checked).toBe(false);
      }
    }
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Gửi và gọi bác sĩ" }).disabled).toBe(true);
    expect(screen.getByText(/Còn thiếu: ai trả lời, cách ghi nhận, câu trả lời đồng ý/)).toBeTruthy();
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
    await agree();

    await userEvent.click(screen.getByRole("button", { name: "Gửi và gọi bác sĩ" }));

    const reason = await screen.findByLabelText("Lý do xin hội chẩn, một dòng");
    expect((reason as HTMLInputElement).value).toBe("Mảng da mất cảm giác");
    expect(reason.getAttribute("aria-invalid")).toBe("true");
    expect((await screen.findByLabelText<HTMLInputElement>(/Họ và tên/)).value).toBe("Vàng Mẩy Demo");
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
    await agree();

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
      consents: [
        { purpose: "share", decision: "given", ground: "signed", given_by: "Người bệnh", text_version: "2026-11" },
        { purpose: "video", decision: "refused", ground: "signed" },
      ],
    });
  });

  it("keeps a refusal with the draft and does not send it", async () => {
    await typedBefore(ready);
    const bodies: unknown[] = [];
    answers[`PUT /api/patients/${ready.freshId}`] = () => ({ id: ready.freshId });
    answers[`PUT /api/consults/${ready.id}`] = (_, body) => (
      bodies.push(body),
      consultOf({ id: ready.id, state: "draft" })
    );
    shown(<RequestScreen id={null} />, "/request");
    const share = await screen.findByRole("group", { name: "Gửi bệnh án để hội chẩn" });

    await userEvent.click(within(share).getByRole("radio", { name: "Không đồng ý" }));

    expect(await screen.findByText("Không đồng ý thì không gửi bệnh án đi")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Gửi và gọi bác sĩ" }).disabled).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Để sau" }));
    await waitFor(() => expect(bodies).toHaveLength(1));
    expect(bodies[0]).toMatchObject({ send: false, consents: [{ purpose: "share", decision: "refused" }] });
  });

  it("asks a child of nine too, and takes no yes over the child's no", async () => {
    await typedBefore({
      ...ready,
      fresh: { ...emptyNewPatient, name: "Vàng Mẩy Demo", birth: "9 tuổi" },
      asked: NOTHING_ASKED,
    });
    const { container } = shown(<RequestScreen id={null} />);
    const who = within(await screen.findByRole("group", { name: "Ai trả lời?" }));

    expect(who.getByRole<HTMLInputElement>("radio", { name: "Người bệnh" }).disabled).toBe(true);
    await userEvent.click(who.getByRole("radio", { name: "Người đại diện" }));
    await userEvent.type(screen.getByLabelText("Họ tên người đại diện"), "Vàng Thị Chở Demo");
    await userEvent.selectOptions(screen.getByLabelText("Đại diện theo diện nào?"), "statutory");
    const child = within(screen.getByRole("group", { name: "Ý của trẻ" }));
    await userEvent.click(child.getByRole("radio", { name: "Không đồng ý" }));

    const share = within(await screen.findByRole("group", { name: "Gửi bệnh án để hội chẩn" }));
    expect(share.getByRole<HTMLInputElement>("radio", { name: "Đồng ý" }).disabled).toBe(true);
    await accessible(container);
  });

  it("suggests a label by a word it saw, and ticks none", async () => {
    await typedBefore({ ...ready, diagnosis: "Theo dõi lao phổi A15.0" });
    shown(<RequestScreen id={null} />);

    const tick = await screen.findByRole<HTMLInputElement>("checkbox", { name: /Lao\s*Thấy ghi “lao”/ });

    expect(tick.checked).toBe(false);
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
