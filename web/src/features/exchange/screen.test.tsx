import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf } from "@/test/consults";
import { accessible, shown } from "@/test/shown";

import { chosen, endOf, healthOf, inOrder, stateOf } from "./exchange-state";
import ExchangeScreen from "./screen";

import type { Desk, Hook, Key } from "./exchange-api";

vi.mock("@/lib/uuid7", () => ({ uuid7: () => "new" }));

const PLACE = {
  id: "0192b000-0000-7000-8000-000000000001",
  name: "BVĐK Than Uyên Demo",
  short_name: "BV Than Uyên",
  kind: "hospital" as const,
};
const BY = { id: "0192b000-0000-7000-8000-000000000002", name: "Quản Trị Demo", profession: "officer" as const };
const KEY = {
  id: "0192b000-0000-7000-8000-000000000003",
  facility: PLACE,
  name: "HIS Demo",
  kinds: ["cases", "papers"],
  made_by: BY,
  made_at: "2026-11-01T03:00:00Z",
  expires_at: "2027-05-01T03:00:00Z",
  used_at: null,
  revoked_at: null,
  works: true,
} as unknown as Key;
const HOOK = {
  id: "0192b000-0000-7000-8000-000000000004",
  facility: PLACE,
  name: "HIS Demo",
  url: "https://his.example.vn/told",
  topics: ["consult.requested"],
  made_by: BY,
  made_at: "2026-11-01T03:00:00Z",
  failing_since: null,
  stopped_at: null,
  stopped_why: null,
  old_secret_until: null,
  messages: [
    {
      id: "0192b000-0000-7000-8000-000000000005",
      topic: "consult.requested",
      at: "2026-11-22T03:00:00Z",
      state: "delivered",
      attempts: 2,
      status: 204,
      tried_at: "2026-11-22T03:01:00Z",
    },
  ],
} as unknown as Hook;
const TOKEN = "tmk_only-seen-once";
const LOST = "0192b000-0000-7000-8000-000000000006";

let desk: Desk;
let sent: unknown[];

beforeEach(() => {
  forgetSession();
  desk = { facilities: [PLACE], keys: [KEY], hooks: [HOOK] };
  sent = [];
  vi.stubGlobal(
    "fetch",
    fetchOf({
      "GET /api/exchange": () => desk,
      "PUT /api/exchange/keys/new": (_, body) => (sent.push(body), { key: KEY, token: TOKEN }),
      [`POST /api/exchange/keys/${KEY.id}/revoke`]: () => (sent.push("revoke"), { ...KEY, works: false }),
      [`POST /api/exchange/webhooks/${HOOK.id}/tests/new`]: () => (sent.push("test"), HOOK),
      [`POST /api/exchange/webhooks/${HOOK.id}/messages/${LOST}/again`]: () => (sent.push("again"), HOOK),
      [`PUT /api/exchange/webhooks/${HOOK.id}/secrets/new`]: (_, body) => (
        sent.push(body),
        { hook: HOOK, secret: "whsec_only-seen-once" }
      ),
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

test("a key is given for what is ticked, and shown once", async () => {
  const { container } = shown(<ExchangeScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Cấp khóa mới" }));
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.type(dialog.getByLabelText("Tên phần mềm"), "HIS Demo");
  expect(dialog.getByRole("button", { name: "Cấp khóa này" })).toHaveProperty("disabled", true);

  await userEvent.click(dialog.getByLabelText(/Người bệnh là ai/));
  expect(dialog.getByLabelText(/Ca hội chẩn/)).toHaveProperty("checked", true);
  await accessible(container);
  await userEvent.click(dialog.getByRole("button", { name: "Cấp khóa này" }));

  expect(await screen.findByDisplayValue(TOKEN)).toBeDefined();
  expect(sent).toEqual([
    expect.objectContaining({ facility_id: PLACE.id, name: "HIS Demo", kinds: ["cases", "identity"] }),
  ]);
  await userEvent.click(screen.getByRole("button", { name: "Đã cất, đóng lại" }));
  expect(screen.queryByDisplayValue(TOKEN)).toBeNull();
});

test("a key is revoked only after a second word", async () => {
  shown(<ExchangeScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Thu hồi khóa của HIS Demo" }));
  expect(sent).toEqual([]);

  await userEvent.click(screen.getByRole("button", { name: "Thu hồi ngay" }));

  expect(sent).toEqual(["revoke"]);
});

test("an address shows how its last messages went, and is tried", async () => {
  shown(<ExchangeScreen />);
  expect(await screen.findByText("Nhận tin tốt")).toBeDefined();
  expect(screen.getByText(/đã nhận · 204 · 2 lần gửi/)).toBeDefined();

  await userEvent.click(screen.getByRole("button", { name: "Gửi thử" }));

  expect(sent).toEqual(["test"]);
});

test("a message that was not taken is sent again by hand, one that was taken is not", async () => {
  const taken = HOOK.messages[0];
  const lost = { ...taken, id: LOST, state: "failed", status: 503, attempts: 14 };
  desk = { ...desk, hooks: [{ ...HOOK, messages: [lost, taken] }] } as unknown as Desk;
  shown(<ExchangeScreen />);
  await userEvent.click(await screen.findByText("2 tin gần đây"));

  await userEvent.click(screen.getByRole("button", { name: "Gửi lại" }));

  expect(sent).toEqual(["again"]);
});

test("another secret is shown once, and whether it leaked is asked", async () => {
  const { container } = shown(<ExchangeScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Đổi khóa ký tin gửi HIS Demo" }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByLabelText(/Còn dùng song song 24 giờ/)).toHaveProperty("checked", true);
  await userEvent.click(dialog.getByLabelText(/Đã lộ/));
  await accessible(container);
  await userEvent.click(dialog.getByRole("button", { name: "Đổi khóa ký" }));

  expect(await screen.findByDisplayValue("whsec_only-seen-once")).toBeDefined();
  expect(sent).toEqual([{ leaked: true }]);
});

test("an address says until when the secret before counts too", async () => {
  desk = { ...desk, hooks: [{ ...HOOK, old_secret_until: "2026-11-23T03:00:00Z" }] };
  shown(<ExchangeScreen />);

  expect(await screen.findByText(/Khóa ký cũ còn dùng đến/)).toBeDefined();
});

test("an address that was given up says so, and is told again", async () => {
  desk = {
    ...desk,
    hooks: [{ ...HOOK, stopped_at: "2026-11-22T03:00:00Z", stopped_why: "failing" }],
  } as unknown as Desk;
  shown(<ExchangeScreen />);

  expect(await screen.findByText(/Đã 3 ngày không nhận được tin/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Gửi thử" })).toBeNull();
  expect(screen.getByRole("button", { name: "Báo lại từ bây giờ" })).toBeDefined();
});

test("parts of a case come and go with the cases", () => {
  expect([...chosen(new Set(), "identity", true)].sort()).toEqual(["cases", "identity"]);
  expect([...chosen(new Set(["cases", "identity", "duty"]), "cases", false)]).toEqual(["duty"]);
  expect([...chosen(new Set(), "duty", true)]).toEqual(["duty"]);
});

test("a key ends within a year, whatever the month", () => {
  const now = Date.parse("2027-03-01T00:00:00Z");
  for (const months of [1, 3, 6, 12] as const) {
    const days = (Date.parse(endOf(months, now)) - now) / 86_400_000;
    expect(days).toBeGreaterThan(27);
    expect(days).toBeLessThanOrEqual(366);
  }
});

test("states of keys and addresses are told apart, and working keys stand first", () => {
  const now = Date.parse("2026-11-22T03:00:00Z");
  expect(stateOf(KEY, now)).toBe("works");
  expect(stateOf({ ...KEY, expires_at: "2026-12-01T00:00:00Z" }, now)).toBe("soon");
  expect(stateOf({ ...KEY, works: false }, now)).toBe("over");
  expect(stateOf({ ...KEY, works: false, revoked_at: "2026-11-02T00:00:00Z" }, now)).toBe("revoked");
  expect(healthOf({ ...HOOK, failing_since: "2026-11-22T00:00:00Z" })).toBe("failing");
  expect(healthOf({ ...HOOK, stopped_at: "2026-11-22T00:00:00Z", stopped_why: "by_hand" })).toBe("stopped");
  const over = { ...KEY, id: "over", works: false, made_at: "2026-11-20T00:00:00Z" } as Key;
  expect(inOrder([over, KEY]).map(({ id }) => id)).toEqual([KEY.id, "over"]);
});
