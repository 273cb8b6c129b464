/** Who is on duty now, and the telephone numbers, which stay on this machine for the day the network is gone. */
import { useQuery, type UseQueryResult } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";
import { keepPhones, keptPhones, type Phone } from "@/lib/kept-phones";

import type { Schema } from "@/wire/schema";

export function useDuty(): UseQueryResult<Schema<"DutyBoard">> & { readonly phones: readonly Phone[] } {
  const board = useQuery({
    queryKey: ["duty"],
    queryFn: async () => {
      const answer = await ok(api.GET("/api/duty"));
      keepPhones(answer.phones);
      return answer;
    },
    // Shifts change and are confirmed without news.
    refetchInterval: 300_000,
  });
  return { ...board, phones: board.data?.phones ?? keptPhones() };
}
