import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Problem } from "@/lib/problem";
import { fetchOf, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import SignInScreen from "./screen";

const signIn = vi.fn<(username: string, password: string) => Promise<void>>();
vi.mock("@/context/session", () => ({
  useSession: () => ({ session: { kind: "signed-out", ended: false }, signIn }),
}));

const SITE = {
  demo: true,
  robot: false,
  accounts: [
    { username: "tram.binhlu", name: "BS. Lò Mai Demo", role: "station_doctor", facility: "Trạm Bình Lư" },
    { username: "bs.tamduong", name: "BS. Trần Sơn Demo", role: "specialist", facility: "BVĐK Tam Đường" },
  ],
  emergency_phone: "02130000001",
};
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

describe("the sign-in page", () => {
  const answers: Answers = {};
  beforeEach(() => {
    signIn.mockReset().mockResolvedValue();
    answers["GET /api/site"] = () => SITE;
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
    expect(signIn).toHaveBeenCalledWith("tram.binhlu", "hoichan-demo");
  });

  it("says why it was refused and keeps what was typed", async () => {
    signIn.mockRejectedValue(new Problem({ code: "sign_in_refused", status: 401 }));
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
    expect(signIn).not.toHaveBeenCalled();
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
});
