/** Communes and ethnic groups with their codes, read once. */
import { useQuery } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";

import type { CodeLists } from "@/lib/patient-fields";

/** Undefined until they are there: then a code stands for itself. */
export function useCodeLists(): CodeLists | undefined {
  return useQuery({
    queryKey: ["code-lists"],
    queryFn: ({ signal }) => ok(api.GET("/api/code-lists", { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
