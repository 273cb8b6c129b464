/** Everything behind sign-in: kept answers, the socket, the screens, and the lock over them. Another chunk, so that the sign-in page stays light. */
import { QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { lazy, useCallback, useEffect, useState, useSyncExternalStore } from "react";

import { makeQueries } from "@/context/queries";
import { useSession, useSignedIn } from "@/context/session";
import { SocketProvider, useSocket } from "@/context/socket";
import { useIdleLock } from "@/context/use-idle-lock";
import { withWords } from "@/lib/i18n";
import { onRunningCall, runningCall } from "@/lib/running-call";

import { late } from "./late";
import { Notices } from "./notices";
import { Router } from "./router";
import { Screen } from "./screen";

import type { Me } from "@/context/session";

const lockScreen = late(() => withWords(["lock"], import("@/features/lock/screen")));
const SignInScreen = lazy(() => import("@/features/sign-in/screen"));
const MustChange = lazy(() => withWords(["security"], import("@/features/my-security/must-change")));

/** Keyed by the person: nothing fetched for one is ever shown to the next. */
export default function SignedIn({ me }: { me: Me }) {
  const [queries] = useState(makeQueries);
  const { lock } = useSignedIn();
  const locked = lock !== null;
  useEffect(() => {
    // What was refused behind the lock is asked again in front of it.
    if (!locked) void queries.resetQueries({ predicate: ({ state }) => state.status === "error" });
  }, [locked, queries]);
  return (
    <QueryClientProvider client={queries}>
      <SocketProvider>
        <Lockable me={me} />
      </SocketProvider>
    </QueryClientProvider>
  );
}

/** Locked, the record leaves the page; but the room of a running call stays, unseen and out of reach, for its voice. */
function Lockable({ me }: { me: Me }) {
  const { lock, shared, mustChange } = useSignedIn();
  const session = useSession();
  const call = useSyncExternalStore(onRunningCall, runningCall);
  const locked = lock !== null;
  const onIdle = useCallback(() => session.lock("idle"), [session]);
  useIdleLock(shared && !locked, onIdle);
  useLockKeys(shared);
  useAway();
  useEffect(() => {
    // It must stand even if the line dies now.
    const timer = setTimeout(lockScreen.fetch, 2_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {(!locked || call !== null) && (
        <div className={locked ? undefined : "unlocked"} hidden={locked} inert={locked}>
          {mustChange ? (
            <Screen>
              <MustChange />
            </Screen>
          ) : (
            <>
              <Notices />
              <Router place={me.place} />
            </>
          )}
        </div>
      )}
      {locked && (
        <Screen>
          <lockScreen.Screen
            rings={me.place === "specialist" && call === null}
            other={lock.switching ? <SignInScreen back={{ name: me.name, go: () => session.turnTo(false) }} /> : null}
          />
        </Screen>
      )}
    </>
  );
}

/** What makes the page work without a link comes after the first screen; without a link, at once. */
function useAway(): void {
  const session = useSignedIn();
  const queries = useQueryClient();
  const socket = useSocket();
  useEffect(() => {
    let over = false;
    let end: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const bring = () =>
      void import("./away").then(
        ({ begin }) => {
          if (!over) end = begin(session, queries, socket);
        },
        // Nothing that waits would ever go.
        () => {
          if (!over) timer = setTimeout(bring, 4_000);
        },
      );
    timer = setTimeout(bring, session.away === undefined ? 2_000 : 0);
    return () => {
      over = true;
      clearTimeout(timer);
      end?.();
    };
  }, [session, queries, socket]);
}

/** By the key's place: Vietnamese typing changes letters. */
function useLockKeys(shared: boolean): void {
  const { lock } = useSession();
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      if (event.code === "KeyL") lock("asked");
      else if (event.code === "KeyU" && shared) lock("switch");
      else return;
      event.preventDefault();
    };
    // Caught on the way down: a ring's sheet keeps keys from the page behind.
    document.addEventListener("keydown", heard, true);
    return () => document.removeEventListener("keydown", heard, true);
  }, [lock, shared]);
}
