/** Every version of the roster, newest first: who made it, when, why. Rings say which one they came from. */
import { useQuery } from "@tanstack/react-query";

import { shortText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { Table, type Column } from "@/ui/table";

import { readVersions } from "./roster-api";

import type { Schema } from "@/wire/schema";

type Version = Schema<"VersionView">;

export function VersionsDialog({ hospital, onClose }: { hospital: string; onClose: () => void }) {
  const list = useQuery({
    queryKey: ["roster", hospital, "versions"],
    queryFn: ({ signal }) => readVersions(hospital, signal),
  });
  const columns: readonly Column<Version>[] = [
    { key: "number", head: t("roster.version"), card: "key", cell: (one) => <b>{one.number}</b> },
    { key: "when", head: t("roster.versionWhen"), cell: (one) => <span className="nb">{shortText(one.made_at)}</span> },
    {
      key: "kind",
      head: t("roster.versionKind"),
      cell: (one) => (
        <>
          {word("versionKind", one.kind)}
          {one.reason !== "" && <small className="ref">{one.reason}</small>}
        </>
      ),
    },
    { key: "who", head: t("roster.versionWho"), cell: (one) => one.made_by?.name ?? t("roster.versionSystem") },
    {
      key: "size",
      head: t("roster.versionSize"),
      numeric: true,
      cell: (one) => <span className="nb">{`+${one.added} −${one.ended}`}</span>,
    },
  ];
  return (
    <Dialog
      open
      wide
      title={t("roster.versions")}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t("common.close")}</Button>}
    >
      <p className="mut">{t("roster.versionsText")}</p>
      {list.isPending && <LoadingRows rows={5} />}
      <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />
      {list.data?.versions.length === 0 && (
        <EmptyState icon="history" title={t("roster.noVersions")} text={t("roster.noVersionsText")} />
      )}
      {list.data !== undefined && list.data.versions.length > 0 && (
        <Table
          caption={t("roster.versions")}
          columns={columns}
          rows={list.data.versions}
          rowKey={(one) => String(one.number)}
        />
      )}
    </Dialog>
  );
}
