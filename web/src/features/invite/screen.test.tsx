import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { forgetInviteToken, inviteToken, takeInviteToken } from "@/lib/invite-token";
import { fetchOf, type Answers } from "@/test/consults";
import { sessionOf } from "@/test/session";
import { accessible, shown } from "@/test/shown";
import InviteScreen from "./screen";

import type * as Session from "@/context/session";
import type { SessionAnswer } from "@/lib/http-client";

const enter = vi.fn((opening: () => Promise<SessionAnswer>) => opening());
vi.mock("@/context/session", async (real) => ({
  ...(await real<typeof Session>()),
  useSession: () => ({ enter }),
}));

const VIEW = {
  name: "YS. Giàng Tủa Demo",
  username: "giang.tua",
  min_password: 14,
  methods: [] as string[],
  expires_at: "2026-11-25T03:00:00Z",
};
const answers: Answers = {};
let accepted: unknown[] = [];

beforeEach(() => {
  accepted = [];
  answers["POST /api/invitations/open"] = () => VIEW;
  answers["POST /api/invitations/accept"] = (_, body) => {
    accepted.push(body);
    return sessionOf();
  };
  vi.stubGlobal("fetch", fetchOf(answers));
  history.replaceState(null, "", "/invite#secret-of-the-link");
  takeInviteToken();
});
afterEach(() => {
  vi.unstubAllGlobals();
  forgetInviteToken();
  history.replaceState(null, "", "/");
});

it("takes the secret out of the address and out of memory once it is used", async () => {
  expect(location.href).not.toContain("secret");
  const { container, history: gone } = shown(<InviteScreen />, "/invite");
  await screen.findByText("giang.tua");
  await accessible(container);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /Lưu mật khẩu/ }).disabled).toBe(true);

  await userEvent.type(screen.getByLabelText("Mật khẩu mới"), "hoa cúc vàng rực rỡ{Enter}");

  await screen.findByText(/đã sẵn sàng/);
  expect(accepted).toEqual([
    { token: "secret-of-the-link", password: "hoa cúc vàng rực rỡ", code: null, shared: false },
  ]);
  expect(inviteToken()).toBeNull();
  await accessible(container);
  await userEvent.click(screen.getByRole("button", { name: "Mở Bảo mật tài khoản" }));
  expect(gone.at(-1)).toBe("/security");
});

it("asks an account with a second factor for its code as well", async () => {
  answers["POST /api/invitations/open"] = () => ({ ...VIEW, methods: ["totp"], min_password: 10 });
  shown(<InviteScreen />, "/invite");
  await userEvent.type(await screen.findByLabelText(/Mã 6 số/), "418000");
  await userEvent.type(screen.getByLabelText("Mật khẩu mới"), "hoa cúc vàng{Enter}");

  await waitFor(() => expect(accepted).toMatchObject([{ code: "418000" }]));
});

it("says what to do when the link is over, or came without its secret", async () => {
  answers["POST /api/invitations/open"] = () =>
    Response.json({ code: "invitation_over", title: "", status: 404 }, { status: 404 });
  const { unmount, container } = shown(<InviteScreen />, "/invite");
  expect((await screen.findByRole("alert")).textContent).toMatch(/đã hết hạn/);
  await accessible(container);
  unmount();

  forgetInviteToken();
  shown(<InviteScreen />, "/invite");
  expect((await screen.findByRole("alert")).textContent).toMatch(/thiếu phần bí mật/);
});
