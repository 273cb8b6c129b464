import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { dropDraftDatabase, loadDraft } from "@/lib/drafts";
import { forgetSession } from "@/lib/http-client";
import { consultOf, detailOf, fetchOf, HOSPITAL, STATION, type Answers } from "@/test/consults";
import { decisionOf, minutesOf, REFERRAL_ID, referralOf } from "@/test/records";
import { accessible, shown } from "@/test/shown";

import DecisionScreen from "./screen";

import type { ConsultId } from "@/wire/ids";

const me = vi.hoisted(() => ({ role: "station_doctor" }));
vi.mock("@/context/session", () => ({
  useMe: () => ({
    id: "mai",
    name: "BS. Lò Mai Demo",
    grants: [{ role: me.role, facility: { id: "0190a000-0000-7000-8000-000000000001" } }],
  }),
}));
vi.mock("@/context/socket", () => ({ useFrames: () => undefined, useLinkBack: () => undefined }));

const CONSULT = consultOf({ state: "concluded" });
const ID = CONSULT.id as ConsultId;
const ADVICE = {
  diagnosis: "Viêm phổi nặng",
  treatment: "Ampicillin tiêm bắp",
  monitoring: "SpO₂ mỗi 15 phút",
  place: "transfer_today",
  follow_up: "Không hẹn",
};
let answers: Answers;
let asked: string[];

beforeEach(() => {
  forgetSession();
  me.role = "station_doctor";
  asked = [];
  answers = {
    [`GET /api/consults/${ID}`]: () => detailOf(CONSULT),
    [`GET /api/consults/${ID}/minutes`]: () => minutesOf(ADVICE),
    [`GET /api/consults/${ID}/referrals`]: () => ({ referrals: [] }),
    "GET /api/debts": () => ({ debts: [] }),
    "GET /api/facilities": () => ({ facilities: [STATION, HOSPITAL] }),
  };
  // Ids of what is written are made by the page: its answers are named without them.
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    const written = request.method === "PUT" ? /^\/api\/(decisions|referrals)\//.exec(pathname)?.[1] : undefined;
    if (written === undefined) return fetchOf(answers, asked)(request);
    asked.push(`PUT /api/${written}`);
    const found = answers[`PUT /api/${written}`]?.(request, await request.clone().json());
    return found instanceof Response ? found : Response.json(found);
  });
});
afterEach(async () => {
  // What the page writes when it goes must not reach the next test's drafts.
  cleanup();
  vi.unstubAllGlobals();
  await dropDraftDatabase();
});

const next = (name: RegExp) => userEvent.click(screen.getByRole("button", { name }));

async function toReview(outcome: string) {
  await userEvent.click(await screen.findByRole("radio", { name: /^Làm theo\s*Toàn bộ/ }));
  await next(/Tiếp: kết quả/);
  await userEvent.click(await screen.findByRole("checkbox", { name: outcome }));
  await next(/Tiếp: xem lại/);
}

test("nothing preselected: not the decision, not an outcome", async () => {
  const { container } = shown(<DecisionScreen id={ID} />);

  for (const radio of await screen.findAllByRole("radio")) expect((radio as HTMLInputElement).checked).toBe(false);
  expect(screen.getByText("Ampicillin tiêm bắp")).toBeDefined();
  expect(screen.getByText("Chuyển trong ngày")).toBeDefined();
  await accessible(container);

  await userEvent.click(screen.getByRole("radio", { name: /^Làm theo\s*Toàn bộ/ }));
  await next(/Tiếp: kết quả/);
  for (const box of await screen.findAllByRole("checkbox")) expect((box as HTMLInputElement).checked).toBe(false);
});

test("modify asks item and reason, and the next step waits for both", async () => {
  const { container } = shown(<DecisionScreen id={ID} />);
  await userEvent.click(await screen.findByRole("radio", { name: /có thay đổi/ }));
  await next(/Tiếp: kết quả/);

  const items = screen.getByRole("group", { name: /Đổi ở mục nào/ });
  expect(within(items).getAllByRole("checkbox")).toHaveLength(5);
  expect(within(items).getByText("Chọn ít nhất một mục")).toBeDefined();
  expect(screen.getByLabelText(/^Lý do/).getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText(/^Lý do/).getAttribute("aria-invalid")).toBe("true");
  await accessible(container);

  await userEvent.click(within(items).getByRole("checkbox", { name: "Điều trị" }));
  await userEvent.type(screen.getByLabelText(/^Lý do/), "Hết gentamicin");
  await next(/Tiếp: kết quả/);
  expect(await screen.findByRole("group", { name: /Kết quả/ })).toBeDefined();
});

test("a server problem keeps what was typed", async () => {
  answers["PUT /api/decisions"] = () => Response.json({ code: "internal", title: "", status: 500 }, { status: 500 });
  shown(<DecisionScreen id={ID} />);
  await userEvent.click(await screen.findByRole("radio", { name: /Không làm theo/ }));
  await userEvent.type(screen.getByLabelText(/^Lý do/), "Gia đình ở xa");
  await next(/Tiếp: kết quả/);
  await userEvent.click(await screen.findByRole("checkbox", { name: "Điều trị tại trạm" }));
  await next(/Tiếp: xem lại/);
  await next(/Ghi quyết định/);

  expect(await screen.findByRole("alert")).toBeDefined();
  expect(screen.getByText(/Gia đình ở xa/)).toBeDefined();
  await next(/Sửa: Quyết định/);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Lý do/).value).toBe("Gia đình ở xa");
});

test("what was begun is there again after a reload, at its step", async () => {
  const { unmount } = shown(<DecisionScreen id={ID} />);
  await toReview("Điều trị tại trạm");
  unmount();
  await waitFor(async () => expect((await loadDraft("mai", `decision/${ID}`))?.value).toMatchObject({ step: 3 }));

  shown(<DecisionScreen id={ID} />);

  expect(await screen.findByRole("button", { name: /Ghi quyết định/ })).toBeDefined();
});

test("a referral is drafted after the decision, with only the empty lines as inputs first", async () => {
  let decided: unknown;
  answers["PUT /api/decisions"] = (_, body) => {
    decided = body;
    return decisionOf();
  };
  answers["PUT /api/referrals"] = () => referralOf();
  answers[`GET /api/referrals/${REFERRAL_ID}`] = () => referralOf();
  shown(<DecisionScreen id={ID} />);
  await toReview("Chuyển cơ sở");
  await next(/Ghi, lập phiếu chuyển/);

  expect(await screen.findByLabelText(/^Phương tiện/)).toBeDefined();
  expect(decided).toMatchObject({ consult_id: ID, choice: "follow", outcomes: ["refer"] });
  const order = asked.filter((what) => what.startsWith("PUT"));
  expect(order).toEqual(["PUT /api/decisions", "PUT /api/referrals"]);
  expect(screen.getByText("thiếu 2 ô")).toBeDefined();
  expect(screen.queryByLabelText(/^Chẩn đoán/)).toBeNull();

  await next(/Xem phiếu đầy đủ/);
  expect(screen.getByLabelText<HTMLInputElement>(/^Chẩn đoán/).value).toBe("Viêm phổi nặng");
});

test("an open referral is followed, not doubled", async () => {
  const open = referralOf({
    consult_id: "another",
    number: "42/PCCSKBCB",
    state: "sent",
    sent_at: "2026-11-22T03:00:00Z",
  });
  answers["PUT /api/decisions"] = () => decisionOf();
  answers["PUT /api/referrals"] = () =>
    Response.json(
      { code: "referral.open_exists", title: "", status: 409, params: { id: REFERRAL_ID } },
      { status: 409 },
    );
  answers[`GET /api/referrals/${REFERRAL_ID}`] = () => open;
  shown(<DecisionScreen id={ID} />);
  await toReview("Chuyển cơ sở");
  await next(/Ghi, lập phiếu chuyển/);

  expect(await screen.findByText(/đã có phiếu chuyển tới BVĐK Tam Đường/)).toBeDefined();
  expect(screen.getByRole("link", { name: /Mở phiếu chuyển/ }).getAttribute("href")).toBe(`/referrals/${REFERRAL_ID}`);
});

test("a decision recorded already is shown, and leads on to the paper it asks for", async () => {
  answers[`GET /api/consults/${ID}/decision`] = () => decisionOf();
  answers["PUT /api/referrals"] = () => referralOf();
  answers[`GET /api/referrals/${REFERRAL_ID}`] = () => referralOf();
  shown(<DecisionScreen id={ID} />);

  expect(await screen.findByText(/Đã ghi quyết định lúc/)).toBeDefined();
  expect(screen.queryByRole("button", { name: /Ghi quyết định/ })).toBeNull();
  await next(/Lập phiếu chuyển/);

  expect(await screen.findByLabelText(/^Phương tiện/)).toBeDefined();
  expect(asked).not.toContain("PUT /api/decisions");
});

test("somebody else decided first: theirs is shown, and it is said", async () => {
  answers["PUT /api/decisions"] = () =>
    Response.json({ code: "decision.exists", title: "", status: 409 }, { status: 409 });
  shown(<DecisionScreen id={ID} />);
  await toReview("Điều trị tại trạm");
  answers[`GET /api/consults/${ID}/decision`] = () =>
    decisionOf({ choice: "decline", reason: "Gia đình ở xa", outcomes: ["no_action"] });
  await next(/Ghi quyết định/);

  expect(await screen.findByText(/Trạm đã ghi quyết định trước đó/)).toBeDefined();
  expect(screen.getByText(/Gia đình ở xa/)).toBeDefined();
});

test("a transferred consult without advice can be decided too", async () => {
  const gone = consultOf({ state: "transferred" });
  answers[`GET /api/consults/${ID}`] = () => detailOf(gone);
  answers[`GET /api/consults/${ID}/minutes`] = () => undefined;
  shown(<DecisionScreen id={ID} />);

  expect(await screen.findByText("Ca này không có lời khuyên")).toBeDefined();
  await userEvent.click(screen.getByRole("radio", { name: /Trạm tự quyết định/ }));
  await next(/Tiếp: kết quả/);
  expect(screen.getByLabelText(/^Lý do/).getAttribute("aria-invalid")).toBe("true");
});

test("before a conclusion nothing is decided, but the patient may leave", async () => {
  answers[`GET /api/consults/${ID}`] = () => detailOf(consultOf({ state: "accepted" }));
  shown(<DecisionScreen id={ID} />);

  expect(await screen.findByText("Chưa có kết luận để quyết định")).toBeDefined();
  expect(screen.getByRole("button", { name: "Lập phiếu chuyển ngay" })).toBeDefined();
  expect(screen.queryByRole("radio")).toBeNull();
});

test("a nurse reads and does not decide", async () => {
  me.role = "station_nurse";
  shown(<DecisionScreen id={ID} />);

  expect(await screen.findByText(/Bác sĩ hoặc y sĩ của trạm ghi quyết định/)).toBeDefined();
  await waitFor(() => expect(screen.queryByRole("radio")).toBeNull());
});
