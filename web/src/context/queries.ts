/** How answers are kept: news comes by socket, so nothing is asked for on a timer. */
import { QueryClient } from "@tanstack/react-query";

import { Problem } from "@/lib/problem";

export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Without a link what was kept on this device is shown (`lib/kept-answers`).
        networkMode: "always",
        staleTime: 30_000,
        // http-client has sent it again already; a refusal stays a refusal.
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: (query) => query.state.error instanceof Problem && query.state.error.isLine,
      },
      // What may wait goes to the outbox (`lib/outbox`); anything else fails at once and says so.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
