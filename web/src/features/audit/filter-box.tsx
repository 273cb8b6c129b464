/** What the trail is narrowed to. Each choice is a new address, so “back” undoes it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Pick, PeriodPick, Typed } from "@/ui/filters";

import { getFacilities, getPeople } from "./audit-api";
import { EVERYTHING, KINDS, REASONS, typedCode, used, type Filters } from "./audit-state";

import type { Schema } from "@/wire/schema";

export function FilterBox({
  filters,
  watched,
  onChange,
}: {
  filters: Filters;
  /** Where this person watches; the province stands for everywhere. */
  watched: readonly Schema<"FacilityRef">[];
  onChange: (change: Partial<Filters>) => void;
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
        <PeriodPick days={filters} onChange={onChange} />
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
