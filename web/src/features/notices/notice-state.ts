/** What a notice says in one sentence, and the screen where something can be done about it. Pure. */
import { dayText, whenText } from "@/lib/clock";
import { endText } from "@/lib/days";
import { t, tryT, word } from "@/lib/i18n";

import type { IconName } from "@/ui/icon";
import type { Schema } from "@/wire/schema";

export type Notice = Schema<"NoticeView">;
type Params = Record<string, string | number>;

export interface Reader {
  readonly station: boolean;
  /** Has shifts of their own. */
  readonly answers: boolean;
  /** May look at rosters, coverage, rotations. */
  readonly sees: boolean;
}

export function noticeText(notice: Notice): string {
  const said = tryT(`notices.${keyOf(notice)}`, paramsOf(notice));
  return said ?? t("notices.unknown");
}

/** One kind may say different things: its answer, its outcome, its change. */
function keyOf({ kind, params }: Notice): string {
  switch (kind) {
    case "swap_answered":
      return `${kind}_${String(params["answer"])}`;
    case "swap_judged":
      return `${kind}_${params["approved"] === true ? "yes" : "no"}`;
    case "rotation_changed":
      return `${kind}_${String(params["change"])}`;
    case "referral_moved":
      return `${kind}_${String(params["step"])}`;
    default:
      return kind;
  }
}

function paramsOf({ kind, params }: Notice): Params {
  const text = (name: string): string => String(params[name] ?? "");
  const moment = (name: string): string => (params[name] === undefined ? "" : whenText(text(name)));
  const specialty =
    params["specialty"] === undefined ? t("notices.everySpecialty") : word("specialty", text("specialty"));
  return {
    person: text("person"),
    hospital: text("hospital"),
    station: text("station"),
    version: text("version"),
    overdue: text("overdue"),
    day: params["on"] === undefined ? "" : dayText(text("on")),
    specialty,
    post: t("notices.post", { specialty, tier: word("tier", text("tier")) }),
    start: moment("starts_at"),
    end: moment("ends_at"),
    from: params["starts_on"] === undefined ? "" : dayText(text("starts_on")),
    // The wire names the first day without; people name the last day with.
    to: params["ends_on"] === undefined ? "" : endText(text("ends_on")),
    state: tryT(`notices.gapState_${text("state")}`) ?? "",
    days: kind.startsWith("gap") ? daysText(Number(params["days"] ?? 0)) : text("days"),
  };
}

function daysText(days: number): string {
  if (days <= 0) return t("notices.today");
  return days === 1 ? t("notices.tomorrow") : t("notices.inDays", { n: days });
}

/** Where it is dealt with; null where this reader has no such screen. */
export function noticeWay({ kind, about }: Notice, { station, answers, sees }: Reader): string | null {
  const [subject] = kind.split("_");
  if (subject === "debts") return "/debts";
  if (station) {
    if (subject === "referral" && about !== null) return `/referrals/${about}`;
    return subject === "follow" ? "/follow-ups" : null;
  }
  switch (subject) {
    case "swap":
      return answers ? "/my-shifts" : sees ? "/roster" : null;
    case "roster":
      return answers ? "/my-shifts" : sees ? "/roster" : null;
    case "rotation":
      return sees ? "/rotations" : null;
    case "gap":
      return sees ? "/coverage" : null;
    case "shift":
      return kind !== "shift_unconfirmed" && answers ? "/worklist" : sees ? "/coverage" : null;
    case "referral":
      return answers ? "/arrivals" : null;
    case "handover":
      return answers ? "/worklist" : null;
    default:
      return null;
  }
}

const SIGNS: Readonly<Record<string, IconName>> = {
  swap: "swap",
  roster: "calendar",
  rotation: "users",
  gap: "alert",
  shift: "bell",
  handover: "send",
  referral: "truck",
  follow: "calendar",
  debts: "pen",
};

export const noticeSign = ({ kind }: Notice): IconName => SIGNS[kind.split("_")[0] ?? ""] ?? "info";

/** What needs somebody soon stands out. */
export const pressing = ({ kind }: Notice): boolean => kind.startsWith("shift_") || kind.startsWith("gap_");

/** `12` on the bell; nobody counts beyond that. */
export const countText = (unseen: number): string => (unseen > 99 ? "99+" : String(unseen));
