/** A facility as a form: what is at fault in it, and what of it was changed. Pure. */
import { t } from "@/lib/i18n";

import type { Schema } from "@/wire/schema";
import type { Facility } from "./facilities-api";

export const KINDS = ["station", "hospital", "province"] as const;
export const SIGNERS = ["doctor", "assistant", "nurse", "midwife"] as const;

export interface Form {
  readonly kind: Schema<"FacilityKind">;
  readonly name: string;
  readonly short_name: string;
  readonly prefix: string;
  readonly commune_code: string;
  readonly code: string;
  readonly authority: string;
  readonly emergency_phone: string;
  readonly leader_phone: string;
  readonly signing_professions: readonly Schema<"Profession">[];
  readonly signing_document: string;
}

export const EMPTY: Form = {
  kind: "station",
  name: "",
  short_name: "",
  prefix: "",
  commune_code: "",
  code: "",
  authority: "",
  emergency_phone: "",
  leader_phone: "",
  signing_professions: ["doctor"],
  signing_document: "",
};

export const formOf = (facility: Facility): Form => ({
  kind: facility.kind,
  name: facility.name,
  short_name: facility.short_name,
  prefix: facility.prefix ?? "",
  commune_code: facility.commune_code ?? "",
  code: facility.code ?? "",
  authority: facility.authority,
  emergency_phone: facility.emergency_phone ?? "",
  leader_phone: facility.leader_phone ?? "",
  signing_professions: [...facility.signing_professions].sort(),
  signing_document: facility.signing_document ?? "",
});

export type Faults = Partial<Record<keyof Form, string>>;

const PHONE = /^\+?[0-9 .]{3,20}$/;
const FIVE = /^[0-9]{5}$/;

export function faultsOf(form: Form, isNew: boolean): Faults {
  const only = (bad: boolean, field: keyof Form, said: string): Faults => (bad ? { [field]: said } : {});
  const others = form.signing_professions.some((code) => code !== "doctor");
  return {
    ...only(form.name.trim().length < 2, "name", t("facility.badName")),
    ...only(form.short_name.trim().length < 2, "short_name", t("facility.badShort")),
    ...only(
      isNew && !/^[A-Z]{2,3}$/.test(form.prefix) && (form.kind === "station" || form.prefix !== ""),
      "prefix",
      t("facility.badPrefix"),
    ),
    ...only(form.commune_code !== "" && !FIVE.test(form.commune_code), "commune_code", t("facility.badFive")),
    ...only(form.code !== "" && !FIVE.test(form.code), "code", t("facility.badFive")),
    ...only(
      form.emergency_phone !== "" && !PHONE.test(form.emergency_phone),
      "emergency_phone",
      t("facility.badPhone"),
    ),
    ...only(form.leader_phone !== "" && !PHONE.test(form.leader_phone), "leader_phone", t("facility.badPhone")),
    ...only(form.signing_professions.length === 0, "signing_professions", t("facility.badSigns")),
    ...only(others && form.signing_document.trim() === "", "signing_document", t("facility.badDocument")),
  };
}

const NULLABLE = new Set<keyof Form>(["code", "emergency_phone", "leader_phone", "signing_document"]);
const CHANGEABLE = [
  "name",
  "short_name",
  "code",
  "authority",
  "emergency_phone",
  "leader_phone",
  "signing_professions",
  "signing_document",
] as const satisfies readonly (keyof Form)[];

/** Only what was changed; an emptied field that may be empty is taken away. */
export function changesOf(before: Form, now: Form): Schema<"FacilityFields"> {
  return Object.fromEntries(
    CHANGEABLE.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name])).map((name) => {
      const value = now[name];
      return [name, typeof value === "string" ? value.trim() || (NULLABLE.has(name) ? null : "") : value];
    }),
  );
}

/** In small letters without marks. */
export const bare = (text: string): string =>
  text.toLowerCase().replaceAll("\u0111", "d").normalize("NFD").replaceAll(/\p{M}/gu, "");

export function matching(facilities: readonly Facility[], text: string, kind: string): readonly Facility[] {
  const words = bare(text).split(/\s+/).filter(Boolean);
  return facilities.filter((one) => {
    const said = bare(`${one.name} ${one.short_name} ${one.prefix ?? ""} ${one.code ?? ""} ${one.commune_code ?? ""}`);
    return (kind === "" || one.kind === kind) && words.every((word) => said.includes(word));
  });
}
