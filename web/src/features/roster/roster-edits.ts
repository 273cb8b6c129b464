/** Changes of a draft: what one act in the matrix adds and removes, how it looks before the server has it, how it is undone. Pure. */
import { dutyDay, type Hours } from "@/lib/duty-hours";
import { uuid7 } from "@/lib/uuid7";

import { stands, type Shift, type Specialty, type Tier, type View } from "./roster-state";

import type { Schema } from "@/wire/schema";

export type NewShift = Schema<"NewShift">;

/** One act, sent as one change. */
export interface Edit {
  readonly id: string;
  readonly add: readonly NewShift[];
  /** As they were, so that it can be undone. */
  readonly remove: readonly Shift[];
  /** Published ones that the draft took out, and that stay after all. */
  readonly keep: readonly Shift[];
}

export interface Place {
  readonly person: string;
  readonly specialty: Specialty;
  readonly day: string;
}

export function editOf(part: Partial<Omit<Edit, "id">>): Edit | null {
  const edit = { id: uuid7(), add: [], remove: [], keep: [], ...part };
  return edit.add.length + edit.remove.length + edit.keep.length === 0 ? null : edit;
}

export const inCell = (view: View, { person, specialty, day }: Place): readonly Shift[] =>
  view.shifts.filter(
    (one) => one.person_id === person && one.specialty === specialty && dutyDay(one.starts_at) === day,
  );

const same = (one: Shift, person: string, specialty: Specialty, tier: Tier, { starts_at, ends_at }: Hours): boolean =>
  one.person_id === person &&
  one.specialty === specialty &&
  one.tier === tier &&
  Date.parse(one.starts_at) === Date.parse(starts_at) &&
  Date.parse(one.ends_at) === Date.parse(ends_at);

/** Puts hours into a cell in place of what stands there, and of `instead`; null when that is how it is already. */
export function placed(
  view: View,
  place: Place,
  hours: Hours,
  tier: Tier,
  { beside = false, instead = [] }: { readonly beside?: boolean; readonly instead?: readonly Shift[] } = {},
): Edit | null {
  const here = inCell(view, place);
  const is = (one: Shift) => same(one, place.person, place.specialty, tier, hours);
  const standing = beside ? [] : here.filter(stands);
  const gone = [...standing.filter((one) => !is(one)), ...instead.filter((one) => !standing.includes(one))];
  if (here.some((one) => stands(one) && is(one))) return editOf({ remove: gone });
  // What is published and only taken out by the draft comes back as itself: a new row would be a change for nothing.
  const known = here.find((one) => !stands(one) && is(one));
  if (known) return editOf({ keep: [known], remove: gone });
  const { person, specialty } = place;
  return editOf({ add: [{ id: uuid7(), person_id: person, specialty, tier, ...hours }], remove: gone });
}

/** The same hours as another tier. */
export function retiered(view: View, shift: Shift, tier: Tier): Edit | null {
  const place = { person: shift.person_id, specialty: shift.specialty, day: dutyDay(shift.starts_at) };
  if (shift.tier === tier) return null;
  return placed(view, place, { starts_at: shift.starts_at, ends_at: shift.ends_at }, tier, {
    beside: true,
    instead: [shift],
  });
}

export const cleared = (shifts: readonly Shift[]): Edit | null => editOf({ remove: shifts.filter(stands) });

/** A change that makes `edit` as if it had not been. */
export function undone(edit: Edit, me: string): Edit | null {
  const drafted = edit.remove.filter(({ state }) => state === "added");
  return editOf({
    // Under the id it had: what was done before it can then be undone too.
    add: drafted.map(({ id, person_id, specialty, tier, starts_at, ends_at }) => ({
      id,
      person_id,
      specialty,
      tier,
      starts_at,
      ends_at,
    })),
    keep: edit.remove.filter(({ state }) => state === "published"),
    remove: [
      ...edit.add.map((one) => asShift(one, me)),
      ...edit.keep.map((one) => ({ ...one, state: "published" as const })),
    ],
  });
}

const asShift = (one: NewShift, me: string): Shift => ({
  ...one,
  state: "added",
  confirmed: false,
  swap_pending: false,
  clash: null,
  made_by: me,
  made_at: null,
});

/** The roster with edits that the server may not have heard of. */
export function withEdits(view: View, edits: readonly Edit[], me: string): View {
  if (edits.length === 0) return view;
  const shifts = new Map(view.shifts.map((one) => [one.id, one]));
  for (const edit of edits) {
    for (const { id } of edit.remove) {
      const found = shifts.get(id);
      if (found?.state === "added") shifts.delete(id);
      else if (found) shifts.set(id, { ...found, state: "removed" });
    }
    for (const { id } of edit.keep) {
      const found = shifts.get(id);
      if (found) shifts.set(id, { ...found, state: "published" });
    }
    for (const one of edit.add) if (!shifts.has(one.id)) shifts.set(one.id, asShift(one, me));
  }
  return { ...view, shifts: [...shifts.values()] };
}

/** The roster after the server has taken an edit. */
export function merged(view: View, edit: Edit, answer: Schema<"DraftView">): View {
  const touched = new Set([...edit.add, ...edit.remove, ...edit.keep, ...answer.changed].map(({ id }) => id));
  return {
    ...view,
    draft: answer.draft,
    shifts: [...view.shifts.filter(({ id }) => !touched.has(id)), ...answer.changed],
  };
}
