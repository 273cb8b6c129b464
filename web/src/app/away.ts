/** Begins, after the first screen, what makes this page work without a link: pass, kept answers, outbox. */
import { keepSummary, keepWords, knownVersion } from "@/context/consults";
import { listDrafts } from "@/lib/drafts";
import { api, keepAnswers, ok } from "@/lib/http-client";
import { keeperOf, servedFrom } from "@/lib/kept-answers";
import { keepPass } from "@/lib/offline-pass";
import { outboxOf } from "@/lib/outbox";

import type { SignedIn } from "@/context/session";
import type { SocketClient } from "@/lib/socket-client";
import type { Schema } from "@/wire/schema";
import type { QueryClient } from "@tanstack/react-query";

let session: SignedIn;
let warm = false;

/** Answers how it ends. Called anew when the session changes: unlocked, or known to the server after all. */
export function begin(next: SignedIn, queries: QueryClient, socket: SocketClient): () => void {
  session = next;
  const { me, away } = next;
  if (away === undefined) void keepPass(next).catch(() => undefined);
  keepAnswers(keeperOf(me.id, () => session.away !== "drafts"));
  // What asked before there was a keeper.
  void queries.resetQueries({ predicate: ({ state }) => state.status === "error" });
  const outbox = outboxOf(me.id);
  outbox.known = (consult) => knownVersion(queries, consult);
  outbox.onSent = (summary, job, alone) => {
    keepSummary(queries, summary);
    const words = job.kind === "field" ? job.change?.request : undefined;
    if (words) keepWords(queries, summary.id, words, alone ? summary.version : null);
  };
  outbox.begin();
  const left = () => void sendLeft(me).catch(() => undefined);
  left();
  const off = socket.onBack(() => {
    void outbox.retry();
    left();
    if (servedFrom() !== null) void queries.invalidateQueries();
  });
  const online = () => void outbox.retry();
  addEventListener("online", online);
  if (me.place === "station" && away === undefined && !warm) {
    warm = true;
    // A request can be written without a link only where these were read before.
    void ok(api.GET("/api/vital-limits")).catch(() => undefined);
    void ok(api.GET("/api/consent-texts")).catch(() => undefined);
    void ok(api.GET("/api/request-templates")).catch(() => undefined);
  }
  return () => {
    off();
    removeEventListener("online", online);
    outbox.end();
  };
}

/** Minutes of pages that are closed. Their program comes only where something is left. */
async function sendLeft({ id, name, profession }: SignedIn["me"]): Promise<void> {
  if (!(await listDrafts(id)).some(({ key }) => key.startsWith("minutes/"))) return;
  const { sendMinutesLeft } = await import("@/lib/minutes-left");
  await sendMinutesLeft({ id, name, profession: profession as Schema<"Profession"> });
}
