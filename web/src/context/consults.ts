/** Consults as they stand now: asked for once, then kept true by the socket's news. */
import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";

import { fetchConsult, type Detail, type Summary } from "@/lib/consult-api";
import { api, ok } from "@/lib/http-client";
import { useFrames } from "./socket";

import type { NewsFrame } from "@/lib/socket-client";

const LIST = ["consults"] as const;
const detailKey = (id: string) => ["consult", id] as const;

const OVER: ReadonlySet<Summary["state"]> = new Set(["closed", "cancelled", "expired"]);

/** A newer summary takes its place; what is over leaves the list. */
export function withSummary(list: readonly Summary[], next: Summary): readonly Summary[] {
  const before = list.find((held) => held.id === next.id);
  if (before && before.version > next.version) return list;
  const others = list.filter((held) => held.id !== next.id);
  return OVER.has(next.state) ? others : [...others, next];
}

/** The newest of each that this page was told. */
const heard = new WeakMap<QueryClient, Map<string, Summary>>();

/** News that overtook an answer on a slow line stays the newer one. */
function withNews(queries: QueryClient, detail: Detail): Detail {
  const news = heard.get(queries)?.get(detail.summary.id);
  return news !== undefined && news.version > detail.summary.version ? { ...detail, summary: news } : detail;
}

/** Tells every screen what a consult is now: from an answer of the server, or from news. */
export function keepSummary(queries: QueryClient, next: Summary): void {
  const known = heard.get(queries) ?? new Map<string, Summary>();
  if ((known.get(next.id)?.version ?? 0) <= next.version) heard.set(queries, known.set(next.id, next));
  queries.setQueryData<readonly Summary[]>(LIST, (list) => list && withSummary(list, next));
  queries.setQueryData<Detail>(detailKey(next.id), (held) =>
    held && held.summary.version <= next.version ? { ...held, summary: next } : held,
  );
}

/** What each request was read at. News brings a newer summary, but not the words that go with it. */
const readAt = new Map<string, { readonly version: number; readonly request: number }>();
/** The version a field has had since the server took it from here, where nobody else can have written between. */
const takenAt = new Map<string, Readonly<Record<string, number>>>();
const reading = new Map<string, Promise<Detail>>();

async function readConsult(id: string): Promise<Detail> {
  const asked = fetchConsult(id);
  reading.set(id, asked);
  try {
    const detail = await asked;
    takenAt.delete(id);
    readAt.set(id, { version: detail.summary.version, request: detail.summary.request_version });
    return detail;
  } finally {
    if (reading.get(id) === asked) reading.delete(id);
  }
}

/** The version the words on this screen are of: what a change of them has to name. */
export const wordsVersion = (id: string, field: string): number =>
  Math.max(readAt.get(id)?.version ?? 0, takenAt.get(id)?.[field] ?? 0);

/** Words the server has taken from here. `version` null: a colleague may have written since. */
export function keepWords(
  queries: QueryClient,
  id: string,
  words: Partial<Detail["request"]>,
  version: number | null,
): void {
  const taken = version === null ? {} : Object.fromEntries(Object.keys(words).map((field) => [field, version]));
  takenAt.set(id, { ...takenAt.get(id), ...taken });
  queries.setQueryData<Detail>(detailKey(id), (held) => held && { ...held, request: { ...held.request, ...words } });
}

/** The newest version that this page knows of. */
export function knownVersion(queries: QueryClient, id: string): number {
  const list = queries.getQueryData<readonly Summary[]>(LIST)?.find((held) => held.id === id);
  const detail = queries.getQueryData<Detail>(detailKey(id));
  return Math.max(list?.version ?? 0, detail?.summary.version ?? 0);
}

const isBehind = ({ id, request_version }: Summary): boolean => request_version > (readAt.get(id)?.request ?? 0);

function hear(queries: QueryClient, frame: NewsFrame): void {
  switch (frame.type) {
    case "snapshot":
      queries.setQueryData<readonly Summary[]>(LIST, frame.consults);
      for (const summary of frame.consults) keepSummary(queries, summary);
      break;
    case "consult":
      keepSummary(queries, frame.consult);
      break;
    default:
  }
}

/** Everything open that concerns the person signed in. */
export function useOpenConsults(): UseQueryResult<readonly Summary[]> {
  const queries = useQueryClient();
  useFrames((frame) => hear(queries, frame));
  return useQuery({
    queryKey: LIST,
    queryFn: async (): Promise<readonly Summary[]> => (await ok(api.GET("/api/consults"))).consults,
  });
}

/** One whole request; its summary follows the news. Reading it is audited, so it is read once and when asked again. */
export function useConsult(id: string | null): UseQueryResult<Detail> {
  const queries = useQueryClient();
  useFrames((frame) => hear(queries, frame));
  return useQuery({
    queryKey: detailKey(id ?? ""),
    queryFn: async () => withNews(queries, await readConsult(id ?? "")),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** `keep(summary)` after an act answered; `again(id)` when the whole request must be read anew. */
export function useConsultNews(): {
  readonly keep: (summary: Summary) => void;
  readonly again: (id: string) => Promise<Detail>;
} {
  const queries = useQueryClient();
  const keep = useCallback((summary: Summary) => keepSummary(queries, summary), [queries]);
  const again = useCallback(
    async (id: string) => {
      const detail = withNews(queries, await readConsult(id));
      queries.setQueryData<Detail>(detailKey(id), detail);
      keepSummary(queries, detail.summary);
      return detail;
    },
    [queries],
  );
  return { keep, again };
}

/** Reads the request again when its words or vital signs changed; other news of the consult asks for nothing. */
export function useFreshRequest(summary: Summary): void {
  const { again } = useConsultNews();
  const newest = useRef(summary);
  useEffect(() => {
    newest.current = summary;
  });
  const { id, request_version: version } = summary;
  useEffect(() => {
    if (!isBehind(newest.current)) return;
    const catchUp = async () => {
      // Whoever changed it from here may be reading it already.
      await reading.get(id)?.catch(() => undefined);
      await Promise.resolve();
      if (isBehind(newest.current)) await again(id);
    };
    catchUp().catch(() => undefined);
  }, [again, id, version]);
}
