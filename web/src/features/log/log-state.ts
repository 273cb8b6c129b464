/** The log's filters as an address, and how its rows and totals read. Pure. */
import { clockText, numberText, spanText, waitText, waitWords } from "@/lib/clock";
import { t, word } from "@/lib/i18n";

import type { IconName } from "@/ui/icon";
import type { Schema } from "@/wire/schema";

export type Row = Schema<"LogRow">;
export type Totals = Schema<"LogTotals">;
export type Day = Schema<"DayCount">;

export const VIEWS = ["all", "unanswered", "late", "unsigned", "referred"] as const;
export type View = (typeof VIEWS)[number];

export const CHOICES = {
  urgency: ["stat", "urgent", "routine"],
  specialty: ["emergency", "internal", "surgery", "obstetrics", "paediatrics", "dermatology"],
  state: ["waiting", "returned", "accepted", "scheduled", "concluded", "closed", "transferred", "cancelled", "expired"],
} as const;

/** As in the address; what is empty does not narrow. */
export interface Filters {
  readonly view: View;
  /** `2026-08-20` */
  readonly from: string;
  readonly to: string;
  readonly station: string;
  readonly hospital: string;
  readonly specialty: (typeof CHOICES.specialty)[number] | "";
  readonly state: (typeof CHOICES.state)[number] | "";
  readonly urgency: (typeof CHOICES.urgency)[number] | "";
  /** Keyset marks: at most one of them. */
  readonly after: string;
  readonly before: string;
}

export const EVERYTHING: Filters = {
  view: "all",
  from: "",
  to: "",
  station: "",
  hospital: "",
  specialty: "",
  state: "",
  urgency: "",
  after: "",
  before: "",
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** An address typed by hand narrows by what it understands. */
export function readFilters(search: string): Filters {
  const params = new URLSearchParams(search);
  const one = <V extends string>(name: string, allowed: readonly V[]): V | "" =>
    allowed.find((value) => value === params.get(name)) ?? "";
  const matching = (name: string, form: RegExp): string => {
    const value = params.get(name) ?? "";
    return form.test(value) ? value : "";
  };
  const before = matching("before", /^[\w~-]+$/);
  return {
    view: one("view", VIEWS) || "all",
    from: matching("from", DAY),
    to: matching("to", DAY),
    station: matching("station", UUID),
    hospital: matching("hospital", UUID),
    specialty: one("specialty", CHOICES.specialty),
    state: one("state", CHOICES.state),
    urgency: one("urgency", CHOICES.urgency),
    after: before === "" ? matching("after", /^[\w~-]+$/) : "",
    before,
  };
}

export function writeFilters(filters: Filters): string {
  const params = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  if (filters.view === "all") params.delete("view");
  const text = params.toString();
  return text === "" ? "/log" : `/log?${text}`;
}

/** Another filter begins at the newest again. */
export function narrowed(filters: Filters, change: Partial<Filters>): Filters {
  return { ...filters, after: "", before: "", ...change };
}

export const isNarrowed = (filters: Filters): boolean =>
  (Object.keys(EVERYTHING) as (keyof Filters)[]).some(
    (name) => name !== "view" && name !== "after" && name !== "before" && filters[name] !== "",
  );

/** What the server is asked; names differ, because the address is for people. */
export function queryOf(filters: Filters) {
  const { view, from, to, station, hospital, specialty, state, urgency, after, before } = filters;
  return {
    view,
    ...(from && { from_date: from }),
    ...(to && { to_date: to }),
    ...(station && { station_id: station }),
    ...(hospital && { hospital_id: hospital }),
    ...(specialty && { specialty }),
    ...(state && { state }),
    ...(urgency && { urgency }),
    ...(after && { after }),
    ...(before && { before }),
  };
}

// -- one row ---------------------------------------------------------------------------------------------------------

export interface VerdictLook {
  readonly tone: "ok" | "warn" | "danger" | "plain";
  readonly icon: IconName;
  readonly text: string;
}

/** One line: plain weight when all went well, bold with its sign when not. */
export function verdictLook(row: Row): VerdictLook {
  switch (row.verdict) {
    case "normal":
      return { tone: "ok", icon: "check", text: t("log.v_normal") };
    case "live":
      return liveLook(row);
    case "late": {
      const over = row.wait_ms === null ? 0 : row.wait_ms - row.answer_due_ms;
      return { tone: "warn", icon: "alert", text: t("log.v_late", { span: spanText(over) }) };
    }
    case "unanswered":
      return {
        tone: "danger",
        icon: "x",
        text:
          row.rung.length === 0
            ? t("log.v_nobodyOnDuty")
            : t("log.v_unanswered", { n: new Set(row.rung.map((rung) => rung.person.id)).size }),
      };
    case "interrupted":
      return { tone: "warn", icon: "wifiOff", text: t("log.v_interrupted") };
    case "unsigned":
      return { tone: "warn", icon: "pen", text: t("log.v_unsigned") };
    case "cancelled":
      return { tone: "plain", icon: "minus", text: t("log.v_cancelled") };
    case "transferred":
      return { tone: "danger", icon: "truck", text: t("log.v_transferred") };
  }
}

/** What the call is put down to, where the verdict does not say it already. */
export function causeText({ cause, verdict }: Row): string {
  if (cause === null || cause === "ended_normally") return "";
  const said = verdict === "unanswered" || verdict === "transferred" || verdict === "cancelled";
  return said && (cause === "not_answered" || cause === "nobody_on_duty") ? "" : word("cause", cause);
}

function liveLook(row: Row): VerdictLook {
  switch (row.state) {
    case "waiting":
      return { tone: "plain", icon: "phone", text: t("log.v_ringing") };
    case "returned":
      return { tone: "plain", icon: "swap", text: t("log.v_returned") };
    case "scheduled":
      return { tone: "plain", icon: "calendar", text: t("log.v_scheduled") };
    default:
      return { tone: "plain", icon: "video", text: t("log.v_live") };
  }
}

/** What was done for the patient, then the papers. */
export function outcomeText(row: Row): string {
  if (row.outcomes.length > 0) return row.outcomes.map((outcome) => word("outcome", outcome)).join(", ");
  return word("consultState", row.state);
}

export function paperText(row: Row): string {
  const minutes =
    row.minutes_state === "signed" ? t("log.minutesSigned") : row.state === "concluded" ? t("log.minutesOpen") : "";
  const referral =
    row.referral_id === null
      ? ""
      : row.referral_number === null
        ? t("log.referralDraft")
        : t("log.referral", { number: row.referral_number });
  return [minutes, referral].filter(Boolean).join(" · ");
}

// -- totals ----------------------------------------------------------------------------------------------------------

/** Below this many cases a share says more than it knows: then the counts themselves. */
const SHARE_FROM = 30;

export function shareText(part: number, whole: number): string {
  if (whole < SHARE_FROM) return `${numberText(part)}/${numberText(whole)}`;
  return `${numberText((100 * part) / whole, 1)}\u00a0%`;
}

/** The finding as a sentence, before any figure. */
export function totalsSentence(totals: Totals): string {
  if (totals.consults === 0) return t("log.sumNone");
  if (totals.wait_median_ms === null) return t("log.sumUnanswered", { n: numberText(totals.consults) });
  return t("log.sum", {
    n: numberText(totals.consults),
    answered: shareText(totals.answered, totals.consults),
    median: waitWords(totals.wait_median_ms),
    p90: waitWords(totals.wait_p90_ms ?? totals.wait_median_ms),
  });
}

export const wait = (ms: number | null): string => (ms === null ? "–" : waitText(ms));

export function figuresOf(
  totals: Totals,
): readonly { readonly key: string; readonly label: string; readonly value: string }[] {
  return [
    { key: "consults", label: t("log.fConsults"), value: numberText(totals.consults) },
    { key: "answered", label: t("log.fAnswered"), value: shareText(totals.answered, totals.consults) },
    { key: "median", label: t("log.fMedian"), value: wait(totals.wait_median_ms) },
    { key: "p90", label: t("log.fP90"), value: wait(totals.wait_p90_ms) },
    { key: "referred", label: t("log.fReferred"), value: shareText(totals.referred, totals.consults) },
    { key: "signed", label: t("log.fSigned"), value: shareText(totals.signed_in_time, totals.concluded) },
  ];
}

export const callText = (ms: number): string => clockText(ms);

// -- days ------------------------------------------------------------------------------------------------------------

const LONGEST_DAYS = 62;

/** Days without a consult are days too: they are put in, so that the axis does not lie. Oldest first. */
export function everyDay(days: readonly Day[]): readonly Day[] {
  const sorted = [...days].sort((a, b) => a.day.localeCompare(b.day));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const start = Date.parse(`${first.day}T00:00:00Z`);
  const count = Math.round((Date.parse(`${last.day}T00:00:00Z`) - start) / 86_400_000) + 1;
  if (count > LONGEST_DAYS) return sorted;
  const known = new Map(sorted.map((day) => [day.day, day]));
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(start + at * 86_400_000).toISOString().slice(0, 10);
    return known.get(day) ?? { day, consults: 0, answered_in_time: 0 };
  });
}
