/**
 * How one referral is corrected: what the server has, what was typed here over it, what still has to go. Pure.
 *
 * Nothing typed is ever dropped: where somebody else changed the same line meanwhile, a person chooses.
 */
import { dateText, dayText, isoDay, parseDay, serverNow, timeText } from "./clock";
import { cleaned } from "./minutes-state";

import type { Problem } from "./problem";
import type { Schema } from "@/wire/schema";

export type ReferralView = Schema<"ReferralView">;
type Wire = Schema<"ReferralFields">;

/** In the order of the paper. */
export const REFERRAL_FIELDS = [
  "to_facility_id",
  "kind",
  "clinical_signs",
  "test_results",
  "diagnosis",
  "icd_code",
  "procedures",
  "treatment",
  "condition_at_transfer",
  "transfer_reason",
  "care_plan",
  "transfer_at",
  "valid_one_year",
  "transport",
  "escort",
  "escort_title",
  "stays",
  "insurance_expiry",
  "insurance_until",
] as const satisfies readonly (keyof Wire)[];
export type ReferralField = (typeof REFERRAL_FIELDS)[number];
export type FormValue = string | boolean;
type Some<T> = Readonly<Partial<Record<ReferralField, T>>>;

const NEEDED: readonly ReferralField[] = [
  "clinical_signs",
  "diagnosis",
  "icd_code",
  "condition_at_transfer",
  "transport",
];
/** Nobody waits with a dying patient for a code to be looked up. */
const NEEDED_AT_ONCE: readonly ReferralField[] = ["diagnosis", "condition_at_transfer", "transport"];
/** What nobody knows before the patient leaves: always asked. */
export const LEAVING: readonly ReferralField[] = [
  "transport",
  "escort",
  "escort_title",
  "condition_at_transfer",
  "transfer_at",
];

interface Edit {
  /** As typed, spaces and all. */
  readonly value: FormValue;
  /** What it was typed over. */
  readonly base: FormValue;
}

export interface Sending {
  readonly id: string;
  readonly seen: number;
  readonly values: Some<FormValue>;
  /** `values` in the command's words: sent again they must be the same in every letter. */
  readonly fields: Wire;
  /** No answer came: the same is sent again, with the same id. */
  readonly stalled: boolean;
}

export interface ReferralState {
  readonly view: ReferralView;
  readonly edits: Some<Edit>;
  /** Somebody else's text of a line that was typed here too. */
  readonly theirs: Some<FormValue>;
  /** Codes of faults, by line. */
  readonly faults: Some<string>;
  readonly sending: Sending | null;
  /** Empty when the page opened, or since: asked first, and they stay where they are while being filled. */
  readonly asked: readonly ReferralField[];
}

export type Kept = Some<Edit>;

const ICD = /^([A-Z]\d{2}(\.\d{1,2})?[†*]?)?$/;

/** `11:20`, `11h20 23/11/2026`; without a day today is meant. The moment as `2026-11-23T11:20`, null when it is none. */
export function parseMoment(text: string, today: string): string | null {
  const found = /^(\d{1,2})(?:[:.]|\s*(?:h|giờ)\s*)(\d{2})?(?:[\s,]+(.+))?$/i.exec(text.trim());
  if (!found) return null;
  const [h, m] = [Number(found[1]), Number(found[2] ?? 0)];
  const day = found[3] === undefined ? today : parseDay(found[3]);
  if (h > 23 || m > 59 || day?.length !== 10) return null;
  return `${day}T${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
}

/** `11:20 23/11/2026`, as it stands in the form. */
export const momentText = (at: string | number): string => `${timeText(at)} ${dateText(at)}`;

/** A line as the form holds it. */
export function toldValue(view: ReferralView, field: ReferralField): FormValue {
  if (field === "transfer_at") return view.transfer_at ? momentText(view.transfer_at) : "";
  if (field === "insurance_until") return view.insurance_until ? dayText(view.insurance_until) : "";
  if (field === "stays") return staysText(view.stays);
  return view[field];
}

export interface Stay {
  readonly facility: string;
  /** Days as `2026-11-23`; null while not known. */
  readonly treated_from?: string | null;
  readonly treated_to?: string | null;
}

/** The two lines of earlier stays as one text, so that they are corrected and compared like every other line. */
export const staysText = (stays: readonly Stay[]): string =>
  stays
    .filter(({ facility }) => facility.trim() !== "")
    .map(({ facility, treated_from, treated_to }) => [facility.trim(), treated_from ?? "", treated_to ?? ""].join("\t"))
    .join("\n");
export const staysOf = (text: string): readonly Stay[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [facility = "", from = "", to = ""] = line.split("\t");
      return { facility, treated_from: from || null, treated_to: to || null };
    });

/** The same said in one way; what cannot be read stays as it was typed. */
function normal(field: ReferralField, value: FormValue): FormValue {
  if (typeof value !== "string" || field === "stays") return value;
  const text = cleaned(value);
  if (field === "insurance_until") return dayOf(text) === null ? text : dayText(dayOf(text) ?? "");
  if (field === "icd_code") return text.toUpperCase();
  if (field !== "transfer_at") return text;
  const [day = "", time = ""] = parseMoment(text, isoDay(serverNow()))?.split("T") ?? [];
  return time === "" ? text : `${time} ${dayText(day)}`;
}

function dayOf(text: string): string | null {
  const day = parseDay(text);
  return day?.length === 10 ? day : null;
}

/** Half a code is no code yet, half an hour no hour. */
function isWhole(field: ReferralField, value: FormValue): boolean {
  if (field === "icd_code") return ICD.test(String(value));
  if (field === "insurance_until") return value === "" || dayOf(String(value)) !== null;
  return field !== "transfer_at" || value === "" || parseMoment(String(value), "") !== null;
}

const same = (field: ReferralField, a: FormValue, b: FormValue): boolean => normal(field, a) === normal(field, b);

/** What `make` gives for each line; lines it gives nothing for are left out. */
function pick<T>(make: (field: ReferralField) => T | undefined): Some<T> {
  const found: Partial<Record<ReferralField, T>> = {};
  for (const field of REFERRAL_FIELDS) {
    const value = make(field);
    if (value !== undefined) found[field] = value;
  }
  return found;
}
const without = <T>(from: Some<T>, gone: ReferralField): Some<T> =>
  pick((field) => (field === gone ? undefined : from[field]));

export function shownValue(state: ReferralState, field: ReferralField): FormValue {
  return state.edits[field]?.value ?? toldValue(state.view, field);
}
export function shownText(state: ReferralState, field: ReferralField): string {
  return String(shownValue(state, field));
}

/** `Viêm phổi nặng (J18.9)`; a dash while nobody wrote one. */
export function diagnosisText(state: ReferralState): string {
  const [text, code] = [shownText(state, "diagnosis").trim(), shownText(state, "icd_code").trim()];
  if (text === "" || code === "") return text || code || "–";
  return `${text.replace(/\.$/, "")} (${code})`;
}

/** What this page knows of the referral, with lines typed on an earlier visit and never sent. */
export function opened(view: ReferralView, kept: Kept = {}): ReferralState {
  const empty: ReferralState = { view, edits: kept, theirs: {}, faults: {}, sending: null, asked: [] };
  return told(empty, view);
}

export function typed(state: ReferralState, field: ReferralField, value: FormValue): ReferralState {
  const base = state.edits[field]?.base ?? toldValue(state.view, field);
  return { ...state, edits: { ...state.edits, [field]: { value, base } }, faults: without(state.faults, field) };
}

/** The cursor is out: what the server has stands in for what was typed. */
export function left(state: ReferralState, field: ReferralField): ReferralState {
  const edit = state.edits[field];
  if (edit === undefined || field in state.faults) return state;
  if (!isWhole(field, normal(field, edit.value))) {
    return { ...state, faults: { ...state.faults, [field]: "unreadable" } };
  }
  if (!same(field, edit.value, edit.base) || state.theirs[field] !== undefined) return state;
  return { ...state, edits: without(state.edits, field) };
}

function isOwed(state: ReferralState, field: ReferralField): boolean {
  const edit = state.edits[field];
  return edit !== undefined && !same(field, edit.value, edit.base);
}

/** Something typed here is not yet known to be with the server. */
export function owes(state: ReferralState): boolean {
  return state.sending !== null || REFERRAL_FIELDS.some((field) => isOwed(state, field));
}

/** What must go now; null when there is nothing that may. */
export function toSend(state: ReferralState): Pick<Sending, "seen" | "values" | "fields"> | null {
  if (state.sending !== null || state.view.state !== "draft") return null;
  const values = pick((field) => {
    const edit = state.edits[field];
    if (!edit || !isOwed(state, field) || field in state.theirs || field in state.faults) return undefined;
    const value = normal(field, edit.value);
    return isWhole(field, value) ? value : undefined;
  });
  if (Object.keys(values).length === 0) return null;
  return { seen: state.view.version, values, fields: toFields(state.view, values) };
}

/** The command's own words. The destination is always part of it; as it stands it changes nothing. */
function toFields(view: ReferralView, values: Some<FormValue>): Wire {
  const { transfer_at, insurance_until, stays, ...others } = values;
  const moment = parseMoment(String(transfer_at ?? ""), "");
  const at = transfer_at === undefined ? {} : { transfer_at: moment === null ? null : `${moment}:00+07:00` };
  const until = insurance_until === undefined ? {} : { insurance_until: dayOf(String(insurance_until)) };
  const before = stays === undefined ? {} : { stays: staysOf(String(stays)) };
  return { to_facility_id: view.to_facility_id, ...others, ...at, ...until, ...before } as Wire;
}

export function sent(state: ReferralState, sending: Sending): ReferralState {
  return { ...state, sending };
}
export function stalled(state: ReferralState): ReferralState {
  return state.sending === null ? state : { ...state, sending: { ...state.sending, stalled: true } };
}

/** Taken: what was sent is now what further typing stands on. */
export function saved(state: ReferralState, view: ReferralView): ReferralState {
  const taken = state.sending?.values ?? {};
  const edits = pick((field) => {
    const edit = state.edits[field];
    const base = taken[field];
    return edit && base !== undefined ? { ...edit, base } : edit;
  });
  return told({ ...state, edits, sending: null }, view);
}

/** Refused. `fresh` is what the server has now, when that may be the cause. */
export function refused(state: ReferralState, problem: Problem, fresh: ReferralView | null): ReferralState {
  const faults = pick((field) => {
    const code = problem.at(`/body/fields/${field}`)?.code;
    if (field === "to_facility_id" && problem.code === "referral.open_exists") return "open_exists";
    return code ?? state.faults[field];
  });
  const next = { ...state, faults, sending: null };
  return fresh === null ? next : told(next, fresh);
}

/** News of the server. A line nobody typed in here simply follows. */
export function told(state: ReferralState, view: ReferralView): ReferralState {
  if (view.version < state.view.version) return state;
  const theirs: Partial<Record<ReferralField, FormValue>> = {};
  const edits = pick((field) => {
    const edit = state.edits[field];
    if (edit === undefined) return undefined;
    const now = toldValue(view, field);
    // On its way: its answer will tell.
    if (state.sending && field in state.sending.values) return edit;
    if (same(field, now, edit.value)) return { ...edit, base: now };
    if (!same(field, now, edit.base)) theirs[field] = now;
    return edit;
  });
  const next = { ...state, view, edits, theirs };
  const asked = REFERRAL_FIELDS.filter((field) => state.asked.includes(field) || lacking(next).includes(field));
  return { ...next, asked };
}

/** Of two texts for one line a person takes one. */
export function chosen(state: ReferralState, field: ReferralField, mine: boolean): ReferralState {
  const edit = state.edits[field];
  const other = state.theirs[field];
  if (edit === undefined || other === undefined) return state;
  const theirs = without(state.theirs, field);
  if (!mine) return { ...state, theirs, edits: without(state.edits, field) };
  return { ...state, theirs, edits: { ...state.edits, [field]: { value: edit.value, base: other } } };
}

/** What the paper cannot be signed without; the server's `missing` has the last word. */
export function isNeeded(state: ReferralState, field: ReferralField): boolean {
  const kind = shownValue(state, "kind");
  const told = kind === state.view.kind && (state.view.missing as readonly string[]).includes(field);
  return told || (kind === "emergency_transfer" ? NEEDED_AT_ONCE : NEEDED).includes(field);
}

/** Empty lines that signing needs, as the form stands now. */
export function lacking(state: ReferralState): readonly ReferralField[] {
  return REFERRAL_FIELDS.filter((field) => isNeeded(state, field) && normal(field, shownValue(state, field)) === "");
}

/** What is kept on this machine until the server has it. */
export function toKeep(state: ReferralState): Kept {
  return pick((field) => (isOwed(state, field) ? state.edits[field] : undefined));
}

/** Of several made from one consult the one to go on with: the newest that was not called off. */
export function current(referrals: readonly ReferralView[]): ReferralView | null {
  return [...referrals].reverse().find((one) => !["cancelled", "expired", "redirected"].includes(one.state)) ?? null;
}

/** Neither over nor called off. */
export const isOpen = ({ state }: ReferralView): boolean => state === "draft" || state === "signed" || state === "sent";
