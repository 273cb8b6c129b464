/** One open case: how urgent, who, why, how far it is, and the button to its next act. */
import { timeText, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { readLadder } from "@/lib/ladder";
import { patientTitle } from "@/lib/patient";
import { ButtonLink, PhoneLink } from "@/ui/button";
import { Banner } from "@/ui/banner";
import { Elapsed } from "@/ui/clock";
import { ConsultLadder } from "@/ui/consult-ladder";
import { Pill, UrgencyTag } from "@/ui/tags";

import { nextAct, someoneWaits, type Debt, type Summary } from "./home-state";

import type { PatientView } from "@/context/patients";

export function CaseRow({
  consult,
  patient,
  debts,
  withLadder,
  main,
}: {
  consult: Summary;
  patient: PatientView | undefined;
  debts: readonly Debt[];
  withLadder: boolean;
  /** The page's one main button. */
  main: boolean;
}) {
  const act = nextAct(consult, debts);
  const waiting = consult.state === "waiting";
  const look = !waiting && consult.state !== "accepted" ? "" : consult.urgency === "stat" ? " hot" : " live";
  const unanswered = waiting && consult.ladder.ended_at !== null;
  return (
    <article className={`case${look}`}>
      <div className="case-head">
        <div className="sp">
          <p className="row">
            <UrgencyTag urgency={consult.urgency} practice={consult.practice} />
            <State consult={consult} />
          </p>
          <p className="nm">{patientTitle(patient, consult.subject)}</p>
          <p>{said(consult)}</p>
        </div>
        <ButtonLink to={act.to} icon={act.icon} {...(main && { tone: "primary" as const })}>
          {act.label}
        </ButtonLink>
      </div>
      {unanswered && <Unanswered consult={consult} phones={withLadder} />}
      {withLadder && !unanswered && (
        <ConsultLadder read={(now) => readLadder(consult, now)} emergency={consult.urgency === "stat"} />
      )}
    </article>
  );
}

function State({ consult }: { consult: Summary }) {
  const specialty = word("specialty", consult.specialty);
  const sent = consult.sent_at;
  switch (consult.state) {
    case "draft":
      return (
        <>
          <Pill icon="pen">{word("consultState", "draft")}</Pill>
          <span className="mut">{t("home.metaDraft", { specialty, time: whenText(consult.created_at) })}</span>
        </>
      );
    case "returned":
      return (
        <Pill tone="warn" icon="chat">
          {word("consultState", "returned")}
        </Pill>
      );
    case "accepted":
      return (
        <Pill tone="ok" icon="check">
          {t("home.acceptedAt", { time: consult.accepted_at === null ? "" : timeText(consult.accepted_at) })}
        </Pill>
      );
    case "waiting":
      return (
        <span className="mut">
          {sent === null ? specialty : t("home.meta", { specialty, time: whenText(sent) })}
          {consult.answer === "written" && ` · ${t("home.written")}`}
          {sent !== null && (
            <>
              {" · "}
              {t("home.waited")}{" "}
              <b className="num">
                <Elapsed from={sent} words />
              </b>
            </>
          )}
        </span>
      );
    case "scheduled":
    case "concluded":
    case "transferred":
    case "closed":
    case "cancelled":
    case "expired":
      return (
        <Pill
          tone="info"
          icon={consult.state === "scheduled" ? "calendar" : consult.state === "transferred" ? "truck" : "file"}
        >
          {word("consultState", consult.state)}
        </Pill>
      );
  }
}

/** What is known in one line: the doctor's question back, who took it, else why it was asked. */
function said(consult: Summary): string {
  const who = consult.specialist?.name ?? "";
  const hospital = consult.hospital.short_name;
  switch (consult.state) {
    case "returned":
      return t("home.asks", { hospital, question: consult.returned_question ?? "" });
    case "accepted":
      if (consult.answer === "written") return t("home.writing", { who, hospital });
      return t(someoneWaits(consult) ? "home.inRoom" : "home.notYetInRoom", { who, hospital });
    case "scheduled":
      return t("home.scheduledFor", {
        time: consult.scheduled_at === null ? "" : whenText(consult.scheduled_at),
        who,
        hospital,
      });
    case "draft":
    case "waiting":
    case "concluded":
    case "transferred":
    case "closed":
    case "cancelled":
    case "expired":
      return (
        consult.reason || (consult.case_type === "other" ? t("home.noReason") : word("caseType", consult.case_type))
      );
  }
}

/** The numbers stand once on the page, at the first case; those below it say only that nobody came. */
function Unanswered({ consult, phones }: { consult: Summary; phones: boolean }) {
  const again = consult.ladder.restarts_at;
  const stat = consult.urgency === "stat";
  return (
    <Banner
      tone={stat ? "danger" : "warn"}
      title={t("consult.nobody")}
      live="alert"
      {...((phones || stat) && {
        action: consult.phones.map((phone, at) => (
          <PhoneLink key={phone.label} phone={phone.number} {...(stat && at === 0 && { tone: "danger" as const })}>
            {word("phone", phone.label)}
          </PhoneLink>
        )),
      })}
    >
      {again !== null && t("consult.nobodyAgain", { time: timeText(again) })}
    </Banner>
  );
}
