/** What is owed: one's own list, and for who leads a place the counts by person and kind. Live. */
import { useQuery, useQueryClient } from "@tanstack/react-query";

import { useMe } from "@/context/session";
import { useFrames } from "@/context/socket";
import { dayText, spanText, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Card, PageHeader } from "@/ui/card";
import { useNow } from "@/ui/clock";
import { DebtList, EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { Table } from "@/ui/table";

import { leads, owedRows, totalOf, type Count } from "./owing-state";

const TELLS: ReadonlySet<string> = new Set(["record", "minutes", "consult", "notice"]);

export default function OwingScreen() {
  const me = useMe();
  const now = useNow(30_000);
  const queries = useQueryClient();
  const own = useQuery({
    queryKey: ["debts", "all"],
    queryFn: async ({ signal }) => ok(api.GET("/api/debts", { signal })),
  });
  const totals = useQuery({
    queryKey: ["debts", "totals"],
    queryFn: async ({ signal }) => ok(api.GET("/api/debts/totals", { signal })),
    enabled: leads(me.grants),
  });
  // What is owed changes with papers, decisions, appointments and cases; each is told of by one of these.
  useFrames((frame) => {
    if (TELLS.has(frame.type)) void queries.invalidateQueries({ queryKey: ["debts"] });
  });
  return (
    <div className="main">
      <PageHeader
        title={t("owing.heading")}
        lead={own.data === undefined ? t("common.loading") : t("owing.lead", own.data)}
      />
      {own.error !== null && <ProblemAlert problem={own.error} onRetry={() => void own.refetch()} />}
      {own.isPending && <LoadingRows rows={5} />}
      {own.data !== undefined && (
        <Card title={t("owing.mine")}>
          {own.data.debts.length === 0 ? (
            <EmptyState icon="check" title={t("owing.none")} />
          ) : (
            <DebtList
              debts={owedRows(own.data.debts, me.grant?.facility.kind === "station", now)}
              label={t("owing.mine")}
            />
          )}
        </Card>
      )}
      {totals.error !== null && <ProblemAlert problem={totals.error} onRetry={() => void totals.refetch()} />}
      {totals.data !== undefined && (
        <Card title={t("owing.place")}>
          <p className="mut">{t("owing.since", { day: dayText(totals.data.since) })}</p>
          {totals.data.counts.length === 0 ? (
            <EmptyState icon="check" title={t("owing.none")} />
          ) : (
            <Totals counts={totals.data.counts} now={now} />
          )}
        </Card>
      )}
    </div>
  );
}

function Totals({ counts, now }: { counts: readonly Count[]; now: number }) {
  const total = totalOf(counts);
  return (
    <>
      <p className="big">
        {t("owing.total")}: {t("owing.lead", total)}
      </p>
      <Table
        caption={t("owing.place")}
        rows={counts}
        rowKey={(row) => `${row.facility.id}/${row.person?.id ?? ""}/${row.kind}`}
        columns={[
          {
            key: "person",
            head: t("owing.person"),
            card: "key",
            cell: (row) => row.person?.name ?? t("owing.everybody"),
          },
          { key: "facility", head: t("owing.facility"), cell: (row) => row.facility.short_name },
          { key: "kind", head: t("owing.kind"), cell: (row) => word("debtKind", row.kind) },
          { key: "owed", head: t("owing.count"), numeric: true, cell: (row) => row.owed },
          {
            key: "late",
            head: t("owing.late"),
            numeric: true,
            cell: (row) => <span className={row.overdue > 0 ? "c-danger" : undefined}>{row.overdue}</span>,
          },
          {
            key: "oldest",
            head: t("owing.oldest"),
            cell: (row) => {
              const late = now - new Date(row.oldest_due_at).getTime();
              return late > 0
                ? t("owing.overdueBy", { span: spanText(late) })
                : t("owing.due", { time: whenText(row.oldest_due_at, now) });
            },
          },
        ]}
      />
    </>
  );
}
