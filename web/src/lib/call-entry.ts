/** Takes the seat in a room as soon as it is known to open: the other side need not wait until this side's screen is drawn. */
import type { Problem } from "./problem";
import type { NewsFrame, SocketClient } from "./socket-client";

type EntrySocket = Pick<SocketClient, "state" | "send" | "onFrame" | "onBack">;

export interface Entry {
  readonly generation: number;
  /** What was said in the room meanwhile, in order. */
  readonly frames: readonly NewsFrame[];
  /** From now on refusals go there; one that came already too. */
  readonly onRefused: (tell: (problem: Problem) => void) => void;
}

/** A seat whose screen does not come is given up. */
const KEEP_MS = 5_000;

let waiting: { readonly call: string; readonly entry: Entry; readonly end: () => void } | null = null;

export function enterEarly(socket: EntrySocket, call: string): void {
  // Without a greeted link there is nothing to win; the room joins by itself when it is there.
  if (waiting?.call === call || socket.state.kind !== "open") return;
  giveUp();
  const generation = nextGeneration();
  const frames: NewsFrame[] = [];
  let refused: Problem | null = null;
  let tell: ((problem: Problem) => void) | null = null;
  const join = () =>
    socket.send({ type: "join", call, generation, take_over: false }, (problem) => {
      refused = problem;
      tell?.(problem);
    });
  const stops = [
    socket.onFrame((frame) => {
      if ("call" in frame && frame.call === call) frames.push(frame);
    }),
    socket.onBack((resumed) => {
      if (!resumed) join();
    }),
  ];
  const timer = setTimeout(() => {
    giveUp();
    socket.send({ type: "leave", call });
  }, KEEP_MS);
  const onRefused: Entry["onRefused"] = (to) => {
    tell = to;
    if (refused !== null) to(refused);
  };
  const end = () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
  waiting = { call, entry: { generation, frames, onRefused }, end };
  join();
}

function giveUp(): void {
  waiting?.end();
  waiting = null;
}

/** The seat taken early in this room, once; from here its screen listens by itself. */
export function takeEntry(call: string): Entry | null {
  if (waiting?.call !== call) return null;
  const { entry } = waiting;
  giveUp();
  return entry;
}

/** A number above every one this tab, or an earlier page on this machine, has used for a connection. */
export function nextGeneration(): number {
  const key = "telemed.generation";
  const sinceStart = Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 1000);
  const next = Math.max(Number(sessionStorage.getItem(key) ?? 0) + 1, sinceStart);
  sessionStorage.setItem(key, String(next));
  return next;
}
