/** A roster with one's own edits on it: shown at once, kept on this machine, sent in turn, taken back by Ctrl+Z. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import { useMe } from "@/context/session";
import { useDraft } from "@/context/use-draft";
import { ChangeQueue, QUIET, type QueueState } from "@/lib/change-queue";
import { asProblem, type Problem } from "@/lib/problem";

import { merged, undone, withEdits, type Edit } from "./roster-edits";
import { matrixKey, readRoster, rosterKey, sendEdit, type Period } from "./roster-api";

import type { View } from "./roster-state";

/** Others draft and publish too. */
const LOOK_EVERY_MS = 60_000;

export interface Refused {
  readonly edit: Edit;
  readonly problem: Problem;
}

export interface RosterDesk {
  readonly view: View | undefined;
  readonly loading: boolean;
  readonly problem: unknown;
  readonly reading: boolean;
  readonly readAt: number;
  /** As the server has it now, without one's own unsent edits. */
  readonly reload: () => Promise<View | undefined>;
  readonly commit: (edit: Edit | null) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  /** Not with the server yet. */
  readonly unsent: number;
  readonly stuck: boolean;
  readonly resend: () => void;
  readonly refused: Refused | null;
  /** Leaves it as the other made it. */
  readonly drop: () => void;
}

export function useRoster(hospital: string, period: Period): RosterDesk {
  const me = useMe();
  const queries = useQueryClient();
  const { from, days } = period;
  const roster = useQuery({
    queryKey: rosterKey(hospital, period),
    queryFn: ({ signal }) => readRoster(hospital, { from, days }, signal),
    placeholderData: (before) => (before?.hospital.id === hospital ? before : undefined),
    refetchInterval: LOOK_EVERY_MS,
    refetchOnWindowFocus: true,
  });
  const { value: kept, set } = useDraft<readonly Edit[]>(`roster/${hospital}`, []);
  const edits = kept ?? NONE;
  const [state, setState] = useState<QueueState>(QUIET);
  const [done, setDone] = useState<readonly Edit[]>([]);
  const [refusals, setRefusals] = useState<readonly Refused[]>([]);
  const [queue] = useState(() => new ChangeQueue(setState));
  const sent = useRef(new Set<string>());

  const send = useCallback(
    (edit: Edit) => {
      sent.current.add(edit.id);
      queue.push(edit.id, async () => {
        const answer = await sendEdit(hospital, edit).catch((thrown: unknown) => {
          const problem = asProblem(thrown);
          if (!problem.isLine) setRefusals((now) => [...now, { edit, problem }]);
          throw problem;
        });
        queries.setQueriesData<View>({ queryKey: matrixKey(hospital) }, (view) => view && merged(view, edit, answer));
        set((now) => now.filter(({ id }) => id !== edit.id));
      });
    },
    [hospital, queries, queue, set],
  );
  // What was left from before goes first.
  useEffect(() => {
    for (const edit of edits) if (!sent.current.has(edit.id)) send(edit);
  }, [edits, send]);
  useEffect(() => () => queue.stop(), [queue]);

  const commit = useCallback(
    (edit: Edit | null) => {
      if (edit === null) return;
      set((now) => [...now, edit]);
      setDone((now) => [...now, edit]);
    },
    [set],
  );
  const undo = useCallback(() => {
    const last = done.at(-1);
    if (last === undefined) return;
    setDone(done.slice(0, -1));
    const back = undone(last, me.id);
    if (back !== null) set((now) => [...now, back]);
  }, [done, me.id, set]);

  const [refused = null] = refusals;
  const { refetch } = roster;
  const reload = useCallback(async () => (await refetch()).data, [refetch]);
  const drop = useCallback(() => {
    const id = refused?.edit.id;
    setRefusals((now) => now.slice(1));
    set((now) => now.filter((one) => one.id !== id));
    setDone((now) => now.filter((one) => one.id !== id));
    void refetch();
  }, [refetch, refused, set]);

  const view = useMemo(() => {
    // A refused edit is not shown as if it held.
    const shown = edits.filter(({ id }) => refusals.every(({ edit }) => edit.id !== id));
    return roster.data && withEdits(roster.data, shown, me.id);
  }, [roster.data, edits, refusals, me.id]);
  return {
    view,
    loading: roster.isPending,
    problem: roster.error,
    reading: roster.isFetching && roster.isPlaceholderData,
    readAt: roster.dataUpdatedAt,
    reload,
    commit,
    undo,
    canUndo: done.length > 0,
    unsent: edits.length,
    stuck: state.stuck,
    resend: () => void queue.flush(),
    refused,
    drop,
  };
}

const NONE: readonly Edit[] = [];
