/** One's calendar links: of one's own shifts, or of a hospital's roster. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "./use-act";
import { api, ok } from "@/lib/http-client";
import { uuid7 } from "@/lib/uuid7";

import type { Schema } from "@/wire/schema";

type List = Schema<"CalendarLinkList">;
const KEY = ["calendar-links"];

/** `hospital` null: one's own shifts. */
export function useCalendarLinks(hospital: string | null) {
  const queries = useQueryClient();
  const act = useAct();
  const [url, setUrl] = useState<string | null>(null);
  const list = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ok(api.GET("/api/calendar-links", { signal })),
  });
  const links = list.data?.links.filter((one) => (one.hospital?.id ?? null) === hospital);
  return {
    links,
    url,
    pending: list.isPending,
    problem: list.error ?? act.problem,
    busy: act.busy,
    make: () =>
      void act.run("make", async () => {
        const made = await ok(
          api.PUT("/api/calendar-links/{id}", {
            params: { path: { id: uuid7() } },
            body: { hospital_id: hospital },
          }),
        );
        if (made.path !== null) setUrl(new URL(made.path, globalThis.location.origin).href);
        await queries.invalidateQueries({ queryKey: KEY });
      }),
    revoke: (id: string) =>
      void act.run(id, async () => {
        const now: List = await ok(api.POST("/api/calendar-links/{id}/revoke", { params: { path: { id } } }));
        queries.setQueryData(KEY, now);
        setUrl(null);
      }),
  };
}
