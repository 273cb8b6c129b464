/** What the waiting page shows: which card wins, whether nobody answers, who passed the case on, what was typed and not sent. */
import { VITAL_ITEMS, badItems, type Limits, type VitalItem, type VitalSubject, type VitalTexts } from "@/lib/vitals";

import type { TextKey } from "@/context/use-consult-edits";
import type { Detail, Summary } from "@/lib/consult-api";
import type { VitalField } from "@/ui/vitals-form";

export type OverState = Extract<Summary["state"], "transferred" | "cancelled" | "expired" | "concluded" | "closed">;

export type Card =
  | { readonly kind: "draft" }
  | { readonly kind: "calling"; readonly unanswered: Unanswered | null }
  | { readonly kind: "returned"; readonly question: string }
  | { readonly kind: "accepted"; readonly written: boolean }
  | { readonly kind: "scheduled"; readonly at: string }
  | { readonly kind: "over"; readonly state: OverState };

/** Nobody has it and the machine alone is not enough: the telephone, the ambulance. */
export interface Unanswered {
  /** Nobody is on duty at all, as against nobody answering. */
  readonly noDuty: boolean;
  /** A routine question can wait for the next round; for the others the red card stands. */
  readonly grave: boolean;
  readonly minutes: number;
  readonly againAt: string | null;
}

export function cardOf(summary: Summary, now: number): Card {
  switch (summary.state) {
    case "draft":
      return { kind: "draft" };
    case "waiting":
      return { kind: "calling", unanswered: unansweredOf(summary, now) };
    case "returned":
      return { kind: "returned", question: summary.returned_question ?? "" };
    case "accepted":
      return { kind: "accepted", written: summary.answer === "written" };
    case "scheduled":
      return { kind: "scheduled", at: summary.scheduled_at ?? "" };
    case "transferred":
    case "cancelled":
    case "expired":
    case "concluded":
    case "closed":
      return { kind: "over", state: summary.state };
  }
}

/** An emergency that waited this long is for the telephone as well, whatever the ladder does. */
const STAT_LONG_MS = 5 * 60_000;
/** Sooner where the ladder began anew: it rings for minutes, and the telephone must not go away meanwhile. */
const STAT_AGAIN_MS = 2 * 60_000;

/** The ladder ran out, or the time in which an answer was to come has passed. */
function unansweredOf(summary: Summary, now: number): Unanswered | null {
  const { ladder, urgency } = summary;
  const waited = now - new Date(summary.sent_at ?? summary.created_at).getTime();
  const late =
    urgency === "stat"
      ? waited >= (ladder.round > 1 ? STAT_AGAIN_MS : STAT_LONG_MS)
      : summary.answer_due_at !== null && now > new Date(summary.answer_due_at).getTime();
  const ended = ladder.ended_at !== null;
  if (!ended && !late) return null;
  return {
    noDuty: ended && ladder.steps.length > 0 && ladder.steps.every(nobodyThere),
    grave: urgency !== "routine",
    minutes: Math.floor(waited / 60_000),
    againAt: ladder.restarts_at,
  };
}

const nobodyThere = (step: Summary["ladder"]["steps"][number]): boolean =>
  step.state === "skipped" && (step.skip_reason === "empty" || step.skip_reason === "already_asked");

/** Someone had it and has it no more. The patient's clock goes on. */
export interface HandedOn {
  readonly who: string | null;
  /** Into another specialty, else to the next of the same. */
  readonly to: Summary["specialty"] | null;
}

/** From two summaries of one case; from one alone (a page just opened) as far as its ladder tells. */
export function handedOn(before: Summary | null, now: Summary): HandedOn | null {
  if (now.state !== "waiting") return null;
  if (before !== null && before.specialty !== now.specialty) {
    return { who: before.specialist?.name ?? null, to: now.specialty };
  }
  if (before?.specialist != null) return { who: before.specialist.name, to: null };
  const gave = now.ladder.steps.flatMap((step) => step.people).filter((rung) => rung.state === "accepted");
  const last = gave.at(-1);
  return last === undefined ? null : { who: last.person.name, to: null };
}

/** What is typed here. A text that is missing was not touched: the server's word is shown. */
export interface Typed {
  readonly texts: Readonly<Partial<Record<TextKey, string>>>;
  readonly vitals: VitalTexts;
  /** What has gone, by field, so that nothing goes twice and what has not gone is known after a power cut. */
  readonly sent: Readonly<Record<string, string>>;
}
export const NOTHING_TYPED: Typed = { texts: {}, vitals: {}, sent: {} };

export const TEXTS: readonly TextKey[] = [
  "history",
  "examination",
  "treatment_given",
  "past_history",
  "working_diagnosis",
  "question",
];
const FIELDS: readonly VitalField[] = [
  "spo2",
  "respiration",
  "pulse",
  "temperature",
  "pressure",
  "glucose",
  "gcs",
  "weight",
];

const fieldOf = (item: string): string => (item === "systolic" || item === "diastolic" ? "pressure" : item);

/** What was out of its band stands first, then what was measured, then the rest. */
export function vitalFields(detail: Detail): readonly VitalField[] {
  const alarmed = new Set(detail.summary.alerts.map((alert) => fieldOf(alert.item)));
  const measured = new Set(
    VITAL_ITEMS.filter((item) => detail.vitals.some((set) => set[item] !== null)).map((item) => fieldOf(item)),
  );
  const rank = (field: VitalField) => (alarmed.has(field) ? 0 : measured.has(field) ? 1 : 2);
  return [...FIELDS].sort((a, b) => rank(a) - rank(b));
}

export const itemsIn = (field: VitalField): readonly VitalItem[] =>
  field === "pressure" ? ["systolic", "diastolic"] : [field];

/** The tile's content as one text. */
export function vitalText(field: VitalField, vitals: VitalTexts): string {
  const said = itemsIn(field).map((item) => (vitals[item] ?? "").trim());
  if (said.every((text) => text === "")) return "";
  return said.join("/") + (field === "spo2" && vitals.oxygen === true ? "+" : "");
}

/** Whole, possible and new. Half a blood pressure is still being typed. */
export function vitalReady(field: VitalField, typed: Typed, limits: Limits | null, subject: VitalSubject): boolean {
  const said = vitalText(field, typed.vitals);
  if (said === "" || said === typed.sent[field]) return false;
  if (itemsIn(field).some((item) => (typed.vitals[item] ?? "").trim() === "")) return false;
  const bad = badItems(limits, typed.vitals, subject);
  return !itemsIn(field).some((item) => bad.includes(item));
}

export interface Unsent {
  readonly texts: readonly TextKey[];
  readonly vitals: readonly VitalField[];
}

/** Without what the server has: it shows that itself, with its time. */
export function notSent(typed: Typed): Typed {
  const texts = Object.entries(typed.texts).filter(([key, text]) => text.trim() !== typed.sent[key]);
  const gone = new Set(
    FIELDS.filter((field) => typed.sent[field] !== undefined && vitalText(field, typed.vitals) === typed.sent[field]),
  );
  const vitals = Object.entries(typed.vitals).filter(
    ([item]) => !gone.has(item === "oxygen" ? "spo2" : (fieldOf(item) as VitalField)),
  );
  return { texts: Object.fromEntries(texts), vitals: Object.fromEntries(vitals), sent: {} };
}

/** Typed before the page was left and never sent: offered, neither sent in silence nor lost. */
export function unsent(typed: Typed, detail: Detail, limits: Limits | null, subject: VitalSubject): Unsent {
  return {
    texts: TEXTS.filter((key) => {
      const text = typed.texts[key]?.trim();
      return text !== undefined && text !== detail.request[key].trim() && text !== typed.sent[key];
    }),
    vitals: FIELDS.filter((field) => vitalReady(field, typed, limits, subject)),
  };
}
