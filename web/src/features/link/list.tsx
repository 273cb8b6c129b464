/** The lines of all places somebody looks after: which hours are weak, what the month costs; the weakest first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";

import { whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { weakTexts } from "@/lib/link-hours";
import { PageHeader } from "@/ui/card";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { weakestFirst, type Line } from "./link-state";
import { UseBar } from "./month";

import "./link.css";

export default function LinksScreen() {
  const found = useQuery({
    queryKey: ["links"],
    queryFn: async ({ signal }) => (await ok(api.GET("/api/links", { signal }))).links,
  });
  const { data } = found;
  return (
    <div className="main stack l">
      <PageHeader title={t("link.listHeading")} lead={t("link.listLead")} />
      {found.error !== null && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
      {data === undefined && found.isPending && <LoadingRows rows={6} />}
      {data?.length === 0 && <EmptyState icon="wifi" title={t("link.none")} text="" />}
      {data !== undefined && data.length > 0 && (
        <div className="card flush">
          <table className="t cards lk-list">
            <thead>
              <tr>
                <th scope="col">{t("link.colPlace")}</th>
                <th scope="col">{t("link.colWeak")}</th>
                <th scope="col">{t("link.colMonth")}</th>
                <th scope="col">{t("link.colSeen")}</th>
              </tr>
            </thead>
            <tbody>
              {weakestFirst(data).map((line) => (
                <Row key={line.facility.id} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Row({ line }: { line: Line }) {
  const weak = weakTexts(line.weak_hours);
  return (
    <tr>
      <td className="a">
        <Link href={`/links/${line.facility.id}`}>
          <b>{line.facility.short_name}</b>
        </Link>
      </td>
      <td data-l={t("link.colWeak")}>
        {line.last_seen_at === null ? (
          <span className="mut">{t("link.never")}</span>
        ) : weak.length === 0 ? (
          <span className="mut">{t("link.allGood")}</span>
        ) : (
          <ul className="lk-weak">
            {weak.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </td>
      <td data-l={t("link.colMonth")}>
        <UseBar month={line.month} capMb={line.cap_mb} />
      </td>
      <td data-l={t("link.colSeen")} className="mut nb">
        {line.last_seen_at === null ? "–" : whenText(line.last_seen_at)}
      </td>
    </tr>
  );
}
