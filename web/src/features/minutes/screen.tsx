/** The minutes on their own page: write, confirm, read back, sign, print; then the station's decision. */
import { useState } from "react";

import { useConsult } from "@/context/consults";
import { usePatients } from "@/context/patients";
import { useMe } from "@/context/session";
import { useLink } from "@/context/socket";
import { useMinutes } from "@/context/use-minutes";
import { dateText, timeText } from "@/lib/clock";
import { openedTo } from "@/lib/consent";
import { fileUrl } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { nextAct } from "@/lib/minutes-state";
import { patientTitle } from "@/lib/patient";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ConclusionPart, IncidentsPart, MinutesPart, OpinionsPart, SummaryPart } from "@/ui/minutes-form";
import { MinutesSaved, NextButton, StatePill } from "@/ui/minutes-next";
import { LockedBanner, ReadBack, Signatures } from "@/ui/minutes-signing";
import { useUnlock } from "@/ui/minutes-unlock";
import { PaperButton } from "@/ui/paper";
import { ProblemAlert } from "@/ui/problem-alert";
import { Avatar } from "@/ui/tags";

import { Correct, Discard, Editions, SealAgain } from "./editions";
import { Known } from "./known";

import type { Detail } from "@/lib/consult-api";
import type { MinutesView } from "@/lib/minutes-state";
import type { ConsultId } from "@/wire/ids";

import "./minutes-page.css";

export default function MinutesScreen({ id }: { id: ConsultId }) {
  const { data: detail } = useConsult(id);
  const { desk, now } = useMinutes(id, false);
  const me = useMe();
  const who = detail === undefined ? null : openedTo(me.place, detail.summary);
  const patients = usePatients([who]);
  const { view, status, problem } = now;
  if (view === null) {
    return (
      <div className="main narrow">
        {problem ? (
          <ProblemAlert problem={problem} onRetry={() => void desk.reload()} />
        ) : status === "loading" ? (
          <LoadingRows />
        ) : (
          <EmptyState icon="file" title={t("minutes.loadingNone")} text={t("minutes.loadingNoneText")} />
        )}
      </div>
    );
  }
  const known = who === null ? undefined : patients.get(who);
  return (
    <div className="main">
      <PageHeader
        title={t("minutes.heading")}
        lead={detail && [patientTitle(known, detail.summary.subject), when(detail.summary)].filter(Boolean).join(" · ")}
        actions={<StatePill view={view} />}
      />
      <Sheet desk={desk} now={now} view={view} detail={detail} />
    </div>
  );
}

function when({ call, station, hospital }: Detail["summary"]): string {
  const places = `${station.short_name}, ${hospital.short_name}`;
  if (call === null) return places;
  const began = call.live_at ?? call.opened_at;
  const span =
    call.ended_at === null
      ? t("minutes.from", { time: timeText(began) })
      : `${timeText(began)}-${timeText(call.ended_at)}`;
  return `${dateText(began)}, ${span} · ${places}`;
}

function Sheet({
  desk,
  now,
  view,
  detail,
}: Pick<ReturnType<typeof useMinutes>, "desk" | "now"> & { view: MinutesView; detail: Detail | undefined }) {
  const me = useMe();
  const link = useLink();
  const [reading, setReading] = useState(false);
  const { readOnly: locked, ask, dialog } = useUnlock(view, () => setReading(false));
  const offline = link.kind !== "open";
  const act = nextAct(view, now.fields, me.id);
  const signing = view.state === "signing";
  const mayWrite = me.place === "station" || view.chair?.id === me.id;
  const readOnly = !mayWrite || locked;
  const part = { desk, now, readOnly };
  const summary = detail?.summary;
  const signs = reading && act.kind === "sign";
  // Signed with nothing left to decide: no next act stands here.
  const decides = view.state === "signed" && me.place === "station" && summary?.closed_at === null;
  return (
    <div className="minutes-cols">
      <div className="stack">
        {view.state === "signed" && <LockedBanner view={view} actions={<Print view={view} />} />}
        {view.correction_reason !== "" && view.state !== "signed" && (
          <Banner tone="info" icon="pen">
            {t("editions.correcting", { n: view.edition, reason: view.correction_reason })}
          </Banner>
        )}
        {signs && (
          <Card title={t("minutes.readTitle")}>
            <ReadBack desk={desk} now={now} name={me.name} offline={offline} onSigned={() => setReading(false)} />
          </Card>
        )}
        {signing && !readOnly && view.signatures.length > 0 && <Banner tone="warn">{t("minutes.editing")}</Banner>}
        {view.masked && (
          <Banner tone="warn" icon="shield">
            {t("consent.masked")}
          </Banner>
        )}
        {!mayWrite && view.state !== "signed" && <Banner tone="plain">{t("minutes.readOnly")}</Banner>}
        <article className="card flush minutes" aria-label={t("minutes.heading")}>
          {summary && (
            <MinutesPart title={t("minutes.askHead")} hint={t("minutes.askHint")}>
              <p className="pre">{[summary.reason, summary.question].filter(Boolean).join("\n")}</p>
            </MinutesPart>
          )}
          <Known view={view} now={detail?.summary} />
          <SummaryPart {...part} />
          <OpinionsPart {...part} me={me.name} />
          <ConclusionPart {...part} />
          <IncidentsPart {...part} />
        </article>
      </div>
      <aside className="stack">
        {(view.state === "signed" ? decides : mayWrite && !signs) && (
          <div className="card next stack m">
            {view.state !== "signed" && <MinutesSaved now={now} />}
            {mayWrite && (
              <NextButton
                desk={desk}
                now={now}
                me={me.id}
                offline={offline}
                size="lg"
                onSign={() => {
                  setReading(true);
                  globalThis.scrollTo({ top: 0 });
                }}
              />
            )}
            {decides && (
              <>
                <ButtonLink tone="primary" size="lg" wide to={`/consults/${view.consult_id}/decision`}>
                  {t("minutes.decide")}
                </ButtonLink>
                <p className="s">{t("minutes.decideHint")}</p>
              </>
            )}
          </div>
        )}
        <div className="acts-more">
          {signing && readOnly && mayWrite && (
            <Button wide icon="pen" onClick={ask}>
              {t("minutes.edit")}
            </Button>
          )}
          {summary?.call && summary.call.state !== "ended" && (
            <ButtonLink wide icon="video" to={`/consults/${view.consult_id}/call`}>
              {t("minutes.backToRoom")}
            </ButtonLink>
          )}
          {mayWrite && !view.masked && (
            <ButtonLink wide icon="image" to={`/consults/${view.consult_id}/files`}>
              {t("title.files")}
            </ButtonLink>
          )}
          {view.state !== "signed" && <Print view={view} />}
          {view.may_correct && <Correct desk={desk} view={view} />}
          {view.may_discard && <Discard desk={desk} view={view} />}
          {mayWrite && <SealAgain desk={desk} view={view} />}
        </div>
        {view.state !== "draft" && (
          <Card title={t("minutes.signatures")}>
            <Signatures view={view} />
          </Card>
        )}
        <Editions view={view} onOpen={({ id }) => void openPaper(id).catch(() => undefined)} />
        <Card title={t("minutes.people")}>
          <ul className="stack m">
            {view.chair && (
              <PersonRow name={view.chair.name} role={t("minutes.roleChair")} place={summary?.hospital.short_name} />
            )}
            <PersonRow
              name={view.requester.name}
              role={t("minutes.roleRequester")}
              place={summary?.station.short_name}
            />
          </ul>
        </Card>
      </aside>
      {dialog}
    </div>
  );
}

function PersonRow({ name, role, place }: { name: string; role: string; place: string | undefined }) {
  return (
    <li className="row nw">
      <Avatar name={name} />
      <span className="sp">
        <b>{name}</b>
        <br />
        <span className="s">{[role, place].filter(Boolean).join(" · ")}</span>
      </span>
    </li>
  );
}

/** The tab is opened by the click itself: one that opens when the file is there would be stopped as a pop-up. */
async function openPaper(id: string): Promise<void> {
  const page = window.open("", "_blank");
  try {
    const url = await fileUrl(`/api/minutes/${id}/document`);
    if (page) page.location.href = url;
    else location.assign(url);
  } catch (fault) {
    page?.close();
    throw fault;
  }
}

function Print({ view }: { view: MinutesView }) {
  const signed = view.state === "signed";
  return (
    <>
      <PaperButton
        paper={{ form: "minutes", id: view.id, signed }}
        label={t(signed ? "minutes.print" : "minutes.printDraft")}
      />
      {signed && <PaperButton paper={{ form: "extract", id: view.id, signed }} label={t("editions.printExtract")} />}
      {signed && (
        <ButtonLink icon="calendar" to={`/follow-ups?case=${view.consult_id}`}>
          {t("title.followUps")}
        </ButtonLink>
      )}
    </>
  );
}
