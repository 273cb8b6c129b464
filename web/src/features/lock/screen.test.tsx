import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { SocketProvider } from "@/context/socket";
import { holdRunningCall } from "@/lib/running-call";
import { SocketClient } from "@/lib/socket-client";
import { consultOf, fetchOf, type Answers } from "@/test/consults";
import { sessionOf } from "@/test/session";
import { accessible, shown } from "@/test/shown";
import LockScreen from "./screen";

import type * as Session from "@/context/session";
import type { SessionAnswer } from "@/lib/http-client";

const me = {
  id: "u",
  name: "BS. Lò Mai Demo",
  profession: "doctor",
  grants: [],
  grant: {
    role: "station_doctor",
    facility: { id: "s", name: "Trạm Bình Lư", short_name: "Trạm Bình Lư", kind: "station" },
    specialty: null,
  },
  place: "station",
};
const held = {
  kind: "signed-in",
  me: me as object,
  lock: { reason: "idle", unlockWith: ["pin", "password"], at: Date.now(), switching: false } as object,
  shared: true,
  demo: false,
  mustChange: false,
  notices: [],
};
let session = held;
const enter = vi.fn((opening: () => Promise<SessionAnswer>) => opening());
const turnTo = vi.fn();
vi.mock("@/context/session", async (real) => ({
  ...(await real<typeof Session>()),
  useMe: () => session.me,
  useSignedIn: () => session,
  useSession: () => ({ session, enter, turnTo }),
}));

const answers: Answers = {};
const sent: unknown[] = [];
const refused = (code: string, params = {}) => Response.json({ code, title: "", status: 401, params }, { status: 401 });

function locked(rings = false) {
  const client = new SocketClient({
    url: "ws://x/ws",
    tab: "t",
    ticket: () => new Promise(() => undefined),
    renew: () => Promise.resolve(),
  });
  return shown(
    <SocketProvider client={client}>
      <LockScreen rings={rings} other={null} />
    </SocketProvider>,
  );
}

beforeEach(() => {
  session = held;
  sent.length = 0;
  enter.mockClear();
  turnTo.mockClear();
  for (const key of Object.keys(answers)) Reflect.deleteProperty(answers, key);
  answers["GET /api/consults"] = () => ({ consults: [] });
  answers["POST /api/session/unlock"] = (_, body) => {
    sent.push(body);
    return sessionOf();
  };
  vi.stubGlobal("fetch", fetchOf(answers));
});
afterEach(() => vi.unstubAllGlobals());

describe("the locked screen", () => {
  it("says why, and opens with the PIN", async () => {
    const { container } = locked();
    expect(screen.getByText(/Máy đã khóa lúc/)).toBeDefined();
    await accessible(container);

    await userEvent.keyboard("582913");

    await waitFor(() => expect(sent).toEqual([{ pin: "582913" }]));
  });

  it("asks for the password once the PIN is locked", async () => {
    answers["POST /api/session/unlock"] = () => refused("pin_locked");
    locked();
    await userEvent.keyboard("582913");

    expect((await screen.findByRole("alert")).textContent).toMatch(/Đã khóa PIN/);
    expect(screen.getByLabelText("Mật khẩu")).toBeDefined();
  });

  it("asks for the second step where this machine forgot it", async () => {
    session = { ...held, lock: { ...held.lock, reason: "expired", unlockWith: ["password"] } };
    answers["POST /api/session/unlock"] = () => refused("second_factor_needed", { methods: "totp" });
    locked();
    expect(screen.getByText(/đã hết hạn/)).toBeDefined();
    await userEvent.type(screen.getByLabelText("Mật khẩu"), "đúng{Enter}");

    answers["POST /api/session/unlock"] = (_, body) => {
      sent.push(body);
      return sessionOf();
    };
    await userEvent.type(await screen.findByLabelText(/Mã 6 số/), "418000{Enter}");

    await waitFor(() => expect(sent).toEqual([{ password: "đúng", code: "418000" }]));
  });

  it("tells that a doctor took the case, and nothing of the patient", async () => {
    const call = { id: "c", state: "open", opened_at: "2026-11-22T03:00:00Z", live_at: null, ended_at: null };
    answers["GET /api/consults"] = () => ({
      consults: [
        consultOf({ state: "accepted", reason: "Giàng Thị Sua ho", call: call as never }),
        consultOf({ id: "w", state: "waiting" }),
      ],
    });
    locked();

    expect((await screen.findByText("Bác sĩ đã nhận ca")).closest("[role=alert]")).not.toBeNull();
    expect(screen.getByText("1 ca đang chờ bác sĩ vẫn tiếp tục gọi.")).toBeDefined();
    expect(document.body.textContent).not.toMatch(/Giàng/);
  });

  it("ends a running call, asking once more", async () => {
    const gone = holdRunningCall("c1");
    const ended = vi.fn(() => consultOf({}));
    answers["POST /api/calls/c1/end"] = ended;
    const { container } = locked();
    await accessible(container);

    await userEvent.click(screen.getByRole("button", { name: "Kết thúc ca" }));
    expect(ended).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Kết thúc ca" }));

    await waitFor(() => expect(ended).toHaveBeenCalled());
    gone();
  });

  it("shows a ring by station, specialty and urgency, and takes it", async () => {
    session = { ...held, me: { ...me, place: "specialist" } };
    const consult = consultOf({ id: "k", urgency: "stat", state: "waiting", reason: "Khó thở", question: "Thở máy?" });
    const ring = {
      ring_id: "r",
      consult,
      why: "shift",
      step: 0,
      started_at: new Date().toISOString(),
      deadline_at: new Date(Date.now() + 60_000).toISOString(),
      silent: true,
    };
    answers["GET /api/rings"] = () => ({ rings: [ring] });
    answers["POST /api/consults/k/accept"] = () => consult;
    const { container, history } = locked(true);

    const take = await screen.findByRole("button", { name: "Nhận" });
    expect(document.body.textContent).not.toMatch(/Khó thở|Thở máy/);
    await accessible(container);
    await userEvent.click(take);

    expect(await screen.findByText("Đã nhận ca")).toBeDefined();
    expect(history.at(-1)).toBe("/consults/k/call");
  });

  it("rings an emergency without unlocking", async () => {
    let body: unknown = null;
    vi.stubGlobal("fetch", async (request: Request) => {
      if (request.method === "PUT") {
        body = await request.clone().json();
        return Response.json(consultOf({ urgency: "stat", state: "waiting", code: "BL-0009" }));
      }
      return fetchOf(answers)(request);
    });
    const { container } = locked();
    await userEvent.click(screen.getByRole("button", { name: "Cấp cứu" }));
    await userEvent.click(await screen.findByText("Đau ngực"));
    await accessible(container);
    await userEvent.click(screen.getByRole("button", { name: "Gọi cấp cứu ngay" }));

    await waitFor(() => expect(body).toMatchObject({ urgency: "stat", send: true, station_id: "s", patient_id: null }));
  });

  it("hands the machine to somebody else", async () => {
    locked();
    await userEvent.click(screen.getByRole("button", { name: "Đổi người dùng" }));
    expect(turnTo).toHaveBeenCalledWith(true);
  });
});
