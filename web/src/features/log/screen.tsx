/** The consult log: saved views, filters in the address, the finding as a sentence, then the rows. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useLocation, useSearch } from "wouter";

import { useMe } from "@/context/session";
import { useFrames } from "@/context/socket";
import { useAct } from "@/context/use-act";
import { api, fileUrl, ok } from "@/lib/http-client";
import { numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { PageHeader } from "@/ui/card";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { DayChart } from "./day-chart";
import { FilterBox } from "./filter-box";
import {
  EVERYTHING,
  figuresOf,
  isNarrowed,
  narrowed,
  queryOf,
  readFilters,
  totalsSentence,
  writeFilters,
  type Filters,
} from "./log-state";
import { LogTable } from "./log-table";

import "./log.css";

/** Managers get no news by socket: the newest page is looked at again. */
const LOOK_EVERY_MS = 60_000;

export default function LogScreen() {
  const me = useMe();
  const search = useSearch();
  const [, go] = useLocation();
  const filters = useMemo(() => readFilters(search), [search]);
  const newest = filters.after === "" && filters.before === "";
  const queries = useQueryClient();
  const page = useQuery({
    queryKey: ["log", filters],
    queryFn: ({ signal }) => ok(api.GET("/api/log", { params: { query: queryOf(filters) }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: newest ? LOOK_EVERY_MS : false,
  });
  useFrames((frame) => {
    if (frame.type === "consult" && newest) void queries.invalidateQueries({ queryKey: ["log"] });
  });
  const download = useAct();
  const exports = me.grants.some((grant) => grant.role === "hospital_manager");

  const show = (change: Partial<Filters>) => go(writeFilters(narrowed(filters, change)));
  const rowsAt = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  const turn = (mark: Pick<Filters, "after"> | Pick<Filters, "before">) => {
    turned.current = true;
    show(mark);
  };
  useEffect(() => {
    // Another page is read from its top; the focus goes along, so that arrows walk in it.
    if (!turned.current || page.isPlaceholderData) return;
    turned.current = false;
    rowsAt.current?.scrollIntoView({ block: "start" });
    rowsAt.current?.querySelector<HTMLElement>("[data-row]")?.focus({ preventScroll: true });
  }, [page.isPlaceholderData, page.data]);

  const saveCsv = () =>
    void download.run("csv", async () => {
      // The whole filter, whichever page is open.
      const query = new URLSearchParams(queryOf(narrowed(filters, {})));
      const url = await fileUrl(`/api/log.csv?${query.toString()}`);
      const link = document.createElement("a");
      link.href = url;
      link.download = `so-hoi-chan${filters.from && `-${filters.from}`}${filters.to && `-${filters.to}`}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });

  const { data } = page;
  return (
    <div className="main lg-page">
      <PageHeader
        title={t("log.heading")}
        lead={t("log.lead")}
        actions={
          <span className="row noprint">
            <Button icon="print" onClick={() => globalThis.print()}>
              {t("log.print")}
            </Button>
            {exports && (
              <Button tone="primary" icon="download" busy={download.busy !== null} onClick={saveCsv}>
                {t("log.csv")}
              </Button>
            )}
          </span>
        }
      />
      <ProblemAlert problem={download.problem} />
      <FilterBox filters={filters} counts={data?.totals.views ?? null} onChange={show} />
      {page.error !== null && <ProblemAlert problem={page.error} onRetry={() => void page.refetch()} />}
      {data === undefined ? (
        page.isPending && (
          <div className="card">
            <LoadingRows rows={8} />
          </div>
        )
      ) : (
        <section className="lg-box" aria-busy={page.isPlaceholderData || undefined}>
          <div className="lg-sum">
            <h2 aria-live="polite">{totalsSentence(data.totals)}</h2>
            {data.totals.consults > 0 && (
              <div className="lg-sum-row">
                <dl className="lg-figures">
                  {figuresOf(data.totals).map(({ key, label, value }) => (
                    <div key={key}>
                      <dt>{label}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
                <DayChart days={data.totals.by_day} />
              </div>
            )}
          </div>
          {data.rows.length === 0 ? (
            <EmptyState
              icon="search"
              title={t(isNarrowed(filters) || filters.view !== "all" ? "log.emptyFiltered" : "log.empty")}
              text={t(isNarrowed(filters) || filters.view !== "all" ? "log.emptyFilteredText" : "log.emptyText")}
              action={
                (isNarrowed(filters) || filters.view !== "all") && (
                  <Button onClick={() => show(EVERYTHING)}>{t("log.clear")}</Button>
                )
              }
            />
          ) : (
            <div ref={rowsAt} className="lg-rows">
              <LogTable rows={data.rows} busy={page.isPlaceholderData} />
            </div>
          )}
          {data.rows.length > 0 && (
            <div className="lg-foot noprint">
              <span className="sp">
                {t(newest ? "log.shownNewest" : "log.shown", {
                  n: numberText(data.rows.length),
                  all: numberText(data.totals.consults),
                })}
              </span>
              <Button
                size="compact"
                icon="left"
                disabled={data.newer === null}
                onClick={() => turn({ before: data.newer ?? "" })}
              >
                {t("log.newer")}
              </Button>
              <Button size="compact" disabled={data.older === null} onClick={() => turn({ after: data.older ?? "" })}>
                {t("log.older")} ›
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}
