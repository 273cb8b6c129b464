/** What each role sees and may do, from the very table the server decides by. */
import { useQuery } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Card, PageHeader } from "@/ui/card";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { Table, type Column } from "@/ui/table";
import { StateTag } from "@/ui/tags";

import { groupOf, needsOf, type Group, type Role } from "./roles-state";

import "./roles.css";

const GROUPS: readonly Group[] = ["station", "hospital", "other"];
const KINDS = ["station", "hospital", "province"] as const;

export default function RolesScreen() {
  const table = useQuery({
    queryKey: ["roles"],
    queryFn: async () => (await ok(api.GET("/api/roles"))).roles,
    staleTime: 3_600_000,
  });
  return (
    <div className="main ro-page">
      <PageHeader title={t("roles.heading")} lead={t("roles.lead")} />
      {table.error !== null && <ProblemAlert problem={table.error} onRetry={() => void table.refetch()} />}
      {table.data === undefined
        ? table.isPending && (
            <div className="card">
              <LoadingRows rows={8} />
            </div>
          )
        : GROUPS.map((group) => (
            <section key={group} aria-labelledby={`ro-${group}`}>
              <h2 id={`ro-${group}`} className="ro-h">
                {groupText(group)}
              </h2>
              <Rows group={group} roles={table.data.filter((one) => groupOf(one) === group)} />
            </section>
          ))}
      {table.data !== undefined && (
        <Card title={t("roles.note")}>
          <ul className="ro-notes">
            {([1, 2, 3] as const).map((n) => (
              <li key={n}>{t(`roles.note${n}`)}</li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function groupText(group: Group): string {
  switch (group) {
    case "station":
      return t("roles.groupStation");
    case "hospital":
      return t("roles.groupHospital");
    case "other":
      return t("roles.groupOther");
  }
}

function Rows({ group, roles }: { group: Group; roles: readonly Role[] }) {
  const columns: readonly Column<Role>[] = [
    {
      key: "role",
      head: t("people.role"),
      card: "key",
      cell: (one) => (
        <>
          <b className="ro-name">{word("role", one.role)}</b>
          {group === "other" && (
            <small>
              {t("roles.at")}:{" "}
              {KINDS.filter((kind) => one.at.includes(kind))
                .map((kind) => word("facilityKind", kind))
                .join(", ")}
            </small>
          )}
          {needsOf(one).length > 0 && (
            <small>
              {t("roles.needs")}:{" "}
              {needsOf(one)
                .map((need) => t(`roles.${need}`))
                .join(", ")}
            </small>
          )}
        </>
      ),
    },
    {
      key: "clinical",
      head: t("roles.sees"),
      cell: (one) => (
        <>
          <span className="ro-sees">{word("sees", one.sees)}</span>
          {one.clinical && (
            <StateTag tone="brand" icon="user">
              {t("roles.clinical")}
            </StateTag>
          )}
        </>
      ),
    },
    {
      key: "may",
      head: t("roles.may"),
      cell: (one) => {
        const may = one.rights.filter((code) => code !== "see_identity");
        if (may.length === 0) return <span className="mut">{t("roles.nothing")}</span>;
        return (
          <ul className="ro-may">
            {may.map((code) => (
              <li key={code}>{word("right", code)}</li>
            ))}
          </ul>
        );
      },
    },
  ];
  return <Table caption={groupText(group)} columns={columns} rows={roles} rowKey={(one) => one.role} />;
}
