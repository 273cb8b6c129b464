/** The ring sheet: what one needs to decide in seconds, and the five answers. */
import { useEffect, useRef, useState, type ReactNode } from "react";

import { useConsult } from "@/context/consults";
import { useClaim } from "@/context/ring-board";
import { secondText, timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { subjectText } from "@/lib/patient";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { Countdown, Elapsed, useNow, useShareLeft } from "@/ui/clock";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { Answers } from "./answers";
import { CaseFile, Aside } from "./case-file";
import { takeable } from "./ring-state";

import type { Over, RingCard, Summary } from "@/lib/ring-board";

export function Sheet({
  consultId,
  ring,
  others,
  deaf,
  onMute,
  onFold,
  onOpen,
  onDone,
}: {
  consultId: string;
  ring: RingCard | null;
  others: readonly RingCard[];
  deaf: boolean;
  onMute: (() => void) | null;
  onFold: () => void;
  onOpen: (consult: string) => void;
  onDone: (consult: string) => void;
}) {
  const detail = useConsult(consultId);
  const { claim, take, forget } = useClaim();
  const consult = ring?.consult ?? detail.data?.summary;
  const worse = consult && others.find((other) => other.consult.urgency === "stat" && consult.urgency !== "stat");

  if (!consult) {
    return (
      <Frame urgency="routine" title={t("ring.summary")} onClose={onFold}>
        <div className="ring-body">
          {detail.error ? (
            <ProblemAlert problem={detail.error} onRetry={() => void detail.refetch()} />
          ) : (
            <LoadingRows />
          )}
        </div>
      </Frame>
    );
  }
  const open = takeable(consult);
  return (
    <Frame
      urgency={consult.urgency}
      alert={ring !== null}
      title={t(ring ? "ring.headRinging" : "ring.headWaiting", {
        urgency: word("urgency", consult.urgency),
        station: consult.station.short_name,
      })}
      lead={ring ? ringLead(ring) : waitLead(consult)}
      clock={<Clock ring={ring} consult={consult} />}
      onClose={onFold}
      tools={
        onMute && (
          <Button tone="quiet" size="compact" icon="bell" onClick={onMute}>
            {t("ring.mute")}
          </Button>
        )
      }
    >
      {ring && <TimeBar ring={ring} />}
      <div className="ring-scroll">
        {deaf && (
          <p className="ring-note" role="status">
            <Icon name="speaker" size="sm" /> {t("ring.deaf")}
          </p>
        )}
        {worse && (
          <div className="ring-note stat" role="alert">
            <Icon name="siren" size="sm" />
            <span className="sp">
              <b>{t("ring.worse", { station: worse.consult.station.short_name })}</b>{" "}
              <Countdown deadline={worse.deadline_at} />
            </span>
            <Button size="compact" onClick={() => onOpen(worse.consult.id)}>
              {t("ring.switch")}
            </Button>
          </div>
        )}
        <div className="ring-cols">
          <CaseFile consult={consult} detail={detail.data} problem={detail.error} onRetry={() => void detail.refetch()} />
          <Aside consult={consult} ring={ring} detail={detail.data} others={others} onOpen={onOpen} />
        </div>
      </div>
      {claim.kind === "lost" && (
        <div className="ring-claim">
          <Lost problem={claim.problem} by={claim.by} onRetry={() => void take(consult)} />
        </div>
      )}
      {open && claim.kind !== "lost" && (
        <Answers
          consult={consult}
          ring={ring}
          claim={claim}
          onTake={(written) => {
            forget();
            void take(consult, written);
          }}
          onDone={onDone}
          onFold={onFold}
        />
      )}
      {(!open || claim.kind === "lost") && (
        <div className="ring-acts end">
          {!open && <p className="sp mut">{heldText(consult)}</p>}
          <Button
            size="lg"
            onClick={() => {
              forget();
              if (open) onFold();
              else onDone(consult.id);
            }}
          >
            {t("ring.backToWork")}
          </Button>
        </div>
      )}
    </Frame>
  );
}

const ringLead = (ring: RingCard): string =>
  t("ring.lead", {
    who: ring.consult.requester.name,
    why: whyMe(ring),
    at: secondText(ring.started_at),
  });

/** `trực Nội, bậc 1`: why it rings here, as the roster says. */
function whyMe(ring: RingCard): string {
  const specialty = word("specialty", ring.consult.specialty);
  switch (ring.why) {
    case "shift":
      return t("ring.whyShift", { specialty, n: ring.step + 1 });
    case "on_call":
      return t("ring.whyTeam", { specialty });
    case "head":
      return t("ring.whyHead", { specialty });
    case "manual":
      return t("ring.whyChosen");
  }
}

const waitLead = (consult: Summary): string =>
  t("ring.waitLead", {
    who: consult.requester.name,
    specialty: word("specialty", consult.specialty),
    at: timeText(consult.sent_at ?? consult.created_at),
  });

function heldText(consult: Summary): string {
  if (consult.specialist) return t("ring.held", { who: consult.specialist.name });
  return word("consultState", consult.state);
}

function Clock({ ring, consult }: { ring: RingCard | null; consult: Summary }) {
  return ring ? (
    <>
      <b className="ring-clock">
        <Countdown deadline={ring.deadline_at} />
      </b>
      <span>{t("ring.leftToAnswer")}</span>
      <LastSeconds ring={ring} />
    </>
  ) : (
    <>
      <b className="ring-clock">
        <Elapsed from={consult.sent_at ?? consult.created_at} words />
      </b>
      <span>{t("ring.waited")}</span>
    </>
  );
}

function LastSeconds({ ring }: { ring: RingCard }) {
  const left = new Date(ring.deadline_at).getTime() - useNow(500);
  return (
    <span className="vh" role="status">
      {left > 0 && left <= 10_000 ? t("ring.lastSeconds") : ""}
    </span>
  );
}

function TimeBar({ ring }: { ring: RingCard }) {
  const left = useShareLeft(ring.started_at, ring.deadline_at);
  return (
    <div className={`ring-time ${ring.consult.urgency}`} aria-hidden="true">
      <i style={{ width: `${left}%` }} />
    </div>
  );
}

function Lost({
  problem,
  by,
  onRetry,
}: {
  problem: { readonly code: string; readonly isLine: boolean };
  by: string | null;
  onRetry: () => void;
}) {
  if (problem.code === "consult.already_accepted") {
    return (
      <Banner tone="info" icon="check" live="alert" title={by ? t("ring.takenBy", { who: by }) : t("ring.takenAlready")}>
        {t("ring.nothingToDo")}
      </Banner>
    );
  }
  if (problem.isLine) {
    return (
      <Banner
        tone="danger"
        icon="cloudOff"
        live="alert"
        title={t("ring.noAnswerTitle")}
        action={
          <Button tone="primary" icon="refresh" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        }
      >
        {t("ring.noAnswerText")}
      </Banner>
    );
  }
  return <ProblemAlert problem={problem} />;
}

/** How the ring under one's eyes ended. A missed one may still be taken, until somebody does. */
export function OverSheet({ over, onClose }: { over: Over; onClose: () => void }) {
  const { claim, take, forget } = useClaim();
  const { consult } = over.ring;
  const station = consult.station.short_name;
  const at = secondText(over.at);
  const still = takeable(consult) && (over.how === "missed" || over.how === "moved");
  const close = () => {
    forget();
    onClose();
  };
  return (
    <Frame
      urgency={consult.urgency}
      title={t("ring.headOver", { urgency: word("urgency", consult.urgency), station })}
      lead={`${subjectText(consult.subject, false)} · ${consult.question || consult.reason}`}
      onClose={close}
    >
      <div className="ring-body">
        {claim.kind === "lost" ? (
          <Lost problem={claim.problem} by={claim.by} onRetry={() => void take(consult)} />
        ) : (
          <Ended over={over} station={station} at={at} />
        )}
      </div>
      <div className="ring-acts end">
        {over.how === "here" && (
          <ButtonLink to={`/consults/${consult.id}/call`} tone="primary" size="lg">
            {t("ring.toRoom")}
          </ButtonLink>
        )}
        {still && claim.kind !== "lost" && (
          <Button
            tone="primary"
            size="lg"
            icon="phone"
            busy={claim.kind === "claiming"}
            onClick={() => void take(consult)}
          >
            {t("ring.take")}
          </Button>
        )}
        <Button size="lg" onClick={close}>
          {t("ring.backToWork")}
        </Button>
      </div>
    </Frame>
  );
}

function Ended({ over, station, at }: { over: Over; station: string; at: string }) {
  const { consult } = over.ring;
  switch (over.how) {
    case "here":
      return (
        <Banner tone="ok" live="status" title={t("ring.hereTitle", { at })}>
          {t("ring.hereText")}
        </Banner>
      );
    case "taken":
      return (
        <Banner
          tone="ok"
          live="status"
          title={over.by ? t("ring.takenAt", { who: over.by.name, at }) : t("ring.takenAlready")}
        >
          {t("ring.nothingToDo")}
        </Banner>
      );
    case "missed":
      return (
        <Banner tone="warn" icon="clock" live="status" title={t("ring.missedTitle", { at, next: nextText(consult) })}>
          {t("ring.missedText")}
        </Banner>
      );
    case "cancelled":
      return (
        <Banner tone="info" live="status" title={t("ring.cancelledTitle", { station, at })}>
          {t("ring.nothingToDo")}
        </Banner>
      );
    case "returned":
      return (
        <Banner tone="info" live="status" title={t("ring.returnedTitle", { station, at })}>
          {t("ring.nothingToDo")}
        </Banner>
      );
    case "moved":
      return (
        <Banner tone="info" live="status" title={t("ring.movedTitle", { at, next: nextText(consult) })}>
          {t("ring.missedText")}
        </Banner>
      );
  }
}

/** Who is being rung now, by name. */
function nextText(consult: Summary): string {
  const names = consult.ladder.steps
    .filter((step) => step.state === "ringing")
    .flatMap((step) => step.people.filter((rung) => rung.state === "ringing").map((rung) => rung.person.name));
  return names.length === 0 ? t("ring.nextStep") : names.join(", ");
}

/** The sheet itself. Focus goes to its head, never to “Nhận”: Enter alone must not take a case. */
function Frame({
  urgency,
  alert = false,
  title,
  lead,
  clock,
  tools,
  onClose,
  children,
}: {
  urgency: Summary["urgency"];
  alert?: boolean;
  title: string;
  lead?: string;
  clock?: ReactNode;
  tools?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const [id] = useState(() => `ring-${Math.random().toString(36).slice(2)}`);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    const opener = document.activeElement;
    if (!dialog.open) dialog.showModal();
    head.current?.focus();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  useEffect(() => {
    // While a sheet is open the page behind hears no keys: `1` must not take one case here and open a tab there.
    const heard = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input[type=text], textarea") !== null;
      if (!typing && event.key.length === 1) event.stopPropagation();
    };
    document.addEventListener("keydown", heard, true);
    return () => document.removeEventListener("keydown", heard, true);
  }, []);
  return (
    <dialog
      ref={box}
      className="ring-sheet noprint"
      role={alert ? "alertdialog" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={`ring-head ${urgency}`}>
        <div className="sp">
          <h1 id={id} tabIndex={-1} ref={head}>
            {urgency === "stat" && <Icon name="siren" />} {title}
          </h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {clock !== undefined && <div className="ring-tm">{clock}</div>}
        <div className="ring-tools">
          {tools}
          <Button tone="quiet" size="compact" icon="fold" onClick={onClose}>
            {t("ring.fold")} <kbd aria-hidden="true">Esc</kbd>
          </Button>
        </div>
      </header>
      {children}
    </dialog>
  );
}

