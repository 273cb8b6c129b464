/** A request that is kept here and goes by itself: the code to read out, the telephones, the way back. */
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";

import { useDuty } from "@/context/duty";
import { asksFor } from "@/context/use-entering";
import { useOutbox } from "@/context/use-outbox";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { CaseCode } from "@/ui/case-code";
import { LaterNote } from "@/ui/later-note";
import { Phones } from "@/ui/phones";
import { PrintSlip } from "@/ui/slip";

/** `onEdit`: out of the outbox and into the form again. */
export default function Queued({ consult, onEdit }: { consult: string; onEdit: () => void }) {
  const [{ items, sending }, outbox] = useOutbox();
  const { phones } = useDuty();
  const [, go] = useLocation();
  const item = items.find(({ job }) => job.kind === "request" && job.consult === consult);
  const seen = useRef(false);
  useEffect(() => {
    // Gone from here: the hospital has it.
    if (item === undefined && seen.current) {
      asksFor(consult);
      go(`/consults/${consult}/waiting`, { replace: true });
    }
    seen.current = item !== undefined;
  }, [item, consult, go]);
  if (item === undefined || outbox === null || item.job.kind !== "request") return null;
  const { request } = item.job.body;
  return (
    <div className="main narrow stack">
      <Banner
        tone="warn"
        icon="cloudOff"
        live="alert"
        title={t("away.queuedTitle")}
        action={
          <>
            <Button icon="refresh" busy={sending.includes(item.id)} onClick={() => void outbox.retry(item.id)}>
              {t("away.again")}
            </Button>
            <Button icon="pen" onClick={() => void outbox.drop(item.id).then(onEdit)}>
              {t("away.edit")}
            </Button>
            <PrintSlip
              slip={{
                id: consult,
                at: item.at,
                title: item.title,
                words: {
                  reason: request.reason ?? "",
                  question: request.question ?? "",
                  history: request.history ?? "",
                },
              }}
            />
          </>
        }
      >
        {t("away.queuedText")}
      </Banner>
      <CaseCode id={consult} />
      <Phones phones={phones} urgent={item.job.body.urgency !== "routine"} />
      <LaterNote
        number={phones[0]?.number ?? ""}
        onSave={(note) =>
          outbox.add(item.title, {
            kind: "note",
            consult,
            note: uuid7(),
            body: { ...note, said_at: new Date().toISOString() },
          })
        }
      />
      <ButtonLink to="/" icon="home" wide>
        {t("common.goHome")}
      </ButtonLink>
    </div>
  );
}
