/** The access trail: whether it is whole, then who did what, newest first. It shows no content of any record. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useLocation, useSearch } from "wouter";

import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { PageHeader } from "@/ui/card";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { getPage, saveExport } from "./audit-api";
import { countText, EVERYTHING, narrowed, readFilters, used, writeFilters, type Filters } from "./audit-state";
import { AuditTable } from "./audit-table";
import { ChainCard } from "./chain-card";
import { FilterBox } from "./filter-box";

import "@/ui/field.css";
import "./audit.css";

export default function AuditScreen() {
  const me = useMe();
  const search = useSearch();
  const [, go] = useLocation();
  const filters = useMemo(() => readFilters(search), [search]);
  const newest = filters.after === "" && filters.before === "";
  const page = useQuery({
    queryKey: ["audit", filters],
    queryFn: ({ signal }) => getPage(filters, signal),
    placeholderData: keepPreviousData,
    // Each look is written into the trail itself, so nothing looks again by itself.
    staleTime: 0,
  });
  const download = useAct();
  const watched = me.grants.filter(({ role }) => role === "privacy_officer").map(({ facility }) => facility);

  const show = (change: Partial<Filters>) => go(writeFilters(narrowed(filters, change)));
  const rowsAt = useRef<HTMLHeadingElement>(null);
  const turned = useRef(false);
  const turn = (mark: Pick<Filters, "after"> | Pick<Filters, "before">) => {
    turned.current = true;
    show(mark);
  };
  useEffect(() => {
    // Another page is read from its top.
    if (!turned.current || page.isPlaceholderData) return;
    turned.current = false;
    rowsAt.current?.scrollIntoView({ block: "start" });
    rowsAt.current?.focus({ preventScroll: true });
  }, [page.isPlaceholderData, page.data]);

  const { data } = page;
  return (
    <div className="main au-page">
      <PageHeader
        title={t("audit.heading")}
        lead={t("audit.lead")}
        actions={
          <Button
            icon="download"
            title={t("audit.exportHint")}
            busy={download.busy !== null}
            onClick={() => void download.run("export", () => saveExport(filters))}
          >
            {t("audit.export")}
          </Button>
        }
      />
      <ProblemAlert problem={download.problem} />
      <ChainCard />
      <section className="stack m" aria-labelledby="au-rows">
        <h2 id="au-rows" ref={rowsAt} tabIndex={-1}>
          {t("audit.rows")}
        </h2>
        <FilterBox filters={filters} watched={watched} onChange={show} />
        {page.error !== null && (
          <>
            <p className="mut">{t("audit.loadFailed")}</p>
            <ProblemAlert problem={page.error} onRetry={() => void page.refetch()} />
          </>
        )}
        {data === undefined ? (
          page.isPending && (
            <div className="card">
              <LoadingRows rows={8} />
            </div>
          )
        ) : (
          <div className="au-box" aria-busy={page.isPlaceholderData || undefined}>
            {data.rows.length === 0 ? (
              <EmptyState
                icon="search"
                title={t(used(filters) > 0 ? "audit.emptyFiltered" : "audit.empty")}
                text={t(used(filters) > 0 ? "audit.emptyFilteredText" : "audit.emptyText")}
                action={used(filters) > 0 && <Button onClick={() => show(EVERYTHING)}>{t("audit.clear")}</Button>}
              />
            ) : (
              <>
                <AuditTable rows={data.rows} busy={page.isPlaceholderData} onNarrow={show} />
                <div className="au-foot noprint">
                  <span className="sp">
                    {t(newest ? "audit.shownNewest" : "audit.shown", {
                      n: numberText(data.rows.length),
                      all: countText(data.count),
                    })}
                  </span>
                  <Button
                    size="compact"
                    icon="left"
                    disabled={data.newer === null}
                    onClick={() => turn({ before: data.newer ?? "" })}
                  >
                    {t("audit.newer")}
                  </Button>
                  <Button
                    size="compact"
                    disabled={data.older === null}
                    onClick={() => turn({ after: data.older ?? "" })}
                  >
                    {t("audit.older")} ›
                  </Button>
                </div>
              </>
            )}
          </div>
        )}
      </section>
    </div>
  );
}
