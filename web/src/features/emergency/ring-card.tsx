/** The ring beside the form: whom it reaches now, how long still, and the ways on that need no machine. */
import { useState } from "react";

import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useLink } from "@/context/socket";
import { useAct } from "@/context/use-act";
import { usePhoneNote } from "@/context/use-outbox";
import { useConsentDesk } from "@/context/use-consent-desk";
import { useEntering } from "@/context/use-entering";
import { usePreview } from "@/context/use-preview";
import { timeText } from "@/lib/clock";
import { cancelConsult, transferConsult, type Detail, type Summary } from "@/lib/consult-api";
import { t } from "@/lib/i18n";
import { readLadder, whyText } from "@/lib/ladder";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Elapsed, useNow } from "@/ui/clock";
import { ConsentCard } from "@/ui/consent-card";
import { ConsultLadder } from "@/ui/consult-ladder";
import { Icon } from "@/ui/icon";
import { AcceptedNotice, OverNotice } from "@/ui/outcome";
import { PhoneLog } from "@/ui/phone-log-late";
import { Phones } from "@/ui/phones";
import { DeviceFault, MicBar } from "@/ui/pre-call";
import { ProblemAlert } from "@/ui/problem-alert";
import { ReasonDialog } from "@/ui/reason-dialog";
import { TransferButton } from "@/ui/transfer";

export function RingCard({ detail, onEnter }: { detail: Detail; onEnter: () => void }) {
  const { summary } = detail;
  const desk = useConsentDesk(summary);
  useEntering(summary, onEnter);
  switch (summary.state) {
    case "waiting":
      return (
        <aside className="stack em-ring">
          <Ringing summary={summary} />
          <ConsentCard summary={summary} desk={desk} />
          <Ready />
        </aside>
      );
    case "accepted":
    case "scheduled":
      return (
        <aside className="stack em-ring">
          <AcceptedNotice
            who={summary.specialist?.name ?? ""}
            why={whyText(summary)}
            hospital={summary.hospital.short_name}
            sentAt={summary.sent_at}
            acceptedAt={summary.accepted_at}
            to={`/consults/${summary.id}/call`}
          />
        </aside>
      );
    case "draft":
    case "returned":
      return null;
    case "transferred":
    case "cancelled":
    case "expired":
    case "concluded":
    case "closed":
      return (
        <aside className="stack em-ring">
          <OverNotice state={summary.state} hospital={summary.hospital.short_name} id={summary.id} />
        </aside>
      );
  }
}

function Ringing({ summary }: { summary: Summary }) {
  const me = useMe();
  const { keep } = useConsultNews();
  const keepNote = usePhoneNote(summary);
  const act = useAct();
  const link = useLink();
  const [cancelling, setCancelling] = useState(false);
  const ended = summary.ladder.ended_at !== null;
  const unanswered = ended || summary.ladder.round > 1;
  const hospital = summary.hospital.short_name;
  const nurse = me.grant?.role === "station_nurse";
  const [phone] = summary.phones;
  return (
    <Card tone="danger">
      <div className="stack">
        <div className="row nw">
          <h2 className="sp">{t("emergency.ringing")}</h2>
          <span className="mut nb">
            {t("consult.waited")} {summary.sent_at !== null && <Elapsed from={summary.sent_at} />}
          </span>
        </div>
        {unanswered && <Nobody summary={summary} />}
        {link.kind === "reconnecting" && (
          <Banner tone="warn" icon="cloudOff" title={t("consult.offlineTitle", { time: timeText(link.since) })}>
            {t("consult.offlineText", { time: timeText(link.since) })}
          </Banner>
        )}
        <ConsultLadder read={(now) => readLadder(summary, now)} emergency />
        <Phones phones={unanswered ? summary.phones : summary.phones.slice(0, 1)} urgent />
        <ProblemAlert problem={act.problem} />
        {!nurse && (
          <div className="row em-acts">
            <TransferButton
              hospital={hospital}
              busy={act.busy === "transfer"}
              onTransfer={() => void act.run("transfer", async () => keep(await transferConsult(summary.id)))}
            />
            <Button className="sp" onClick={() => setCancelling(true)}>
              {t("emergency.cancelCall")}
            </Button>
          </div>
        )}
        <details className="more" open={ended || undefined}>
          <summary>
            <Icon name="pen" />
            {t("consult.phoneLogOpen")}
          </summary>
          <PhoneLog
            number={phone?.number ?? ""}
            busy={act.busy === "note"}
            onSave={(note) => act.run("note", () => keepNote(note))}
          />
        </details>
      </div>
      <ReasonDialog
        open={cancelling}
        title={t("emergency.cancelTitle")}
        confirm={t("emergency.cancelCall")}
        legend={t("consult.cancelReasonTitle")}
        reasons={[t("emergency.cancelReached"), t("emergency.cancelMoved"), t("emergency.cancelMistake")]}
        ownLabel={t("emergency.cancelOther")}
        busy={act.busy === "cancel"}
        onClose={() => setCancelling(false)}
        onReason={(reason) =>
          void act
            .run("cancel", async () => keep(await cancelConsult(summary.id, reason)))
            .then(() => setCancelling(false))
        }
      />
    </Card>
  );
}

/** Nobody took it yet: said at once, with what does not need the machine. It keeps on ringing. */
function Nobody({ summary }: { summary: Summary }) {
  const minutes = Math.floor((useNow(15_000) - new Date(summary.sent_at ?? summary.created_at).getTime()) / 60_000);
  const again = summary.ladder.restarts_at;
  return (
    <Banner
      tone="danger"
      live="alert"
      title={minutes < 1 ? t("consult.nobody") : t("consult.nobodyMinutes", { n: minutes })}
    >
      {t("consult.nobodyText")} {again !== null && t("consult.nobodyAgain", { time: timeText(again) })}
    </Banner>
  );
}

/** Microphone and camera are tried while it rings, so that nothing has to be asked when the doctor answers. */
function Ready() {
  const preview = usePreview();
  return (
    <Card title={t("emergency.ready")}>
      <div className="stack m">
        {preview.media === null ? (
          <>
            <Button icon="video" busy={preview.opening} onClick={preview.open}>
              {t("precall.open")}
            </Button>
            <small>{t("precall.openText")}</small>
          </>
        ) : (
          <>
            <MicBar level={preview.level} silent={preview.silent} />
            {preview.media.camera === null && (
              <p className="row nw">
                <Icon name="video" />
                <span>{t("precall.pictureReady")}</span>
              </p>
            )}
            <DeviceFault media={preview.media} onRetry={preview.open} />
          </>
        )}
      </div>
    </Card>
  );
}
