/** One case in a lane: how urgent, how long, from where, what for, and the one next act. */
import { Link } from "wouter";

import { useConsultNews } from "@/context/consults";
import { useAct } from "@/context/use-act";
import { longSpanText, secondText, shortText, spanText, timeText, whenText } from "@/lib/clock";
import { endPractice } from "@/lib/consult-api";
import { t, word } from "@/lib/i18n";
import { subjectText } from "@/lib/patient";
import { Button, ButtonLink } from "@/ui/button";
import { Countdown, Elapsed } from "@/ui/clock";
import { Icon, type IconName } from "@/ui/icon";
import { StateTag, UrgencyTag } from "@/ui/tags";

import { HandOver } from "./handover";

import type { RingCard, Summary } from "@/lib/ring-board";
import type { OwedCase, WaitingCase } from "./worklist-state";
import type { ReactNode } from "react";

export function Lane({
  title,
  icon,
  count,
  empty,
  children,
}: {
  title: string;
  icon: IconName;
  count: number;
  empty: string;
  children: ReactNode;
}) {
  return (
    <section className="wl-lane" aria-label={`${title}: ${count}`}>
      <h2 className="wl-lane-head">
        <Icon name={icon} /> {title} <span className="count">{count}</span>
      </h2>
      {count === 0 ? <p className="wl-empty">{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}

const lineOf = (consult: Summary): string =>
  consult.masked ? t("consent.masked") : consult.question || consult.reason || word("caseType", consult.case_type);

export function RingingCard({
  ring,
  first,
  busy,
  onTake,
  onOpen,
}: {
  ring: RingCard;
  /** `1` takes this one. */
  first: boolean;
  busy: boolean;
  onTake: () => void;
  onOpen: () => void;
}) {
  const { consult } = ring;
  return (
    <li className={`wl-ring ${consult.urgency}`}>
      <div className="wl-ring-t">
        <span>{t("ring.leftToAnswer")}</span>
        <b>
          <Countdown deadline={ring.deadline_at} />
        </b>
      </div>
      <div className="wl-ring-q">
        <span className="row">
          <UrgencyTag urgency={consult.urgency} practice={consult.practice} />
          <b>{consult.station.short_name}</b>
          <span className="mut">
            {t("worklist.ringFrom", { who: subjectText(consult.subject, false), at: secondText(ring.started_at) })}
          </span>
        </span>
        <h3>{lineOf(consult)}</h3>
        <AlertLine consult={consult} />
      </div>
      <div className="wl-ring-a">
        <Button tone="primary" icon="phone" busy={busy} {...(first && { hotkey: "1" })} onClick={onTake}>
          {t("ring.take")}
        </Button>
        <Button data-case={consult.id} onClick={onOpen}>
          {t("worklist.open")}
        </Button>
      </div>
    </li>
  );
}

/** `SpO₂ 89 thấp, nhịp thở 58 cao`: what is out of its band, in words. */
function AlertLine({ consult }: { consult: Summary }) {
  if (consult.alerts.length === 0) return null;
  return (
    <p className="s">
      {consult.alerts.map((alert, at) => {
        const low = alert.low !== null && Number(alert.value) < Number(alert.low);
        return (
          <span key={alert.item}>
            {at > 0 && " · "}
            {word("vital", alert.item)} {alert.value.replace(".", ",").replace(/,0+$/, "")}{" "}
            <b className={alert.level === "critical" ? "c-danger" : "c-warn"}>
              {t(low ? "worklist.low" : "worklist.high")}
            </b>
          </span>
        );
      })}
    </p>
  );
}

export function WaitingCard({
  found,
  busy,
  onTake,
  onOpen,
}: {
  found: WaitingCase;
  busy: boolean;
  onTake: () => void;
  onOpen: () => void;
}) {
  const { consult, due, returned } = found;
  const sent = consult.sent_at ?? consult.created_at;
  const late = due.kind === "late";
  return (
    <li className={late ? "wl-card late" : "wl-card"}>
      <button type="button" className="wl-open" data-case={consult.id} onClick={onOpen}>
        <span className="row nw">
          <UrgencyTag urgency={consult.urgency} practice={consult.practice} />
          <span className="sp" />
          {late ? (
            <b className="c-danger nb">{t("worklist.over", { span: longSpanText(due.ms) })}</b>
          ) : (
            <b className="nb">
              <Elapsed from={sent} words />
            </b>
          )}
        </span>
        <b>{consult.station.short_name}</b>
        <span>{lineOf(consult)}</span>
        <small>
          {t("worklist.sentBy", {
            subject: subjectText(consult.subject, false),
            who: consult.requester.name,
            at: whenText(sent),
          })}
        </small>
        <AlertLine consult={consult} />
      </button>
      <div className="wl-foot">
        {returned ? (
          <StateTag tone="off" icon="swap">
            {t("worklist.returned")}
          </StateTag>
        ) : late ? (
          <b className="c-danger wl-due">
            <Icon name="alert" size="sm" /> {t("worklist.overDue", { limit: limitText(consult) })}
          </b>
        ) : (
          <span className="mut">{due.kind === "yet" && dueText(consult, due.ms)}</span>
        )}
        <span className="sp" />
        <Button size="compact" busy={busy} onClick={onTake}>
          {t("ring.take")}
        </Button>
      </div>
    </li>
  );
}

/** Hours count down; a target of tomorrow is a time. */
function dueText({ answer_due_at: at }: Summary, ms: number): string {
  if (at !== null && ms > 4 * 3_600_000) return t("worklist.dueBy", { at: whenText(at) });
  return t("worklist.leftDue", { span: longSpanText(ms) });
}

function limitText(consult: Summary): string {
  if (consult.answer_due_at === null || consult.sent_at === null) return "";
  return spanText(new Date(consult.answer_due_at).getTime() - new Date(consult.sent_at).getTime());
}

export function HeldCard({ consult, mine }: { consult: Summary; mine: boolean }) {
  const { call } = consult;
  const live = call?.state === "live";
  const writing = consult.answer === "written";
  const been = call?.participants.some((seat) => seat.person.id === consult.specialist?.id) ?? false;
  const to = writing ? `/consults/${consult.id}/minutes` : `/consults/${consult.id}/call`;
  const body = (
    <>
      <span className="row nw">
        <UrgencyTag urgency={consult.urgency} practice={consult.practice} />
        <span className="sp" />
        {live && call.live_at !== null && (
          <b className="c-ok nb">
            <Elapsed from={call.live_at} />
          </b>
        )}
        {consult.state === "scheduled" && consult.scheduled_at !== null && (
          <b className="nb">{t("worklist.at", { at: whenText(consult.scheduled_at) })}</b>
        )}
      </span>
      <b>{consult.station.short_name}</b>
      <span>{lineOf(consult)}</span>
      <small>
        {subjectText(consult.subject, false)} ·{" "}
        {mine ? t("worklist.chairMe") : t("worklist.chair", { who: consult.specialist?.name ?? "" })}
      </small>
    </>
  );
  return (
    <li className={mine && live ? "wl-card live" : "wl-card"}>
      {mine ? (
        <Link href={to} className="wl-open" data-case={consult.id}>
          {body}
        </Link>
      ) : (
        <div className="wl-open still">{body}</div>
      )}
      <div className="wl-foot">
        <RoomWords consult={consult} />
        <span className="sp" />
        {mine && (consult.practice ? <EndPractice consult={consult} /> : <HandOver consult={consult} />)}
        {mine && (
          <ButtonLink to={to} size="compact" tone={live || writing ? "plain" : "primary"}>
            {t(writing ? "worklist.do_answer" : been ? "worklist.enterAgain" : "worklist.enter")}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}

function EndPractice({ consult }: { consult: Summary }) {
  const act = useAct();
  const { keep } = useConsultNews();
  return (
    <Button
      size="compact"
      busy={act.busy !== null}
      onClick={() => void act.run("end", async () => keep(await endPractice(consult.id)))}
    >
      {t("consult.practiceEnd")}
    </Button>
  );
}

function RoomWords({ consult }: { consult: Summary }) {
  const { call } = consult;
  if (consult.state === "scheduled") return <span className="mut">{t("worklist.scheduled")}</span>;
  if (consult.answer === "written") return <span className="mut">{t("worklist.writing")}</span>;
  switch (call?.state) {
    case "live":
      return (
        <span className="c-ok wl-due">
          <Icon name="video" size="sm" /> {t("worklist.live")}
        </span>
      );
    case "interrupted":
      return (
        <span className="c-danger wl-due">
          <Icon name="wifiOff" size="sm" /> {t("worklist.interrupted")}
        </span>
      );
    case "waiting": {
      const station = call.participants.some((seat) => seat.side === "station" && seat.linked);
      return (
        <span className={station ? "c-warn" : "mut"}>{t(station ? "worklist.stationIn" : "worklist.roomOpen")}</span>
      );
    }
    case "ended":
    case undefined:
      return (
        <span className="mut">
          {consult.accepted_at !== null && t("worklist.acceptedAt", { at: timeText(consult.accepted_at) })}
        </span>
      );
  }
}

export function OwedCard({ owed }: { owed: OwedCase }) {
  const { due, kind } = owed;
  const to = owed.referralId === null ? `/consults/${owed.consultId}/minutes` : `/referrals/${owed.referralId}`;
  return (
    <li className={due.kind === "late" ? "wl-card late" : "wl-card"}>
      <Link href={to} className="wl-open" data-case={owed.consultId}>
        <span className="row nw">
          <OwedTag owed={owed} />
          <span className="sp" />
          <b className="nb">{t(`worklist.kind_${kind}`)}</b>
        </span>
        <b>{owed.station}</b>
        <span>{owed.line || t(`worklist.what_${kind}`)}</span>
        <small>{t("consult.code", { code: owed.code })}</small>
      </Link>
      {kind !== "waiting" && (
        <div className="wl-foot">
          <span className="mut">{owed.line !== "" && t(`worklist.what_${kind}`)}</span>
          <span className="sp" />
          <ButtonLink to={to} size="compact" tone={due.kind === "late" ? "primary" : "plain"}>
            {t(`worklist.do_${kind}`)}
          </ButtonLink>
        </div>
      )}
    </li>
  );
}

function OwedTag({ owed: { due, dueAt, kind } }: { owed: OwedCase }) {
  if (kind === "waiting" || dueAt === null) {
    return (
      <StateTag tone="off" icon="clock">
        {t("worklist.waitsForStation")}
      </StateTag>
    );
  }
  if (due.kind === "late") {
    return (
      <StateTag tone="danger" icon="alert">
        {t("worklist.over", { span: longSpanText(due.ms) })}
      </StateTag>
    );
  }
  return (
    <StateTag tone="warn" icon="clock">
      {t("worklist.dueBy", { at: due.ms > 86_400_000 ? shortText(dueAt) : whenText(dueAt) })}
    </StateTag>
  );
}
