import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { mondayOf } from "@/lib/duty-hours";
import { addDays } from "@/lib/days";
import { wipeDrafts } from "@/lib/drafts";
import { forgetSession } from "@/lib/http-client";
import { isoDay } from "@/lib/clock";
import { fetchOf, HOSPITAL, type Answers } from "@/test/consults";
import { rosterOf, shiftOf } from "@/test/rosters";
import { accessible, shown } from "@/test/shown";

import RosterScreen from "./screen";

import type { View } from "./roster-state";
import type { Schema } from "@/wire/schema";

const grants = vi.hoisted(() => ({ role: "dept_head" }));
vi.mock("@/context/session", () => ({
  useMe: () => ({
    id: "head",
    grants: [{ role: grants.role, facility: { id: "0190a000-0000-7000-8000-000000000002", kind: "hospital" } }],
    grant: null,
  }),
}));

const TODAY = isoDay(Date.now());
/** Far enough that nothing of it has to be changed at once. */
const FROM = addDays(mondayOf(TODAY), 14);
const PATH = `/roster?from=${FROM}`;
const AT = `/api/rosters/${HOSPITAL.id}`;
let view: View;
let sent: Schema<"DraftChange">[];
let refuse: Response | null;
let more: Answers;

beforeEach(async () => {
  forgetSession();
  await wipeDrafts();
  grants.role = "dept_head";
  sent = [];
  refuse = null;
  more = {};
  view = rosterOf({ from_day: FROM, days: 7, today: TODAY, shifts: [shiftOf("1", "an", FROM, "N")] });
  vi.stubGlobal("fetch", (request: Request) => {
    const { pathname } = new URL(request.url);
    return fetchOf({
      [`GET ${AT}`]: () => view,
      "GET /api/swaps": () => ({ swaps: [] }),
      ...(pathname.startsWith(`${AT}/draft/changes/`) && {
        [`POST ${pathname}`]: (_: Request, body: unknown) => {
          if (refuse !== null) return refuse.clone();
          const change = body as Schema<"DraftChange">;
          sent.push(change);
          return {
            draft: { changes: 1, digest: "d" },
            changed: (change.add ?? []).map((one) => ({
              ...shiftOf(one.id, one.person_id, FROM, "N"),
              ...one,
              state: "added",
            })),
          };
        },
      }),
      ...more,
    })(request);
  });
});
afterEach(() => vi.unstubAllGlobals());

const cell = (name: RegExp) => screen.findByRole("gridcell", { name });

test("hours and tier are put with keys, sent to the draft, and taken back with Ctrl+Z", async () => {
  const { container } = shown(<RosterScreen />, PATH);
  await userEvent.click(await cell(/^BS. binh Demo, thứ ba .*: chưa xếp/));
  await userEvent.keyboard("d");
  await userEvent.keyboard("2");

  expect(await cell(/^BS. binh Demo, thứ ba .*: Đêm, dự phòng \(bậc 2\), chưa công bố/)).toBeDefined();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[0]?.add).toMatchObject([{ person_id: "binh", specialty: "internal", tier: "first" }]);
  expect(sent[1]?.add).toMatchObject([{ tier: "second" }]);
  expect(sent[1]?.remove).toEqual([sent[0]?.add?.[0]?.id]);
  await accessible(container);

  await userEvent.keyboard("{Control>}z{/Control}");
  await userEvent.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(sent).toHaveLength(4));
  expect(await cell(/^BS. binh Demo, thứ ba .*: chưa xếp/)).toBeDefined();
});

test("arrows move with one stop for Tab, and the bar names the chosen cell", async () => {
  shown(<RosterScreen />, PATH);
  await userEvent.click(await cell(/^BS. an Demo, thứ hai/));
  await userEvent.keyboard("{ArrowRight}{ArrowDown}");

  expect(document.activeElement?.textContent).toMatch(/^BS. binh Demo, thứ ba/);
  expect(screen.getAllByRole("gridcell").filter((one) => one.tabIndex === 0)).toHaveLength(1);
  expect(within(screen.getByRole("toolbar")).getByText("BS. binh Demo")).toBeDefined();
});

test("a red cell opens who could stand there, each with what is against it", async () => {
  const load = { hours: 24, nights: 1, holidays: 0, rings: 0 };
  const [an, binh] = rosterOf().people;
  more[`GET ${AT}/candidates`] = () => ({
    candidates: [
      { person: binh?.person, specialties: ["internal"], load, against: [], tier: null, fit: true },
      { person: an?.person, specialties: ["internal"], load, against: ["leave"], tier: null, fit: false },
    ],
  });
  shown(<RosterScreen />, PATH);
  await userEvent.click(await cell(/^Trống ca đêm thứ hai/));
  const dialog = within(await screen.findByRole("dialog"));

  expect((await dialog.findByRole("radio", { name: /BS. an Demo.*đang nghỉ phép/ })).hasAttribute("disabled")).toBe(
    true,
  );
  await userEvent.click(dialog.getByRole("radio", { name: /BS. binh Demo/ }));
  await userEvent.click(dialog.getByRole("button", { name: "Xếp BS. binh Demo" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(await cell(/^BS. binh Demo, thứ hai .*: Đêm, trực chính/)).toBeDefined();
});

test("who was quicker is named, and nothing of mine is lost in silence", async () => {
  refuse = Response.json(
    {
      code: "roster.cell_taken",
      title: "",
      status: 409,
      params: { person: "binh", by: "an", at: "2026-11-22T03:00:00Z" },
    },
    { status: 409 },
  );
  shown(<RosterScreen />, PATH);
  await userEvent.click(await cell(/^BS. binh Demo, thứ ba/));
  await userEvent.keyboard("n");
  const news = within(await screen.findByRole("alert"));

  expect(news.getByText(/BS. an Demo vừa xếp bác sĩ này trùng giờ/)).toBeDefined();
  expect(news.getByText(/Ca của anh\/chị: BS. binh Demo, Ngày/)).toBeDefined();
  refuse = null;
  await userEvent.click(news.getByRole("button", { name: "Để như người kia xếp" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(sent).toEqual([]);
});

test("one may insist: what the other put there gives way", async () => {
  const taken = Response.json(
    {
      code: "roster.cell_taken",
      title: "",
      status: 409,
      params: { person: "binh", by: "an", at: "2026-11-22T03:00:00Z" },
    },
    { status: 409 },
  );
  refuse = taken;
  shown(<RosterScreen />, PATH);
  await userEvent.click(await cell(/^BS. binh Demo, thứ ba/));
  await userEvent.keyboard("n");
  const news = within(await screen.findByRole("alert"));
  view = { ...view, shifts: [...view.shifts, shiftOf("theirs", "binh", addDays(FROM, 1), "24", { state: "added" })] };
  refuse = null;
  await userEvent.click(news.getByRole("button", { name: "Xếp theo ca của tôi" }));

  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ add: [{ person_id: "binh", tier: "first" }], remove: ["theirs"] });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("what blocks publishing is named with the way to its cell; gaps only warn", async () => {
  view = { ...view, draft: { changes: 2, digest: "d" } };
  const [an] = view.people;
  const load = { hours: 24, nights: 1, holidays: 0, rings: 0 };
  const { id: shift_id, person_id, specialty, tier, starts_at, ends_at } = shiftOf("1", "an", FROM, "N");
  more[`GET ${AT}/draft/preview`] = () => ({
    version: 11,
    from_day: FROM,
    to_day: FROM,
    changes: 2,
    people: [{ person: an?.person, before: load, after: { ...load, hours: 34 }, changed: true }],
    blocking: [{ shift_id, person_id, specialty, tier, starts_at, ends_at, reason: "rotation" }],
    gaps: [{ specialty: "internal", starts_at: ends_at, ends_at, backup: false }],
    affected: ["an"],
    digest: "d",
    fairness: [{ specialty: "internal", before: 80, after: 90 }],
  });
  const { container } = shown(<RosterScreen />, PATH);
  await userEvent.click(await screen.findByRole("button", { name: "Xem trước khi công bố" }));
  const dialog = within(await screen.findByRole("dialog"));

  expect(await dialog.findByText(/người này đang luân phiên tại trạm/)).toBeDefined();
  expect(dialog.getByText("Vẫn còn 1 ca trống.")).toBeDefined();
  expect(dialog.getByText(/Nội 80 → 90/)).toBeDefined();
  expect(dialog.getByRole("button", { name: "Công bố bản 12" }).hasAttribute("disabled")).toBe(true);
  await accessible(container);
  await userEvent.click(dialog.getByRole("button", { name: "Mở ô này" }));
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^BS. an Demo, thứ hai/));
});

test("a file with faults is not taken, and each fault is named by its cell", async () => {
  const { container } = shown(<RosterScreen />, PATH);
  const original = globalThis.fetch;
  vi.stubGlobal("fetch", (request: Request) =>
    request.url.includes("/draft/import/")
      ? Promise.resolve(
          Response.json({
            added: 0,
            removed: 0,
            people: 0,
            days: 0,
            past_days: 0,
            leave: [],
            faults: [{ sheet: "Nội", cell: "C7", code: "bad_cell", params: { text: "X9" } }],
            more_faults: 0,
          }),
        )
      : original(request),
  );
  more["GET /api/calendar-links"] = () => ({ links: [], hospitals: [] });
  await userEvent.click(await screen.findByRole("button", { name: "In, Excel, iCal" }));
  await userEvent.click(await screen.findByRole("button", { name: "Nhập từ Excel" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.upload(container.querySelector("input[type=file]") as HTMLInputElement, new File(["x"], "lich.xlsx"));

  expect(await dialog.findByText("C7")).toBeDefined();
  expect(dialog.getByText(/“X9” không phải là ca/)).toBeDefined();
  expect(dialog.getByText(/Chưa nhận gì từ lich.xlsx/)).toBeDefined();
});

test("who only looks has no way to change anything", async () => {
  grants.role = "coordinator";
  view = { ...view, may_plan: [] };
  shown(<RosterScreen />, PATH);

  await userEvent.click(await cell(/^BS. binh Demo, thứ ba/));
  await userEvent.keyboard("n");
  expect(screen.queryByRole("toolbar")).toBeNull();
  expect(screen.queryByRole("button", { name: /Xem trước|Chép tuần|Chọn người/ })).toBeNull();
  expect(sent).toEqual([]);
});

test("an empty period says how to begin", async () => {
  view = { ...view, shifts: [] };
  shown(<RosterScreen />, PATH);

  expect(await screen.findByText(/^Chưa có lịch từ/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Bắt đầu trống" }));
  expect(await screen.findByRole("grid")).toBeDefined();
});
