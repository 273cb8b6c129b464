/** The minutes of one consult on this screen: news in, typing out, whatever the line does. */
import { useEffect, useState, useSyncExternalStore } from "react";

import { MinutesDesk, type DeskNow } from "@/lib/minutes-desk";
import { useMe } from "./session";
import { useFrames, useLinkBack, useSocket } from "./socket";

import type { Schema } from "@/wire/schema";

/** `live`: this page sits in the call, so the other side may be told what is being written. */
export function useMinutes(consult: string, live: boolean): { readonly desk: MinutesDesk; readonly now: DeskNow } {
  const me = useMe();
  const socket = useSocket();
  const [desk] = useState(
    () => new MinutesDesk(consult, { id: me.id, name: me.name, profession: me.profession as Schema<"Profession"> }),
  );
  useEffect(() => {
    desk.start(live ? (field) => void socket.send({ type: "writing", consult, field }) : null);
    const flush = () => desk.flush();
    globalThis.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      desk.stop();
      globalThis.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
    };
  }, [desk, live, socket, consult]);
  useFrames((frame) => desk.hear(frame));
  useLinkBack((resumed) => desk.back(resumed));
  const now = useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.now,
  );
  return { desk, now };
}
