import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { fetchOf, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { sessionOf } from "@/test/session";
import SignInScreen from "./screen";

import type * as Session from "@/context/session";
import type { SessionAnswer } from "@/lib/http-client";

const enter = vi.fn((opening: () => Promise<SessionAnswer>) => opening());
vi.mock("@/context/session", async (real) => ({
  ...(await real<typeof Session>()),
  useSession: () => ({ session: { kind: "signed-out", ended: false }, enter }),
}));

const SITE = {
  demo: true,
  robot: false,
  accounts: [
    { username: "tram.binhlu", name: "BS. Lò Mai Demo", role: "station_doctor", facility: "Trạm Bình Lư" },
    { username: "bs.tamduong", name: "BS. Trần Sơn Demo", role: "specialist", facility: "BVĐK Tam Đường" },
  ],
  emergency_phone: "02130000001",
  oidc: null,
  passkeys: true,
};
const PERSON = { profession: "doctor", used_at: "2026-11-20T03:00:00Z", pin: true, pin_left: 5 };
const SHARED = {
  known: true,
  shared: true,
  people: [
    { id: "mai", name: "BS. Lò Mai Demo", ...PERSON },
    { id: "hoa", name: "ĐD. Tẩn Hoa Demo", ...PERSON, pin: false, pin_left: 0 },
  ],
};
const refused = (code: string, params = {}) => Response.json({ code, title: "", status: 401, params }, { status: 401 });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

describe("the sign-in page", () => {
  const answers: Answers = {};
  const sent: unknown[] = [];
  const takes = (answer: () => unknown) => (_: Request, body: unknown) => {
    sent.push(body);
    return answer();
  };
  beforeEach(() => {
    enter.mockClear();
    sent.length = 0;
    answers["GET /api/site"] = () => SITE;
    answers["GET /api/session/device"] = () => SHARED;
    answers["POST /api/session"] = takes(sessionOf);
    answers["POST /api/session/pin"] = takes(sessionOf);
    vi.stubGlobal("fetch", fetchOf(answers));
  });
  afterEach(() => vi.unstubAllGlobals());

  it("shows the emergency number to whoever is not signed in", async () => {
    const { container } = shown(<SignInScreen />);

    const phone = await screen.findByRole("link", { name: /0213/ });

    expect(phone.getAttribute("href")).toBe("tel:02130000001");
    await accessible(container);
  });

  it("fills name and password at one tap and leaves one thing to press", async () => {
    shown(<SignInScreen />);

    await userEvent.click(await screen.findByRole("button", { name: /BS. Lò Mai Demo/ }));

    expect([field("Tên đăng nhập").value, field("Mật khẩu").value]).toEqual(["tram.binhlu", "hoichan-demo"]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Đăng nhập" }));
    await userEvent.keyboard("{Enter}");
    await waitFor(() =>
      expect(sent).toEqual([{ username: "tram.binhlu", password: "hoichan-demo", shared: false, code: null }]),
    );
  });

  it("says why it was refused and keeps what was typed", async () => {
    answers["POST /api/session"] = () => refused("sign_in_refused");
    shown(<SignInScreen />);
    await userEvent.type(field("Tên đăng nhập"), "tram.binhlu");
    await userEvent.type(field("Mật khẩu"), "sai{Enter}");

    expect((await screen.findByRole("alert")).textContent).toMatch(/chưa đúng/);
    expect(field("Tên đăng nhập").value).toBe("tram.binhlu");
  });

  it("asks nothing of the server while a field is empty", async () => {
    shown(<SignInScreen />);
    await userEvent.click(screen.getByRole("button", { name: "Đăng nhập" }));

    expect(screen.getByRole("alert").textContent).toMatch(/Điền cả/);
    expect(enter).not.toHaveBeenCalled();
  });

  it("switches the robot on, and shows it only where there is one", async () => {
    vi.stubGlobal("fetch", (request: Request | string) =>
      typeof request === "string" ? Promise.resolve(Response.json({ on: true })) : fetchOf(answers)(request),
    );
    const { unmount } = shown(<SignInScreen />);
    const robot = await screen.findByRole("switch", { name: /Bác sĩ robot/ });
    await userEvent.click(robot);
    await waitFor(() => expect(robot.getAttribute("aria-checked")).toBe("true"));
    unmount();

    answers["GET /api/site"] = () => ({ ...SITE, robot: null });
    shown(<SignInScreen />);
    await screen.findByRole("button", { name: /BS. Lò Mai Demo/ });
    expect(screen.queryByRole("switch")).toBeNull();
  });

  describe("on a machine that several people use", () => {
    beforeEach(() => localStorage.setItem("telemed.shared", "1"));
    const pad = () => screen.findByRole("group", { name: "Bàn phím số" });
    const type = (digits: string) => userEvent.keyboard(digits);

    it("takes the last person's PIN with its sixth digit, by keyboard and by pad", async () => {
      const { container } = shown(<SignInScreen />);
      await pad();
      await accessible(container);

      await type("12345");
      expect(sent).toEqual([]);
      await userEvent.click(screen.getByRole("button", { name: "6" }));

      await waitFor(() => expect(sent).toEqual([{ person_id: "mai", pin: "123456" }]));
    });

    it("says how many tries are left, then asks this person alone for the password", async () => {
      answers["POST /api/session/pin"] = () => refused("pin_refused", { left: 3 });
      shown(<SignInScreen />);
      await pad();
      await type("111111");
      expect((await screen.findByText(/Còn 3 lần/)).closest("[role=alert]")).not.toBeNull();

      answers["POST /api/session/pin"] = () => refused("pin_locked");
      await type("111111");

      expect((await screen.findByRole("alert")).textContent).toMatch(/Đã khóa PIN của BS. Lò Mai Demo/);
      await userEvent.click(screen.getByRole("button", { name: "Chọn người khác trên máy này" }));
      expect(await screen.findByRole("button", { name: /ĐD. Tẩn Hoa Demo/ })).toBeDefined();
    });

    it("asks whoever has no PIN, and everyone else, for the password with the machine's tick kept", async () => {
      shown(<SignInScreen />);
      await userEvent.click(await screen.findByRole("button", { name: /ĐD. Tẩn Hoa Demo/ }));
      expect(screen.getByRole("heading", { name: "Mật khẩu của ĐD. Tẩn Hoa Demo" })).toBeDefined();
      expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Máy dùng chung/ }).checked).toBe(true);
    });
  });

  it("asks for the second step after a right password, and sends both", async () => {
    answers["POST /api/session"] = takes(() => refused("second_factor_needed", { methods: "totp,recovery" }));
    const { container } = shown(<SignInScreen />);
    await userEvent.type(field("Tên đăng nhập"), "tram.binhlu");
    await userEvent.type(field("Mật khẩu"), "đúng rồi{Enter}");

    const code = await screen.findByLabelText("Mã 6 số trong ứng dụng xác thực");
    await accessible(container);
    answers["POST /api/session"] = takes(() => refused("second_factor_refused"));
    await userEvent.type(code, "418000{Enter}");

    expect((await screen.findByRole("alert")).textContent).toMatch(/Mã chưa đúng/);
    expect(sent.at(-1)).toEqual({ username: "tram.binhlu", password: "đúng rồi", shared: false, code: "418000" });
  });

  it("without network it says so, and the number this machine remembers is there to dial", async () => {
    localStorage.setItem("telemed.phones", JSON.stringify([{ label: "emergency", number: "02130000009" }]));
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    shown(<SignInScreen />);

    expect(await screen.findByText(/Chưa có mạng từ/)).toBeDefined();
    expect(screen.getByRole("link", { name: /0213/ }).getAttribute("href")).toBe("tel:02130000009");
  });
});
