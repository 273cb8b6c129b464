/** Public holidays, Tết and swapped days. */
import type * as source from "@/locales/vi/holiday";
import type { Same } from "@/locales/vi";

export const holiday: Same<typeof source.holiday> = {
  heading: "Holidays",
  lead: "Rosters, patterns, waits of routine cases and terms of referrals follow these days, everywhere.",
  readOnly: "Holidays are the whole province's; its administrator names them.",
  nextYear:
    "{year} has no holiday yet. Enter them here once the government announces them, so that duty over Tết counts right.",
  none: "There is no holiday yet",
  noneText: "Enter the year's holidays as the government announces them.",
  year: "{year}",
  add: "Add a day",
  day: "Day",
  name: "Name of the day",
  nameHint: "For example Tết",
  kind: "This day",
  save: "Save this day",
  saved: "{day} is saved.",
  remove: "Remove",
  removeOf: "Remove {name}, {day}",
  removed: "{day} is a day like any other again.",
};

export const holidayKind: Same<typeof source.holidayKind> = {
  holiday: "Holiday",
  working: "Worked in exchange",
};

export const holidayKindText: Same<typeof source.holidayKindText> = {
  holiday: "No working hours; duty counts as on a holiday.",
  working: "A weekend day that is worked, with Monday's hours.",
};

export const holidayWeekday: Same<typeof source.holidayWeekday> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};
