import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/totals";

export const totalsScope: Same<typeof vi.totalsScope> = {
  province: "Province",
  hospital: "Hospital",
  commune: "Commune",
};

export const totals: Same<typeof vi.totals> = {
  heading: "Consult figures",
  sentence: "{n} cases, {answered} answered in time",
  sentenceHidden: "The number of cases is small and not shown",
  sentenceNone: "No case in this time",
  lead: "Counts only; nobody's name or illness.",
  leadCommune: "Counted over whole years. Numbers below 5, and those that give away a rest below 5, stand as –.",
  from: "From",
  to: "To",
  badPeriod: "The last day must follow the first.",
  month: "Month",
  facility: "Facility",
  consults: "Cases",
  stat: "Emergencies",
  answered: "Answered",
  inTime: "In time",
  concluded: "Concluded",
  referred: "Referred",
  hidden: "not shown, too small",
  chart: "Cases by month",
  chartRest: "Not in time",
  chartLabel: "Cases by month: {text}",
  chartMonth: "month {month}: {n} cases",
  chartMonthHidden: "month {month}: not shown",
  byMonth: "By month",
  byStation: "By station",
  byHospital: "By hospital",
  empty: "No case yet",
  emptyText: "Change the days to see another time.",
};
