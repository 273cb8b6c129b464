import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { isoDay } from "@/lib/clock";
import { addDays } from "@/lib/days";
import { hoursFrom } from "@/lib/duty-hours";
import { forgetSession } from "@/lib/http-client";
import { fetchOf, HA, HOSPITAL, SON, type Answers } from "@/test/consults";
import { rosterOf } from "@/test/rosters";
import { accessible, shown } from "@/test/shown";

import MyShiftsScreen from "./screen";

import type { Schema } from "@/wire/schema";

vi.mock("@/context/session", () => ({
  useMe: () => ({
    id: "son",
    grants: [{ role: "specialist", facility: { id: "0190a000-0000-7000-8000-000000000002", kind: "hospital" } }],
    grant: null,
  }),
}));

const DAY = addDays(isoDay(Date.now()), 3);
const OWN = { specialty: "internal", tier: "first", ...hoursFrom(DAY, "17:00", 14) } as const;
const THEIRS = { specialty: "internal", tier: "second", ...hoursFrom(addDays(DAY, 2), "17:00", 14) } as const;
const COMING: Schema<"ComingShift"> = {
  id: "0190a000-0000-7000-8000-0000000000c1",
  hospital: HOSPITAL,
  confirmed: false,
  taken_from: null,
  swap: null,
  may_swap: true,
  ...OWN,
};
const SWAP: Schema<"SwapView"> = {
  id: "0190a000-0000-7000-8000-0000000000d1",
  hospital: HOSPITAL,
  give: { id: "x", person: HA, ...THEIRS },
  take: { id: COMING.id, person: SON, ...OWN },
  proposed_by: HA,
  proposed_to: SON,
  state: "proposed",
  lapsed: false,
  reason: "Việc gia đình",
  proposed_at: "2026-11-22T03:00:00Z",
  answered_at: null,
  answer_reason: "",
  judged_by: null,
  judged_at: null,
  judged_reason: "",
  version: null,
  undone_by: null,
  undone_at: null,
  undone_reason: "",
  against: [],
  may: { answer: true, withdraw: false, judge: false, undo: false },
};
let answers: Answers;
let sent: unknown[];

beforeEach(() => {
  forgetSession();
  sent = [];
  answers = {
    "GET /api/shifts/coming": () => ({ shifts: [COMING] }),
    "GET /api/swaps": () => ({ swaps: [] }),
    "GET /api/calendar-links": () => ({ links: [], hospitals: [] }),
    [`GET /api/rosters/${HOSPITAL.id}`]: () => rosterOf(),
  };
  vi.stubGlobal("fetch", (request: Request) => {
    const { pathname } = new URL(request.url);
    return fetchOf({
      ...(request.method === "PUT" && {
        [`PUT ${pathname}`]: (_: Request, body: unknown) => {
          sent.push(body);
          return pathname.startsWith("/api/swaps")
            ? { ...SWAP, may: { ...SWAP.may, answer: false, withdraw: true } }
            : {
                link: { id: "l", hospital: null, made_at: "2026-11-22T03:00:00Z", used_at: null },
                path: "/ical/secret.ics",
              };
        },
      }),
      ...answers,
    })(request);
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a swap is asked of a colleague who can, for one of their shifts or for none", async () => {
  answers[`GET /api/shifts/${COMING.id}/partners`] = () => ({
    shift: { id: COMING.id, person: SON, ...OWN },
    partners: [
      { person: HA, against: [], shifts: [{ id: "0190a000-0000-7000-8000-0000000000c2", against: [], ...THEIRS }] },
      { person: { ...SON, id: "mai", name: "BS. Lò Mai Demo" }, against: ["leave"], shifts: [] },
    ],
  });
  const { container } = shown(<MyShiftsScreen />);
  await userEvent.click(await screen.findByRole("button", { name: /^Xin đổi ca/ }));
  const dialog = within(screen.getByRole("dialog"));

  expect((await dialog.findByRole("radio", { name: /Lò Mai Demo.*nghỉ phép/ })).hasAttribute("disabled")).toBe(true);
  await userEvent.click(dialog.getByRole("radio", { name: /Nguyễn Hà Demo/ }));
  const go = dialog.getByRole("button", { name: "Gửi đề nghị cho BS. Nguyễn Hà Demo" });
  expect(go.hasAttribute("disabled")).toBe(true);
  await userEvent.click(dialog.getByRole("radio", { name: /17:00 đến 07:00/ }));
  await accessible(container);
  await userEvent.click(go);

  await waitFor(() =>
    expect(sent).toEqual([
      { give_id: COMING.id, take_id: "0190a000-0000-7000-8000-0000000000c2", to_id: HA.id, reason: "" },
    ]),
  );
});

test("a proposal that waits for me stands on top with both answers", async () => {
  let swap: Schema<"SwapView"> = SWAP;
  answers["GET /api/swaps"] = () => ({ swaps: [swap] });
  const answer = vi.fn((_: Request, body: unknown) => {
    sent.push(body);
    swap = { ...SWAP, state: "agreed", may: { ...SWAP.may, answer: false, withdraw: true } };
    return swap;
  });
  answers[`POST /api/swaps/${SWAP.id}/answer`] = answer;
  shown(<MyShiftsScreen />);

  expect(await screen.findByRole("region", { name: "1 đề nghị chờ anh/chị trả lời" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Đồng ý đổi" }));
  expect(await screen.findByText("Chờ trưởng khoa duyệt")).toBeDefined();
  expect(sent).toEqual([{ agree: true, reason: "" }]);
});

test("the calendar link is shown once, with a warning that it opens the calendar for anybody", async () => {
  shown(<MyShiftsScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Tạo đường dẫn iCal" }));

  expect((await screen.findByLabelText<HTMLInputElement>("Đường dẫn iCal")).value).toMatch(/\/ical\/secret\.ics$/);
  expect(screen.getByText(/chỉ hiện một lần này/)).toBeDefined();
  expect(sent).toEqual([{ hospital_id: null }]);
});
