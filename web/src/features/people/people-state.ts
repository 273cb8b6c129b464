/** The list's filters as an address, and how accounts and dated roles read. Pure. */
import { dateText, dayText, serverNow } from "@/lib/clock";
import { endText, stateOn, type DayState } from "@/lib/days";
import { t, word } from "@/lib/i18n";

import type { IconName } from "@/ui/icon";
import type { Tone } from "@/ui/tags";
import type { Schema } from "@/wire/schema";
import type { Grant, PersonRow, Role } from "./people-api";

export type Status = Schema<"Status">;

export const STATUSES = [
  "active",
  "rotating",
  "invited",
  "invitation_expired",
  "uninvited",
  "disabled",
] as const satisfies readonly Status[];

export const SPECIALTIES = ["emergency", "internal", "surgery", "obstetrics", "paediatrics", "dermatology"] as const;

/** As in the address; what is empty does not narrow. */
export interface Filters {
  readonly text: string;
  readonly facility: string;
  readonly role: Schema<"Role"> | "";
  readonly status: Status | "all" | "";
  readonly bare: boolean;
  readonly after: string;
}

export const EVERYONE: Filters = { text: "", facility: "", role: "", status: "", bare: false, after: "" };

export function readFilters(search: string): Filters {
  const from = new URLSearchParams(search);
  const status = from.get("status") ?? "";
  return {
    text: from.get("text") ?? "",
    facility: from.get("facility") ?? "",
    // A role this app does not know finds nobody, which is true.
    role: (from.get("role") ?? "") as Filters["role"],
    status: status === "all" ? "all" : (STATUSES.find((known) => known === status) ?? ""),
    bare: from.get("bare") === "1",
    after: from.get("after") ?? "",
  };
}

export function writeFilters(filters: Filters): string {
  const to = new URLSearchParams();
  for (const name of ["text", "facility", "role", "status", "after"] as const)
    if (filters[name] !== "") to.set(name, filters[name]);
  if (filters.bare) to.set("bare", "1");
  return to.size === 0 ? "/people" : `/people?${to.toString()}`;
}

/** Another choice begins at the first page. */
export const narrowed = (filters: Filters, change: Partial<Filters>): Filters => ({ ...filters, after: "", ...change });

export const isNarrowed = (filters: Filters): boolean =>
  writeFilters({ ...filters, after: "" }) !== writeFilters(EVERYONE);

export function searchOf(filters: Filters): Schema<"PersonSearch"> {
  return {
    text: filters.text,
    facility_id: filters.facility || null,
    role: filters.role || null,
    status: filters.status === "all" || filters.status === "" ? null : filters.status,
    all: filters.status === "all",
    without_second_factor: filters.bare,
    after: filters.after || null,
  };
}

const LOOK: Readonly<Record<Status, readonly [Tone, IconName]>> = {
  active: ["ok", "check"],
  rotating: ["info", "swap"],
  invited: ["warn", "clock"],
  invitation_expired: ["danger", "alert"],
  uninvited: ["warn", "send"],
  disabled: ["off", "lock"],
};

export const statusLook = (status: Status): readonly [Tone, IconName] => LOOK[status];

export function factorText(person: PersonRow): string {
  switch (person.second_factor) {
    case "passkey":
      return t("people.factorPasskey");
    case "totp":
      return t("people.factorTotp");
    case "none":
      return t("people.factorNone");
    case null:
      return t("people.factorHidden");
  }
}

export function seenText(at: string | null, now = serverNow()): string {
  if (at === null) return t("people.seenNever");
  return dateText(at) === dateText(now) ? t("people.seenToday") : dateText(at);
}

/** `Bác sĩ chuyên khoa Nội` */
export function roleText({ role, specialty }: Pick<Grant, "role" | "specialty">): string {
  return specialty === null ? word("role", role) : `${word("role", role)} ${word("specialty", specialty)}`;
}

/** `Bác sĩ chuyên khoa Nội, BVĐK Tam Đường` */
export const grantText = (grant: Grant): string => `${roleText(grant)}, ${grant.facility.short_name}`;

export interface RoleLine {
  readonly key: string;
  readonly text: string;
  /** Where, unless it is where the person works anyway. */
  readonly where: string;
}

/** Each role once, with its specialties and, where it is held elsewhere, the place or how many places. */
export function roleLines(person: PersonRow, today: string): readonly RoleLine[] {
  const running = person.grants.filter((grant) => stateOn(today, grant.valid_from, grant.valid_to) === "now");
  return [...new Set(running.map((grant) => grant.role))].map((role) => {
    const these = running.filter((grant) => grant.role === role);
    const specialties = [...new Set(these.flatMap((grant) => grant.specialty ?? []))];
    const places = [...new Map(these.map((grant) => [grant.facility.id, grant.facility.short_name])).entries()];
    const elsewhere = places.some(([id]) => id !== person.facility?.id);
    return {
      key: role,
      text: [word("role", role), specialties.map((code) => word("specialty", code)).join(", ")]
        .filter(Boolean)
        .join(" "),
      where: !elsewhere ? "" : places.length === 1 ? (places[0]?.[1] ?? "") : t("people.places", { n: places.length }),
    };
  });
}

/** What ends on a known day or is still to begin. */
export function datedTexts(person: PersonRow, today: string): readonly string[] {
  return person.grants.flatMap((grant) => {
    const what = grantText(grant);
    if (stateOn(today, grant.valid_from, grant.valid_to) === "planned")
      return [t("people.from", { what, day: dayText(grant.valid_from) })];
    return grant.valid_to === null ? [] : [t("people.until", { what, day: endText(grant.valid_to) })];
  });
}

export function daysText(grant: Grant, state: DayState): string {
  const from = dayText(grant.valid_from);
  if (state === "withdrawn") return t("people.dayWithdrawn");
  if (state === "planned")
    return grant.valid_to === null
      ? t("people.dayPlanned", { from })
      : t("people.dayPlannedRange", { from, to: endText(grant.valid_to) });
  return grant.valid_to === null
    ? t("people.dayOpen", { from })
    : t("people.dayRange", { from, to: endText(grant.valid_to) });
}

export function sourceText(grant: Grant): string {
  const source = word("grantSource", grant.source);
  return grant.document === null ? source : t("people.sourceNo", { source, number: grant.document });
}

/** Grants of one role at one place stand in one row, the newest first; rows with nothing left stand apart. */
export function grantRows(
  grants: readonly Grant[],
  today: string,
): { live: readonly (readonly Grant[])[]; past: readonly Grant[] } {
  const rows = new Map<string, Grant[]>();
  for (const grant of grants) {
    const key = [grant.role, grant.facility.id, grant.specialty].join("/");
    rows.set(key, [...(rows.get(key) ?? []), grant]);
  }
  const isLive = (grant: Grant) => ["now", "planned"].includes(stateOn(today, grant.valid_from, grant.valid_to));
  return {
    live: [...rows.values()].filter((row) => row.some(isLive)),
    past: [...rows.values()].filter((row) => !row.some(isLive)).flat(),
  };
}

/** Of a row's grants the one that can be ended: the running one, else the next. */
export function endable(row: readonly Grant[], today: string): Grant | null {
  const may = row.filter((grant) => grant.may_end);
  return may.find((grant) => stateOn(today, grant.valid_from, grant.valid_to) === "now") ?? may.at(-1) ?? null;
}

export const PROFESSIONS = ["doctor", "assistant", "nurse", "midwife", "officer"] as const;
export const titleOf = (profession: Schema<"Profession">): string => word("personTitle", profession);
/** Those one may write before a name: the usual ones, then degrees. */
export const titles = (): readonly string[] => [
  ...PROFESSIONS.map(titleOf).filter(Boolean),
  ...["ThS.BS.", "BS.CKI", "BS.CKII", "TS.BS."],
];

/** `Nguyễn Thị Lan` as `lan.nguyen`: the given name first, as people are called. */
export function suggestUsername(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll("\u0111", "d")
    .normalize("NFD")
    .replaceAll(/[^a-z ]/g, "")
    .split(" ")
    .filter(Boolean);
  const [family, given] = [words[0], words.at(-1)];
  if (family === undefined || given === undefined) return "";
  return words.length === 1 ? given : `${given}.${family}`;
}

export const isUsername = (text: string): boolean => /^[a-z][a-z0-9._-]{2,39}$/.test(text);

const PHONE = /^(?:\+84|0084|84|0)(?:[35789]\d{8}|2\d{9})$/;

/** None, or a number of Vietnam as people write it: the server keeps it as +84…. */
export const isPhone = (text: string): boolean => text.trim() === "" || PHONE.test(text.replaceAll(/[ .()-]/g, ""));

/** Roles at the kinds of facility one administers, in the table's order. */
export function givable(roles: readonly Role[], kinds: ReadonlySet<string>): readonly Role[] {
  return roles.filter((role) => role.at.some((kind) => kinds.has(kind)));
}
