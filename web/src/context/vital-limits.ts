/** The limits that vital signs are judged by, fetched once a day at most. */
import { useQuery } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";
import { readLimits, type Limits } from "@/lib/vitals";

/** Null until they are there: then values are taken unjudged, and the server judges. */
export function useVitalLimits(): Limits | null {
  const { data } = useQuery({
    queryKey: ["vital-limits"],
    queryFn: async () => readLimits(await ok(api.GET("/api/vital-limits"))),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}
