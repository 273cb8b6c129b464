/** How answers are kept: news comes by socket, so nothing is asked for on a timer. */
import { QueryClient } from "@tanstack/react-query";

import { Problem } from "@/lib/problem";

export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // http-client has sent it again already; a refusal stays a refusal.
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: (query) => query.state.error instanceof Problem && query.state.error.isLine,
      },
      // Its own outbox is not built yet, so a write without network fails at once and says so.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
