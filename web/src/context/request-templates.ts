/** What each kind of case asks for, fetched once a day at most. Null until it is there: then the server judges alone. */
import { useQuery } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";

import type { Template } from "@/lib/request-templates";

export function useRequestTemplates(): readonly Template[] | null {
  const { data } = useQuery({
    queryKey: ["request-templates"],
    queryFn: async () => (await ok(api.GET("/api/request-templates"))).templates,
    staleTime: 86_400_000,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}
