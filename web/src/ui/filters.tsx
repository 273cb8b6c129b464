/** What a list is narrowed by: one of some, a period, a word typed. */
import { useState } from "react";

import { dayText, isoDay, serverNow } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { namedPeriod, periodOf, typedDay, type Days, type Period } from "@/lib/period";

import { TextField } from "./field";
import { SelectField } from "./select-field";

export function Pick<V extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: V | "";
  choices: readonly (readonly [V, string])[];
  onChange: (value: V | "") => void;
}) {
  return (
    <SelectField
      label={label}
      pick={t("period.any")}
      used={value !== ""}
      value={value}
      options={choices.map(([code, name]) => ({ value: code, label: name }))}
      onPick={onChange}
    />
  );
}

const PERIODS: readonly Period[] = ["all", "today", "week", "month", "own"];

export function PeriodPick({ days, onChange }: { days: Days; onChange: (change: Partial<Days>) => void }) {
  const { from, to } = days;
  const today = isoDay(serverNow());
  const named = namedPeriod(days, today);
  const [own, setOwn] = useState(false);
  const shown = own ? "own" : named;
  return (
    <>
      <SelectField
        label={t("period.label")}
        used={named !== "all"}
        value={shown}
        options={PERIODS.map((period) => ({ value: period, label: t(`period.span_${period}`) }))}
        onPick={(period) => {
          const chosen = periodOf(period || "all", today);
          setOwn(chosen === null);
          if (chosen) onChange(chosen);
        }}
      />
      {shown === "own" && (
        <>
          <DayField key={`from${from}`} label={t("period.from")} day={from} onDay={(day) => onChange({ from: day })} />
          <DayField key={`to${to}`} label={t("period.to")} day={to} onDay={(day) => onChange({ to: day })} />
        </>
      )}
    </>
  );
}

/** Written as dates are written here; the browser's own picker would follow the language of Windows. */
function DayField({ label, day, onDay }: { label: string; day: string; onDay: (day: string) => void }) {
  const [text, setText] = useState(day === "" ? "" : dayText(day));
  return (
    <Typed
      label={label}
      form={t("period.dayForm")}
      numeric
      text={text}
      onText={setText}
      read={typedDay(text)}
      before={day}
      fault={text.length >= 8 ? t("period.noDay") : null}
      onRead={onDay}
    />
  );
}

/** Takes effect when one leaves it, or with Enter. */
export function Typed({
  label,
  form,
  numeric = false,
  text,
  onText,
  read,
  before,
  fault,
  onRead,
}: {
  label: string;
  form: string;
  numeric?: boolean;
  text: string;
  onText: (text: string) => void;
  /** Null when it cannot be read. */
  read: string | null;
  before: string;
  fault: string | null;
  onRead: (read: string) => void;
}) {
  const done = () => {
    if (read !== null && read !== before) onRead(read);
  };
  return (
    <TextField
      label={label}
      {...(numeric && { inputMode: "numeric" })}
      className={before === "" ? "inp" : "inp used"}
      placeholder={form}
      value={text}
      onText={onText}
      error={read === null ? fault : null}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === "Enter") done();
      }}
    />
  );
}
