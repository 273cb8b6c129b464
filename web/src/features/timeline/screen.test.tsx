import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, linkPointOf, logRowOf, SENT, SON } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { asId, type ConsultId } from "@/wire/ids";

import TimelineScreen from "./screen";

import type { Timeline } from "./timeline-state";

vi.mock("@/context/session", () => ({ useMe: () => ({ id: "m", place: "manager", grants: [], grant: null }) }));
vi.mock("@/context/socket", () => ({ useFrames: () => undefined }));

const ID = asId<ConsultId>(logRowOf().consult_id)!;
const point = (second: number, kbps: number) =>
  linkPointOf({
    at: new Date(Date.parse(SENT) + second * 1000).toISOString(),
    out_kbps: kbps,
    rtt_ms: 90,
    loss_pct: 0.5,
    rung: second < 10 ? "video" : "voice",
  });
const TOLD: Timeline = {
  row: logRowOf(),
  entries: [
    { at: SENT, offset_ms: 0, phase: "ring", kind: "consult_sent", person: SON, params: { urgency: "stat" } },
    { at: SENT, offset_ms: 278_000, phase: "room", kind: "call_live", person: null, params: {} },
  ],
  link: [point(0, 300), point(10, 200)],
  verdicts: [
    {
      number: 1,
      cause: "station_uplink",
      side: "station",
      facts: { station_uplink_s: 540, station_kbytes: 9400 },
      at: SENT,
    },
  ],
  participants: [],
  papers: [
    { kind: "minutes", id: "m", number: "5/BBHC", state: "signed" },
    { kind: "referral", id: "r", number: "2/PCCSKBCB", state: "sent" },
  ],
};

beforeEach(() => {
  forgetSession();
  vi.stubGlobal("fetch", fetchOf({ [`GET /api/log/${ID}`]: () => TOLD }));
});
afterEach(() => vi.unstubAllGlobals());

test("the finding stands first, then the phases that took place", async () => {
  shown(<TimelineScreen id={ID} />);

  expect(await screen.findByRole("heading", { name: /trả lời sau 4 phút 38 giây/ })).toBeDefined();
  expect(screen.getByRole("heading", { name: "Gọi người trả lời" })).toBeDefined();
  expect(screen.queryByRole("heading", { name: "Sau hội chẩn" })).toBeNull();
});

test("a manager opens signed minutes, but not the paper of those who treat", async () => {
  shown(<TimelineScreen id={ID} />);

  expect(await screen.findByRole("link", { name: "Biên bản hội chẩn 5/BBHC" })).toBeDefined();
  expect(screen.queryByRole("link", { name: /Phiếu chuyển/ })).toBeNull();
});

test("the curve has its figures in words and in a table", async () => {
  shown(<TimelineScreen id={ID} />);

  expect(await screen.findByRole("img", { name: /Đường lên của hai bên từ 10:00 đến 10:00/ })).toBeDefined();
  expect(screen.getByText("Bảng số liệu")).toBeDefined();
});

test("the timeline is accessible", async () => {
  const { container } = shown(<TimelineScreen id={ID} />);
  await screen.findByRole("heading", { name: /trả lời sau/ });

  await accessible(container);
});
