/** Edits of a request that is already with the hospital: each field goes when it is left, and nobody's words are lost. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import { ChangeQueue, QUIET, type QueueState } from "@/lib/change-queue";
import { serverNow } from "@/lib/clock";
import { changeConsult, type Change, type Summary } from "@/lib/consult-api";
import { asProblem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { toVitals, type VitalItem, type VitalTexts } from "@/lib/vitals";
import { useConsultNews, wordsVersion } from "./consults";
import { useLinkBack } from "./socket";

export type TextKey =
  "reason" | "question" | "history" | "past_history" | "examination" | "working_diagnosis" | "treatment_given";

/** Somebody else changed the same field meanwhile. */
export interface Conflict {
  readonly key: TextKey;
  readonly theirs: string;
  readonly mine: string;
}

export interface ConsultEdits {
  readonly state: QueueState;
  readonly conflict: Conflict | null;
  readonly sendText: (key: TextKey, text: string) => void;
  readonly sendVitals: (field: string, texts: VitalTexts, items: readonly VitalItem[]) => void;
  /** Any other change: `key` names what it is about. */
  readonly send: (key: string, change: Change) => void;
  /** Work of another kind that must go in turn, such as making the patient first. */
  readonly inTurn: (key: string, work: () => Promise<unknown>) => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly flush: () => Promise<void>;
}

/** `summary` is the newest the screen knows: its version goes with each change. */
export function useConsultEdits(id: string, summary: Summary | null): ConsultEdits {
  const { keep, again, keepWords } = useConsultNews();
  const [state, setState] = useState(QUIET);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const queue = useMemo(() => new ChangeQueue(setState), []);
  const version = useRef(0);
  /** Every text sent from here: one that comes back is our own, whose answer the line swallowed. */
  const sent = useRef(new Map<TextKey, string[]>());
  /** The version each field has had since it was last taken from here. */
  const taken = useRef(new Map<TextKey, number>());
  useEffect(() => {
    version.current = Math.max(version.current, summary?.version ?? 0);
  }, [summary]);
  useLinkBack(() => void queue.flush());

  const change = useCallback(
    (what: Change, seen: () => number = () => version.current) => {
      // Sent again after a lost answer it must be the same in every letter, so id and version stay with it.
      let first: { readonly id: string; readonly seen: number } | null = null;
      return async () => {
        first ??= { id: uuid7(), seen: seen() };
        const next = await changeConsult(id, first.seen, what, first.id);
        version.current = Math.max(version.current, next.version);
        keep(next);
        return next;
      };
    },
    [id, keep],
  );
  const send = useCallback((key: string, what: Change) => queue.push(key, change(what)), [queue, change]);

  const sendText = useCallback(
    (key: TextKey, text: string) => {
      sent.current.set(key, [...(sent.current.get(key) ?? []), text]);
      // The version of the words one sees, not of the newest news: else a colleague's words would go unseen.
      const seen = () => Math.max(wordsVersion(id), taken.current.get(key) ?? 0);
      const put = (work: () => Promise<Summary>) => async () => {
        const next = await work();
        taken.current.set(key, next.version);
        keepWords(id, { [key]: text });
      };
      const first = put(change({ request: { [key]: text } }, seen));
      queue.push(key, async () => {
        try {
          await first();
        } catch (thrown) {
          if (asProblem(thrown).code !== "stale") throw thrown;
          const theirs = (await again(id)).request[key];
          if (theirs === text) return;
          if (sent.current.get(key)?.includes(theirs)) await put(change({ request: { [key]: text } }, seen))();
          else setConflict({ key, theirs, mine: text });
        }
      });
    },
    [queue, change, again, keepWords, id],
  );

  const sendVitals = useCallback(
    (field: string, texts: VitalTexts, items: readonly VitalItem[]) => {
      const set = toVitals(texts, uuid7(), new Date(serverNow()).toISOString(), items);
      if (set) send(`vitals/${field}`, { vitals: set });
    },
    [send],
  );

  const inTurn = useCallback((key: string, work: () => Promise<unknown>) => queue.push(key, work), [queue]);
  const keepMine = useCallback(() => {
    if (conflict) sendText(conflict.key, conflict.mine);
    setConflict(null);
  }, [conflict, sendText]);
  const takeTheirs = useCallback(() => setConflict(null), []);
  const flush = useCallback(() => queue.flush(), [queue]);
  return { state, conflict, sendText, sendVitals, send, inTurn, keepMine, takeTheirs, flush };
}
