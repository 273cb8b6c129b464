import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf } from "@/test/consults";
import { TABLE } from "@/test/people";
import { accessible, shown } from "@/test/shown";

import RolesScreen from "./screen";

beforeEach(() => {
  forgetSession();
  vi.stubGlobal("fetch", fetchOf({ "GET /api/roles": () => ({ roles: TABLE }) }));
});
afterEach(() => vi.unstubAllGlobals());

test("each role says in words what it sees, may do and needs", async () => {
  const { container } = shown(<RolesScreen />);
  const row = within((await screen.findByText("Bác sĩ trạm")).closest("tr") ?? document.body);

  expect(row.getByText("mọi ca của trạm")).toBeDefined();
  expect(row.getByText("gửi, rút, nâng mức yêu cầu hội chẩn")).toBeDefined();
  expect(row.getByText("Biết người bệnh là ai")).toBeDefined();
  expect(row.getByText(/là bác sĩ/)).toBeDefined();
  await accessible(container);
});

test("an administrator is not said to know patients", async () => {
  shown(<RolesScreen />);
  const row = within((await screen.findByText("Quản trị")).closest("tr") ?? document.body);

  expect(row.queryByText("Biết người bệnh là ai")).toBeNull();
});
