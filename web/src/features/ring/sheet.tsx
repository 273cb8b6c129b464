/** The ring sheet: what one needs to decide in seconds, and the five answers. */
import { useConsult } from "@/context/consults";
import { useClaim } from "@/context/ring-board";
import { secondText, timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Countdown, Elapsed, useNow, useShareLeft } from "@/ui/clock";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { Answers } from "./answers";
import { Aside, CaseFile } from "./case-file";
import { Frame } from "./frame";
import { Lost } from "./over-sheet";
import { takeable } from "./ring-state";

import type { RingCard, Summary } from "@/lib/ring-board";

export function Sheet({
  consultId,
  ring,
  others,
  deaf,
  unheard,
  onMute,
  onFold,
  onOpen,
  onDone,
}: {
  consultId: string;
  ring: RingCard | null;
  others: readonly RingCard[];
  deaf: boolean;
  /** The server has been silent for too long: whether it still rings is not known. */
  unheard: boolean;
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
      <div className="ring-scroll" tabIndex={0} role="group" aria-label={t("ring.summary")}>
        {deaf && (
          <p className="ring-note" role="status">
            <Icon name="speaker" size="sm" /> {t("ring.deaf")}
          </p>
        )}
        {unheard && ring && (
          <p className="ring-note" role="alert">
            <Icon name="cloudOff" size="sm" /> {t("ring.unheard")}
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
          <CaseFile
            consult={consult}
            detail={detail.data}
            problem={detail.error}
            onRetry={() => void detail.refetch()}
          />
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
