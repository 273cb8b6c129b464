/** What waits for the line, for the screens that show it. The outbox itself comes after the first screen. */
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";

import { serverNow } from "@/lib/clock";
import { uuid7 } from "@/lib/uuid7";
import { useMe } from "./session";

import type { Summary } from "@/lib/consult-api";
import type { Outbox, OutboxState } from "@/lib/outbox";

const NONE: OutboxState = { items: [], sending: [], stuck: false };
const never = () => () => undefined;
const AGAIN_MS = 4_000;

/** Once the line has brought its program, which it may fail to. */
export async function bringOutbox(user: string): Promise<Outbox> {
  for (;;) {
    try {
      return (await import("@/lib/outbox")).outboxOf(user);
    } catch {
      await new Promise((again) => setTimeout(again, AGAIN_MS));
    }
  }
}

export function useOutbox(): readonly [OutboxState, Outbox | null] {
  const { id } = useMe();
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    let over = false;
    void bringOutbox(id).then((found) => over || setOutbox(found));
    return () => {
      over = true;
    };
  }, [id]);
  const state = useSyncExternalStore(outbox?.subscribe ?? never, () => outbox?.state ?? NONE);
  return [state, outbox];
}

/** Of whom, in the list of what waits. */
export const waitingTitle = (of: Summary | null): string => of?.reason.trim() || (of?.code ?? "");

/** Keeps what was said by telephone about a case: here at once, at the server as soon as the line allows, once. */
export function usePhoneNote(summary: Summary) {
  const me = useMe();
  const { id: consult } = summary;
  const title = waitingTitle(summary);
  return useCallback(
    async (note: { readonly number: string; readonly spoke_with: string; readonly advice: string }) => {
      const body = { ...note, said_at: new Date(serverNow()).toISOString() };
      await (await bringOutbox(me.id)).add(title, { kind: "note", consult, note: uuid7(), body });
    },
    [me.id, title, consult],
  );
}
