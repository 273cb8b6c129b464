/** Who will answer tonight and in the coming days. */
import type * as source from "@/locales/vi/coverage";
import type { Same } from "@/locales/vi";

export const coverage: Same<typeof source.coverage> = {
  heading: "Duty coverage",
  lead: "{days} days ahead, from the published rosters: {versions}",
  versionOf: "{hospital} version {number}",
  versionNone: "{hospital} has published none",

  question: "Will somebody answer tonight?",
  spanNow: "Tonight, {from} to {to} · now {now}",
  yes: "Yes. All {n} specialties have confirmed.",
  named: "All {n} specialties have a name. Confirming begins at {when}.",
  namedNow: "All {n} specialties have a name, {m} have not confirmed yet.",
  no: "Not enough: {what}.",
  emptyOne: "{specialty} ({hospital}) is empty",
  lateOne: "{specialty} ({hospital}) has not confirmed",
  andMore: "and {n} more",
  countConfirmed: "confirmed",
  countNamed: "not confirmed",
  countBackup: "backup only",
  countEmpty: "empty",

  specialty: "Specialty",
  tonight: "Tonight",
  first: "First on call",
  channels: "Channels tested",
  next: "If they do not answer",
  act: "To do",
  nobodyNamed: "Nobody in the roster",
  notPublished: "Roster not published",
  confirmedAt: "confirmed {time}",
  lateBy: "Late by {time}",
  due: "Named, not due yet",
  armed: "backup rung together since {time}",
  noChecks: "not tested",
  nextPeople: "{kind}, {n} people",
  nextElse: "{who} ({hospital})",
  nextNone: "Nobody is left",
  fill: "Choose somebody",
  nudge: "Remind the head",
  nudged: "{who} was reminded.",
  nudgedNobody: "There is no head to remind. The hospital's managers must fill this.",
  showAll: "Show all {n} lines",
  showFew: "Show fewer",

  wall: "Each day and night",
  cellHead: "Each cell: day | night",
  today: "Today",
  gapCount: "{n} empty",
  cell: "{specialty}, {hospital}, {half} {day}: {state}",
  half: "day|night",
  who: "{name}, {state}",
  legend: "Legend",
  detail: "{specialty} · {half} {weekday} {day} · {hospital}",
  detailWho: "First on call: {name}.",
  detailGap: "Nobody first on call from {from} to {to}.",
  detailGapBackup: "From {from} to {to} only {name} as backup.",
  detailUnpublished: "From {from} to {to} no roster is published.",
  detailCalls: "A case at that time passes over step 1 at once and rings the next.",
  warned: "Reminded by itself: {days}.",
  warnedNot: "Reminders go out 7, 3 and 1 days before.",
  openRoster: "Open the roster to fill it",
  close: "Close",
  gapsByDay: "What is missing, by day",
  noGaps: "Nothing is empty in these days.",
  unpublished: "{hospital} has published no roster after {when}.",
  unpublishedText: "Those days show as empty because there is no roster yet, not because of a fault.",
  oldData: "As of {time}. It could not be loaded again; confirmations may have changed.",
};

export const coverState: Same<typeof source.coverState> = {
  confirmed: "Confirmed",
  named: "Not confirmed",
  backup: "Backup only",
  unpublished: "Not published",
  empty: "Empty",
};

export const coverLegend: Same<typeof source.coverLegend> = {
  confirmed: "Confirmed",
  named: "Named, not confirmed",
  backup: "Backup or the other hospital only",
  unpublished: "Roster not published",
  empty: "Empty, nobody",
};

export const coverNext: Same<typeof source.coverNext> = {
  first: "First on call",
  second: "Backup",
  specialty: "All of the specialty",
  head: "Head",
  leader: "Duty leader",
};

export const coverWeekday: Same<typeof source.coverWeekday> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

export const coverDay: Same<typeof source.coverDay> = { 1: "Mo", 2: "Tu", 3: "We", 4: "Th", 5: "Fr", 6: "Sa", 7: "Su" };

export const coverChannel: Same<typeof source.coverChannel> = { page: "Page", push: "Push", gateway: "Telephone" };

export const coverCheck: Same<typeof source.coverCheck> = {
  ok: "{channel}, {time} s",
  okNow: "{channel}",
  waiting: "{channel} being tried",
  bad: "{channel} does not arrive",
};
