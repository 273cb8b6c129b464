/** The matrix of a roster: doctor × day by specialty, with coverage, clashes and load; and how one moves in it. Pure. */
import { addDays } from "@/lib/days";
import {
  codeOf,
  dutyDay,
  hoursFrom,
  hoursOf,
  instantOf,
  overlap,
  spanOf,
  weekdayOf,
  type Hours,
} from "@/lib/duty-hours";

import type { Schema } from "@/wire/schema";

export type View = Schema<"RosterView">;
export type Shift = View["shifts"][number];
export type Person = View["people"][number];
export type Tier = Shift["tier"];
export type Specialty = Shift["specialty"];
export type Absence = View["absences"][number];
export type Code = View["codes"][number];

/** As cells show them: a leader's duty has no number. */
export const TIERS: readonly Tier[] = ["first", "second", "head", "leader"];
export const tierNumber = (tier: Tier): number => TIERS.indexOf(tier) + 1;

export interface Column {
  readonly day: string;
  readonly weekday: number;
  readonly holiday: string | null;
  /** Saturday, Sunday or a holiday: nobody works their usual hours. */
  readonly off: boolean;
  readonly today: boolean;
  /** Over: it can no longer be planned. */
  readonly past: boolean;
}

export interface CellShift {
  readonly shift: Shift;
  /** `N`, `Đ`, `24`, or `08–12`. */
  readonly label: string;
  readonly clash: Shift["clash"];
}

export interface Cell {
  readonly day: string;
  readonly shifts: readonly CellShift[];
  /** Published and taken out by the draft. */
  readonly removed: readonly Shift[];
  readonly away: "leave" | "rotation" | null;
}

export interface Load {
  readonly hours: number;
  readonly nights: number;
  readonly holidays: number;
}

export interface Row {
  readonly key: string;
  readonly person: Person;
  readonly cells: readonly Cell[];
  readonly load: Load;
}

export interface Gap extends Hours {
  readonly specialty: Specialty;
  readonly day: string;
  /** The second tier covers it. */
  readonly backup: boolean;
  /** `24h`, or the hospital's word, or `12–17`. */
  readonly label: string;
}

export interface Section {
  readonly key: string;
  readonly specialty: Specialty;
  readonly plans: boolean;
  /** One for each day; null: nobody expects this specialty to be covered. */
  readonly gaps: readonly (readonly Gap[])[] | null;
  readonly rows: readonly Row[];
}

export interface Matrix {
  readonly columns: readonly Column[];
  readonly sections: readonly Section[];
}

const LEADER = "leader";
export const specialtyKey = (specialty: Specialty): string => specialty ?? LEADER;

export const stands = ({ state }: Shift): boolean => state !== "removed";

export function columnsOf(view: Pick<View, "from_day" | "days" | "today" | "holidays">): readonly Column[] {
  return Array.from({ length: view.days }, (_, n) => {
    const day = addDays(view.from_day, n);
    const weekday = weekdayOf(day);
    const named = view.holidays.find((one) => one.day === day) ?? null;
    const holiday = named?.kind === "holiday" ? named.name : null;
    return {
      day,
      weekday,
      holiday,
      off: named === null ? weekday > 5 : named.kind === "holiday",
      today: day === view.today,
      past: day < view.today,
    };
  });
}

export function labelOf(shift: Hours, codes: readonly Code[]): string {
  return codeOf(shift, codes) ?? spanOf(shift);
}

/** Everything a screen shows, from what the server told and what is still to be sent. */
export function matrixOf(view: View, shown: ReadonlySet<string> | null = null): Matrix {
  const columns = columnsOf(view);
  const standing = view.shifts.filter(stands);
  const specialties = [...view.specialties, ...(hasLeaders(view) ? [null] : [])];
  const own = (specialty: Specialty) => Number(view.may_plan.includes(specialty));
  const sections = specialties
    .sort((a, b) => own(b) - own(a))
    .filter((specialty) => shown === null || shown.size === 0 || shown.has(specialtyKey(specialty)))
    .map((specialty) => {
      const rows = peopleOf(view, specialty).map((person) => ({
        key: `${specialtyKey(specialty)}/${person.person.id}`,
        person,
        cells: columns.map(({ day }) => cellOf(view, person.person.id, specialty, day)),
        load: loadOf(
          standing.filter((one) => one.person_id === person.person.id),
          columns,
        ),
      }));
      return {
        key: specialtyKey(specialty),
        specialty,
        plans: view.may_plan.includes(specialty),
        gaps: specialty === null ? null : columns.map(({ day }) => gapsOf(view, specialty, day)),
        rows,
      };
    });
  return { columns, sections };
}

const hasLeaders = (view: View): boolean =>
  view.may_plan.includes(null) || view.shifts.some(({ specialty }) => specialty === null);

/** Who works for a specialty, and who has a shift in it all the same. */
function peopleOf(view: View, specialty: Specialty): readonly Person[] {
  const inShifts = new Set(view.shifts.filter((one) => one.specialty === specialty).map((one) => one.person_id));
  return view.people.filter(
    ({ person, specialties, tiers }) =>
      inShifts.has(person.id) || (specialty === null ? tiers.includes(LEADER) : specialties.includes(specialty)),
  );
}

function cellOf(view: View, person: string, specialty: Specialty, day: string): Cell {
  const here = view.shifts.filter(
    (one) => one.person_id === person && one.specialty === specialty && dutyDay(one.starts_at) === day,
  );
  const whole = hoursFrom(day, "00:00", 24);
  return {
    day,
    shifts: here
      .filter(stands)
      .sort((a, b) => a.starts_at.localeCompare(b.starts_at))
      .map((shift) => ({ shift, label: labelOf(shift, view.codes), clash: clashOf(view, shift) })),
    removed: here.filter((one) => !stands(one)),
    away: awayOf(view, person, whole),
  };
}

/** Away for the greater part of a day; hours alone do not make a day off. */
function awayOf(view: View, person: string, day: Hours): Cell["away"] {
  if (postings(view, person).some((one) => covers(one, day))) return "rotation";
  return view.absences.some((one) => one.person_id === person && shared(one, day) >= 12) ? "leave" : null;
}

const covers = (outer: Hours, inner: Hours): boolean =>
  Date.parse(outer.starts_at) <= Date.parse(inner.starts_at) && Date.parse(outer.ends_at) >= Date.parse(inner.ends_at);

/** Hours that two spans have in common. */
function shared(a: Hours, b: Hours): number {
  const from = Math.max(Date.parse(a.starts_at), Date.parse(b.starts_at));
  const to = Math.min(Date.parse(a.ends_at), Date.parse(b.ends_at));
  return Math.max(0, to - from) / 3_600_000;
}

/** Until its decision is signed a rotation keeps nobody from duty. */
const postings = (view: View, person: string): readonly Hours[] =>
  view.rotations
    .filter((one) => one.decided && one.person_id === person)
    .map((one) => ({ starts_at: instantOf(one.starts_on, "00:00"), ends_at: instantOf(one.ends_on, "00:00") }));

/** What keeps this shift from being worked, seen with the edits that the server has not heard of yet. */
export function clashOf(view: View, shift: Shift): Shift["clash"] {
  const { person_id } = shift;
  if (postings(view, person_id).some((one) => overlap(one, shift))) return "rotation";
  if (view.absences.some((one) => one.person_id === person_id && overlap(one, shift))) return "leave";
  const double = view.shifts.some(
    (one) => one.id !== shift.id && stands(one) && one.person_id === person_id && overlap(one, shift),
  );
  return double ? "overlap" : null;
}

/** Somebody answers: on shift, and neither away nor posted. */
const answers = (view: View, shift: Shift): boolean => {
  const clash = clashOf(view, shift);
  return stands(shift) && clash !== "leave" && clash !== "rotation";
};

/** The hours of a roster day in which nobody of the first tier answers. The day begins with the earliest code. */
export function gapsOf(view: View, specialty: Specialty, day: string): readonly Gap[] {
  const begins = view.codes.map(({ starts }) => starts).sort()[0] ?? "07:00";
  const whole = hoursFrom(day, begins, 24);
  const of = (tier: Tier) =>
    view.shifts.filter(
      (one) => one.specialty === specialty && one.tier === tier && overlap(one, whole) && answers(view, one),
    );
  const free = without([whole], of("first"));
  return free.map((hours) => ({
    ...hours,
    specialty,
    day,
    backup: without([hours], of("second")).length === 0,
    label: hoursOf(hours) === 24 ? "24h" : labelOf(hours, view.codes),
  }));
}

function without(free: readonly Hours[], taken: readonly Hours[]): readonly Hours[] {
  return taken.reduce<readonly Hours[]>(
    (rest, one) =>
      rest.flatMap((span) => {
        if (!overlap(span, one)) return [span];
        const before = { starts_at: span.starts_at, ends_at: one.starts_at };
        const after = { starts_at: one.ends_at, ends_at: span.ends_at };
        return [before, after].filter((part) => Date.parse(part.starts_at) < Date.parse(part.ends_at));
      }),
    free,
  );
}

/** As `telemed/schedules/load.py` counts: a shift belongs whole to the day it begins on. */
export function loadOf(shifts: readonly Shift[], columns: readonly Column[]): Load {
  const off = new Map(columns.map((one) => [one.day, one.off]));
  return shifts
    .filter(({ starts_at }) => off.has(dutyDay(starts_at)))
    .reduce(
      (sum, shift) => ({
        hours: sum.hours + hoursOf(shift),
        nights: sum.nights + nightsOf(shift),
        holidays: sum.holidays + daysOf(shift).filter((day) => off.get(day) ?? weekdayOf(day) > 5).length,
      }),
      { hours: 0, nights: 0, holidays: 0 },
    );
}

/** One for each 24 hours begun. */
const daysOf = (shift: Hours): readonly string[] =>
  Array.from({ length: Math.ceil(hoursOf(shift) / 24) }, (_, n) => addDays(dutyDay(shift.starts_at), n));

const LEAST_OF_NIGHT = 4;

/** Nights from 22:00 to 06:00 of which it covers enough to cost the sleep. */
function nightsOf(shift: Hours): number {
  let nights = 0;
  for (let day = addDays(dutyDay(shift.starts_at), -1); day <= dutyDay(shift.ends_at); day = addDays(day, 1))
    if (shared(shift, hoursFrom(day, "22:00", 8)) >= LEAST_OF_NIGHT) nights++;
  return nights;
}

/** Where the keyboard is: a row of the table (coverage rows too) and a day. */
export interface Spot {
  readonly row: string;
  readonly column: number;
}

export const coverKey = (section: Section): string => `${section.key}/`;

/** The rows in order, as the arrows go through them. */
export const rowKeys = ({ sections }: Matrix): readonly string[] =>
  sections.flatMap((section) => [
    ...(section.gaps === null ? [] : [coverKey(section)]),
    ...section.rows.map(({ key }) => key),
  ]);

export function moved(matrix: Matrix, spot: Spot, key: string, ctrl = false): Spot | null {
  const rows = rowKeys(matrix);
  const at = Math.max(0, rows.indexOf(spot.row));
  const last = matrix.columns.length - 1;
  const to = (row: number, column: number): Spot => ({
    row: rows[Math.min(rows.length - 1, Math.max(0, row))] ?? spot.row,
    column: Math.min(last, Math.max(0, column)),
  });
  switch (key) {
    case "ArrowUp":
      return to(at - 1, spot.column);
    case "ArrowDown":
      return to(at + 1, spot.column);
    case "ArrowLeft":
      return to(at, spot.column - 1);
    case "ArrowRight":
      return to(at, spot.column + 1);
    case "Home":
      return to(ctrl ? 0 : at, 0);
    case "End":
      return to(ctrl ? rows.length - 1 : at, last);
    case "PageUp":
      return to(at, spot.column - 7);
    case "PageDown":
      return to(at, spot.column + 7);
    default:
      return null;
  }
}

/** All gaps that are still to come, soonest first. */
export function openGaps({ sections }: Matrix, now: number): readonly Gap[] {
  return sections
    .flatMap(({ gaps }) => gaps?.flat() ?? [])
    .filter((gap) => Date.parse(gap.ends_at) > now)
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at));
}

export interface Found {
  readonly section: Section;
  readonly row: Row;
  readonly column: Column;
  readonly cell: Cell;
}

/** A person's cell; null on coverage rows and where there is nothing. */
export function cellAt({ sections, columns }: Matrix, { row: key, column: n }: Spot): Found | null {
  const column = columns[n];
  for (const section of sections) {
    const row = section.rows.find((one) => one.key === key);
    const cell = row?.cells[n];
    if (row && cell && column) return { section, row, column, cell };
  }
  return null;
}

/** The first gap of a coverage row's day. */
export function gapAt({ sections }: Matrix, { row, column }: Spot): Gap | null {
  const section = sections.find((one) => coverKey(one) === row);
  return section?.plans ? (section.gaps?.[column]?.[0] ?? null) : null;
}

/** What somebody usually is. */
export const usualTier = ({ tiers }: Person, leader: boolean): Tier =>
  leader ? LEADER : (tiers.find((one) => one !== LEADER) ?? "first");
