/** Where a referral stands between station and hospital, what comes next, and who may say it. Pure. */
import { serverNow, spanText } from "./clock";
import { t } from "./i18n";

import type { ReferralView } from "./referral-state";

import type { Schema } from "@/wire/schema";

export type Arrival = Schema<"Arrival">;
export type Fitness = Schema<"Fitness">;
export type CareResult = Schema<"CareResult">;
export type Act = "depart" | "accept" | "redirect" | "arrive" | "miss" | "feedback";

export interface WayStep {
  readonly key: string;
  readonly title: string;
  /** Null: not yet. */
  readonly at: string | null;
  readonly by: string | null;
  readonly note: string | null;
  readonly bad: boolean;
}

const over = ({ state }: ReferralView): boolean => !["draft", "signed", "sent"].includes(state);

/** Known at the hospital: sent to it, or on the road before the paper. */
const known = (view: ReferralView): boolean => !over(view) && (view.state === "sent" || view.departure !== null);

/** What the station may do now. */
export function stationActs(view: ReferralView): readonly Act[] {
  const may = view.state === "signed" || view.state === "sent";
  const presses = view.state === "draft" && view.kind === "emergency_transfer";
  return (may || presses) && view.movement === "none" ? ["depart"] : [];
}

/** What the hospital may say now, the likeliest first. */
export function hospitalActs(view: ReferralView): readonly Act[] {
  if (!view.may_answer || !known(view)) return [];
  if (view.movement === "arrived") return ["feedback"];
  const acts: Act[] = view.answer === "none" ? ["accept"] : [];
  acts.push("arrive");
  if (view.movement === "departed") acts.push("miss");
  acts.push("redirect");
  return acts;
}

/** Everything that happened, in its time, then what is still to come. */
export function wayOf(view: ReferralView): readonly WayStep[] {
  const { departure, feedback } = view;
  const step = (key: string, title: string, at: string | null, more: Partial<WayStep> = {}): WayStep => ({
    key,
    title,
    at,
    by: null,
    note: null,
    bad: false,
    ...more,
  });
  const steps = [
    step("drafted", t("way.drafted"), view.created_at),
    step("signed", t("way.signed"), view.signed_at, { by: view.signed_by?.name ?? null }),
    step("sent", t("way.sent"), view.sent_at),
    answerOf(view, step),
    step("departed", t("way.departed"), departure?.at ?? null, { by: departure?.by.name ?? null }),
    view.movement === "not_arrived"
      ? step("missed", t("way.notArrived"), view.arrived_at, { note: view.arrival_note || null, bad: true })
      : step("arrived", t("way.arrived"), view.movement === "arrived" ? view.arrived_at : null, {
          note: view.arrival_note || null,
        }),
    step("closed", t("way.closed"), feedback?.at ?? null, { by: feedback?.by.name ?? null }),
  ];
  if (!over(view)) return inTime(steps);
  const done = steps.filter(({ at }) => at !== null);
  if (view.state === "cancelled") {
    done.push(step("over", t("way.cancelled"), null, { note: view.cancel_reason, bad: true }));
  }
  if (view.state === "expired") done.push(step("over", t("way.expired"), null, { bad: true }));
  return inTime(done);
}

function answerOf(
  view: ReferralView,
  step: (key: string, title: string, at: string | null, more?: Partial<WayStep>) => WayStep,
): WayStep {
  const said = { by: view.accepted_by?.name ?? null };
  if (view.redirected_to !== null) {
    const note = t("way.reason", { text: view.answer_note });
    const title = t("way.redirected", { hospital: view.redirected_to.short_name });
    return step("redirected", title, view.answered_at, { ...said, note, bad: true });
  }
  const note = view.answer_note === "" ? null : t("way.note", { text: view.answer_note });
  return step("accepted", t("way.accepted"), view.answered_at, { ...said, note });
}

/** What is done in the order it was done; the rest stays where it stands. */
function inTime(steps: readonly WayStep[]): readonly WayStep[] {
  const done = steps.filter(({ at }) => at !== null);
  done.sort((a, b) => (a.at ?? "").localeCompare(b.at ?? ""));
  return [...done, ...steps.filter(({ at }) => at === null)];
}

/** `đi được 45 phút · quá giờ dự kiến 10 phút`. */
export function roadText(view: ReferralView, now: number = serverNow()): string {
  if (view.departure === null) return "";
  const since = t("way.since", { span: spanText(now - new Date(view.departure.at).getTime()) });
  const { expected_at } = view.departure;
  const late = expected_at === null ? 0 : now - new Date(expected_at).getTime();
  return late > 0 ? `${since} · ${t("way.late", { span: spanText(late) })}` : since;
}

export const isLate = (view: ReferralView, now: number = serverNow()): boolean =>
  view.movement === "departed" &&
  view.departure?.expected_at !== null &&
  view.departure !== null &&
  new Date(view.departure.expected_at).getTime() < now;

export interface Board {
  readonly road: readonly Arrival[];
  readonly asked: readonly Arrival[];
  readonly here: readonly Arrival[];
  readonly told: readonly Arrival[];
}

/** Who is late stands first; who was told of lately, last. */
export function boardOf(arrivals: readonly Arrival[], now: number = serverNow()): Board {
  const where = (keep: (view: ReferralView) => boolean) => arrivals.filter(({ referral }) => keep(referral));
  const road = where((view) => !over(view) && ["departed", "not_arrived"].includes(view.movement));
  const asked = where((view) => !over(view) && view.movement === "none");
  const here = where((view) => !over(view) && view.movement === "arrived");
  const first = (a: Arrival, b: Arrival) => Number(isLate(b.referral, now)) - Number(isLate(a.referral, now));
  return { road: [...road].sort(first), asked, here, told: where((view) => view.state === "closed") };
}

export const unanswered = (board: Board): number =>
  [...board.road, ...board.asked].filter(({ referral }) => referral.answer === "none").length;

const SIGNS = ["pulse", "respiration", "spo2", "systolic", "diastolic", "temperature", "gcs"] as const;
export type SignName = (typeof SIGNS)[number];
export const SIGN_NAMES: readonly SignName[] = SIGNS;
/** What can be true (`domain.md` 6.5), as the server has it. */
const HARD: Readonly<Record<SignName, readonly [number, number]>> = {
  pulse: [20, 300],
  respiration: [3, 120],
  spo2: [30, 100],
  systolic: [40, 300],
  diastolic: [20, 200],
  temperature: [25, 45],
  gcs: [3, 15],
};

/** A number as typed: null when empty, undefined when it cannot be true. */
export function signOf(name: SignName, text: string): number | null | undefined {
  const clean = text.trim().replace(",", ".");
  if (clean === "") return null;
  const value = Number(clean);
  const [low, high] = HARD[name];
  const whole = name === "temperature" ? /^\d+(\.\d)?$/.test(clean) : /^\d+$/.test(clean);
  return whole && value >= low && value <= high ? value : undefined;
}

export function signsText(signs: NonNullable<ReferralView["departure"]>["signs"]): string {
  return SIGNS.flatMap((name) => {
    const value = signs[name] ?? null;
    return value === null ? [] : [`${t(`way.${name}`)} ${String(value).replace(".", ",")}`];
  }).join(" · ");
}
