/** What waits for the line: how much, how old, and what can be done about each. Nothing when nothing waits. */
import { useState } from "react";

import { useDuty } from "@/context/duty";
import { useOutbox } from "@/context/use-outbox";
import { numberText, spanText, timeText } from "@/lib/clock";
import { t, tryT } from "@/lib/i18n";
import { overdue } from "@/lib/outbox";
import { Problem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { CaseCode } from "@/ui/case-code";
import { useNow } from "@/ui/clock";
import { ConfirmDialog } from "@/ui/dialog";
import { Icon } from "@/ui/icon";
import { LaterNote } from "@/ui/later-note";
import { problemText } from "@/ui/problem-alert";
import { PrintSlip } from "@/ui/slip";

import type { Item, Job, Outbox } from "@/lib/outbox";

import "./outbox.css";

export default function OutboxCard() {
  const [state, outbox] = useOutbox();
  const now = useNow(10_000);
  const items = overdue(state);
  const [oldest] = items;
  if (oldest === undefined || outbox === null) return null;
  return (
    <Card
      title={t("away.title")}
      flush
      aside={
        <span className="count">
          {t("away.count", { n: items.length, time: spanText(Math.max(now - oldest.at, 60_000)) })}
        </span>
      }
    >
      <ul aria-label={t("away.title")}>
        {items.map((item, place) => (
          <li key={item.id} className="debt-row">
            <Waiting
              item={item}
              outbox={outbox}
              sending={state.sending.includes(item.id)}
              behind={
                item.job.kind !== "field" &&
                items.slice(0, place).some(({ job }) => job.kind !== "field" && job.consult === item.job.consult)
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Waiting({ item, outbox, sending, behind }: { item: Item; outbox: Outbox; sending: boolean; behind: boolean }) {
  const { job, stop, title } = item;
  const { phones } = useDuty();
  const [dropping, setDropping] = useState(false);
  return (
    <div className="ob">
      <div className="row nw">
        <Icon name={ICONS[job.kind]} />
        <span className="sp">
          <b>{titleText(item)}</b>
          <small>{stateText(item, sending, behind)}</small>
        </span>
        {stop?.kind !== "differs" && !behind && (
          <Button busy={sending} onClick={() => void outbox.retry(item.id)}>
            {t("away.again")}
          </Button>
        )}
        <Button tone="quiet" disabled={sending} onClick={() => setDropping(true)}>
          {t("away.drop")}
        </Button>
      </div>
      {stop?.kind === "differs" && (
        <Banner
          tone="warn"
          icon="swap"
          title={t("away.differsTitle", { field: tryT(`consult.field_${stop.field}`) ?? stop.field })}
          action={
            <>
              <Button onClick={() => void outbox.choose(item.id, "mine")}>{t("away.keepMine")}</Button>
              <Button onClick={() => void outbox.choose(item.id, "theirs")}>{t("away.takeTheirs")}</Button>
            </>
          }
        >
          <p>
            <b>{t("away.mine")}:</b> {stop.mine}
          </p>
          <p>
            <b>{t("away.theirs")}:</b> {stop.theirs}
          </p>
        </Banner>
      )}
      {job.kind === "request" && job.body.send === true && (
        <>
          <CaseCode id={job.consult} />
          <div className="row">
            <PrintSlip slip={{ id: job.consult, at: item.at, title, words: wordsOf(job.body.request) }} />
          </div>
          <LaterNote
            number={phones[0]?.number ?? ""}
            onSave={(note) => {
              const body = { ...note, said_at: new Date().toISOString() };
              return outbox.add(title, { kind: "note", consult: job.consult, note: uuid7(), body });
            }}
          />
        </>
      )}
      <ConfirmDialog
        open={dropping}
        onClose={() => setDropping(false)}
        onConfirm={() => void outbox.drop(item.id)}
        title={t("away.dropTitle")}
        confirm={t("away.drop")}
        danger
      >
        {t("away.dropText")}
      </ConfirmDialog>
    </div>
  );
}

const ICONS = { request: "send", field: "pen", note: "phone", photo: "image" } as const satisfies Record<
  Job["kind"],
  unknown
>;

function titleText({ job, title: who }: Item): string {
  if (job.kind !== "field") return t(`away.${job.kind}`, { who });
  const [field = "", item] = job.field.split("/");
  const what = item === undefined ? tryT(`consult.field_${field}`) : null;
  return t("away.field", { who, what: what ?? t(field === "vitals" ? "away.fieldVitals" : "away.fieldPatient") });
}

function stateText({ at, stop, job, sent }: Item, sending: boolean, behind: boolean): string {
  const time = timeText(at);
  if (stop?.kind === "refused") return t("away.refused", { why: problemText(new Problem(stop)) });
  if (job.kind === "photo" && sent > 0)
    return t("away.photoSent", { sent: sizeText(sent), size: sizeText(job.body.size) });
  if (sending) return t("away.sending");
  return t(behind ? "away.behind" : "away.written", { time });
}

const sizeText = (bytes: number): string => `${numberText(bytes / 1_000_000, 1)} MB`;

const wordsOf = (request: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request).filter(([name, text]) => typeof text === "string" && name !== "case_type") as [
      string,
      string,
    ][],
  );
