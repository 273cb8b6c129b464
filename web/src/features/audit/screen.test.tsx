import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { auditRowOf } from "@/test/audit";
import { fetchOf, HOSPITAL, STATION, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import HeadsScreen from "./heads";
import AuditScreen from "./screen";

import type { Chain } from "./audit-state";

const me = vi.hoisted(() => ({ kind: "hospital" }));
vi.mock("@/context/session", () => ({
  useMe: () => ({
    id: "k",
    name: "Kiểm Soát Demo",
    grants: [{ role: "privacy_officer", facility: { ...HOSPITAL, kind: me.kind } }],
    grant: { role: "privacy_officer", facility: HOSPITAL },
  }),
}));

const HASH = "7c1e90b455d0".padEnd(60, "0") + "a940";
const WHOLE: Chain = {
  sealed: 84_231,
  first_at: "2026-01-01T01:00:00Z",
  head: { n: 84_231, hash: HASH, at: "2026-08-20T13:00:00Z", day: null },
  checked_at: "2026-08-20T13:00:00Z",
  took_ms: 2_100,
  checked_rows: 84_231,
  waiting: 0,
  ok: true,
  failed: false,
  broken: null,
  checking: null,
};
let answers: Answers;
let asked: string[];

beforeEach(() => {
  forgetSession();
  me.kind = "hospital";
  asked = [];
  answers = {
    "GET /api/audit": () => ({ rows: [auditRowOf()], count: 3918, newer: null, older: "1~2" }),
    "GET /api/audit/people": () => ({ people: [auditRowOf().person] }),
    "GET /api/audit/chain": () => WHOLE,
    "GET /api/facilities": () => ({ facilities: [STATION, HOSPITAL] }),
  };
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => vi.unstubAllGlobals());

test("the finding about the chain comes first, then who did what and by what right", async () => {
  shown(<AuditScreen />, "/audit");

  expect(await screen.findByRole("heading", { name: "Nhật ký liền mạch, không bị sửa" })).toBeDefined();
  expect(screen.getByText(/84\.231 dòng, từ 01\/01\/2026/)).toBeDefined();
  expect(screen.getByText("7c1e 90b4 55d0 … a940")).toBeDefined();
  const [, row] = await screen.findAllByRole("row");
  expect(row?.textContent).toContain("Được gọi hoặc đã trả lời ca");
  expect(screen.getByText("1 dòng mới nhất trong 3.918")).toBeDefined();
});

test("a name and a case's code narrow to themselves; another page is an address", async () => {
  const { history } = shown(<AuditScreen />, "/audit");

  await userEvent.click(await screen.findByRole("button", { name: "BS. Vàng Hạ Demo" }));
  await userEvent.click(screen.getByRole("button", { name: "Ca BL-0431" }));
  await userEvent.click(screen.getByRole("button", { name: /Cũ hơn/ }));

  const person = auditRowOf().person?.id ?? "";
  expect(history.slice(1)).toEqual([
    `/audit?person=${person}`,
    `/audit?person=${person}&code=BL-0431`,
    `/audit?person=${person}&code=BL-0431&after=1%7E2`,
  ]);
});

test("a case's code is typed as one says it", async () => {
  const { history } = shown(<AuditScreen />, "/audit");

  await userEvent.type(await screen.findByLabelText("Mã ca"), "bl 431{Enter}");

  expect(history.at(-1)).toBe("/audit?code=BL-0431");
});

test("only who watches several facilities, or the province, chooses one", async () => {
  const first = shown(<AuditScreen />, "/audit");
  await screen.findByLabelText("Người");
  expect(screen.queryByLabelText("Cơ sở")).toBeNull();
  first.unmount();

  me.kind = "province";
  shown(<AuditScreen />, "/audit");
  expect(await screen.findByLabelText("Cơ sở")).toBeDefined();
});

test("the first look since the server began checks the chain by itself, shows how far, and can be stopped", async () => {
  const running = { ...WHOLE, ok: null, checked_at: null, took_ms: null, checking: { done: 52_000, total: 84_231 } };
  answers["GET /api/audit/chain"] = () => ({ ...running, checking: null });
  answers["POST /api/audit/chain/check"] = () => running;
  answers["DELETE /api/audit/chain/check"] = () => ({ ...running, checking: null });
  shown(<AuditScreen />, "/audit");

  expect((await screen.findByRole("progressbar")).getAttribute("aria-valuenow")).toBe("62");
  expect(screen.getByText("52.000 / 84.231")).toBeDefined();

  await userEvent.click(screen.getByRole("button", { name: "Dừng kiểm tra" }));
  expect(await screen.findByText("Chưa kiểm tra từ khi máy chủ khởi động")).toBeDefined();
  expect(asked.filter((what) => what.startsWith("POST"))).toHaveLength(1);
});

test("a broken chain names the row, both hashes and how far a kept head agrees", async () => {
  answers["GET /api/audit/chain"] = () => ({
    ...WHOLE,
    ok: false,
    broken: {
      kind: "changed",
      n: 61_207,
      audit_id: auditRowOf().id,
      at: "2026-07-02T02:14:22Z",
      kept: "3be1".padEnd(60, "0") + "70c2",
      calculated: "d815".padEnd(60, "0") + "04ab",
      day: null,
      whole_rows: 61_206,
      trusted_day: "2026-07-01",
      trusted_n: 61_180,
    },
  });
  shown(<AuditScreen />, "/audit");

  const alert = await screen.findByRole("alert");
  expect(within(alert).getByRole("heading", { name: "Chuỗi đứt tại dòng 61.207" })).toBeDefined();
  for (const said of ["61.206 dòng, hợp lệ", "ghi lúc 02/07/2026 09:14:22", "khớp đến dòng 61.180"])
    expect(within(alert).getByText(said)).toBeDefined();
  expect(within(alert).getByText(/^3be1/)).toBeDefined();
  expect(within(alert).getByText(/^d815/)).toBeDefined();
});

test("without the server it says that writing goes on, and offers to try again", async () => {
  answers["GET /api/audit"] = () => Response.json({ code: "audit.denied", title: "", status: 403 }, { status: 403 });
  shown(<AuditScreen />, "/audit");

  expect(await screen.findByText(/Việc ghi nhật ký không bị ảnh hưởng/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Thử lại" })).toBeDefined();
});

test("an empty trail says why it is empty", async () => {
  answers["GET /api/audit"] = () => ({ rows: [], count: 0, newer: null, older: null });
  shown(<AuditScreen />, "/audit?kind=refused");

  expect(await screen.findByText("Không có lượt nào khớp bộ lọc")).toBeDefined();
});

test("the heads fit a sheet that is signed: day, row, the whole hash", async () => {
  answers["GET /api/audit/heads"] = () => ({
    heads: [WHOLE.head, { n: 84_000, hash: HASH, at: "2026-08-19T17:00:01Z", day: "2026-08-19" }],
  });
  const { container } = shown(<HeadsScreen />, "/audit/heads");

  expect(await screen.findByText("19/08/2026")).toBeDefined();
  expect(screen.getByText("Đến lúc in")).toBeDefined();
  expect(screen.getAllByText(/^7c1e 90b4 55d0 0000/)).toHaveLength(2);
  await accessible(container);
});

test("the trail is accessible, whole or broken", async () => {
  const { container } = shown(<AuditScreen />, "/audit");
  await screen.findByText("1 dòng mới nhất trong 3.918");
  await waitFor(() => expect(screen.getByText("Nhật ký liền mạch, không bị sửa")).toBeDefined());

  await accessible(container);
});
