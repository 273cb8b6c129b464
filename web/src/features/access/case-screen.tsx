/** One case that was opened for a reason: who it is, what the station asked and measured. To read, not to print. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";

import { useOpenedCases } from "@/context/accesses";
import { useConsult } from "@/context/consults";
import { useMe } from "@/context/session";
import { timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { birthText, patientTitle, subjectText } from "@/lib/patient";
import { asProblem } from "@/lib/problem";
import { readings } from "@/lib/vital-readings";
import { ButtonLink } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { useNow } from "@/ui/clock";
import { EmptyState, KeyValues, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { VitalTile, VitalTiles } from "@/ui/vital-tile";

import type { ReactNode } from "react";
import type { Schema } from "@/wire/schema";
import type { ConsultId } from "@/wire/ids";

import "./access.css";

const SHUT = new Set([403, 404]);

export default function OpenedCaseScreen({ id }: { id: ConsultId }) {
  const me = useMe();
  const opened = useOpenedCases();
  const now = useNow(15_000);
  const access = opened.data?.running.find((one) => one.consult_id === id);
  const detail = useConsult(id);
  const over = opened.data !== undefined && !(Date.parse(access?.until_at ?? "") > now);
  if (over || (detail.error !== null && SHUT.has(asProblem(detail.error).status))) {
    return (
      <div className="main narrow">
        <EmptyState
          icon="lock"
          title={t("access.caseShut")}
          text={t("access.caseShutText")}
          action={<ButtonLink to="/open-case">{t("access.again")}</ButtonLink>}
        />
      </div>
    );
  }
  if (detail.error !== null) return <ProblemAlert problem={detail.error} onRetry={() => void detail.refetch()} />;
  if (detail.data === undefined) return <LoadingRows rows={6} />;
  const { summary, request, vitals } = detail.data;
  return (
    <div className="main narrow">
      <PageHeader
        title={t("access.caseHeading", { code: summary.code })}
        lead={access === undefined ? undefined : `${word("accessGround", access.ground)}: ${access.reason}`}
        actions={
          <span className="row">
            {me.place !== "station" && (
              <Link className="btn" href={`/log/${id}`}>
                {t("access.timeline")}
              </Link>
            )}
            <Link className="btn" href={`/consults/${id}/minutes`}>
              {t("access.minutes")}
            </Link>
          </span>
        }
      />
      <Patient summary={summary} />
      <Card
        title={t("access.request")}
        aside={<small>{`${summary.station.short_name} · ${timeText(summary.sent_at ?? summary.created_at)}`}</small>}
      >
        <KeyValues wide items={told(request)} />
      </Card>
      <Card title={t("access.vitals")}>
        <Vitals vitals={vitals} />
      </Card>
    </div>
  );
}

function told(request: Schema<"ConsultDetail">["request"]): readonly (readonly [string, ReactNode])[] {
  const items = [
    [t("access.wReason"), request.reason],
    [t("access.wQuestion"), request.question],
    [t("access.wHistory"), request.history],
    [t("access.wPast"), request.past_history],
    [t("access.wExam"), request.examination],
    [t("access.wDiagnosis"), request.working_diagnosis],
    [t("access.wTreatment"), request.treatment_given],
  ] as const;
  return items
    .filter(([, text]) => text !== "")
    .map(
      ([label, text]) =>
        [
          label,
          <span className="ac-words" key={label}>
            {text}
          </span>,
        ] as const,
    );
}

function Patient({ summary }: { summary: Schema<"ConsultSummary"> }) {
  const id = summary.patient_id;
  const patient = useQuery({
    queryKey: ["patient", id],
    queryFn: ({ signal }) => ok(api.GET("/api/patients/{id}", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== null,
  });
  const known = patient.data;
  return (
    <Card title={t("access.patient")}>
      <div className="stack">
        <p className="big">
          {known === undefined ? subjectText(summary.subject) : patientTitle(known, summary.subject)}
        </p>
        {id === null && <p className="mut">{t("access.noName")}</p>}
        {patient.error !== null && <ProblemAlert problem={patient.error} />}
        {known !== undefined && (
          <KeyValues
            items={(
              [
                [t("access.wBorn"), birthText(known)],
                [t("access.wNational"), known.national_id],
                [t("access.wInsurance"), known.insurance_no],
                [t("access.wPhone"), known.phone],
                [t("access.wRepresentative"), known.representative],
              ] as const
            ).filter(([, text]) => text !== "")}
          />
        )}
      </div>
    </Card>
  );
}

function Vitals({ vitals }: { vitals: Schema<"ConsultDetail">["vitals"] }) {
  const found = readings(vitals);
  if (found.length === 0) return <p className="mut">{t("access.noVitals")}</p>;
  return (
    <VitalTiles>
      {found.map(({ item, value, tone, verdict }) => (
        <VitalTile
          key={item}
          label={word("vital", item)}
          unit={word("vitalUnit", item)}
          value={value}
          tone={tone}
          small
          {...(verdict !== "" && { verdict })}
        />
      ))}
    </VitalTiles>
  );
}
