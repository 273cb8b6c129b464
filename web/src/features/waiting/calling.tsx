/** While it is called: the ladder; and when nobody takes it, first what does not need the machine. */
import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { usePhoneNote } from "@/context/use-outbox";
import { timeText } from "@/lib/clock";
import { transferConsult, type Summary } from "@/lib/consult-api";
import { t, word } from "@/lib/i18n";
import { readLadder } from "@/lib/ladder";
import { Banner } from "@/ui/banner";
import { Card } from "@/ui/card";
import { ConsultLadder } from "@/ui/consult-ladder";
import { Icon } from "@/ui/icon";
import { PhoneLog } from "@/ui/phone-log-late";
import { Phones } from "@/ui/phones";
import { ProblemAlert } from "@/ui/problem-alert";
import { TransferButton } from "@/ui/transfer";

import type { HandedOn, Unanswered } from "./waiting-state";
import type { ReactNode } from "react";

export function Calling({
  summary,
  unanswered,
  handed,
  fresh,
  head,
}: {
  summary: Summary;
  unanswered: Unanswered | null;
  handed: HandedOn | null;
  /** It came while the page was open, so it is announced. */
  fresh: boolean;
  head: ReactNode;
}) {
  const stat = summary.urgency === "stat";
  const grave = unanswered?.grave === true;
  return (
    <>
      <Card tone={grave ? "danger" : stat ? "hot" : "live"}>
        <div className="stack">
          {head}
          {unanswered !== null && <Nobody summary={summary} unanswered={unanswered} fresh={fresh} />}
          {handed !== null && <Handed handed={handed} />}
          <ConsultLadder read={(now) => readLadder(summary, now)} emergency={stat} />
          {unanswered === null && stat && <Phones phones={summary.phones.slice(0, 1)} urgent />}
          {unanswered === null && (
            <p className="mut">{t(summary.answer === "written" ? "waiting.stayWritten" : "waiting.stay")}</p>
          )}
        </div>
      </Card>
      {unanswered !== null && <NoteOfCall summary={summary} open={grave} />}
    </>
  );
}

function Nobody({ summary, unanswered, fresh }: { summary: Summary; unanswered: Unanswered; fresh: boolean }) {
  const { noDuty, grave, minutes, againAt } = unanswered;
  const specialty = word("specialty", summary.specialty);
  const title = noDuty
    ? t("waiting.noDuty", { specialty })
    : minutes < 1 || minutes > 600
      ? t("consult.nobody")
      : t("consult.nobodyMinutes", { n: minutes });
  return (
    <>
      <Banner
        tone={grave ? "danger" : "warn"}
        {...(noDuty && !grave && { icon: "users" as const })}
        title={title}
        {...(fresh && { live: "alert" as const })}
      >
        {t(grave ? "consult.nobodyText" : "waiting.noHurry")}{" "}
        {againAt !== null && t("consult.nobodyAgain", { time: timeText(againAt) })}
      </Banner>
      <div className={grave ? "wt-phones" : "stack m"}>
        <Phones phones={summary.phones} urgent={grave} />
      </div>
      {grave && <LeaveNow summary={summary} />}
    </>
  );
}

function LeaveNow({ summary }: { summary: Summary }) {
  const me = useMe();
  const { keep } = useConsultNews();
  const act = useAct();
  if (me.grant?.role === "station_nurse") return null;
  return (
    <div className="wt-leave">
      <p className="sp">
        <b>{t("waiting.leaveTitle")}</b>
        <span className="mut">{t("waiting.leaveText", { hospital: summary.hospital.short_name })}</span>
      </p>
      <TransferButton
        hospital={summary.hospital.short_name}
        size="lg"
        busy={act.busy === "transfer"}
        onTransfer={() => void act.run("transfer", async () => keep(await transferConsult(summary.id)))}
      />
      <ProblemAlert problem={act.problem} />
    </div>
  );
}

function NoteOfCall({ summary, open }: { summary: Summary; open: boolean }) {
  const keepNote = usePhoneNote(summary);
  const act = useAct();
  return (
    <details className="card more wt-more" open={open}>
      <summary>
        <Icon name="pen" />
        {t("consult.phoneLogTitle")}
      </summary>
      <div className="stack m">
        <PhoneLog
          number={summary.phones[0]?.number ?? ""}
          busy={act.busy === "note"}
          onSave={(note) => act.run("note", () => keepNote(note))}
        />
        <ProblemAlert problem={act.problem} />
      </div>
    </details>
  );
}

function Handed({ handed }: { handed: HandedOn }) {
  const title =
    handed.to === null
      ? t("waiting.handedTitle", { who: handed.who ?? "" })
      : t("waiting.movedTitle", { specialty: word("specialty", handed.to) });
  return (
    <Banner tone="info" icon="swap" live="status" title={title}>
      {handed.to === null
        ? t("waiting.handedText")
        : handed.who === null
          ? t("waiting.movedText")
          : t("waiting.movedBy", { who: handed.who })}
    </Banner>
  );
}
