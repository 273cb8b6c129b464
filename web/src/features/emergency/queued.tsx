/** An emergency that cannot ring now: kept to ring by itself, with the code to read out. */
import { useEffect, useRef } from "react";

import { useMe } from "@/context/session";
import { useOutbox } from "@/context/use-outbox";
import { t, word } from "@/lib/i18n";
import { outboxOf } from "@/lib/outbox";
import { uuid7 } from "@/lib/uuid7";
import { CaseCode } from "@/ui/case-code";
import { LaterNote } from "@/ui/later-note";

import type { RequestJob } from "@/lib/request-store";

/** `job`: made anew at each try, but it waits once. */
export default function Queued({
  job,
  number,
  onGone,
}: {
  job: RequestJob;
  number: string;
  /** The line is back and it rings. */
  onGone: () => void;
}) {
  const me = useMe();
  const [{ items }] = useOutbox();
  const waits = items.some((item) => item.job.kind === "request" && item.job.consult === job.consult);
  const seen = useRef(false);
  const gone = useRef(onGone);
  const first = useRef(job);
  const title = job.body.request.reason?.trim() || word("caseType", job.body.request.case_type ?? "other");
  const said = useRef(title);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    void outboxOf(me.id).add(said.current, { kind: "request", ...first.current });
  }, [me.id]);
  useEffect(() => {
    if (seen.current && !waits) gone.current();
    seen.current = waits;
  }, [waits]);
  return (
    <>
      <p role="status">{t("away.ringsLater")}</p>
      <CaseCode id={job.consult} />
      <LaterNote
        number={number}
        onSave={(note) => {
          const body = { ...note, said_at: new Date().toISOString() };
          return outboxOf(me.id).add(title, { kind: "note", consult: job.consult, note: uuid7(), body });
        }}
      />
    </>
  );
}
