import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, HOSPITAL, type Answers } from "@/test/consults";
import { accountOf, facilityOf, heldOf, STATION_VIEW, TABLE } from "@/test/people";
import { accessible, shown } from "@/test/shown";
import { asId, type PersonId } from "@/wire/ids";

import PersonScreen from "./person";
import PeopleScreen from "./screen";

const HA = accountOf();
const LIST = {
  people: [HA],
  older: null,
  total: 1,
  counts: { active: 1 },
  without_second_factor: 2,
  invitations_ending: 0,
};
let answers: Answers;
let asked: string[];
let sent: unknown[];

beforeEach(() => {
  forgetSession();
  [asked, sent] = [[], []];
  const kept = (answer: unknown) => (_: Request, body: unknown) => {
    sent.push(body);
    return answer;
  };
  answers = {
    "POST /api/people/search": kept(LIST),
    "GET /api/roles": () => ({ roles: TABLE }),
    "GET /api/administered-facilities": () => ({ facilities: [facilityOf(), STATION_VIEW], province: false }),
    [`GET /api/people/${HA.id}`]: () => HA,
  };
  vi.stubGlobal("fetch", (request: Request) => {
    const path = new URL(request.url).pathname;
    // Ids are made by the screen.
    const named = path.replace(/^\/api\/(people|grants)\/[0-9a-f-]{36}/, (_, kind: string) => `/api/${kind}/:id`);
    return fetchOf({ ...answers, ...forNamed(named, path) }, asked)(request);
  });
  const forNamed = (named: string, path: string): Answers =>
    Object.fromEntries(
      Object.entries(answers)
        .filter(([key]) => key.endsWith(` ${named}`))
        .map(([key, answer]) => [key.replace(named, path), answer]),
    );
});
afterEach(() => vi.unstubAllGlobals());

function person(part: Partial<typeof HA> = {}) {
  answers[`GET /api/people/${HA.id}`] = () => ({ ...HA, ...part });
  const id = asId<PersonId>(HA.id);
  if (id === null) throw new Error("no id");
  return shown(<PersonScreen id={id} />);
}

test("a line says how somebody stands, what they may do, and leads to the account", async () => {
  const { container, history } = shown(<PeopleScreen />, "/people");

  await userEvent.click(await screen.findByRole("link", { name: HA.name }));

  expect(within(screen.getByRole("table")).getByText("Đang làm")).toBeDefined();
  expect(screen.getByText("Bác sĩ chuyên khoa Nội")).toBeDefined();
  expect(history.at(-1)).toBe(`/people/${HA.id}`);
  await accessible(container);
});

test("who has no second factor is one touch away", async () => {
  const { history } = shown(<PeopleScreen />, "/people");

  await userEvent.click(await screen.findByRole("button", { name: /Xem 2 người chưa bật/ }));

  expect(history.at(-1)).toBe("/people?bare=1");
});

test("typing searches when it rests, without losing the field", async () => {
  const { history } = shown(<PeopleScreen />, "/people");
  const field = await screen.findByRole("searchbox");

  await userEvent.type(field, "tran son");

  await vi.waitFor(() => expect(history.at(-1)).toBe("/people?text=tran+son"));
  expect(document.activeElement).toBe(field);
});

test("nobody found offers the locked accounts", async () => {
  answers["POST /api/people/search"] = () => ({ ...LIST, people: [], total: 0 });
  const { history } = shown(<PeopleScreen />, "/people?text=xq");

  await userEvent.click(await screen.findByRole("button", { name: "Tìm trong mọi tình trạng" }));

  expect(history.at(-1)).toBe("/people?text=xq&status=all");
});

test("a new account is opened, gets its role and shows its link once", async () => {
  answers["PUT /api/people/:id"] = (_, body) => (sent.push(body), HA);
  answers["PUT /api/grants/:id"] = (_, body) => (sent.push(body), HA);
  answers["POST /api/people/:id/invitation"] = () => ({
    link: "https://telemed.test/invite#secret",
    expires_at: "2026-11-25T03:00:00Z",
  });
  shown(<PeopleScreen />, "/people");
  await userEvent.click(await screen.findByRole("button", { name: "Thêm người" }));
  const dialog = within(screen.getByRole("dialog"));

  await userEvent.type(dialog.getByLabelText(/Họ và tên/), "Lò Thị Hạnh");
  await dialog.findByRole("option", { name: HOSPITAL.short_name });
  await userEvent.selectOptions(dialog.getByLabelText(/Nơi làm việc/), HOSPITAL.short_name);
  await userEvent.selectOptions(dialog.getByLabelText(/Vai trò đầu tiên/), "Bác sĩ chuyên khoa");
  await userEvent.selectOptions(dialog.getByLabelText(/^Chuyên khoa/), "Nội");
  await userEvent.click(dialog.getByRole("button", { name: /Mở tài khoản/ }));

  expect(await screen.findByDisplayValue("https://telemed.test/invite#secret")).toBeDefined();
  expect(sent).toContainEqual(expect.objectContaining({ username: "hanh.lo", title: "BS.", facility_id: HOSPITAL.id }));
  expect(sent).toContainEqual(expect.objectContaining({ role: "specialist", specialty: "internal", valid_to: null }));
  await accessible(document.body);
});

test("an account is not opened without a name and a place", async () => {
  shown(<PeopleScreen />, "/people");
  await userEvent.click(await screen.findByRole("button", { name: "Thêm người" }));

  await userEvent.click(screen.getByRole("button", { name: /Mở tài khoản/ }));

  expect(screen.getByText("Điền họ và tên.")).toBeDefined();
  expect(screen.getByText("Chọn nơi làm việc.")).toBeDefined();
  expect(asked.some((one) => one.startsWith("PUT"))).toBe(false);
});

test("a rotation is given with its last day, which the wire hears as the day after", async () => {
  answers["PUT /api/grants/:id"] = (_, body) => (sent.push(body), HA);
  const { container } = person();
  await userEvent.click(await screen.findByRole("button", { name: "Giao vai trò" }));
  const dialog = within(screen.getByRole("dialog"));

  await dialog.findByRole("option", { name: "Bác sĩ trạm" });
  await userEvent.selectOptions(dialog.getByLabelText("Vai trò"), "Bác sĩ trạm");
  await userEvent.click(dialog.getByRole("radio", { name: "Luân phiên" }));
  expect(dialog.getByText(/Còn thiếu: ngày cuối/)).toBeDefined();
  await userEvent.type(dialog.getByLabelText(/Đến hết ngày/), "30/09/2099");
  await accessible(container);
  await userEvent.click(dialog.getByRole("button", { name: /Giao, hiệu lực/ }));

  expect(sent.at(-1)).toMatchObject({
    role: "station_doctor",
    facility_id: STATION_VIEW.id,
    source: "rotation",
    valid_to: "2099-10-01",
  });
});

test("locking somebody with shifts says how many will be empty, and asks why", async () => {
  answers["POST /api/people/:id/disable"] = (_, body) => (sent.push(body), { ...HA, status: "disabled" });
  person({ coming_shifts: 3 });
  await userEvent.click(await screen.findByRole("button", { name: "Khóa tài khoản" }));
  const dialog = within(screen.getByRole("alertdialog"));
  const go = dialog.getByRole("button", { name: "Vẫn khóa ngay, để trống 3 ca" });

  expect(go).toHaveProperty("disabled", true);
  await userEvent.click(dialog.getByRole("radio", { name: "Đã nghỉ việc" }));
  await userEvent.click(go);

  expect(sent.at(-1)).toEqual({ reason: "left" });
  expect(await screen.findByText("Đã khóa")).toBeDefined();
});

test("a role ends at once or after a day, and one not begun is withdrawn", async () => {
  answers["POST /api/grants/:id/end"] = (_, body) => (sent.push(body), HA);
  answers["POST /api/grants/grant-1/end"] = (_, body) => (sent.push(body), HA);
  person();
  await userEvent.click(await screen.findByRole("button", { name: /Cho thôi Bác sĩ chuyên khoa Nội/ }));
  const dialog = within(screen.getByRole("alertdialog"));

  await userEvent.click(dialog.getByRole("radio", { name: /Đến hết một ngày/ }));
  await userEvent.type(dialog.getByLabelText("Ngày cuối còn vai trò"), "31/12/2099");
  await userEvent.click(dialog.getByRole("button", { name: "Cho thôi sau 31/12/2099" }));

  expect(sent.at(-1)).toEqual({ on: "2100-01-01" });
});

test("a planned role is called back, not ended", async () => {
  person({ grants: [heldOf({ valid_from: "2099-01-01" })] });

  expect(await screen.findByRole("button", { name: /^Rút Bác sĩ chuyên khoa Nội/ })).toBeDefined();
});

test("one's own account offers neither roles nor a lock", async () => {
  person({ may_give: false, may_close: false });
  await screen.findByRole("heading", { name: HA.name });

  expect(screen.queryByRole("button", { name: "Giao vai trò" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Khóa tài khoản" })).toBeNull();
});
