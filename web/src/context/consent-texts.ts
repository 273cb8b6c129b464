/** The words that are read to a patient, fetched once. */
import { useQuery } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";

import type { ConsentTexts } from "@/lib/consent";

export function useConsentTexts(enabled = true): ConsentTexts {
  const found = useQuery({
    queryKey: ["consent-texts"],
    queryFn: () => ok(api.GET("/api/consent-texts")),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled,
  });
  return { held: found.data ?? null, problem: found.error, retry: () => void found.refetch() };
}
