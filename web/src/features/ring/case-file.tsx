/** What the station asked and measured, and what speaks for or against taking it. The name stays closed. */
import { useRequestTemplates } from "@/context/request-templates";
import { secondText, timeText } from "@/lib/clock";
import { t, tryT, word } from "@/lib/i18n";
import { subjectText } from "@/lib/patient";
import { readings } from "@/lib/vital-readings";
import { Countdown } from "@/ui/clock";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { ConsentLines } from "@/ui/consent-line";
import { GateTold } from "@/ui/guard-late";
import { Icon } from "@/ui/icon";
import { LateSaid } from "@/ui/late-said";
import { KeyValues, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { UrgencyTag } from "@/ui/tags";
import { VitalTile, VitalTiles } from "@/ui/vital-tile";

import { AllFiles } from "./all-files-later";

import type { Detail } from "@/lib/consult-api";
import type { RingCard, Summary } from "@/lib/ring-board";

export function CaseFile({
  consult,
  detail,
  problem,
  onRetry,
}: {
  consult: Summary;
  detail: Detail | undefined;
  problem: unknown;
  onRetry: () => void;
}) {
  const templates = useRequestTemplates();
  const question = consult.question || consult.reason || word("caseType", consult.case_type);
  return (
    <div className="ring-main">
      <section className="ring-ask">
        <p className="s">{t(consult.question ? "ring.question" : "ring.reason")}</p>
        <h2>{question}</h2>
        <p>
          <b>{subjectText(consult.subject, false)}</b>
          {consult.question !== "" && consult.reason !== "" && ` · ${consult.reason}`}
          {detail?.request.onset_at && ` · ${t("ring.onset", { at: timeText(detail.request.onset_at) })}`}
          {detail?.request.pregnant && ` · ${t("ring.pregnant")}`}
        </p>
        {consult.returned_question !== null && (
          <p className="ring-note">{t("ring.askedBefore", { text: consult.returned_question })}</p>
        )}
      </section>
      {problem ? (
        <ProblemAlert problem={problem} onRetry={onRetry} />
      ) : detail === undefined ? (
        <LoadingRows />
      ) : (
        <>
          <GateTold gate={detail} templates={templates} />
          <VitalSection detail={detail} />
          <Told detail={detail} />
          <LateSaid notes={detail.phone_notes} advices={detail.phone_advices} />
        </>
      )}
    </div>
  );
}

function VitalSection({ detail }: { detail: Detail }) {
  const found = readings(detail.vitals);
  if (found.length === 0) return <p className="mut">{t("ring.noVitals")}</p>;
  const newest = found.reduce((last, { at }) => (at > last ? at : last), "");
  return (
    <section aria-label={t("ring.vitals")} className="stack t">
      <VitalTiles>
        {found.map(({ item, value, tone, verdict, at, onOxygen }) => {
          const older = at !== newest && t("ring.takenAtTime", { at: timeText(at) });
          const said = [verdict, onOxygen && t("vitals.oxygenWord"), older].filter(Boolean).join(" · ");
          return (
            <VitalTile
              key={item}
              label={word("vital", item)}
              unit={word("vitalUnit", item)}
              value={value}
              tone={tone}
              small
              {...(said !== "" && { verdict: said })}
            />
          );
        })}
      </VitalTiles>
      <small>{t("ring.vitalsAt", { at: timeText(newest) })}</small>
    </section>
  );
}

function Told({ detail }: { detail: Detail }) {
  const { request } = detail;
  const items = (["history", "examination", "past_history", "treatment_given", "working_diagnosis"] as const)
    .filter((field) => request[field] !== "")
    .map((field) => [t(`consult.field_${field}`), request[field]] as const);
  return items.length === 0 ? null : <KeyValues items={items} />;
}

export function Aside({
  consult,
  ring,
  detail,
  others,
  onOpen,
}: {
  consult: Summary;
  ring: RingCard | null;
  detail: Detail | undefined;
  others: readonly RingCard[];
  onOpen: (consult: string) => void;
}) {
  const next = consult.ladder.steps.filter((step) => step.state === "waiting");
  return (
    <aside className="ring-side">
      {ring?.in_call && (
        <Banner tone="warn" title={t("ring.inCallTitle")}>
          {t("ring.inCallText")}
        </Banner>
      )}
      <ul className="stack t ring-facts">
        <ConsentLines summary={consult} />
        {detail && (
          <li>
            <Icon name="history" size="sm" />
            {detail.previous.length === 0 ? t("ring.noPrevious") : t("ring.previous", { n: detail.previous.length })}
          </li>
        )}
        {consult.answer === "written" && (
          <li>
            <Icon name="pen" size="sm" />
            {t("ring.wantsWriting")}
          </li>
        )}
        <li>
          <Icon name="lock" size="sm" />
          {t("ring.nameLater")}
        </li>
      </ul>
      {detail !== undefined && <AllFiles summary={detail.summary} />}
      {ring !== null && (
        <div>
          <h3>{t("ring.ifNot")}</h3>
          {next.length > 0 ? (
            <ol className="ring-next">
              {next.map((step) => (
                <li key={step.index}>
                  <span className="num">{step.started_at === null ? "" : secondText(step.started_at)}</span>
                  <span>
                    {tryT(`stepWho.${step.kind}`, { specialty: word("specialty", consult.specialty) }) ?? step.kind}
                  </span>
                </li>
              ))}
            </ol>
          ) : ring.after_me.length > 0 ? (
            <p>{t("ring.nextStep")}</p>
          ) : (
            <p>{t("ring.nobodyNext")}</p>
          )}
        </div>
      )}
      {others.length > 0 && (
        <div>
          <h3>{t("ring.others", { n: others.length })}</h3>
          <ul className="ring-others">
            {others.map((other) => (
              <li key={other.ring_id}>
                <UrgencyTag urgency={other.consult.urgency} />
                <span className="sp">{other.consult.station.short_name}</span>
                <Countdown deadline={other.deadline_at} />
                <Button size="compact" onClick={() => onOpen(other.consult.id)}>
                  {t("ring.switch")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </aside>
  );
}
