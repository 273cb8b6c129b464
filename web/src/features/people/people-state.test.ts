import { expect, test } from "vitest";

import { accountOf, heldOf, TABLE } from "@/test/people";
import { STATION } from "@/test/consults";

import {
  datedTexts,
  daysText,
  endable,
  EVERYONE,
  givable,
  grantRows,
  narrowed,
  readFilters,
  roleLines,
  searchOf,
  suggestUsername,
  writeFilters,
} from "./people-state";

const TODAY = "2026-11-22";

test("filters are an address and back", () => {
  const filters = { ...EVERYONE, text: "tran son", role: "specialist" as const, bare: true };

  expect(readFilters(writeFilters(filters).split("?")[1] ?? "")).toEqual(filters);
  expect(writeFilters(EVERYONE)).toBe("/people");
});

test("another filter begins at the first page", () => {
  expect(narrowed({ ...EVERYONE, after: "x" }, { text: "a" }).after).toBe("");
});

test("all statuses asks for locked accounts too, one status only for itself", () => {
  expect(searchOf({ ...EVERYONE, status: "all" })).toMatchObject({ all: true, status: null });
  expect(searchOf({ ...EVERYONE, status: "disabled" })).toMatchObject({ all: false, status: "disabled" });
});

test("a username is made of the given and the family name without marks", () => {
  expect(suggestUsername("Nguyễn Thị Lan")).toBe("lan.nguyen");
  expect(suggestUsername("Đặng Yến")).toBe("yen.dang");
  expect(suggestUsername("  ")).toBe("");
});

test("a role held twice stands once, with its specialties", () => {
  const person = accountOf({ grants: [heldOf(), heldOf({ id: "2", specialty: "paediatrics" })] });

  expect(roleLines(person, TODAY)).toEqual([{ key: "specialist", text: "Bác sĩ chuyên khoa Nội, Nhi", where: "" }]);
});

test("a role held elsewhere says where", () => {
  const person = accountOf({ grants: [heldOf({ role: "station_doctor", specialty: null, facility: STATION })] });

  expect(roleLines(person, TODAY)[0]?.where).toBe("Trạm Bình Lư");
});

test("only what ends or is still to begin is told with its day, by its last day", () => {
  const rotation = heldOf({
    role: "station_doctor",
    specialty: null,
    facility: STATION,
    valid_from: "2026-10-01",
    valid_to: "2027-01-01",
  });

  expect(datedTexts(accountOf({ grants: [heldOf(), rotation] }), TODAY)).toEqual([
    "Bác sĩ trạm, Trạm Bình Lư đến hết 31/12/2026",
  ]);
});

test("a withdrawn role never held, so it has no days", () => {
  expect(daysText(heldOf({ valid_from: "2026-12-01", valid_to: "2026-12-01" }), "withdrawn")).toBe(
    "đã rút, chưa từng có hiệu lực",
  );
});

test("grants of one role at one place share a row; rows that are over stand apart", () => {
  const old = heldOf({ id: "old", valid_from: "2025-01-01", valid_to: "2025-06-01" });
  const over = heldOf({ id: "over", role: "dept_head", valid_to: "2026-02-01" });

  const { live, past } = grantRows([heldOf(), old, over], TODAY);

  expect(live.map((row) => row.map(({ id }) => id))).toEqual([["grant-1", "old"]]);
  expect(past.map(({ id }) => id)).toEqual(["over"]);
});

test("of a row the running grant is ended before a planned one", () => {
  const planned = heldOf({ id: "planned", valid_from: "2027-01-01" });

  expect(endable([planned, heldOf({ valid_to: "2027-01-01" })], TODAY)?.id).toBe("grant-1");
  expect(endable([heldOf({ may_end: false })], TODAY)).toBeNull();
});

test("only roles that exist where one administers can be given", () => {
  expect(givable(TABLE, new Set(["station"])).map(({ role }) => role)).toEqual(["station_doctor", "hospital_admin"]);
});
