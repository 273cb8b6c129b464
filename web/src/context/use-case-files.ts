/** The files of one case: what the server has, what is on its way from here, what both ends draw on them. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { sendFile, type DrawingView, type FileList, type Shape } from "@/lib/case-files";
import { api, ok } from "@/lib/http-client";
import { asProblem, type Problem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";

import { useMe } from "./session";
import { useFrames, useLinkBack } from "./socket";
import { bringOutbox, useOutbox, waitingTitle } from "./use-outbox";

import type { Summary } from "@/lib/consult-api";

const CLOSED = new Set(["cancelled", "expired", "closed"]);

/** Whether this person may add to it, as the server will decide: the station's own, and who holds the case. */
export function useMayAdd(summary: Summary): boolean {
  const me = useMe();
  if (CLOSED.has(summary.state)) return false;
  return me.place === "station" ? me.grant?.facility.id === summary.station.id : summary.specialist?.id === me.id;
}

export function useCaseFiles(summary: Summary) {
  const me = useMe();
  const consult = summary.id;
  const mayAdd = useMayAdd(summary);
  const queries = useQueryClient();
  const key = ["case-files", consult];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ok(api.GET("/api/consults/{id}/files", { params: { path: { id: consult } }, signal })),
  });
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [{ items }, outbox] = useOutbox();
  const put = (change: (list: FileList) => FileList) =>
    queries.setQueryData<FileList>(key, (now) => (now === undefined ? now : change(now)));
  const drawn = (drawing: DrawingView) =>
    put((list) => ({ ...list, drawings: [...list.drawings.filter(({ id }) => id !== drawing.id), drawing] }));
  useFrames((frame) => {
    if (frame.type === "file" && frame.file.consult_id === consult) {
      const { file } = frame;
      put((list) => {
        const others = list.files.filter(({ id }) => id !== file.id);
        return { ...list, files: file.state === "discarded" ? others : [...others, file] };
      });
    }
    if (frame.type === "drawing" && frame.consult === consult) drawn(frame.drawing);
  });
  useLinkBack(() => void query.refetch());

  const tried = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      setProblem(null);
      return true;
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return false;
    }
  };
  const add = async (picked: readonly File[]) => {
    setAdding(true);
    await tried(async () => {
      const going = await bringOutbox(me.id);
      for (const one of picked) await sendFile(going, consult, waitingTitle(summary), one);
    });
    setAdding(false);
  };
  const putDrawing = (file: string, id: string, body: { shape?: Shape; erases?: string; page: number }) =>
    tried(async () => {
      const path = { id: file, drawing_id: id };
      drawn(await ok(api.PUT("/api/files/{id}/drawings/{drawing_id}", { params: { path }, body })));
    });
  const mine = items.flatMap(({ id, job, sent, stop }) =>
    job.kind === "photo" && job.consult === consult
      ? [
          {
            id,
            file: job.file,
            kind: job.body.kind,
            sent,
            size: job.body.size,
            refused: stop?.kind === "refused" ? stop : null,
          },
        ]
      : [],
  );
  return {
    loading: query.isPending,
    error: query.error,
    reload: () => void query.refetch(),
    files: (query.data?.files ?? []).filter(({ state }) => state === "kept"),
    drawings: query.data?.drawings ?? [],
    me: me.id,
    mine,
    adding,
    problem,
    add: mayAdd ? (picked: readonly File[]) => void add(picked) : null,
    /** Stops it, and the server forgets what came of it. */
    cancel: (id: string) => {
      const file = mine.find((one) => one.id === id)?.file;
      void outbox?.drop(id).then(() => {
        if (file !== undefined)
          return api.POST("/api/files/{id}/discard", { params: { path: { id: file } } }).catch(() => undefined);
        return undefined;
      });
    },
    retry: (id: string) => void outbox?.retry(id),
    draw: mayAdd
      ? (file: string, page: number, id: string, shape: Shape) => putDrawing(file, id, { shape, page })
      : null,
    erase: (file: string, page: number, erases: string) => putDrawing(file, uuid7(), { erases, page }),
  };
}
