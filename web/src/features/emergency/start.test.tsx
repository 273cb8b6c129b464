import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { dropDraftDatabase } from "@/lib/drafts";
import { consultOf, detailOf, fetchOf, HOSPITAL, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import EmergencyScreen from "./screen";

const role = vi.hoisted(() => ({ now: "station_doctor" }));
vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "mai", name: "BS. Lò Mai Demo", grant: { role: role.now, facility: { id: "s" } } }),
}));
vi.mock("@/context/socket", () => ({
  useFrames: () => undefined,
  useLinkBack: () => undefined,
  useLink: () => ({ kind: "open", rttMs: 40 }),
}));

const call = () => screen.findByRole("button", { name: "Gọi cấp cứu ngay" });

describe("the emergency form", () => {
  let put: { id: string; body: Record<string, unknown> } | null = null;
  let reply: (id: string) => unknown;
  beforeEach(() => {
    put = null;
    role.now = "station_doctor";
    reply = (id) => consultOf({ id, urgency: "stat" });
    const answers: Answers = {
      "GET /api/vital-limits": () => ({ limits: [] }),
      "GET /api/duty": () => ({
        hospital: HOSPITAL,
        lines: [],
        phones: [{ label: "emergency", number: "02130000001" }],
      }),
    };
    const known = fetchOf(answers);
    vi.stubGlobal("fetch", async (request: Request) => {
      const id = new URL(request.url).pathname.split("/").at(-1) ?? "";
      if (request.method === "PUT") {
        put = { id, body: (await request.clone().json()) as Record<string, unknown> };
        const answer = reply(id);
        return answer instanceof Response ? answer : Response.json(answer);
      }
      if (request.url.includes("/api/consults/")) return Response.json(detailOf(consultOf({ id, urgency: "stat" })));
      return known(request);
    });
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    await dropDraftDatabase();
  });

  it("rings after a condition and one tap", async () => {
    const { container, history } = shown(<EmergencyScreen id={null} />, "/emergency");
    await call();
    await accessible(container);

    await userEvent.click(screen.getByRole("radio", { name: "Đau ngực" }));
    await userEvent.click(await call());

    await waitFor(() => expect(history.at(-1)).toBe(`/emergency/${put?.id ?? ""}`));
    expect(put?.body).toMatchObject({
      urgency: "stat",
      send: true,
      specialty: "emergency",
      request: { case_type: "chest_pain" },
    });
  });

  it("asks for a condition or a line before it rings, and for nothing else", async () => {
    shown(<EmergencyScreen id={null} />);

    await userEvent.click(await call());

    expect(screen.getByRole("alert").textContent).toMatch(/Chọn một tình trạng/);
    expect(put).toBeNull();
  });

  it("goes on where an earlier try had arrived and its answer was lost", async () => {
    reply = () => Response.json({ code: "id_reused", title: "", status: 409 }, { status: 409 });
    const { history } = shown(<EmergencyScreen id={null} />, "/emergency");

    await userEvent.type(await screen.findByLabelText("Một dòng cho bác sĩ"), "ngã cây");
    await userEvent.click(await call());

    await waitFor(() => expect(history.at(-1)).toBe(`/emergency/${put?.id ?? ""}`));
  });

  it("keeps every word and shows the telephone when the server refuses", async () => {
    reply = () => Response.json({ code: "no_hospital", title: "", status: 409 }, { status: 409 });
    shown(<EmergencyScreen id={null} />);
    const line = await screen.findByLabelText<HTMLInputElement>("Một dòng cho bác sĩ");
    await userEvent.type(line, "ngã cây");

    await userEvent.click(await call());

    expect(await screen.findByRole("link", { name: /0213/ })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Gọi lại" })).toBeTruthy();
    expect(line.value).toBe("ngã cây");
  });

  it("tells a nurse to telephone at once", async () => {
    role.now = "station_nurse";
    shown(<EmergencyScreen id={null} />);

    expect(((await call()) as HTMLButtonElement).disabled).toBe(true);
    expect(await screen.findByRole("link", { name: /0213/ })).toBeTruthy();
  });
});
