/** Saved views with their counts, then the filters. Each choice is a new address, so “back” undoes it. */
import { useQuery } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";

import { dayText, isoDay, numberText, serverNow } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { namedPeriod, periodOf, typedDay, type Period } from "@/lib/period";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";

import { CHOICES, EVERYTHING, isNarrowed, VIEWS, type Filters } from "./log-state";

import "@/ui/field.css";

export function FilterBox({
  filters,
  counts,
  onChange,
}: {
  filters: Filters;
  counts: Readonly<Record<string, number>> | null;
  onChange: (change: Partial<Filters>) => void;
}) {
  const [open, setOpen] = useState(false);
  const facilities = useQuery({
    queryKey: ["facilities"],
    queryFn: async () => (await ok(api.GET("/api/facilities"))).facilities,
    staleTime: 3_600_000,
  });
  const places = (kind: "station" | "hospital") =>
    (facilities.data ?? [])
      .filter((facility) => facility.kind === kind)
      .map((facility) => [facility.id, facility.short_name] as const)
      .sort(([, a], [, b]) => a.localeCompare(b, "vi"));
  const used = (["from", "to", "station", "hospital", "specialty", "state", "urgency"] as const).filter(
    (name) => filters[name] !== "",
  ).length;
  return (
    <section className="lg-filters noprint" aria-label={t("log.filters")}>
      <div className="lg-top">
        <div className="lg-views" role="group" aria-label={t("log.views")}>
          {VIEWS.map((view) => (
            <button key={view} type="button" aria-pressed={filters.view === view} onClick={() => onChange({ view })}>
              {t(`log.view_${view}`)}{" "}
              {counts?.[view] !== undefined && <span className="n">{numberText(counts[view])}</span>}
            </button>
          ))}
        </div>
        {(isNarrowed(filters) || filters.view !== "all") && (
          <Button tone="quiet" size="compact" icon="x" onClick={() => onChange(EVERYTHING)}>
            {t("log.clear")}
          </Button>
        )}
      </div>
      <div className="lg-more">
        <Button wide icon="list" aria-expanded={open} onClick={() => setOpen(!open)}>
          {used === 0 ? t("log.filters") : t("log.filtersUsed", { n: used })}
        </Button>
      </div>
      <div className={open ? "lg-grid open" : "lg-grid"}>
        <PeriodPick filters={filters} onChange={onChange} />
        <Pick
          label={t("log.station")}
          value={filters.station}
          choices={places("station")}
          onChange={(station) => onChange({ station })}
        />
        <Pick
          label={t("log.hospital")}
          value={filters.hospital}
          choices={places("hospital")}
          onChange={(hospital) => onChange({ hospital })}
        />
        <Pick
          label={t("log.specialty")}
          value={filters.specialty}
          choices={CHOICES.specialty.map((code) => [code, word("specialty", code)] as const)}
          onChange={(specialty) => onChange({ specialty })}
        />
        <Pick
          label={t("log.urgency")}
          value={filters.urgency}
          choices={CHOICES.urgency.map((code) => [code, word("urgency", code)] as const)}
          onChange={(urgency) => onChange({ urgency })}
        />
        <Pick
          label={t("log.state")}
          value={filters.state}
          choices={CHOICES.state.map((code) => [code, word("consultState", code)] as const)}
          onChange={(state) => onChange({ state })}
        />
      </div>
    </section>
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
          onChange={(event) => {
            const { value: code } = event.target;
            onChange(choices.find(([known]) => known === code)?.[0] ?? "");
          }}
        >
          <option value="">{t("log.any")}</option>
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

function Choice({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

const PERIODS: readonly Period[] = ["all", "today", "week", "month", "own"];

function PeriodPick({ filters, onChange }: { filters: Filters; onChange: (change: Partial<Filters>) => void }) {
  const today = isoDay(serverNow());
  const named = namedPeriod(filters, today);
  const [own, setOwn] = useState(false);
  const shown = own ? "own" : named;
  return (
    <>
      <Choice label={t("log.period")}>
        {(id) => (
          <select
            id={id}
            className={named === "all" ? "inp" : "inp used"}
            value={shown}
            onChange={(event) => {
              const period = PERIODS.find((known) => known === event.target.value) ?? "all";
              const days = periodOf(period, today);
              setOwn(days === null);
              if (days) onChange(days);
            }}
          >
            {PERIODS.map((period) => (
              <option key={period} value={period}>
                {t(`log.period_${period}`)}
              </option>
            ))}
          </select>
        )}
      </Choice>
      {shown === "own" && (
        <>
          <DayField
            key={`from${filters.from}`}
            label={t("log.from")}
            day={filters.from}
            onDay={(from) => onChange({ from })}
          />
          <DayField key={`to${filters.to}`} label={t("log.to")} day={filters.to} onDay={(to) => onChange({ to })} />
        </>
      )}
    </>
  );
}

/** Written as dates are written here; the browser's own picker would follow the language of Windows. */
function DayField({ label, day, onDay }: { label: string; day: string; onDay: (day: string) => void }) {
  const [text, setText] = useState(day === "" ? "" : dayText(day));
  const read = typedDay(text);
  const done = () => {
    if (read !== null && read !== day) onDay(read);
  };
  return (
    <TextField
      label={label}
      inputMode="numeric"
      placeholder={t("log.dayForm")}
      value={text}
      onText={setText}
      error={read === null && text.length >= 8 ? t("log.noDay") : null}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === "Enter") done();
      }}
    />
  );
}
