/** Everything behind sign-in: kept answers, the socket, the screens. Another chunk, so that the sign-in page stays light. */
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";

import { makeQueries } from "@/context/queries";
import { SocketProvider } from "@/context/socket";

import { Router } from "./router";

import type { Me } from "@/context/session";

/** Keyed by the person: nothing fetched for one is ever shown to the next. */
export default function SignedIn({ me }: { me: Me }) {
  const [queries] = useState(makeQueries);
  return (
    <QueryClientProvider client={queries}>
      <SocketProvider>
        <Router place={me.place} />
      </SocketProvider>
    </QueryClientProvider>
  );
}
