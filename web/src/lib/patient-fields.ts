/** What a form of particulars holds, what of it was changed, and what an identity card fills in. Pure. */
import type { Schema } from "@/wire/schema";
import type { IdentityCard } from "./identity-card";

export type PatientView = Schema<"PatientView">;
export type Fields = Schema<"PatientFields">;
export type CodeLists = Schema<"CodeLists">;
export type LikelyPatient = Schema<"LikelyPatient">;
export type FieldName = keyof Fields;
export type TextName = { [K in FieldName]-?: NonNullable<Fields[K]> extends string ? K : never }[FieldName];
type Form = Required<Schema<"PatientFields">>;
export type { Form };

/** Every particular in the order of the page, by section. */
export const SECTIONS = {
  who: ["full_name", "sex", "birth_date", "birth_time", "national_id", "other_id_kind", "other_id"],
  insurance: [
    "insurance_no",
    "social_insurance_no",
    "insurance_valid_from",
    "insurance_valid_to",
    "insurance_facility_code",
    "living_area",
  ],
  address: ["commune_code", "village", "province_code", "legacy_address", "phone", "phone_owner"],
  person: [
    "ethnicity_code",
    "nationality_code",
    "occupation",
    "occupation_code",
    "workplace",
    "language",
    "interpreter_needed",
  ],
  speaker: [
    "representative",
    "representative_name",
    "representative_relation",
    "representative_kind",
    "representative_id",
    "representative_phone",
  ],
} as const satisfies Record<string, readonly FieldName[]>;
export type Section = keyof typeof SECTIONS;
const NAMES: readonly FieldName[] = [...Object.values(SECTIONS).flat(), "birth_precision"];

export const EMPTY: Form = {
  full_name: "",
  sex: "unknown",
  birth_date: null,
  birth_precision: "unknown",
  birth_time: "",
  national_id: "",
  other_id_kind: "",
  other_id: "",
  insurance_no: "",
  social_insurance_no: "",
  living_area: "",
  insurance_valid_from: null,
  insurance_valid_to: null,
  insurance_facility_code: "",
  ethnicity_code: "",
  nationality_code: "000",
  phone: "",
  phone_owner: "",
  province_code: "",
  commune_code: "",
  village: "",
  legacy_address: "",
  occupation: "",
  occupation_code: "",
  workplace: "",
  representative: "",
  representative_name: "",
  representative_relation: "",
  representative_kind: "",
  representative_id: "",
  representative_phone: "",
  language: "",
  interpreter_needed: false,
};

export const formOf = (known: PatientView): Form =>
  Object.fromEntries(NAMES.map((name) => [name, known[name]])) as unknown as Form;

/** Only what differs: a colleague's newer words in other fields stay. */
export const changed = (from: Form, to: Form): Fields =>
  Object.fromEntries(NAMES.filter((name) => from[name] !== to[name]).map((name) => [name, to[name]]));

/** A card knows number, name, birth and sex better than memory does; its address is of the old three tiers. */
export function withCard(form: Form, card: IdentityCard): Form {
  return {
    ...form,
    national_id: card.nationalId,
    full_name: card.name,
    ...(card.oldId !== "" && { other_id_kind: "cmnd" as const, other_id: card.oldId }),
    ...(card.birth !== null &&
      (form.birth_date !== card.birth || form.birth_precision !== "minute") && {
        birth_date: card.birth,
        birth_precision: "day" as const,
      }),
    ...(card.sex !== "unknown" && { sex: card.sex }),
    ...(card.address !== "" && { legacy_address: card.address.slice(0, 200) }),
  };
}

/** A time makes a known day exact to the minute; without one it is a day again. */
export function withTime(form: Form, time: string): Form {
  const exact = /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  const day = form.birth_precision === "day" || form.birth_precision === "minute";
  return { ...form, birth_time: time, ...(day && { birth_precision: exact ? ("minute" as const) : ("day" as const) }) };
}

const bare = (text: string): string =>
  text.toLowerCase().replaceAll("\u0111", "d").normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/\s+/g, " ");

/** Communes of today that a former one, named in an old address, became part of. */
export function successors(address: string, lists: CodeLists): readonly Schema<"ListEntry">[] {
  const said = bare(address);
  const codes = new Set(
    lists.former_communes
      .filter(({ name }) => said.includes(bare(name).replace(/^(xa|thi tran) /, "")))
      .map(({ now }) => now),
  );
  return said === "" ? [] : lists.communes.filter(({ code }) => codes.has(code));
}

/** Whether there is enough to look for the same person by: a number of their own, or a name and one thing more. */
export function worthLooking(fields: Fields): boolean {
  const said = (...names: TextName[]) => names.some((name) => (fields[name] ?? "").trim() !== "");
  const named = (fields.full_name ?? "").trim().length >= 2;
  const more = said("village", "phone", "representative", "representative_name") || fields.birth_date != null;
  return (named && more) || said("national_id", "insurance_no", "social_insurance_no", "other_id");
}
