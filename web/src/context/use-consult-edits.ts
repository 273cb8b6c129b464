/** Edits of a request that is already with the hospital: each field goes through the outbox when it is left. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

import { serverNow } from "@/lib/clock";
import { Problem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { toVitals, type VitalItem, type VitalTexts } from "@/lib/vitals";
import { keepWords, knownVersion, wordsVersion } from "./consults";
import { useMe } from "./session";
import { bringOutbox, useOutbox, waitingTitle } from "./use-outbox";

import type { Change, Summary } from "@/lib/consult-api";
import type { FieldJob } from "@/lib/outbox";

export type TextKey =
  "reason" | "question" | "history" | "past_history" | "examination" | "working_diagnosis" | "treatment_given";

/** Somebody else changed the same field meanwhile. */
export interface Conflict {
  readonly key: TextKey;
  readonly theirs: string;
  readonly mine: string;
}

export interface EditState {
  /** Something is on its way or waits for the line. */
  readonly pending: boolean;
  /** The line failed last time; it is tried again by itself. */
  readonly stuck: boolean;
  readonly refused: { readonly key: string; readonly problem: Problem } | null;
}

export interface ConsultEdits {
  readonly state: EditState;
  readonly conflict: Conflict | null;
  /** What waits of a field, else null. */
  readonly waiting: (key: TextKey) => string | null;
  /** Each resolves when it is kept on this machine, whatever the line does. */
  readonly sendText: (key: TextKey, text: string) => Promise<void>;
  readonly sendVitals: (field: string, texts: VitalTexts, items: readonly VitalItem[], at?: number) => Promise<void>;
  /** Any other change: `key` names what it is about; `patient` is made or corrected first. */
  readonly send: (key: string, change: Change | null, patient?: FieldJob["patient"]) => Promise<void>;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** Ends when all has gone that can go, or the line has failed. */
  readonly flush: () => Promise<void>;
}

export function useConsultEdits(id: string, summary: Summary | null): ConsultEdits {
  const me = useMe();
  const queries = useQueryClient();
  const [{ items, stuck }, outbox] = useOutbox();
  const title = waitingTitle(summary);

  const hold = useCallback(
    async (field: string, seen: number, change: Change | null, patient: FieldJob["patient"] = null) => {
      const box = await bringOutbox(me.id);
      await box.add(title, { kind: "field", consult: id, field, id: uuid7(), seen, change, patient, before: [] });
    },
    [me.id, id, title],
  );
  const send = useCallback<ConsultEdits["send"]>(
    (key, change, patient) => hold(key, knownVersion(queries, id), change, patient),
    [hold, queries, id],
  );
  const sendText = useCallback<ConsultEdits["sendText"]>(
    // The version of the words one sees, not of the newest news: else a colleague's words would go unseen.
    (key, text) => hold(key, wordsVersion(id, key), { request: { [key]: text } }),
    [hold, id],
  );
  const sendVitals = useCallback<ConsultEdits["sendVitals"]>(
    async (field, texts, only, at = serverNow()) => {
      const set = toVitals(texts, uuid7(), new Date(at).toISOString(), only);
      if (set) await send(`vitals/${field}`, { vitals: set });
    },
    [send],
  );

  const own = useMemo(
    () =>
      items.flatMap((item) => {
        const { job } = item;
        return job.kind === "field" && job.consult === id ? [{ ...item, job }] : [];
      }),
    [items, id],
  );
  const pending = own.some(({ stop }) => stop === null);
  const refused = own.find(({ stop }) => stop?.kind === "refused");
  const differs = own.find(({ stop }) => stop?.kind === "differs");
  const conflict =
    differs?.stop?.kind === "differs"
      ? { key: differs.job.field as TextKey, theirs: differs.stop.theirs, mine: differs.stop.mine }
      : null;
  const choose = (which: "mine" | "theirs") => {
    if (differs?.stop?.kind !== "differs") return;
    const { theirs, version } = differs.stop;
    if (which === "theirs") keepWords(queries, id, { [differs.job.field]: theirs }, version);
    void outbox?.choose(differs.id, which);
  };
  const flush = useCallback(async () => (await bringOutbox(me.id)).settle(), [me.id]);
  return {
    state: {
      pending,
      stuck: pending && stuck,
      refused:
        refused?.stop?.kind === "refused" ? { key: refused.job.field, problem: new Problem(refused.stop) } : null,
    },
    conflict,
    waiting: (key) => own.findLast(({ job }) => job.field === key)?.job.change?.request?.[key] ?? null,
    sendText,
    sendVitals,
    send,
    keepMine: () => choose("mine"),
    takeTheirs: () => choose("theirs"),
    flush,
  };
}
