/** The heads of the chain on one sheet of paper, to be signed and kept where the server's keeper has no key. */
import { useQuery } from "@tanstack/react-query";

import { useMe } from "@/context/session";
import { dateText, dayText, numberText, secondText, serverNow } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { PageHeader } from "@/ui/card";
import { LoadingRows } from "@/ui/lists";
import { PrintPage } from "@/ui/print-page";
import { ProblemAlert } from "@/ui/problem-alert";

import { getHeads } from "./audit-api";
import { wholeHash } from "./audit-state";

import "./audit.css";

/** With the head of now, what one sheet holds. */
const DAYS = 14;

export default function HeadsScreen() {
  const me = useMe();
  const heads = useQuery({ queryKey: ["audit-heads"], queryFn: getHeads, staleTime: 0 });
  const now = serverNow();
  const shown = (heads.data ?? []).slice(0, DAYS + 1);
  return (
    <div className="main narrow">
      <div className="noprint">
        <PageHeader title={t("audit.sheet")} back="/audit" />
      </div>
      <ProblemAlert problem={heads.error} onRetry={() => void heads.refetch()} />
      {heads.isPending && <LoadingRows />}
      {heads.data !== undefined && shown.length === 0 && <p>{t("audit.sheetEmpty")}</p>}
      {shown.length > 0 && (
        <PrintPage>
          <h2>{t("audit.sheet")}</h2>
          <p className="au-sheet-lead">{t("audit.sheetLead")}</p>
          <dl className="au-sheet-facts">
            <div>
              <dt>{t("audit.sheetFacility")}</dt>
              <dd>{me.grant?.facility.name ?? t("common.appName")}</dd>
            </div>
            <div>
              <dt>{t("audit.sheetPrinted")}</dt>
              <dd>
                {secondText(now)}, {dateText(now)}
              </dd>
            </div>
            <div>
              <dt>{t("audit.sheetBy")}</dt>
              <dd>{me.name}</dd>
            </div>
          </dl>
          <table className="au-sheet">
            <thead>
              <tr>
                <th scope="col">{t("audit.sheetDay")}</th>
                <th scope="col" className="r">
                  {t("audit.sheetRow")}
                </th>
                <th scope="col">{t("audit.sheetHash")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((head) => (
                <tr key={head.day ?? "now"}>
                  <th scope="row">{head.day === null ? t("audit.sheetNow") : dayText(head.day)}</th>
                  <td className="r num">{numberText(head.n)}</td>
                  <td className="au-mono">{wholeHash(head.hash)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="au-sheet-signs">
            <p>{t("audit.sheetSign")}</p>
            <p>{t("audit.sheetWitness")}</p>
          </div>
        </PrintPage>
      )}
    </div>
  );
}
