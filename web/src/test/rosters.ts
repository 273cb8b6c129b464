/** Rosters as the server tells them; a test says only what matters to it. */
import { hoursFrom } from "@/lib/duty-hours";
import { HOSPITAL } from "./consults";

import type { Schema } from "@/wire/schema";

type View = Schema<"RosterView">;
type Shift = View["shifts"][number];
type Person = View["people"][number];

export const MONDAY = "2026-08-24";
const LOAD = { hours: 0, nights: 0, holidays: 0, rings: 0 };
const CODES = [
  { code: "N", starts: "07:00:00", hours: 10 },
  { code: "Đ", starts: "17:00:00", hours: 14 },
  { code: "24", starts: "07:00:00", hours: 24 },
] as const;

export function doctor(id: string, part: Partial<Omit<Person, "person">> = {}): Person {
  return {
    person: { id, name: `BS. ${id} Demo`, profession: "doctor" },
    specialties: ["internal"],
    tiers: ["first", "second"],
    load: LOAD,
    ...part,
  };
}

export function shiftOf(
  id: string,
  person: string,
  day: string,
  code: (typeof CODES)[number]["code"] = "24",
  part: Partial<Shift> = {},
): Shift {
  const hours = CODES.find((one) => one.code === code) ?? CODES[2];
  return {
    id,
    person_id: person,
    specialty: "internal",
    tier: "first",
    state: "published",
    confirmed: false,
    swap_pending: false,
    clash: null,
    made_by: null,
    made_at: null,
    ...hoursFrom(day, hours.starts.slice(0, 5), hours.hours),
    ...part,
  };
}

export function rosterOf(part: Partial<View> = {}): View {
  return {
    hospital: HOSPITAL,
    from_day: MONDAY,
    days: 7,
    version: 11,
    today: "2026-08-20",
    specialties: ["internal"],
    people: [doctor("an"), doctor("binh")],
    shifts: [],
    absences: [],
    rotations: [],
    holidays: [],
    gaps: [],
    draft: null,
    planners: [],
    may_plan: ["internal"],
    codes: [...CODES],
    ...part,
  };
}
