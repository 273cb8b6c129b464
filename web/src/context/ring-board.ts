/** The rings of the one signed in, kept true by the socket, and the one way to take a case. */
import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useLocation } from "wouter";

import { enterEarly } from "@/lib/call-entry";
import { api, ok } from "@/lib/http-client";
import { holdLocalMedia, openLocalMedia } from "@/lib/local-media";
import { asProblem, type Problem } from "@/lib/problem";
import { EMPTY_BOARD, reduceBoard, type Board, type BoardEvent, type Summary } from "@/lib/ring-board";
import { useConsultNews } from "./consults";
import { useMe } from "./session";
import { useFrames, useSocket } from "./socket";

const KEY = ["rings"] as const;
/** News kept coming while we asked: after this many tries what we have is as good as it gets. */
const TRIES = 3;

async function fetchBoard(queries: QueryClient): Promise<Board> {
  const held = () => queries.getQueryData<Board>(KEY) ?? EMPTY_BOARD;
  for (let attempt = 1; ; attempt++) {
    const before = held().news;
    const { rings } = await ok(api.GET("/api/rings"));
    // A ring that came while we asked may be missing from the answer.
    if (held().news === before || attempt === TRIES) return reduceBoard(held(), { kind: "list", rings });
  }
}

/** `listen` in one place only: the overlay, which stands over every screen. */
export function useRingBoard({ listen = false }: { listen?: boolean } = {}): {
  readonly board: Board;
  readonly loaded: boolean;
  readonly act: (event: BoardEvent) => void;
} {
  const queries = useQueryClient();
  const me = useMe();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => fetchBoard(queries), structuralSharing: false });
  const act = useCallback(
    (event: BoardEvent) => queries.setQueryData<Board>(KEY, (board) => reduceBoard(board ?? EMPTY_BOARD, event)),
    [queries],
  );
  useFrames((frame) => {
    if (!listen) return;
    switch (frame.type) {
      case "ring":
      case "ring_over":
      case "snapshot":
      case "consult":
        act({ kind: "frame", frame, me: me.id });
        break;
      default:
    }
  });
  return { board: data ?? EMPTY_BOARD, loaded: data !== undefined, act };
}

export type Claim =
  | { readonly kind: "idle" }
  /** `tries` above 1: no answer came, it is being sent again. */
  | { readonly kind: "claiming"; readonly consult: string; readonly tries: number }
  | { readonly kind: "lost"; readonly consult: string; readonly by: string | null; readonly problem: Problem };

const AGAIN_AFTER_MS = 1_500;
const CLAIMS = 8;

/** Take a case: first claim wins. Goes to the room at once, or to the minutes when the answer is written. */
export function useClaim(): {
  readonly claim: Claim;
  readonly take: (consult: Summary, written?: boolean) => Promise<void>;
  readonly forget: () => void;
} {
  const [claim, setClaim] = useState<Claim>({ kind: "idle" });
  const [, go] = useLocation();
  const { act } = useRingBoard();
  const { keep, again } = useConsultNews();
  const socket = useSocket();
  const busy = useRef(false);

  const take = useCallback(
    async (consult: Summary, written = false) => {
      if (busy.current) return;
      busy.current = true;
      const { id } = consult;
      act({ kind: "claim", consult: id });
      // Devices open while the claim is on its way; refused, they close again.
      const release = written ? null : holdLocalMedia();
      if (!written) void openLocalMedia();
      try {
        for (let tries = 1; ; tries++) {
          setClaim({ kind: "claiming", consult: id, tries });
          try {
            const body = written ? { answer: "written" as const } : {};
            const taken = await ok(api.POST("/api/consults/{id}/accept", { params: { path: { id } }, body }));
            if (taken.answer === "call" && taken.call !== null) enterEarly(socket, taken.call.id);
            keep(taken);
            act({ kind: "done", consult: id });
            setClaim({ kind: "idle" });
            go(taken.answer === "written" ? `/consults/${id}/minutes` : `/consults/${id}/call`);
            return;
          } catch (fault) {
            // The same person's second claim changes nothing, so a claim without an answer may be sent again.
            if (!asProblem(fault).isLine || tries === CLAIMS) throw fault;
            await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
          }
        }
      } catch (fault) {
        const problem = asProblem(fault);
        const now = problem.isLine ? null : await again(id).catch(() => null);
        act({ kind: "claim", consult: null });
        setClaim({ kind: "lost", consult: id, by: now?.summary.specialist?.name ?? null, problem });
      } finally {
        busy.current = false;
        release?.();
      }
    },
    [act, again, go, keep, socket],
  );
  const forget = useCallback(() => setClaim({ kind: "idle" }), []);
  return { claim, take, forget };
}
