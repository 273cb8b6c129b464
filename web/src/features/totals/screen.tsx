/** Counts over many cases: of the province, a hospital, a commune. Nobody is in them. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Card, PageHeader, Section } from "@/ui/card";
import { FieldError } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { Table, type Column } from "@/ui/table";

import { MonthChart } from "./month-chart";
import {
  FIGURES,
  figureName,
  figureText,
  isPeriod,
  lastYear,
  monthText,
  sentenceOf,
  type Counts,
  type Totals,
} from "./totals-state";

import "./totals.css";

export default function TotalsScreen() {
  const [period, setPeriod] = useState(lastYear);
  const fits = isPeriod(period);
  const totals = useQuery({
    queryKey: ["totals", period],
    queryFn: ({ signal }) =>
      ok(api.GET("/api/totals", { params: { query: { from_date: period.from, to_date: period.to } }, signal })),
    enabled: fits,
    placeholderData: keepPreviousData,
  });
  const { data } = totals;
  return (
    <div className="main">
      <PageHeader title={data === undefined ? t("totals.heading") : sentenceOf(data)} lead={lead(data)} />
      <Card>
        <div className="to-period">
          <TextField
            type="date"
            label={t("totals.from")}
            value={period.from}
            onText={(from) => setPeriod({ ...period, from })}
          />
          <TextField
            type="date"
            label={t("totals.to")}
            value={period.to}
            onText={(to) => setPeriod({ ...period, to })}
          />
        </div>
        {!fits && <FieldError>{t("totals.badPeriod")}</FieldError>}
      </Card>
      {totals.error !== null && <ProblemAlert problem={totals.error} onRetry={() => void totals.refetch()} />}
      {data === undefined ? (
        totals.isPending && fits && <LoadingRows rows={6} />
      ) : (
        <Found data={data} busy={totals.isPlaceholderData} />
      )}
    </div>
  );
}

function lead(data: Totals | undefined): string {
  if (data === undefined) return t("totals.lead");
  const whose = word("totalsScope", data.scope);
  return `${whose}. ${t(data.scope === "commune" ? "totals.leadCommune" : "totals.lead")}`;
}

function Found({ data, busy }: { data: Totals; busy: boolean }) {
  if (data.whole.consults === 0) {
    return (
      <Card>
        <EmptyState icon="list" title={t("totals.empty")} text={t("totals.emptyText")} />
      </Card>
    );
  }
  return (
    <>
      <Card>
        <dl className="to-figures">
          {FIGURES.map((figure) => (
            <div key={figure}>
              <dt>{figureName(figure)}</dt>
              <dd>
                <FigureNow count={data.whole[figure]} />
              </dd>
            </div>
          ))}
        </dl>
        <MonthChart months={data.months} />
      </Card>
      <CountsTable
        caption={t("totals.byMonth")}
        head={t("totals.month")}
        rows={data.months.map(({ month, counts }) => ({ key: month, name: monthText(month), counts })).reverse()}
        busy={busy}
      />
      {data.hospitals.length > 0 && (
        <CountsTable
          caption={t("totals.byHospital")}
          head={t("totals.facility")}
          rows={data.hospitals.map(rowOf)}
          busy={busy}
        />
      )}
      {data.stations.length > 0 && (
        <CountsTable
          caption={t("totals.byStation")}
          head={t("totals.facility")}
          rows={data.stations.map(rowOf)}
          busy={busy}
        />
      )}
    </>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
}

const rowOf = ({ facility, counts }: Totals["stations"][number]): Row => ({
  key: facility.id,
  name: facility.short_name,
  counts,
});

function CountsTable({
  caption,
  head,
  rows,
  busy,
}: {
  caption: string;
  head: string;
  rows: readonly Row[];
  busy: boolean;
}) {
  const columns: readonly Column<Row>[] = [
    { key: "name", head, cell: ({ name }) => name, card: "key" },
    ...FIGURES.map((figure) => ({
      key: figure,
      head: figureName(figure),
      cell: ({ counts }: Row) => <FigureNow count={counts[figure]} />,
      numeric: true,
    })),
  ];
  return (
    <Section title={caption}>
      <Table caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} busy={busy} />
    </Section>
  );
}

function FigureNow({ count }: { count: number | null }) {
  if (count !== null) return figureText(count);
  return (
    <>
      <span aria-hidden="true">{figureText(null)}</span>
      <span className="vh">{t("totals.hidden")}</span>
    </>
  );
}
