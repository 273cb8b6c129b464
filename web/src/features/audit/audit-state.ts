/** The trail's filters as an address, and how its rows and its chain read. Pure. */
import { dateText, isoDay, numberText, secondText, shortText, timeText } from "@/lib/clock";
import { t, tryT, word } from "@/lib/i18n";

import type { IconName } from "@/ui/icon";
import type { Schema } from "@/wire/schema";

export type Row = Schema<"AuditRow">;
export type Chain = Schema<"ChainView">;
export type Head = Schema<"HeadView">;

export const KINDS = ["read", "take", "write", "session", "refused"] as const;
export const REASONS = [
  "station",
  "department",
  "team",
  "hospital",
  "queue",
  "destination",
  "arrivals",
  "access",
  "key",
] as const;

/** As in the address; what is empty does not narrow. */
export interface Filters {
  /** `2026-08-20` */
  readonly from: string;
  readonly to: string;
  readonly person: string;
  readonly facility: string;
  /** A consult's: `BL-0430`. */
  readonly code: string;
  readonly kind: (typeof KINDS)[number] | "";
  readonly because: (typeof REASONS)[number] | "";
  /** Keyset marks: at most one of them. */
  readonly after: string;
  readonly before: string;
}

export const EVERYTHING: Filters = {
  from: "",
  to: "",
  person: "",
  facility: "",
  code: "",
  kind: "",
  because: "",
  after: "",
  before: "",
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const CODE = /^[A-Z]{1,8}-\d{1,8}$/;
const MARK = /^\d+~\d+$/;

/** `bl 430` as one types it, `BL-0430` as it is; null when it is no case's code. */
export function typedCode(text: string): string | null {
  const clean = text.trim().toUpperCase();
  if (clean === "") return "";
  const found = /^([A-Z]{1,8})[-\s]?(\d{1,8})$/.exec(clean);
  return found ? `${found[1] ?? ""}-${(found[2] ?? "").padStart(4, "0")}` : null;
}

/** An address typed by hand narrows by what it understands. */
export function readFilters(search: string): Filters {
  const params = new URLSearchParams(search);
  const one = <V extends string>(name: string, allowed: readonly V[]): V | "" =>
    allowed.find((value) => value === params.get(name)) ?? "";
  const matching = (name: string, form: RegExp): string => {
    const value = params.get(name) ?? "";
    return form.test(value) ? value : "";
  };
  const before = matching("before", MARK);
  return {
    from: matching("from", DAY),
    to: matching("to", DAY),
    person: matching("person", UUID),
    facility: matching("facility", UUID),
    code: matching("code", CODE),
    kind: one("kind", KINDS),
    because: one("because", REASONS),
    after: before === "" ? matching("after", MARK) : "",
    before,
  };
}

export function writeFilters(filters: Filters): string {
  const text = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== "")).toString();
  return text === "" ? "/audit" : `/audit?${text}`;
}

/** Another filter begins at the newest again. */
export function narrowed(filters: Filters, change: Partial<Filters>): Filters {
  return { ...filters, after: "", before: "", ...change };
}

export const used = (filters: Filters): number =>
  (Object.keys(EVERYTHING) as (keyof Filters)[]).filter(
    (name) => name !== "after" && name !== "before" && name !== "to" && filters[name] !== "",
  ).length;

/** What the server is asked. */
export function queryOf(filters: Filters) {
  const { from, to, person, facility, code, kind, because, after, before } = filters;
  return {
    ...(from && { from_date: from }),
    ...(to && { to_date: to }),
    ...(person && { person_id: person }),
    ...(facility && { facility_id: facility }),
    ...(code && { code }),
    ...(kind && { kind }),
    ...(because && { because }),
    ...(after && { after }),
    ...(before && { before }),
  };
}

/** Beyond this the server stops counting. */
const COUNTED = 10_000;

export const countText = (count: number): string =>
  count > COUNTED ? t("audit.moreThan", { n: numberText(COUNTED) }) : numberText(count);

// -- one row ---------------------------------------------------------------------------------------------------------

export const isRefused = (row: Row): boolean => row.outcome === "refused" || row.outcome === "denied";

/** Codes are `read` or `person.create`; as keys, points become lines, and the last or the first part may say enough. */
function worded(code: string, say: (key: string) => string | null): string | null {
  const parts = code.split(".");
  return say(code.replaceAll(".", "_")) ?? say(parts.at(-1) ?? "") ?? say(parts[0] ?? "");
}

const deedWord = (code: string) => worded(code, (key) => tryT(`auditDeed.${key}`));
const thingWord = (code: string) => worded(code, (key) => tryT(`auditThing.${key}`));

const ICONS: readonly (readonly [RegExp, IconName])[] = [
  [/^open\b/, "alert"],
  [/(^|\.)(read|find|name)$|^exchange\.(list|duty|fhir|xml\d+)$/, "eye"],
  [/^print$/, "print"],
  [/^export$/, "download"],
  [/^sign$/, "sign"],
  [/^session\.|^security\.|pin$/, "lock"],
  [/^(person|grant|invitation)\./, "users"],
  [/^erase$/, "x"],
];

export function deedOf(row: Row): { icon: IconName; text: string } {
  const text = deedWord(row.action) ?? t("audit.otherDeed");
  if (!isRefused(row)) return { icon: ICONS.find(([form]) => form.test(row.action))?.[1] ?? "pen", text };
  // A request that was turned away at the door has its method for an action.
  return { icon: "x", text: /^[A-Z]+$/.test(row.action) ? t("audit.refused") : t("audit.refusedDeed", { deed: text }) };
}

/** What it was done to. Of a refused request only its route is known. */
export function thingOf(row: Row): string {
  const route = /^\/api\/([\w-]+)(?:\.\w+)?/.exec(row.entity)?.[1];
  const name = (route ?? row.entity).replaceAll("-", "_");
  return thingWord(name) ?? thingWord(name.replace(/s$/, "")) ?? t("audit.otherThing");
}

/** Who, and as what. */
export function whoOf(row: Row): { name: string; as: string } {
  if (row.person) {
    const { grant } = row;
    const as = grant ? `${word("role", grant.role)}, ${grant.facility.short_name}` : "";
    return { name: row.person.name, as };
  }
  if (row.by_key) {
    return { name: row.by_key.name, as: t("audit.systemAs", { place: row.by_key.facility.short_name }) };
  }
  const stranger = row.system === "refused stranger" || row.system === null || row.action.startsWith("session.");
  return stranger ? { name: t("audit.stranger"), as: "" } : { name: t("audit.program"), as: t("audit.programAs") };
}

export interface Why {
  /** By what right, or why not. */
  readonly text: string;
  /** The person's own words. */
  readonly words: string | null;
  readonly tone: "plain" | "danger" | "warn";
}

export function whyOf(row: Row): Why {
  const own = row.reason !== null && /\s/.test(row.reason) ? row.reason : null;
  if (isRefused(row)) {
    const cause = causeOf(row) ?? (row.reason === null ? null : tryT(`problem.${row.reason}`));
    return { text: cause ?? t("audit.refusedNoCause"), words: own, tone: "danger" };
  }
  if (row.because === "access") return { text: t("audit.because_access"), words: own, tone: "danger" };
  const right = row.because === null ? null : tryT(`audit.because_${row.because}`);
  const said = right ?? causeOf(row) ?? (own === null && row.person !== null ? t("audit.byRole") : "");
  return { text: said, words: own, tone: row.because === "hospital" ? "warn" : "plain" };
}

/** A feature's own code is said as such, or as any that ends so. */
const causeOf = ({ reason }: Row): string | null =>
  reason === null
    ? null
    : (tryT(`auditCause.${reason.replaceAll(".", "_")}`) ?? tryT(`auditCause.${reason.split(".").at(-1) ?? ""}`));

/** A second's delay is how it works; a minute's is not. */
const UNSEALED_FROM_MS = 30_000;

export const isUnsealed = (row: Row, now: number): boolean =>
  row.n === null && now - Date.parse(row.at) > UNSEALED_FROM_MS;

/** `20/08 20:13:41`; with the year when it is another. */
export function whenOf(at: string, now: number): string {
  const year = isoDay(at).slice(0, 4);
  const day = year === isoDay(now).slice(0, 4) ? shortText(at).slice(0, 5) : dateText(at);
  return `${day} ${secondText(at)}`;
}

// -- the chain -------------------------------------------------------------------------------------------------------

/** `7c1e 90b4 55d0 … a940`: enough to compare by eye with a printed sheet. */
export const shortHash = (hash: string): string =>
  `${(hash.slice(0, 12).match(/.{4}/g) ?? []).join(" ")} … ${hash.slice(-4)}`;

export const wholeHash = (hash: string): string => (hash.match(/.{4}/g) ?? []).join(" ");

export type ChainLook =
  | { readonly kind: "checking"; readonly done: number; readonly total: number }
  | { readonly kind: "whole" }
  | { readonly kind: "broken" }
  | { readonly kind: "failed" }
  | { readonly kind: "unchecked" };

export function chainLook(chain: Chain): ChainLook {
  if (chain.checking) return { kind: "checking", ...chain.checking };
  if (chain.broken) return { kind: "broken" };
  if (chain.failed) return { kind: "failed" };
  return { kind: chain.ok === true ? "whole" : "unchecked" };
}

/** The finding as a sentence. */
export function brokenTitle({ kind, n }: NonNullable<Chain["broken"]>): string {
  if (kind === "cut") return t("audit.broken_cut", { n: numberText((n ?? 1) - 1) });
  return n === null ? t("audit.brokenNowhere") : t("audit.brokenAt", { n: numberText(n) });
}

/** `20:00 hôm nay` or `20:00 ngày 19/08/2026`. */
export function momentText(at: string, now: number): string {
  const today = isoDay(at) === isoDay(now);
  return today ? t("audit.today", { time: timeText(at) }) : t("audit.onDay", { time: timeText(at), day: dateText(at) });
}

export const secondsText = (ms: number): string => t("audit.seconds", { n: numberText(ms / 1000, 1) });
