/** What stands instead of the picture when voice cannot come through: the clock of a loss, or words, stills, telephone. */
import { useEffect, useRef, useState } from "react";

import { useAct } from "@/context/use-act";
import { usePhoneNote } from "@/context/use-outbox";
import { timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Button, PhoneLink } from "@/ui/button";
import { Elapsed, useNow } from "@/ui/clock";
import { Dialog } from "@/ui/dialog";
import { Icon } from "@/ui/icon";
import { PhoneLog } from "@/ui/phone-log-late";
import { ProblemAlert, problemText } from "@/ui/problem-alert";

import type { Summary } from "@/lib/consult-api";
import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";
import type { News } from "./banner";

interface Props {
  readonly summary: Summary;
  readonly atStation: boolean;
  readonly onConclude: () => void;
}

/** When the other end's number is offered: here at once, for the other's drop only when it lasts. */
const PHONE_AFTER_MS = 60_000;

export function Dead({
  news,
  onWrite,
  ...props
}: Props & { news: Extract<News, { kind: "lost" }>; onWrite: () => void }) {
  const now = useNow(5_000);
  return (
    <div className="dead">
      <Icon name="refresh" size="xl" />
      <span>{t("inCall.lostHead")}</span>
      <Elapsed from={news.since} big />
      <p>
        <b>{t("inCall.lostCase")}</b> {news.mine !== false ? t("inCall.lostMineText") : t("inCall.lostTheirsText")}
      </p>
      {(news.mine !== false || now - news.since > PHONE_AFTER_MS) && <OtherWays {...props} onWrite={onWrite} />}
    </div>
  );
}

export function Mute({ desk, now, summary, atStation, onConclude }: Props & { desk: MinutesDesk; now: DeskNow }) {
  return (
    <div className="mute">
      <p className="mute-head">
        <Icon name="chat" />
        <b>{t("inCall.muteHead")}</b>
      </p>
      <Written desk={desk} now={now} />
      <OtherWays summary={summary} atStation={atStation} onConclude={onConclude} />
      <p className="s">{t("inCall.muteText")}</p>
    </div>
  );
}

/** Words both see at once. They are the discussion of the minutes: said with name and time, kept, never twice. */
function Written({ desk, now }: { desk: MinutesDesk; now: DeskNow }) {
  const { opinion, view } = now;
  const said = view?.opinions ?? [];
  const last = useRef<HTMLLIElement>(null);
  useEffect(() => last.current?.scrollIntoView({ block: "nearest" }), [said.length]);
  return (
    <>
      <ul className="written" aria-live="polite" aria-label={t("inCall.written")}>
        {said.length === 0 && <li className="s">{t("inCall.writtenNone")}</li>}
        {said.map((one, at) => (
          <li key={one.id} ref={at === said.length - 1 ? last : undefined}>
            <small>
              {one.by.name} · {timeText(one.at)}
            </small>
            {one.text}
          </li>
        ))}
      </ul>
      <form
        className="row nw"
        onSubmit={(event) => {
          event.preventDefault();
          void desk.sendOpinion();
        }}
      >
        <input
          className="inp"
          aria-label={t("inCall.write")}
          placeholder={t("inCall.write")}
          maxLength={4000}
          value={opinion.text}
          disabled={view === null || view.state === "signed"}
          onChange={(event) => desk.writeOpinion(event.target.value)}
          onBlur={() => desk.flush()}
        />
        <Button tone="primary" type="submit" busy={opinion.busy} disabled={opinion.text.trim() === ""}>
          {t("inCall.writeSend")}
        </Button>
      </form>
      {opinion.problem && <p role="alert">{problemText(opinion.problem)}</p>}
    </>
  );
}

/** The lower rungs, in the same case: words both see, the telephone and what was said by it, an answer in writing. */
function OtherWays({ summary, atStation, onWrite, onConclude }: Props & { onWrite?: () => void }) {
  const [asking, setAsking] = useState(false);
  const [phone] = summary.phones;
  return (
    <div className="ways">
      {atStation && phone && (
        <PhoneLink phone={phone.number} size="lg">
          {t("inCall.callDoctor", { label: word("phone", phone.label).toLowerCase() })}
        </PhoneLink>
      )}
      {onWrite && (
        <Button icon="chat" onClick={onWrite}>
          {t("call.addOpinion")}
        </Button>
      )}
      {atStation ? (
        <Button icon="pen" onClick={() => setAsking(true)}>
          {t("inCall.phoned")}
        </Button>
      ) : (
        <Button icon="pen" onClick={onConclude}>
          {t("inCall.writeConclusion")}
        </Button>
      )}
      <Phoned summary={summary} open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

function Phoned({ summary, open, onClose }: { summary: Summary; open: boolean; onClose: () => void }) {
  const keepNote = usePhoneNote(summary);
  const act = useAct();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("inCall.phonedTitle")}
      footer={<Button onClick={onClose}>{t("common.close")}</Button>}
    >
      <p>{t("inCall.phonedText")}</p>
      <PhoneLog
        number={summary.phones[0]?.number ?? ""}
        busy={act.busy === "note"}
        onSave={(note) => act.run("note", () => keepNote(note))}
      />
      <ProblemAlert problem={act.problem} />
    </Dialog>
  );
}
