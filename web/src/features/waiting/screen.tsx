/** The waiting room: whom the machine rings now and for how long still; beside it one's own picture, voice and line. */
import { useState } from "react";
import { Redirect } from "wouter";

import { useConsult } from "@/context/consults";
import { usePatients } from "@/context/patients";
import { useLink } from "@/context/socket";
import { useConsentDesk } from "@/context/use-consent-desk";
import { useEntering } from "@/context/use-entering";
import { timeText, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { whyText } from "@/lib/ladder";
import { patientTitle } from "@/lib/patient";
import { Banner } from "@/ui/banner";
import { ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { Elapsed, useNow } from "@/ui/clock";
import { ConsentCard } from "@/ui/consent-card";
import { MeasureAgain } from "@/ui/guard-late";
import { LateSaid } from "@/ui/late-said";
import { later } from "@/ui/later";
import { LoadingRows } from "@/ui/lists";
import { AcceptedNotice, OverNotice } from "@/ui/outcome";
import { Phones } from "@/ui/phones";
import { ProblemAlert } from "@/ui/problem-alert";
import { UrgencyTag } from "@/ui/tags";

import { Calling } from "./calling";
import { PreCall } from "./pre-call";
import { useAdditions } from "./use-additions";
import { cardOf, handedOn, type Card as WaitingCard, type HandedOn } from "./waiting-state";

import type { Detail, Summary } from "@/lib/consult-api";
import type { ConsultId } from "@/wire/ids";
import type { ReactNode } from "react";

import "./waiting.css";

// The ladder stands first; what one may add or change comes a moment later.
const add = later(async () => (await import("./additions")).Add);
const answer = later(async () => (await import("./additions")).Answer);
const acts = later(async () => (await import("./acts")).Acts, "quiet");

export default function WaitingScreen({ id }: { id: ConsultId }) {
  const consult = useConsult(id);
  if (consult.data !== undefined) return <Waiting key={id} detail={consult.data} />;
  return (
    <div className="main narrow">
      {consult.isError ? (
        <ProblemAlert problem={consult.error} onRetry={() => void consult.refetch()} />
      ) : (
        <LoadingRows rows={6} />
      )}
    </div>
  );
}

function Waiting({ detail }: { detail: Detail }) {
  const { summary } = detail;
  const additions = useAdditions(detail);
  const handed = useHandedOn(summary);
  const now = useNow(5_000);
  const card = cardOf(summary, now);
  // What stood there when the page opened is read with the page; what comes later is announced.
  const [first] = useState(() => announcedAs(card));
  const fresh = announcedAs(card) !== first;
  useEntering(summary, () => void additions.edits.flush());

  switch (card.kind) {
    case "draft":
      return <Redirect to={`/request/${summary.id}`} replace />;
    case "over":
      return (
        <div className="main narrow">
          <Case summary={summary} />
          <Over detail={detail} state={card.state} />
        </div>
      );
    case "accepted":
    case "scheduled":
      return (
        <div className="main cols">
          <div className="stack">
            <Case summary={summary} />
            <Taken summary={summary} card={card} />
            {summary.vitals_asked && <MeasureAgain summary={summary} form="wt" />}
            <add.Part detail={detail} additions={additions} title={t("waiting.addBefore")} />
            <LateSaid notes={detail.phone_notes} advices={detail.phone_advices} />
          </div>
          <Beside summary={summary} />
        </div>
      );
    case "calling":
      return (
        <div className="main cols">
          <div className="stack">
            <Lost summary={summary} />
            <Calling
              summary={summary}
              unanswered={card.unanswered}
              handed={handed}
              fresh={fresh}
              head={<Case summary={summary} waited />}
            />
            {summary.vitals_asked && <MeasureAgain summary={summary} form="wt" />}
            <add.Part detail={detail} additions={additions} title={t("waiting.add")} />
            <LateSaid notes={detail.phone_notes} advices={detail.phone_advices} />
          </div>
          <Beside summary={summary} mayLeave={summary.urgency === "stat" && card.unanswered === null} />
        </div>
      );
    case "returned":
      return (
        <div className="main cols">
          <div className="stack">
            <Lost summary={summary} />
            <answer.Part
              detail={detail}
              additions={additions}
              question={card.question}
              fresh={fresh}
              head={<Case summary={summary} waited />}
            />
          </div>
          <Beside summary={summary} />
        </div>
      );
  }
}

const announcedAs = (card: WaitingCard): string =>
  card.kind === "calling" ? `calling/${card.unanswered === null ? "" : "unanswered"}` : card.kind;

/** Who had it last and has it no more, until someone takes it. */
function useHandedOn(summary: Summary): HandedOn | null {
  const [seen, setSeen] = useState(() => ({ summary, handed: handedOn(null, summary) }));
  if (seen.summary === summary) return seen.handed;
  const news = handedOn(seen.summary, summary);
  const handed = summary.state === "waiting" ? (news ?? seen.handed) : null;
  setSeen({ summary, handed });
  return handed;
}

/** Who it is about, in words that may stand on a screen others can see: the record's own title. */
function Case({ summary, waited = false }: { summary: Summary; waited?: boolean }) {
  const patients = usePatients([summary.patient_id]);
  const known = summary.patient_id === null ? undefined : patients.get(summary.patient_id);
  return (
    <div className="row top wt-head">
      <div className="sp">
        <p className="row">
          <UrgencyTag urgency={summary.urgency} practice={summary.practice} />
          <span className="mut">
            {t("consult.code", { code: summary.code })} · {word("specialty", summary.specialty)}
            {summary.sent_at !== null && ` · ${t("waiting.sentAt", { time: whenText(summary.sent_at) })}`}
          </span>
        </p>
        <h1 tabIndex={-1}>{patientTitle(known, summary.subject)}</h1>
        <p>{summary.reason || word("caseType", summary.case_type)}</p>
      </div>
      {waited && summary.sent_at !== null && (
        <div className="r wt-wait">
          <small>{t("consult.waited")}</small>
          <Elapsed from={summary.sent_at} big />
        </div>
      )}
    </div>
  );
}

/** The link is gone: the server goes on ringing, the telephone works. */
function Lost({ summary }: { summary: Summary }) {
  const link = useLink();
  if (link.kind !== "reconnecting") return null;
  const time = timeText(link.since);
  return (
    <Banner
      tone="warn"
      icon="cloudOff"
      live="alert"
      title={t("consult.offlineTitle", { time })}
      action={<Phones phones={summary.phones.slice(0, 1)} />}
    >
      {t("consult.offlineText", { time })}
    </Banner>
  );
}

function Beside({ summary, mayLeave = false }: { summary: Summary; mayLeave?: boolean }) {
  const desk = useConsentDesk(summary);
  return (
    <aside className="stack">
      {summary.answer === "call" && <PreCall summary={summary} />}
      <ConsentCard summary={summary} desk={desk} />
      <acts.Part summary={summary} mayLeave={mayLeave} />
    </aside>
  );
}

function Taken({
  summary,
  card,
}: {
  summary: Summary;
  card: Extract<WaitingCard, { kind: "accepted" | "scheduled" }>;
}) {
  const who = summary.specialist?.name ?? "";
  const hospital = summary.hospital.short_name;
  const why = t("consult.acceptedWhy", { why: whyText(summary), hospital });
  if (card.kind === "scheduled") {
    return (
      <Banner
        tone="info"
        icon="calendar"
        live="status"
        title={t("waiting.scheduledTitle", { time: whenText(card.at), who })}
        action={
          <ButtonLink tone="primary" size="lg" icon="video" to={`/consults/${summary.id}/call`}>
            {t("consult.enterRoom")}
          </ButtonLink>
        }
      >
        {t("waiting.scheduledText")} {why}
      </Banner>
    );
  }
  if (card.written) {
    return (
      <Banner
        tone="ok"
        icon="pen"
        live="status"
        title={t("waiting.writingTitle", { who })}
        action={
          <ButtonLink tone="primary" size="lg" icon="file" to={`/consults/${summary.id}/minutes`}>
            {t("waiting.toAnswer")}
          </ButtonLink>
        }
      >
        {t("waiting.writingText")} {why}
      </Banner>
    );
  }
  return (
    <AcceptedNotice
      who={who}
      why={whyText(summary)}
      hospital={hospital}
      sentAt={summary.sent_at}
      acceptedAt={summary.accepted_at}
      to={`/consults/${summary.id}/call`}
    />
  );
}

/** Withdrawn and run out have a reason and a way on; the rest has a page of its own to go to. */
function Over({ detail, state }: { detail: Detail; state: Extract<WaitingCard, { kind: "over" }>["state"] }) {
  const { summary } = detail;
  if (state !== "cancelled" && state !== "expired") {
    return <OverNotice state={state} hospital={summary.hospital.short_name} id={summary.id} />;
  }
  const reason = detail.cancel_reason;
  const text: ReactNode =
    state === "expired"
      ? t("waiting.expiredText", { hospital: summary.hospital.short_name })
      : reason === null || reason === ""
        ? t("waiting.cancelledText")
        : t("waiting.cancelledWhy", { reason });
  return (
    <Card>
      <div className="stack">
        <div role="status">
          <h2>{t(state === "expired" ? "consult.expiredTitle" : "consult.cancelledTitle")}</h2>
          <p>{text}</p>
        </div>
        {state === "expired" && <Phones phones={summary.phones} />}
        <div className="row">
          <ButtonLink tone="primary" icon="home" to="/">
            {t("consult.toHome")}
          </ButtonLink>
          <ButtonLink icon="video" to="/request">
            {t("waiting.newRequest")}
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
