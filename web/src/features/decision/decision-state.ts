/** The station's decision while it is being made: three steps, what each still lacks, what will be written. Pure. */
import { dayText, parseDay } from "@/lib/clock";
import { CONCLUSION, type FieldName, type MinutesView } from "@/lib/minutes-state";

import type { Schema } from "@/wire/schema";

export type Choice = Schema<"Choice">;
export type Outcome = Schema<"Outcome">;
export type NewDecision = Schema<"NewDecision">;
export type DecisionView = Schema<"DecisionView">;
export type State = Schema<"ConsultSummary">["state"];
export type Item = (typeof CONCLUSION)[number];

export const OUTCOMES: readonly Outcome[] = [
  "treat_at_station",
  "refer",
  "emergency_transfer",
  "follow_up",
  "no_action",
  "patient_declined",
  "died",
];

export interface Advice {
  readonly item: Item;
  readonly text: string;
}

export interface DecisionForm {
  readonly step: 1 | 2 | 3;
  /** Nothing is chosen for the person. */
  readonly choice: Choice | null;
  readonly items: readonly Item[];
  /** How each of them is done instead. */
  readonly changes: Readonly<Partial<Record<Item, string>>>;
  readonly reason: string;
  readonly outcomes: readonly Outcome[];
  /** When the patient died, as the browser's own field has it: `2026-11-23T10:05`, local. */
  readonly diedAt: string;
  /** As typed: `30/11/2026`. */
  readonly followUp: string;
  readonly note: string;
  /** Where a referral goes; null: the hospital that advised. */
  readonly to: string | null;
  /** The decision that stands and is made anew, and why; null: this is the first. */
  readonly correcting: { readonly id: string; readonly reason: string } | null;
  /** The command as it went the last time: the same again keeps its id, so that it is written once. */
  readonly sent: { readonly id: string; readonly body: string } | null;
}

export const BLANK: DecisionForm = {
  step: 1,
  choice: null,
  items: [],
  changes: {},
  reason: "",
  outcomes: [],
  diedAt: "",
  followUp: "",
  note: "",
  to: null,
  correcting: null,
  sent: null,
};

/** The conclusion, item by item; empty where nobody concluded anything, as when nobody answered. */
export function adviceOf(minutes: MinutesView | null): readonly Advice[] {
  if (minutes === null) return [];
  const all = CONCLUSION.map((item) => ({ item, text: minutes.fields[item]?.text ?? "" }));
  return all.some(({ text }) => text !== "") ? all : [];
}

/** Without advice there is nothing to change in it. */
export function choicesFor(advice: readonly Advice[]): readonly Choice[] {
  return advice.length === 0 ? ["follow", "decline"] : ["follow", "modify", "decline"];
}

export function choose(form: DecisionForm, choice: Choice): DecisionForm {
  return { ...form, choice };
}

/** In the order of the paper, whatever the order of the ticks. */
export function tickItem(form: DecisionForm, item: Item, on: boolean): DecisionForm {
  return { ...form, items: CONCLUSION.filter((one) => (one === item ? on : form.items.includes(one))) };
}

const GOING: readonly Outcome[] = ["refer", "emergency_transfer"];
const ACTS: readonly Outcome[] = ["treat_at_station", ...GOING];

/** Nobody asks back who died. */
const LATER: readonly Outcome[] = ["follow_up", "no_action"];

/** Several may hold, but one patient leaves in one way, and nothing to do is no act. */
export function tickOutcome(form: DecisionForm, outcome: Outcome, on: boolean): DecisionForm {
  const gone = (other: Outcome): boolean =>
    on &&
    ((GOING.includes(outcome) && GOING.includes(other)) ||
      (outcome === "no_action" && ACTS.includes(other)) ||
      (other === "no_action" && ACTS.includes(outcome)) ||
      (outcome === "died" && LATER.includes(other)) ||
      (other === "died" && LATER.includes(outcome)));
  const outcomes = OUTCOMES.filter((one) => (one === outcome ? on : form.outcomes.includes(one) && !gone(one)));
  return { ...form, outcomes };
}

/** Which paper the outcomes ask for; null: nobody leaves. */
export function referralKind(outcomes: readonly Outcome[]): Schema<"ReferralKind"> | null {
  if (outcomes.includes("emergency_transfer")) return "emergency_transfer";
  return outcomes.includes("refer") ? "referral" : null;
}

/** `2026-11-30`; null when what was typed is no whole day. */
export function followUpOn(form: DecisionForm): string | null {
  const day = parseDay(form.followUp);
  return day?.length === 10 ? day : null;
}

export type Lack = "choice" | "items" | "reason" | "outcomes" | "day" | "badDay" | "died" | "correction";

/** What a step still needs, in reading order. `today` is `2026-11-23`. */
export function lacks(form: DecisionForm, step: 1 | 2, today: string): readonly Lack[] {
  if (step === 1) {
    if (form.correcting?.reason.trim() === "") return ["correction"];
    if (form.choice === null) return ["choice"];
    const found: Lack[] = [];
    if (form.choice === "modify" && form.items.length === 0) found.push("items");
    if (form.choice !== "follow" && form.reason.trim() === "") found.push("reason");
    return found;
  }
  if (form.outcomes.length === 0) return ["outcomes"];
  if (form.outcomes.includes("died") && form.diedAt === "") return ["died"];
  if (!form.outcomes.includes("follow_up")) return [];
  if (form.followUp.trim() === "") return ["day"];
  return (followUpOn(form) ?? "") < today ? ["badDay"] : [];
}

/** As far as the form may be shown: a later step is never open over an unfinished one. */
export function openStep(form: DecisionForm, today: string): 1 | 2 | 3 {
  if (form.step === 1 || lacks(form, 1, today).length > 0) return 1;
  return form.step === 2 || lacks(form, 2, today).length > 0 ? 2 : 3;
}

/** Only what the choice asks for goes: words typed for another choice stay on this machine. */
export function toBody(form: DecisionForm, consult: string): NewDecision {
  if (form.choice === null) throw new Error("no choice");
  const departs = form.choice !== "follow";
  return {
    consult_id: consult,
    choice: form.choice,
    reason: departs ? form.reason.trim() : "",
    changed_items: departs ? [...form.items] : [],
    changes: Object.fromEntries(
      (departs ? form.items : []).map((item) => [item, (form.changes[item] ?? "").trim()]).filter(([, text]) => text),
    ) as NonNullable<NewDecision["changes"]>,
    ...(form.correcting && { corrects: form.correcting.id, correction_reason: form.correcting.reason.trim() }),
    died_at: form.outcomes.includes("died") && form.diedAt !== "" ? `${form.diedAt}:00+07:00` : null,
    outcomes: [...form.outcomes],
    follow_up_on: form.outcomes.includes("follow_up") ? followUpOn(form) : null,
    note: form.note.trim(),
  };
}

/** The id for this command: the one it had, if it is the same command. */
export function commandId(form: DecisionForm, body: NewDecision, fresh: string): NonNullable<DecisionForm["sent"]> {
  const text = JSON.stringify(body);
  return form.sent?.body === text ? form.sent : { id: fresh, body: text };
}

/** What stands or will stand in the record, said alike before and after writing. */
export interface Said {
  readonly choice: Choice;
  readonly items: readonly FieldName[];
  readonly changes: Readonly<Partial<Record<FieldName, string>>>;
  readonly diedAt: string | null;
  readonly reason: string;
  readonly outcomes: readonly Outcome[];
  readonly day: string | null;
  readonly note: string;
}

export function said(from: NewDecision | DecisionView): Said {
  return {
    choice: from.choice,
    items: from.changed_items ?? [],
    changes: from.changes ?? {},
    diedAt: from.died_at ?? null,
    reason: from.reason ?? "",
    outcomes: from.outcomes,
    day: from.follow_up_on ?? null,
    note: from.note ?? "",
  };
}

/** The form as the decision that stands would have filled it: where its correction begins. */
export function formOf(decision: DecisionView): DecisionForm {
  return {
    ...BLANK,
    choice: decision.choice,
    items: CONCLUSION.filter((item) => decision.changed_items.includes(item)),
    changes: decision.changes,
    reason: decision.reason,
    outcomes: decision.outcomes,
    followUp: decision.follow_up_on === null ? "" : dayText(decision.follow_up_on),
    note: decision.note,
    correcting: { id: decision.id, reason: "" },
  };
}

export type Stand = "early" | "open" | "over";

/** Whether the consult is at the point where the station decides. */
export function standOf(state: State): Stand {
  switch (state) {
    case "concluded":
    case "transferred":
    case "closed":
      return "open";
    case "draft":
    case "waiting":
    case "accepted":
    case "returned":
    case "scheduled":
      return "early";
    case "cancelled":
    case "expired":
      return "over";
  }
}

/** A paper may leave before the conclusion is written, once somebody has taken the case. */
export function mayRefer(state: State): boolean {
  return state === "accepted" || state === "scheduled" || standOf(state) === "open";
}

/** `2026-11-30`, so many days after `2026-11-23`. */
export function dayAfter(today: string, days: number): string {
  const at = new Date(`${today}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
