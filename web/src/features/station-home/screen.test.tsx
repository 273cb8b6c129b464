import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { consultOf, fetchOf, HOSPITAL, SON, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import StationHomeScreen from "./screen";

const link = vi.hoisted(() => ({ now: { kind: "open", rttMs: 40 } as { kind: string; since?: number } }));
vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "mai", name: "BS. Lò Mai Demo", grant: { role: "station_doctor", facility: { id: "s" } } }),
}));
vi.mock("@/context/socket", () => ({ useFrames: () => undefined, useLink: () => link.now }));

describe("the station's page", () => {
  const answers: Answers = {};
  beforeEach(() => {
    link.now = { kind: "open" };
    answers["GET /api/debts"] = () => ({ debts: [] });
    answers["GET /api/duty"] = () => ({
      hospital: HOSPITAL,
      lines: [],
      phones: [{ label: "emergency", number: "02130000001" }],
    });
    answers["GET /api/consults"] = () => ({ consults: [] });
    vi.stubGlobal("fetch", fetchOf(answers));
  });
  afterEach(() => vi.unstubAllGlobals());

  it("explains itself when nothing is open and nothing is owed", async () => {
    const { container } = shown(<StationHomeScreen />);

    expect(await screen.findByText("Không có ca đang mở")).toBeTruthy();
    expect(await screen.findByText("Không còn việc nợ.")).toBeTruthy();
    expect(screen.getByRole("link", { name: /Cấp cứu/ }).getAttribute("href")).toBe("/emergency");
    await accessible(container);
  });

  it("shows the ladder of the case being called, with names and the way to its room", async () => {
    const step = {
      index: 0,
      kind: "first",
      state: "ringing",
      started_at: "2026-11-22T03:00:00Z",
      deadline_at: "2026-11-22T03:15:00Z",
      skip_reason: null,
      hospital: null,
      group: 0,
      with_previous: false,
      people: [{ ring_id: "r", person: SON, state: "ringing", why: "shift", ended_at: null, note: null, channels: [] }],
    };
    const consult = consultOf({ id: "x", patient_id: "p" });
    answers["GET /api/consults"] = () => ({
      consults: [{ ...consult, ladder: { round: 1, number: 0, steps: [step], ended_at: null, restarts_at: null } }],
    });
    answers["POST /api/patients/names"] = () => ({
      patients: [
        {
          id: "p",
          full_name: "Giàng Thị Sua Demo",
          sex: "female",
          birth_date: "2025-09-12",
          birth_precision: "day",
          age_months: 14,
          joined: [],
        },
      ],
    });
    const { container } = shown(<StationHomeScreen />);

    expect(await screen.findByText(/Cháu Giàng Thị Sua Demo/)).toBeTruthy();
    const ladder = screen.getByRole("list", { name: "Trình tự gọi" });
    expect(within(ladder).getByText("BS. Trần Sơn Demo")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Vào phòng chờ" }).getAttribute("href")).toBe("/consults/x/waiting");
    await accessible(container);
  });

  it("puts the telephone where the roster was when the network is gone", async () => {
    localStorage.setItem("telemed.phones", JSON.stringify([{ label: "emergency", number: "02130000001" }]));
    link.now = { kind: "reconnecting", since: Date.parse("2026-11-22T03:42:00Z") };
    shown(<StationHomeScreen />);

    expect(await screen.findByText(/Mất mạng từ 10:42/)).toBeTruthy();
    expect(screen.getByText("Gọi điện trong lúc mất mạng")).toBeTruthy();
    expect(screen.queryByText("Đang trực hội chẩn")).toBeNull();
  });
});
