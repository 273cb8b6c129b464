/** Names beside consults: summaries carry none, so they are asked for by id, many at once. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";

import type { Schema } from "@/wire/schema";

export type PatientView = Schema<"PatientView">;
const NONE: ReadonlyMap<string, PatientView> = new Map();
const MOST = 50;

/** By patient id. Empty until the answer is there; ids that may not be seen are simply missing. */
export function usePatients(ids: readonly (string | null)[]): ReadonlyMap<string, PatientView> {
  const asked = [...new Set(ids.filter((id) => id !== null))].sort().slice(0, MOST);
  const { data } = useQuery({
    queryKey: ["patients", asked],
    queryFn: async () => {
      const { patients } = await ok(api.POST("/api/patients/names", { body: { ids: asked } }));
      // Records that are one person are seen under the one that is kept.
      return new Map(patients.flatMap((one) => [one.id, ...one.joined].map((id) => [id, one] as const)));
    },
    enabled: asked.length > 0,
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
  return data ?? NONE;
}
