/** Who somebody is: the same fields for a new account and for a correction. Pure but for the drawing. */
import { t, word } from "@/lib/i18n";
import { TextField } from "@/ui/field";
import { SelectField } from "@/ui/select-field";

import { isPhone, isUsername, PROFESSIONS, suggestUsername, titleOf, titles } from "./people-state";

import type { Schema } from "@/wire/schema";

export interface Who {
  readonly full_name: string;
  readonly title: string;
  readonly profession: Schema<"Profession">;
  readonly license_no: string;
  readonly duty_phone: string;
  readonly username: string;
  readonly facility_id: string;
}

export const NOBODY: Who = {
  full_name: "",
  title: "BS.",
  profession: "doctor",
  license_no: "",
  duty_phone: "",
  username: "",
  facility_id: "",
};

export interface WhoFaults {
  readonly full_name: string | null;
  readonly duty_phone: string | null;
  readonly username: string | null;
  readonly facility_id: string | null;
}

export function faultsOf(who: Who): WhoFaults {
  return {
    full_name: who.full_name.trim().length < 2 ? t("people.nameMissing") : null,
    duty_phone: isPhone(who.duty_phone) ? null : t("people.dutyPhoneBad"),
    username: isUsername(who.username) ? null : t("people.usernameBad"),
    facility_id: who.facility_id === "" ? t("people.facilityMissing") : null,
  };
}

export const isWhole = (faults: WhoFaults): boolean => Object.values(faults).every((fault) => fault === null);

export function PersonFields({
  who,
  faults,
  facilities,
  suggest,
  onChange,
}: {
  who: Who;
  /** Null until somebody tried to save. */
  faults: WhoFaults | null;
  facilities: readonly { readonly id: string; readonly short_name: string; readonly kind: string }[];
  /** Make the username from the name while nobody has written one. */
  suggest: boolean;
  onChange: (who: Who) => void;
}) {
  const change = (part: Partial<Who>) => onChange({ ...who, ...part });
  return (
    <>
      <TextField
        label={t("people.fullName")}
        value={who.full_name}
        maxLength={80}
        error={faults?.full_name}
        onText={(name) => {
          const follows = suggest && who.username === suggestUsername(who.full_name);
          change({ full_name: name, ...(follows && { username: suggestUsername(name) }) });
        }}
      />
      <div className="g2">
        <SelectField
          label={t("people.professionOf")}
          value={who.profession}
          options={PROFESSIONS.map((code) => ({ value: code, label: word("profession", code) }))}
          onPick={(profession) => {
            if (profession === "") return;
            // A title of one's own stays; the usual one follows the profession.
            const usual = who.title === titleOf(who.profession);
            change({ profession, ...(usual && { title: titleOf(profession) }) });
          }}
        />
        <SelectField
          label={t("people.titleBefore")}
          pick={t("people.titleNone")}
          value={who.title}
          options={[...new Set([...titles(), who.title])]
            .filter(Boolean)
            .map((title) => ({ value: title, label: title }))}
          onPick={(title) => change({ title })}
        />
      </div>
      {who.profession !== "officer" && (
        <TextField
          label={t("people.licenseNo")}
          note={t("people.licenseNote")}
          value={who.license_no}
          maxLength={40}
          onText={(license_no) => change({ license_no })}
        />
      )}
      <TextField
        label={t("people.dutyPhone")}
        note={t("people.licenseNote")}
        value={who.duty_phone}
        maxLength={20}
        inputMode="tel"
        hint={t("people.dutyPhoneHint")}
        error={faults?.duty_phone}
        onText={(duty_phone) => change({ duty_phone })}
      />
      <SelectField
        label={t("people.facilityOf")}
        pick={t("people.grantFacilityPick")}
        value={who.facility_id}
        error={faults?.facility_id ?? null}
        options={facilities.map((one) => ({
          value: one.id,
          label: one.short_name,
          group: word("facilityKind", one.kind),
        }))}
        onPick={(facility_id) => change({ facility_id })}
      />
      <TextField
        label={t("people.usernameOf")}
        value={who.username}
        maxLength={40}
        spellCheck={false}
        autoCapitalize="none"
        hint={t("people.usernameHint")}
        error={faults?.username}
        onText={(username) => change({ username: username.trim() })}
      />
    </>
  );
}
