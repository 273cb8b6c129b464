/** One socket for the tab: news for every screen, the link's state in words, and a way to send. */
import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";

import { renew, socketTicket } from "@/lib/http-client";
import { SocketClient, type LinkState, type NewsFrame } from "@/lib/socket-client";
import { uuid7 } from "@/lib/uuid7";

const SocketContext = createContext<SocketClient | null>(null);

/** The same through reloads of this tab, so that the server knows the old link is gone. */
function tabId(): string {
  const key = "telemed.tab";
  const tab = sessionStorage.getItem(key) ?? uuid7();
  sessionStorage.setItem(key, tab);
  return tab;
}

function ownSocket(): SocketClient {
  const url = new URL("/ws", location.origin);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return new SocketClient({ url: url.href, tab: tabId(), ticket: socketTicket, renew });
}

/** Stands behind sign-in, keyed by the person: another person gets another socket. */
export function SocketProvider({ children, client }: { children: ReactNode; client?: SocketClient }) {
  const [socket] = useState(() => client ?? ownSocket());
  const queries = useQueryClient();
  useEffect(() => {
    socket.open();
    const off = socket.onBack((resumed) => {
      // What changed while nobody was listening is asked for again; a resumed link missed nothing.
      if (!resumed) void queries.invalidateQueries();
    });
    return () => {
      off();
      socket.close();
    };
  }, [socket, queries]);
  return <SocketContext value={socket}>{children}</SocketContext>;
}

/** For what hooks do not do: `send`, `brisk`, `onBack`. */
export function useSocket(): SocketClient {
  const socket = use(SocketContext);
  if (!socket) throw new Error("no SocketProvider");
  return socket;
}

/** Hears every frame while the component is shown: in order, once, none older than what was seen. */
export function useFrames(handler: (frame: NewsFrame) => void): void {
  const socket = useSocket();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => socket.onFrame((frame) => latest.current(frame)), [socket]);
}

/** Calls when the link is there again; `resumed` false means: a snapshot comes, and calls must `join` again. */
export function useLinkBack(handler: (resumed: boolean) => void): void {
  const socket = useSocket();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => socket.onBack((resumed) => latest.current(resumed)), [socket]);
}

export function useLink(): LinkState {
  const socket = useSocket();
  return useSyncExternalStore(
    (changed) => socket.onState(changed),
    () => socket.state,
  );
}
