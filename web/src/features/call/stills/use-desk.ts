/** The one desk of this call's pictures, alive while some part of the room shows it. */
import { useEffect, useState, useSyncExternalStore } from "react";

import { useFrames, useLinkBack, useSocket } from "@/context/socket";
import { useMe } from "@/context/session";

import { PictureDesk, type DeskState } from "./desk";

import type { Detail } from "@/lib/consult-api";

let last: PictureDesk | null = null;

export function useDesk(detail: Detail, call: string, title: string): readonly [DeskState, PictureDesk] {
  const socket = useSocket();
  const me = useMe();
  const consult = detail.summary.id;
  const [desk] = useState(() => {
    if (last?.parts.call === call) return last;
    const outbox = async () => (await import("@/lib/outbox")).outboxOf(me.id);
    last = new PictureDesk({ consult, call, title, send: (frame) => socket.send(frame), outbox });
    return last;
  });
  return [useSyncExternalStore(desk.subscribe, () => desk.state), desk];
}

/** For the part that is always there: reads what there is, and hears the news. */
export function useDeskNews(desk: PictureDesk): void {
  useEffect(() => void desk.load(), [desk]);
  useFrames((frame) => desk.hear(frame));
  useLinkBack((resumed) => {
    if (!resumed) void desk.load();
  });
}
