/** Swaps one takes part in or judges, and what is done with them; the roster is read anew after each. */
import { useQuery, useQueryClient } from "@tanstack/react-query";

import { useAct } from "./use-act";
import { api, ok } from "@/lib/http-client";

import type { Schema } from "@/wire/schema";

export type SwapView = Schema<"SwapView">;
const KEY = ["swaps"];
/** A notice (the bell) brings news sooner. */
const LOOK_EVERY_MS = 60_000;

export function useSwaps(enabled = true) {
  const queries = useQueryClient();
  const act = useAct();
  const list = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ok(api.GET("/api/swaps", { signal })),
    refetchInterval: LOOK_EVERY_MS,
    enabled,
  });
  const done = (one: SwapView) => {
    queries.setQueryData<Schema<"SwapList">>(
      KEY,
      (now) => now && { swaps: now.swaps.map((old) => (old.id === one.id ? one : old)) },
    );
    for (const queryKey of [KEY, ["shifts"], ["roster"]]) void queries.invalidateQueries({ queryKey });
  };
  const path = (id: string) => ({ path: { id } });
  const run = (id: string, work: () => Promise<SwapView>) => act.run(id, async () => done(await work()));
  return {
    swaps: list.data?.swaps,
    pending: list.isPending && enabled,
    problem: list.error,
    reload: () => void list.refetch(),
    busy: act.busy,
    fault: act.problem,
    answer: (id: string, agree: boolean, reason = "") =>
      run(id, () => ok(api.POST("/api/swaps/{id}/answer", { params: path(id), body: { agree, reason } }))),
    judge: (id: string, approve: boolean, reason = "") =>
      run(id, () => ok(api.POST("/api/swaps/{id}/judge", { params: path(id), body: { approve, reason } }))),
    withdraw: (id: string) => run(id, () => ok(api.POST("/api/swaps/{id}/withdraw", { params: path(id) }))),
    undo: (id: string, reason: string) =>
      run(id, () => ok(api.POST("/api/swaps/{id}/undo", { params: path(id), body: { reason } }))),
    propose: (id: string, body: Schema<"NewSwap">) =>
      run(id, () => ok(api.PUT("/api/swaps/{id}", { params: path(id), body }))),
  };
}
