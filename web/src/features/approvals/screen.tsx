/** Limits of vital signs and templates of requests: read in full, approved for one's hospital, or taken back. */
import { useQuery, useQueryClient } from "@tanstack/react-query";

import { useAct } from "@/context/use-act";
import { dateText, dayText, numberText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { currentLanguage, t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Approved } from "@/ui/approved";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import type { Schema } from "@/wire/schema";
import type { ReactNode } from "react";

type Sheets = Schema<"Sheets">;
type Sheet = Schema<"Sheet">;

export default function ApprovalsScreen() {
  const queries = useQueryClient();
  const act = useAct();
  const { data, error, refetch } = useQuery({
    queryKey: ["approvals"],
    queryFn: ({ signal }) => ok(api.GET("/api/approvals", { signal })),
  });
  const say = (sheet: Sheet, hospital: string, approved: boolean) =>
    void act.run(`${sheet.subject} ${hospital}`, async () => {
      const { subject, version, sha256 } = sheet;
      const body = { hospital_id: hospital, subject, version, sha256, approved, note: "" };
      const now = await ok(api.PUT("/api/approvals/{id}", { params: { path: { id: uuid7() } }, body }));
      queries.setQueryData(["approvals"], now);
    });
  return (
    <div className="main">
      <PageHeader title={t("guard.approvals")} lead={t("guard.approvalsLead")} />
      {error !== null && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {act.problem !== null && <ProblemAlert problem={act.problem} />}
      {data === undefined ? (
        <LoadingRows rows={6} />
      ) : (
        <div className="stack l">
          <Content title={t("guard.limits")} sheet={data.limits.sheet} sheets={data} busy={act.busy} onSay={say}>
            <LimitsText limits={data.limits} />
          </Content>
          {data.templates.map((one) => (
            <Content
              key={one.id}
              title={one.title[currentLanguage()]}
              sheet={one.sheet}
              sheets={data}
              busy={act.busy}
              onSay={say}
            >
              <p>{t("guard.needs", { list: one.vitals.map(({ field }) => word("vital", field)).join(", ") || "–" })}</p>
              <ol>
                {one.questions.map((asked) => (
                  <li key={asked.id}>
                    {asked.text[currentLanguage()]}
                    {asked.flag !== null && (
                      <b className="c-danger"> {t("guard.flagOne", { list: word("guard", asked.flag) })}</b>
                    )}
                  </li>
                ))}
              </ol>
              {one.danger.length > 0 && (
                <ul>
                  {one.danger.map((sign) => (
                    <li key={`${sign.item} ${sign.from_months}`}>{dangerText(sign)}</li>
                  ))}
                </ul>
              )}
            </Content>
          ))}
        </div>
      )}
    </div>
  );
}

/** `SpO₂, 0-192 tháng: dưới 90`: what of this kind of case speaks for an emergency. */
function dangerText({ item, from_months, to_months, below, above }: Schema<"DangerSign">): string {
  const ages = t("guard.ages", { from: from_months, to: to_months ?? "∞" });
  const edges = [
    below === null ? "" : t("guard.below", { n: numberText(Number(below)) }),
    above === null ? "" : t("guard.above", { n: numberText(Number(above)) }),
  ];
  return `${word("vital", item)}, ${ages}: ${edges.filter(Boolean).join(", ")}`;
}

function Content({
  title,
  sheet,
  sheets,
  busy,
  onSay,
  children,
}: {
  title: string;
  sheet: Sheet;
  sheets: Sheets;
  busy: string | null;
  onSay: (sheet: Sheet, hospital: string, approved: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Card title={title}>
      <p className="row">
        <Approved sheet={sheet} />
        <span className="mut">{t("guard.version", { version: sheet.version, at: dayText(sheet.made_on) })}</span>
        <span className="mut num">{t("guard.hash", { hash: sheet.sha256.slice(0, 12) })}</span>
      </p>
      <details className="more">
        <summary>{t("guard.read")}</summary>
        {children}
        {sheets.mine.map((hospital) => {
          const held = sheet.approvals.find((one) => one.hospital.id === hospital.id);
          return (
            <p key={hospital.id} className="row">
              <span>
                {held === undefined
                  ? t("guard.approveText", { hospital: hospital.short_name })
                  : t("guard.approvedBy", {
                      who: held.person.name,
                      hospital: hospital.short_name,
                      at: dateText(held.at),
                    })}
              </span>
              <Button
                tone={held === undefined ? "primary" : "plain"}
                busy={busy === `${sheet.subject} ${hospital.id}`}
                onClick={() => onSay(sheet, hospital.id, held === undefined)}
              >
                {t(held === undefined ? "guard.approve" : "guard.withdraw")}
              </Button>
            </p>
          );
        })}
      </details>
    </Card>
  );
}

function LimitsText({ limits }: { limits: Sheets["limits"] }) {
  const edge = (value: string | null) => (value === null ? "–" : numberText(Number(value)));
  return (
    <ul>
      {limits.limits.map(({ item, unit, bands }) => (
        <li key={item}>
          <b>{word("vital", item)}</b> {unit}
          {bands.map((band) => (
            <div key={band.from_months} className="num">
              {t("guard.band", {
                from: band.from_months,
                to: band.to_months ?? "…",
                low: edge(band.low),
                high: edge(band.high),
              })}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
