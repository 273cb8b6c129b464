/** Saved views with their counts, then the filters. Each choice is a new address, so “back” undoes it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { numberText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Pick, PeriodPick } from "@/ui/filters";

import { CHOICES, EVERYTHING, isNarrowed, VIEWS, type Filters } from "./log-state";

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
        <PeriodPick days={filters} onChange={onChange} />
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
