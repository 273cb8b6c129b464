import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { dropDraftDatabase } from "@/lib/drafts";
import { forgetSession } from "@/lib/http-client";
import { fetchOf, HOSPITAL, MAI, STATION, type Answers } from "@/test/consults";
import { REFERRAL_ID, referralOf } from "@/test/records";
import { accessible, shown } from "@/test/shown";

import ReferralScreen from "./screen";

import type { ReferralView } from "@/lib/referral-state";
import type { ReferralId } from "@/wire/ids";

const me = vi.hoisted(() => ({ role: "station_doctor", facility: "0190a000-0000-7000-8000-000000000001" }));
vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "mai", name: "BS. Lò Mai Demo", grants: [{ role: me.role, facility: { id: me.facility } }] }),
}));
vi.mock("@/context/socket", () => ({ useFrames: () => undefined, useLinkBack: () => undefined }));

const ID = REFERRAL_ID as ReferralId;
let answers: Answers;
let asked: string[];
let view: ReferralView;

beforeEach(() => {
  forgetSession();
  Object.assign(me, { role: "station_doctor", facility: STATION.id });
  view = referralOf();
  asked = [];
  answers = {
    [`GET /api/referrals/${ID}`]: () => view,
    "GET /api/facilities": () => ({ facilities: [STATION, HOSPITAL] }),
    "POST change": (_, body) => {
      const { fields } = body as { fields: Partial<ReferralView> };
      view = { ...view, ...fields, version: view.version + 1, missing: [] };
      return view;
    },
    [`POST /api/referrals/${ID}/sign`]: () => {
      view = {
        ...view,
        state: "signed",
        number: "3/PCCSKBCB",
        signed_by: MAI,
        signed_at: "2026-11-22T03:10:00Z",
        version: 9,
      };
      return view;
    },
    [`POST /api/referrals/${ID}/send`]: () => {
      view = { ...view, state: "sent", sent_at: "2026-11-22T03:11:00Z", version: 10 };
      return view;
    },
  };
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.includes("/changes/")) return fetchOf(answers, asked)(request);
    asked.push("POST change");
    const found = answers["POST change"]?.(request, await request.clone().json());
    return found instanceof Response ? found : Response.json(found);
  });
});
afterEach(async () => {
  // What the page writes when it goes must not reach the next test's drafts.
  cleanup();
  vi.unstubAllGlobals();
  await dropDraftDatabase();
});

const paper = () => within(screen.getByRole("article", { name: "Bản phiếu chuyển" }));

test("what is typed is saved by itself and stands on the paper at once", async () => {
  const { container } = shown(<ReferralScreen id={ID} />);
  await userEvent.type(await screen.findByLabelText(/^Người hộ tống/), "Tẩn Hoa Demo");

  expect(paper().getByText(/Tẩn Hoa Demo/)).toBeDefined();
  await userEvent.tab();
  expect(await screen.findByText(/Đã lưu ở cả hai bên/)).toBeDefined();
  expect(view.escort).toBe("Tẩn Hoa Demo");
  await accessible(container);
});

test("signing with empty lines leads to the first of them", async () => {
  shown(<ReferralScreen id={ID} />);
  await userEvent.click(await screen.findByRole("button", { name: "Ký và gửi, thiếu 2 ô" }));

  expect(screen.getAllByText("Cần điền trước khi ký")).toHaveLength(2);
  expect(document.activeElement?.id).toBe("referral-condition_at_transfer");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("signing asks the password, and what is signed goes to the hospital", async () => {
  view = referralOf({ transport: "Xe của trạm", condition_at_transfer: "Tỉnh", missing: [] });
  shown(<ReferralScreen id={ID} />);
  await userEvent.click(await screen.findByRole("button", { name: "Ký và gửi" }));
  const dialog = within(screen.getByRole("dialog"));
  expect(document.activeElement).toBe(dialog.getByLabelText(/Mật khẩu/));
  expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Ký và gửi" }).disabled).toBe(true);
  await userEvent.keyboard("mật khẩu{Enter}");

  await waitFor(() => expect(view.state).toBe("sent"));
  expect(await screen.findByText(/Phiếu 3\/PCCSKBCB/)).toBeDefined();
  expect(screen.queryByLabelText(/^Phương tiện/)).toBeNull();
});

test("a wrong password signs nothing and is said at the field", async () => {
  view = referralOf({ transport: "Xe của trạm", condition_at_transfer: "Tỉnh", missing: [] });
  answers[`POST /api/referrals/${ID}/sign`] = () =>
    Response.json({ code: "wrong_password", title: "", status: 422 }, { status: 422 });
  shown(<ReferralScreen id={ID} />);
  await userEvent.click(await screen.findByRole("button", { name: "Ký và gửi" }));
  await userEvent.keyboard("sai{Enter}");

  expect(await screen.findByText(/Mật khẩu chưa đúng/)).toBeDefined();
  expect(asked).not.toContain(`POST /api/referrals/${ID}/send`);
});

test("who may prepare but not sign is told whom to ask", async () => {
  view = referralOf({ transport: "Xe của trạm", condition_at_transfer: "Tỉnh", missing: [] });
  answers[`POST /api/referrals/${ID}/sign`] = () =>
    Response.json({ code: "record.not_yours", title: "", status: 403 }, { status: 403 });
  shown(<ReferralScreen id={ID} />);
  await userEvent.click(await screen.findByRole("button", { name: "Ký và gửi" }));
  await userEvent.keyboard("mật khẩu{Enter}");

  expect(await screen.findByText(/chưa ký được/)).toBeDefined();
});

test("a server problem keeps what was typed", async () => {
  answers["POST change"] = () => Response.json({ code: "internal", title: "", status: 500 }, { status: 500 });
  shown(<ReferralScreen id={ID} />);
  await userEvent.type(await screen.findByLabelText(/^Người hộ tống/), "Tẩn Hoa Demo");
  await userEvent.tab();

  expect(await screen.findByRole("alert")).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(/^Người hộ tống/).value).toBe("Tẩn Hoa Demo");
});

test("signed but not sent: sending is the one main act", async () => {
  view = referralOf({ state: "signed", number: "3/PCCSKBCB", signed_by: MAI, signed_at: "2026-11-22T03:10:00Z" });
  shown(<ReferralScreen id={ID} />);
  await userEvent.click(await screen.findByRole("button", { name: "Gửi tới BVĐK Tam Đường" }));

  await waitFor(() => expect(view.state).toBe("sent"));
});

test("the hospital reads: no edit, no signature, no calling off", async () => {
  Object.assign(me, { role: "specialist", facility: HOSPITAL.id });
  view = referralOf({ state: "sent", number: "3/PCCSKBCB", sent_at: "2026-11-22T03:11:00Z" });
  const { container } = shown(<ReferralScreen id={ID} />);

  expect(await screen.findByRole("button", { name: "In phiếu" })).toBeDefined();
  expect(screen.getAllByRole("button")).toHaveLength(1);
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getByText("BS. Trần Sơn Demo")).toBeDefined();
  expect(screen.getByRole("link", { name: "6/BBHC" })).toBeDefined();
  await accessible(container);
});

test("calling off asks why", async () => {
  let reason: unknown;
  answers[`POST /api/referrals/${ID}/cancel`] = (_, body) => {
    reason = body;
    view = { ...view, state: "cancelled", version: 2 };
    return view;
  };
  shown(<ReferralScreen id={ID} />);
  await userEvent.click(await screen.findByRole("button", { name: "Hủy phiếu chuyển" }));
  const dialog = within(screen.getByRole("alertdialog"));
  expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Hủy phiếu chuyển" }).disabled).toBe(true);
  await userEvent.click(dialog.getByRole("radio", { name: "Người nhà không đi" }));
  await userEvent.click(dialog.getByRole("button", { name: "Hủy phiếu chuyển" }));

  expect(await screen.findByText("Phiếu này đã hủy")).toBeDefined();
  expect(reason).toEqual({ reason: "Người nhà không đi" });
});

test("a referral of another facility is not there", async () => {
  answers[`GET /api/referrals/${ID}`] = () => undefined;
  shown(<ReferralScreen id={ID} />);

  expect(await screen.findByText("Không có phiếu chuyển này")).toBeDefined();
});
