/** All particulars of one patient to write in, with what looks odd beside its field. Nothing odd stops the saving. */
import { useState } from "react";

import { t, tryT, word } from "@/lib/i18n";
import { birthText, parseBirth } from "@/lib/patient";
import {
  SECTIONS,
  successors,
  withTime,
  type FieldName,
  type Form,
  type PatientView,
  type Section,
  type TextName,
} from "@/lib/patient-fields";

import { Button } from "./button";
import { CheckCard, SegmentedControl } from "./choices";
import { useCodeLists } from "./code-lists";
import { DayField } from "./day-field";
import { TextField } from "./field";
import { SelectField } from "./select-field";

const CHOICES: Partial<Record<FieldName, readonly string[]>> = {
  other_id_kind: ["cmnd", "passport", "e_id"],
  living_area: ["K1", "K2", "K3"],
  representative_kind: ["a", "b", "c", "d", "dd"],
};
const LONGEST: Partial<Record<FieldName, number>> = {
  full_name: 255,
  national_id: 15,
  insurance_no: 80,
  insurance_facility_code: 5,
  nationality_code: 3,
  province_code: 3,
  occupation_code: 5,
  birth_time: 5,
};
const NUMBERS = new Set<FieldName>([
  "national_id",
  "social_insurance_no",
  "insurance_facility_code",
  "province_code",
  "occupation_code",
]);
const NOTHING: ReadonlySet<FieldName> = new Set();
const PHONES = new Set<FieldName>(["phone", "representative_phone"]);

/** What the server says of one field, in words. */
export function warningOf(known: PatientView | null, name: FieldName): string | null {
  const said = (known?.warnings ?? []).filter(({ field }) => field === name);
  return said.length === 0
    ? null
    : said.map(({ code }) => tryT(`oddity.${name}_${code}`) ?? word("oddity", code)).join(" ");
}

export function ParticularsForm({
  form,
  known,
  onChange,
  without = NOTHING,
}: {
  form: Form;
  known: PatientView | null;
  onChange: (form: Form) => void;
  /** Asked elsewhere on the page. */
  without?: ReadonlySet<FieldName>;
}) {
  const isAsked = (name: FieldName) => !without.has(name);
  return (
    <>
      {(Object.keys(SECTIONS) as Section[]).map((section) => (
        <fieldset key={section} className="fs">
          <legend>{word("patientSection", section)}</legend>
          <div className="g2">
            {SECTIONS[section].filter(isAsked).map((name) => (
              <One key={name} name={name} form={form} warning={warningOf(known, name)} onChange={onChange} />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

function One({
  name,
  form,
  warning,
  onChange,
}: {
  name: FieldName;
  form: Form;
  warning: string | null;
  onChange: (form: Form) => void;
}) {
  const lists = useCodeLists();
  const label = word("patientField", name);
  const hint = warning === null ? {} : { hint: warning };
  const set = (value: Form[FieldName]) => onChange({ ...form, [name]: value });
  switch (name) {
    case "sex":
      return (
        <div className="f">
          <span className="lab" aria-hidden="true">
            {label}
          </span>
          <SegmentedControl
            label={label}
            choices={(["male", "female", "unknown"] as const).map((value) => ({ value, label: word("sex", value) }))}
            value={form.sex}
            onChange={set}
          />
          {warning !== null && <span className="hint">{warning}</span>}
        </div>
      );
    case "birth_date":
      return <BirthField form={form} warning={warning} onChange={onChange} />;
    case "birth_time":
      return (
        <TextField
          label={label}
          placeholder="04:05"
          maxLength={5}
          {...hint}
          value={form.birth_time}
          onText={(time) => onChange(withTime(form, time))}
        />
      );
    case "insurance_valid_from":
    case "insurance_valid_to":
      return (
        <DayField
          label={label}
          {...hint}
          placeholder={t("patients.dayPlaceholder")}
          wrong={t("patients.dayWrong")}
          day={form[name] ?? ""}
          onDay={(day) => set(day === "" ? null : day)}
        />
      );
    case "interpreter_needed":
      return <CheckCard label={label} checked={form.interpreter_needed} onChange={set} />;
    case "ethnicity_code":
    case "commune_code": {
      const entries = (name === "ethnicity_code" ? lists?.ethnic_groups : lists?.communes) ?? [];
      const options = entries.map((entry) => ({ value: entry.code, label: `${entry.name} (${entry.code})` }));
      if (form[name] !== "" && !options.some(({ value }) => value === form[name]))
        options.unshift({ value: form[name], label: form[name] });
      return (
        <SelectField
          label={label}
          {...hint}
          pick={t("patients.notKnown")}
          options={options}
          value={form[name]}
          onPick={set}
        />
      );
    }
    case "other_id_kind":
    case "living_area":
    case "representative_kind": {
      const options = (CHOICES[name] ?? []).map((value) => ({
        value,
        label: word("patientChoice", `${name}_${value}`),
      }));
      return (
        <SelectField
          label={label}
          {...hint}
          pick={t("patients.notKnown")}
          options={options}
          value={form[name]}
          onPick={(value) => set(value)}
        />
      );
    }
    case "legacy_address":
      return (
        <div className="f">
          <TextField label={label} maxLength={200} {...hint} value={form.legacy_address} onText={set} />
          {lists !== undefined &&
            successors(form.legacy_address, lists)
              .filter(({ code }) => code !== form.commune_code)
              .map((now) => (
                <Button
                  key={now.code}
                  size="compact"
                  onClick={() => onChange({ ...form, commune_code: now.code, province_code: "12" })}
                >
                  {t("patients.nowCommune", { name: now.name })}
                </Button>
              ))}
        </div>
      );
    default: {
      const text: TextName = name;
      return (
        <TextField
          label={label}
          {...hint}
          maxLength={
            LONGEST[name] ?? (PHONES.has(name) || name === "other_id" || name === "representative_id" ? 20 : 200)
          }
          {...(NUMBERS.has(name) && { inputMode: "numeric" as const })}
          {...(PHONES.has(name) && { inputMode: "tel" as const })}
          value={form[text]}
          onText={(value) => set(value)}
        />
      );
    }
  }
}

/** As it is told: a day, a month, a year, an age. What cannot be read is not taken, and said. */
function BirthField({
  form,
  warning,
  onChange,
}: {
  form: Form;
  warning: string | null;
  onChange: (form: Form) => void;
}) {
  const [text, setText] = useState(() => birthText(form as PatientView) || (form.birth_date?.slice(0, 4) ?? ""));
  const [shown, setShown] = useState(form.birth_date);
  if (shown !== form.birth_date) {
    // A card was read: its day stands there.
    setShown(form.birth_date);
    setText(birthText(form as PatientView) || (form.birth_date?.slice(0, 4) ?? ""));
  }
  const bad = text.trim() !== "" && parseBirth(text) === null;
  return (
    <TextField
      label={word("patientField", "birth_date")}
      hint={warning ?? t("patients.birthHint")}
      error={bad ? t("patients.birthBad") : null}
      maxLength={20}
      value={text}
      onText={(typed) => {
        setText(typed);
        const birth = parseBirth(typed);
        if (typed.trim() === "") {
          setShown(null);
          onChange({ ...form, birth_date: null, birth_precision: "unknown", birth_time: "" });
        } else if (birth !== null) {
          setShown(birth.date);
          onChange(withTime({ ...form, birth_date: birth.date, birth_precision: birth.precision }, form.birth_time));
        }
      }}
    />
  );
}
