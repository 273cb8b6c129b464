import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { fetchOf, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import MustChange from "./must-change";
import MySecurityScreen from "./screen";

import type * as Session from "@/context/session";
import type { Security } from "./security-api";

const me = { id: "u", name: "BS. Lò Mai Demo", profession: "doctor", grants: [], grant: null, place: "station" };
const signOut = vi.fn();
const notices: { code: string; at: string }[] = [];
vi.mock("@/context/session", async (real) => ({
  ...(await real<typeof Session>()),
  useMe: () => me,
  useSignedIn: () => ({ kind: "signed-in", me, demo: false, notices }),
  useSession: () => ({ signOut }),
}));

const AT = "2026-11-20T03:00:00Z";
const SECURITY: Security = {
  password_set_at: AT,
  min_password: 14,
  totp: false,
  passkeys: [],
  recovery_left: 0,
  pin: false,
  devices: [
    { id: "d1", name: "Chrome · Windows", shared: true, current: true, used_at: AT },
    { id: "d2", name: "Chrome · Android", shared: false, current: false, used_at: AT },
  ],
  sign_ins: [
    { id: "s1", method: "password", began_at: AT, seen_at: AT, current: true, device_name: "Chrome · Windows" },
    { id: "s2", method: "passkey", began_at: AT, seen_at: AT, current: false, device_name: null },
  ],
};
const answers: Answers = {};
const sent: unknown[] = [];
const takes = (answer: unknown) => (_: Request, body: unknown) => {
  sent.push(body);
  return answer;
};
const gone = () => new Response(null, { status: 204 });
const refused = (code: string, status = 422) => Response.json({ code, title: "", status }, { status });
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });

beforeEach(() => {
  sent.length = 0;
  notices.length = 0;
  signOut.mockReset();
  for (const key of Object.keys(answers)) Reflect.deleteProperty(answers, key);
  answers["GET /api/me/security"] = () => SECURITY;
  vi.stubGlobal("fetch", fetchOf(answers));
});
afterEach(() => vi.unstubAllGlobals());

describe("one's own security", () => {
  it("tells plainly that a sign-in was used again elsewhere", async () => {
    notices.push({ code: "session_reused", at: AT });
    const { container } = shown(<MySecurityScreen />);

    expect(await screen.findByText(/Phiên đăng nhập bị dùng lại/)).toBeDefined();
    await screen.findByText("Thiết bị");
    await accessible(container);
  });

  it("counts the rule while a password is typed and lets none pass that is too short", async () => {
    answers["POST /api/me/password"] = takes(refused("password.common"));
    const { container } = shown(<MySecurityScreen />);
    await userEvent.click(await screen.findByRole("button", { name: "Đổi mật khẩu" }));
    await userEvent.type(screen.getByLabelText("Mật khẩu đang dùng"), "cũ");
    await userEvent.type(screen.getByLabelText("Mật khẩu mới"), "hoa cúc");
    expect(screen.getByText("7 trên 14 ký tự.")).toBeDefined();
    expect(button("Lưu mật khẩu mới").disabled).toBe(true);

    await userEvent.type(screen.getByLabelText("Mật khẩu mới"), " vàng rực rỡ");
    await accessible(container);
    await userEvent.click(button("Lưu mật khẩu mới"));

    await waitFor(() => expect(sent).toEqual([{ current: "cũ", new: "hoa cúc vàng rực rỡ" }]));
    await waitFor(() => expect(screen.getByLabelText("Mật khẩu mới").getAttribute("aria-invalid")).toBe("true"));
  });

  it("sets a PIN of six digits with the password", async () => {
    answers["PUT /api/me/pin"] = takes(gone());
    shown(<MySecurityScreen />);
    await userEvent.click(await screen.findByRole("button", { name: "Đặt PIN" }));
    await userEvent.type(screen.getByLabelText("PIN mới, 6 số"), "58a2913");
    await userEvent.type(screen.getByLabelText("Mật khẩu đang dùng"), "đúng");
    await userEvent.click(button("Lưu PIN"));

    await waitFor(() => expect(sent).toEqual([{ pin: "582913", password: "đúng" }]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("sets up the app by picture or by hand, and shows the recovery codes once", async () => {
    answers["POST /api/me/totp"] = () => ({ secret: "ABCDEFGHIJKL", uri: "otpauth://x", qr_svg: "<svg/>" });
    answers["POST /api/me/totp/confirm"] = () => refused("code_refused");
    const { container } = shown(<MySecurityScreen />);
    await userEvent.click(await screen.findByRole("button", { name: "Bật ứng dụng xác thực" }));
    await userEvent.type(screen.getByLabelText("Mật khẩu đang dùng"), "đúng{Enter}");

    expect((await screen.findByAltText(/Mã QR/)).getAttribute("src")).toMatch(/^data:image\/svg\+xml/);
    expect(screen.getByText("ABCD EFGH IJKL")).toBeDefined();
    await accessible(container);
    await userEvent.type(screen.getByLabelText(/Mã 6 số ứng dụng/), "111111{Enter}");
    expect(await screen.findByText(/Mã chưa đúng. Xem giờ/)).toBeDefined();

    answers["POST /api/me/totp/confirm"] = () => ({ codes: ["aaaa-bbbb-cccc", "dddd-eeee-ffff"] });
    await userEvent.click(button("Xác nhận mã"));

    expect(await screen.findByText("aaaa-bbbb-cccc")).toBeDefined();
    await accessible(container);
    await userEvent.click(button("Đã cất"));
    expect(screen.queryByText("aaaa-bbbb-cccc")).toBeNull();
  });

  it("says why no key can be added where the browser cannot", async () => {
    shown(<MySecurityScreen />);
    expect(await screen.findByText(/chưa thêm được khóa/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "Thêm khóa" })).toBeNull();
  });

  it("revokes another device after asking, never this one", async () => {
    const revoked = vi.fn(gone);
    answers["DELETE /api/me/devices/d2"] = revoked;
    shown(<MySecurityScreen />);
    expect(await screen.findByRole("button", { name: "Thu hồi Chrome · Android" })).toBeDefined();
    expect(screen.queryByRole("button", { name: "Thu hồi Chrome · Windows" })).toBeNull();

    await userEvent.click(button("Thu hồi Chrome · Android"));
    expect(revoked).not.toHaveBeenCalled();
    await userEvent.click(button("Thu hồi"));

    await waitFor(() => expect(revoked).toHaveBeenCalled());
  });

  it("signs out everywhere after asking", async () => {
    shown(<MySecurityScreen />);
    await userEvent.click(await screen.findByRole("button", { name: "Đăng xuất mọi nơi" }));
    await userEvent.click(screen.getAllByRole("button", { name: "Đăng xuất mọi nơi" }).at(-1)!);
    expect(signOut).toHaveBeenCalledWith(true);
  });
});

it("a password that somebody else set is changed before any work", async () => {
  answers["POST /api/me/password"] = takes(gone());
  const renewed = vi.fn(() => refused("session_over", 401));
  answers["POST /api/session/refresh"] = renewed;
  const { container } = shown(<MustChange />);
  await accessible(container);
  await userEvent.type(screen.getByLabelText("Mật khẩu được cấp"), "cấp");
  await userEvent.type(screen.getByLabelText("Mật khẩu mới"), "hoa cúc vàng rực rỡ{Enter}");

  await waitFor(() => expect(sent).toEqual([{ current: "cấp", new: "hoa cúc vàng rực rỡ" }]));
  await waitFor(() => expect(renewed).toHaveBeenCalled());
});
