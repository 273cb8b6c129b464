/** Who is on duty now, and the telephone numbers, which stay on this machine for the day the network is gone. */
import { useQuery, type UseQueryResult } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";

import type { Schema } from "@/wire/schema";

export type Phone = Schema<"Phone">;
const KEPT = "telemed.phones";

function keptPhones(): readonly Phone[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? (kept as Phone[]) : [];
  } catch {
    return [];
  }
}

export function useDuty(): UseQueryResult<Schema<"DutyBoard">> & { readonly phones: readonly Phone[] } {
  const board = useQuery({
    queryKey: ["duty"],
    queryFn: async () => {
      const answer = await ok(api.GET("/api/duty"));
      localStorage.setItem(KEPT, JSON.stringify(answer.phones));
      return answer;
    },
    // Shifts change and are confirmed without news.
    refetchInterval: 300_000,
  });
  return { ...board, phones: board.data?.phones ?? keptPhones() };
}
