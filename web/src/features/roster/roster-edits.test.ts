import { expect, test } from "vitest";

import { hoursFrom } from "@/lib/duty-hours";
import { MONDAY, rosterOf, shiftOf } from "@/test/rosters";

import { cleared, merged, placed, retiered, undone, withEdits, type Edit } from "./roster-edits";

import type { View } from "./roster-state";

const PLACE = { person: "an", specialty: "internal", day: MONDAY } as const;
const NIGHT = hoursFrom(MONDAY, "17:00", 14);
const DAY = hoursFrom(MONDAY, "07:00", 10);

function sure(edit: Edit | null): Edit {
  if (edit === null) throw new Error("nothing to do");
  return edit;
}

const seen = (view: View) =>
  view.shifts.map(({ person_id, tier, starts_at, state }) => [person_id, tier, starts_at, state]).sort();

test("hours put into a cell take the place of what stands there", () => {
  const view = rosterOf({ shifts: [shiftOf("1", "an", MONDAY, "N")] });
  const edit = sure(placed(view, PLACE, NIGHT, "second"));

  expect(edit.remove.map(({ id }) => id)).toEqual(["1"]);
  expect(seen(withEdits(view, [edit], "me"))).toEqual([
    ["an", "first", DAY.starts_at, "removed"],
    ["an", "second", NIGHT.starts_at, "added"],
  ]);
});

test("the same hours again are no change", () => {
  const view = rosterOf({ shifts: [shiftOf("1", "an", MONDAY, "Đ")] });

  expect(placed(view, PLACE, NIGHT, "first")).toBeNull();
  expect(cleared([])).toBeNull();
});

test("a published shift that the draft took out comes back as itself", () => {
  const view = rosterOf({ shifts: [shiftOf("1", "an", MONDAY, "Đ", { state: "removed" })] });
  const edit = sure(placed(view, PLACE, NIGHT, "first"));

  expect(edit).toMatchObject({ add: [], remove: [], keep: [{ id: "1" }] });
  expect(withEdits(view, [edit], "me").shifts[0]?.state).toBe("published");
});

test("another tier keeps the hours", () => {
  const shift = shiftOf("1", "an", MONDAY, "Đ");
  const view = rosterOf({ shifts: [shift] });
  const edit = sure(retiered(view, shift, "second"));

  expect(edit.add).toMatchObject([{ tier: "second", starts_at: NIGHT.starts_at }]);
  expect(edit.remove).toEqual([shift]);
  expect(retiered(view, shift, "first")).toBeNull();
});

test("every act can be undone, whether the server has it or not", () => {
  const view = rosterOf({
    shifts: [
      shiftOf("1", "an", MONDAY, "N"),
      shiftOf("2", "binh", MONDAY, "Đ", { state: "added" }),
      shiftOf("3", "an", "2026-08-25", "Đ", { state: "removed" }),
    ],
  });
  const acts = [
    placed(view, PLACE, NIGHT, "first"),
    cleared(view.shifts),
    placed(view, { ...PLACE, day: "2026-08-25" }, hoursFrom("2026-08-25", "17:00", 14), "first"),
  ];
  for (const act of acts) {
    const edit = sure(act);
    const back = sure(undone(edit, "me"));

    expect(seen(withEdits(view, [edit, back], "me"))).toEqual(seen(view));
    expect(seen(withEdits(withEdits(view, [edit], "me"), [back], "me"))).toEqual(seen(view));
  }
});

test("an answer replaces what the edit touched and nothing else", () => {
  const view = rosterOf({ shifts: [shiftOf("1", "an", MONDAY, "N"), shiftOf("2", "binh", MONDAY, "N")] });
  const edit = sure(placed(view, PLACE, NIGHT, "first"));
  const [made] = edit.add;
  const changed = [
    shiftOf("1", "an", MONDAY, "N", { state: "removed" }),
    shiftOf(made?.id ?? "", "an", MONDAY, "Đ", { state: "added", made_by: "me" }),
  ];
  const after = merged(view, edit, { draft: { changes: 2, digest: "d" }, changed });

  expect(after.draft?.changes).toBe(2);
  expect(after.shifts.map(({ id, state }) => [id, state])).toEqual([
    ["2", "published"],
    ["1", "removed"],
    [made?.id, "added"],
  ]);
  // Asked for again while the edit was on its way: it is there once.
  expect(withEdits(after, [edit], "me").shifts).toHaveLength(3);
});
