/** What the trail is narrowed to. Each choice is a new address, so “back” undoes it. */
import { useQuery } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";

import { dayText, isoDay, serverNow } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { namedPeriod, periodOf, typedDay, type Period } from "@/lib/period";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";

import { getFacilities, getPeople } from "./audit-api";
import { EVERYTHING, KINDS, REASONS, typedCode, used, type Filters } from "./audit-state";

import type { Schema } from "@/wire/schema";

interface FilterProps {
  readonly filters: Filters;
  readonly onChange: (change: Partial<Filters>) => void;
}

export function FilterBox({
  filters,
  watched,
  onChange,
}: FilterProps & {
  /** Where this person watches; the province stands for everywhere. */
  watched: readonly Schema<"FacilityRef">[];
}) {
  const [open, setOpen] = useState(false);
  const people = useQuery({ queryKey: ["audit-people"], queryFn: getPeople, staleTime: 600_000 });
  const wide = watched.some(({ kind }) => kind === "province");
  const facilities = useQuery({
    queryKey: ["facilities"],
    queryFn: getFacilities,
    staleTime: 3_600_000,
    enabled: wide,
  });
  const places = wide ? (facilities.data ?? []) : watched;
  const n = used(filters);
  return (
    <section className="au-filters noprint" aria-label={t("audit.filters")}>
      <div className="au-more">
        <Button wide icon="list" aria-expanded={open} onClick={() => setOpen(!open)}>
          {n === 0 ? t("audit.filters") : t("audit.filtersUsed", { n })}
        </Button>
      </div>
      <div className={open ? "au-grid shown" : "au-grid"}>
        <Pick
          label={t("audit.person")}
          value={filters.person}
          choices={(people.data ?? []).map(({ id, name }) => [id, name] as const)}
          onChange={(person) => onChange({ person })}
        />
        <CodeField key={filters.code} code={filters.code} onCode={(code) => onChange({ code })} />
        <PeriodPick filters={filters} onChange={onChange} />
        <Pick
          label={t("audit.kind")}
          value={filters.kind}
          choices={KINDS.map((kind) => [kind, t(`audit.kind_${kind}`)] as const)}
          onChange={(kind) => onChange({ kind })}
        />
        <Pick
          label={t("audit.because")}
          value={filters.because}
          choices={REASONS.map((reason) => [reason, t(`audit.because_${reason}`)] as const)}
          onChange={(because) => onChange({ because })}
        />
        {(wide || places.length > 1) && (
          <Pick
            label={t("audit.facility")}
            value={filters.facility}
            choices={places
              .map(({ id, short_name }) => [id, short_name] as const)
              .sort(([, a], [, b]) => a.localeCompare(b, "vi"))}
            onChange={(facility) => onChange({ facility })}
          />
        )}
        {n > 0 && (
          <div className="au-clear">
            <Button tone="quiet" icon="x" onClick={() => onChange(EVERYTHING)}>
              {t("audit.clear")}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Choice({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

function Pick<V extends string>({
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
    <Choice label={label}>
      {(id) => (
        <select
          id={id}
          className={value === "" ? "inp" : "inp used"}
          value={value}
          onChange={({ target }) => onChange(choices.find(([known]) => known === target.value)?.[0] ?? "")}
        >
          <option value="">{t("audit.any")}</option>
          {choices.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Choice>
  );
}

function CodeField({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const [text, setText] = useState(code);
  return (
    <Typed
      label={t("audit.code")}
      form={t("audit.codeForm")}
      text={text}
      onText={setText}
      read={typedCode(text)}
      before={code}
      fault={text.length >= 4 ? t("audit.noCode") : null}
      onRead={onCode}
    />
  );
}

const PERIODS: readonly Period[] = ["all", "today", "week", "month", "own"];

function PeriodPick({ filters, onChange }: FilterProps) {
  const today = isoDay(serverNow());
  const named = namedPeriod(filters, today);
  const [own, setOwn] = useState(false);
  const shown = own ? "own" : named;
  return (
    <>
      <Choice label={t("audit.period")}>
        {(id) => (
          <select
            id={id}
            className={named === "all" ? "inp" : "inp used"}
            value={shown}
            onChange={({ target }) => {
              const period = PERIODS.find((known) => known === target.value) ?? "all";
              const days = periodOf(period, today);
              setOwn(days === null);
              if (days) onChange(days);
            }}
          >
            {PERIODS.map((period) => (
              <option key={period} value={period}>
                {t(`audit.period_${period}`)}
              </option>
            ))}
          </select>
        )}
      </Choice>
      {shown === "own" && (
        <>
          <DayField
            key={`from${filters.from}`}
            label={t("audit.from")}
            day={filters.from}
            onDay={(from) => onChange({ from })}
          />
          <DayField key={`to${filters.to}`} label={t("audit.to")} day={filters.to} onDay={(to) => onChange({ to })} />
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
      form={t("audit.dayForm")}
      numeric
      text={text}
      onText={setText}
      read={typedDay(text)}
      before={day}
      fault={text.length >= 8 ? t("audit.noDay") : null}
      onRead={onDay}
    />
  );
}

/** Takes effect when one leaves it, or with Enter. */
function Typed({
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
