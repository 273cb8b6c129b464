/**
 * How one's own typing and the other side's news become one text, field by field. Pure.
 *
 * Nothing typed is ever dropped: where both changed a field without seeing each other, both texts stand side by side
 * until a person chooses.
 */
import type { Problem } from "./problem";
import type { Schema } from "@/wire/schema";

export type MinutesView = Schema<"MinutesView">;
export type Person = Schema<"PersonRef">;

/** What the chair confirms; none may stay empty. In the order of the paper. */
export const CONCLUSION = ["diagnosis", "treatment", "monitoring", "place", "follow_up"] as const;
export const FIELDS = ["summary", ...CONCLUSION, "incidents"] as const;
export type FieldName = (typeof FIELDS)[number];

/** A field as the server has it. */
export interface Told {
  readonly text: string;
  readonly version: number;
  readonly by: Person | null;
  readonly at: string | null;
}

export interface Sending {
  readonly id: string;
  readonly text: string;
  /** The version it was typed over. */
  readonly seen: number;
  /** No answer came: the same is sent again, with the same id. */
  readonly stalled: boolean;
}

export interface Field {
  readonly told: Told;
  /** As typed here, spaces and all; null when this side has nothing of its own in it. */
  readonly own: string | null;
  /** What `own` was typed over. */
  readonly base: Told;
  readonly sending: Sending | null;
  /** The other side's text, written without seeing ours: somebody must choose. */
  readonly theirs: Told | null;
  readonly fault: Problem | null;
}

export type Fields = Readonly<Record<FieldName, Field>>;

export const BLANK: Told = { text: "", version: 0, by: null, at: null };
const EMPTY: Field = { told: BLANK, own: null, base: BLANK, sending: null, theirs: null, fault: null };
export const EMPTY_FIELDS: Fields = {
  summary: EMPTY,
  diagnosis: EMPTY,
  treatment: EMPTY,
  monitoring: EMPTY,
  place: EMPTY,
  follow_up: EMPTY,
  incidents: EMPTY,
};

export type Keep = "own" | "theirs" | "both";

export type FieldEvent =
  | { readonly type: "told"; readonly told: Told; readonly me: string }
  | { readonly type: "typed"; readonly text: string }
  | { readonly type: "left" }
  | { readonly type: "sent"; readonly sending: Sending }
  | { readonly type: "saved"; readonly told: Told; readonly me: Person }
  | { readonly type: "refused"; readonly told: Told; readonly me: string }
  | { readonly type: "stalled" }
  | { readonly type: "faulty"; readonly fault: Problem }
  | { readonly type: "restored"; readonly text: string; readonly base: Told; readonly me: string }
  | { readonly type: "chosen"; readonly keep: Keep };

/** The server keeps texts in one spelling, without outer spaces: only what is left of a difference then counts. */
export function cleaned(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n").trim();
}
const same = (a: string, b: string): boolean => cleaned(a) === cleaned(b);

/** What stands in the field on this side's screen. */
export function shown(field: Field): string {
  return field.own ?? field.told.text;
}

/** Typed here and not yet known to be at the other side. */
export function isOwed(field: Field): boolean {
  return field.theirs !== null || field.sending !== null || (field.own !== null && !same(field.own, field.base.text));
}

/** What must go to the server now; null when there is nothing, or somebody must choose first. */
export function toSend(field: Field): { readonly text: string; readonly seen: number } | null {
  if (field.theirs !== null || field.sending !== null || field.fault !== null || field.own === null) return null;
  return same(field.own, field.base.text) ? null : { text: field.own, seen: field.base.version };
}

export function reduceField(field: Field, event: FieldEvent): Field {
  switch (event.type) {
    case "told":
      return hear(field, event.told, event.me);
    case "typed":
      return { ...field, own: event.text, base: field.own === null ? field.told : field.base, fault: null };
    case "left":
      // What the server has stands in for what was typed; only then may news of others come into the field again.
      return isOwed(field) || field.fault !== null ? field : { ...field, own: null };
    case "sent":
      return { ...field, sending: event.sending };
    case "stalled":
      return field.sending === null ? field : { ...field, sending: { ...field.sending, stalled: true } };
    case "saved": {
      const { sending } = field;
      if (sending === null) return hear(field, event.told, event.me.id);
      // Ours was taken; whatever the answer holds beyond it was written by somebody who saw ours.
      const taken: Told = { text: sending.text, version: sending.seen + 1, by: event.me, at: event.told.at };
      const base = taken.version > field.base.version ? taken : field.base;
      return hear({ ...field, base, sending: null, theirs: null }, event.told, event.me.id);
    }
    case "refused":
      return hear({ ...field, sending: null }, event.told, event.me);
    case "faulty":
      return { ...field, sending: null, fault: event.fault };
    case "restored":
      if (field.own !== null) return field;
      return hear({ ...field, own: event.text, base: event.base }, field.told, event.me);
    case "chosen":
      return choose(field, event.keep);
  }
}

function hear(field: Field, told: Told, me: string): Field {
  if (told.version < field.told.version) return field;
  const now = { ...field, told };
  if (field.own === null) return now;
  if (same(field.own, told.text)) return { ...now, base: told, theirs: null };
  if (told.version <= field.base.version) return now;
  // Our own words, told to everybody, came before the answer to the request that brought them.
  const { sending } = field;
  if (sending && told.by?.id === me && same(sending.text, told.text)) return { ...now, base: told, theirs: null };
  if (same(field.own, field.base.text)) return { ...now, own: null, theirs: null };
  return { ...now, theirs: told };
}

function choose(field: Field, keep: Keep): Field {
  const { theirs } = field;
  if (theirs === null) return field;
  const settled = { ...field, base: theirs, theirs: null, fault: null };
  switch (keep) {
    case "theirs":
      return { ...settled, own: null };
    case "own":
      return settled;
    case "both":
      return { ...settled, own: [cleaned(theirs.text), cleaned(field.own ?? "")].filter(Boolean).join("\n") };
  }
}

/** Items of the conclusion that stand empty on this screen, in the order of the paper. */
export function missingItems(fields: Fields): readonly FieldName[] {
  return CONCLUSION.filter((name) => cleaned(shown(fields[name])) === "");
}

export type SignLine = Schema<"SignatureLine">;
export const SIGN_LINES = ["secretary", "chair", "station"] as const;

/** The one thing this person is asked to do next. */
export type NextAct =
  | { readonly kind: "choose"; readonly field: FieldName }
  | { readonly kind: "fill"; readonly field: FieldName }
  | { readonly kind: "conclude" }
  | { readonly kind: "wait-conclude" }
  | { readonly kind: "sign" }
  | { readonly kind: "wait-sign"; readonly lines: readonly SignLine[] }
  | { readonly kind: "signed" };

export function nextAct(view: MinutesView, fields: Fields, me: string): NextAct {
  if (view.state === "signed") return { kind: "signed" };
  const split = FIELDS.find((name) => fields[name].theirs !== null);
  if (split !== undefined) return { kind: "choose", field: split };
  const [first] = missingItems(fields);
  if (first !== undefined) return { kind: "fill", field: first };
  if (view.state === "draft") return { kind: view.chair?.id === me ? "conclude" : "wait-conclude" };
  if (view.my_lines.length > 0) return { kind: "sign" };
  const signed = new Set(view.signatures.map(({ line }) => line));
  return { kind: "wait-sign", lines: SIGN_LINES.filter((line) => !signed.has(line)) };
}

/** As the printed paper has it: the head of the document's hash. */
export function checkCode(hash: string): string {
  return hash.slice(0, 12);
}

export function isField(name: string): name is FieldName {
  return (FIELDS as readonly string[]).includes(name);
}

export function toldOf(view: MinutesView, field: FieldName): Told {
  const found: Schema<"MinutesField"> | undefined = view.fields[field];
  return found ? { text: found.text, version: found.version, by: found.edited_by, at: found.edited_at } : BLANK;
}
