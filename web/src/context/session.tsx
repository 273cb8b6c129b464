/** Who is signed in at this tab, from the first page to the last. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";

import { wipeDrafts } from "@/lib/drafts";
import {
  onSessionLost,
  onSessionRenewed,
  renew,
  signIn as enter,
  signOut as leave,
  type SessionAnswer,
} from "@/lib/http-client";
import { asProblem } from "@/lib/problem";
import { placeOf, type Place } from "./roles";

export type Grant = SessionAnswer["grants"][number];

export interface Me {
  readonly id: string;
  /** With title: `BS. Lò Mai Demo`. */
  readonly name: string;
  readonly profession: string;
  readonly grants: readonly Grant[];
  /** The grant that decides which screens this person gets. */
  readonly grant: Grant | null;
  readonly place: Place;
}

export type Session =
  | { readonly kind: "restoring" }
  /** The server cannot be reached, so nobody knows yet whether the last session still stands. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "signed-out"; readonly ended: boolean }
  | { readonly kind: "signed-in"; readonly me: Me };

interface SessionValue {
  readonly session: Session;
  readonly signIn: (username: string, password: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

const SessionContext = createContext<SessionValue | null>(null);

/** Whether a cookie may be there. It is HttpOnly, so this mark saves newcomers a refused round trip. */
const MARK = "telemed.session";
const CHANNEL = "telemed.session";
const RETRY_MS = 4_000;

function toMe(answer: SessionAnswer): Me {
  const { place, grant } = placeOf(answer.grants);
  const { id, name, profession } = answer.user;
  return { id, name, profession, grants: answer.grants, grant, place };
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>(() =>
    localStorage.getItem(MARK) === null ? { kind: "signed-out", ended: false } : { kind: "restoring" },
  );
  const current = useRef(session);
  const channel = useRef<BroadcastChannel | null>(null);
  const set = useCallback((next: Session) => {
    current.current = next;
    setSession(next);
  }, []);

  const accept = useCallback(
    (answer: SessionAnswer) => {
      localStorage.setItem(MARK, "1");
      const before = current.current;
      // Renewals change nothing for the pages unless the rights did.
      const me = toMe(answer);
      if (before.kind === "signed-in" && JSON.stringify(before.me) === JSON.stringify(me)) return;
      set({ kind: "signed-in", me });
    },
    [set],
  );

  useEffect(() => {
    const lost = () => {
      localStorage.removeItem(MARK);
      set({ kind: "signed-out", ended: current.current.kind === "signed-in" });
    };
    const offLost = onSessionLost(lost);
    const offRenewed = onSessionRenewed(accept);
    // Another tab signed out, or signed in as someone else: the cookie is shared, so this tab follows.
    const between = new BroadcastChannel(CHANNEL);
    channel.current = between;
    between.onmessage = () => location.reload();
    return () => {
      offLost();
      offRenewed();
      between.close();
      channel.current = null;
    };
  }, [accept, set]);

  const waiting = session.kind === "restoring" || session.kind === "unreachable";
  useEffect(() => {
    if (!waiting) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = () => {
      clearTimeout(timer);
      renew().then(accept, (fault: unknown) => {
        const { status } = asProblem(fault);
        if (status === 401) return; // onSessionLost has spoken
        set({ kind: "unreachable" });
        timer = setTimeout(attempt, RETRY_MS);
      });
    };
    attempt();
    globalThis.addEventListener("online", attempt);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener("online", attempt);
    };
  }, [waiting, accept, set]);

  const signIn = useCallback(
    async (username: string, password: string) => {
      accept(await enter(username, password));
      channel.current?.postMessage("in");
    },
    [accept],
  );
  const signOut = useCallback(async () => {
    const before = current.current;
    localStorage.removeItem(MARK);
    // At once: on a dead line nobody shall wait in front of an open record.
    set({ kind: "signed-out", ended: false });
    const told = leave();
    if (before.kind === "signed-in") await wipeDrafts(before.me.id).catch(() => undefined);
    await told;
    channel.current?.postMessage("out");
  }, [set]);

  const value = useMemo(() => ({ session, signIn, signOut }), [session, signIn, signOut]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): SessionValue {
  const value = use(SessionContext);
  if (!value) throw new Error("no SessionProvider");
  return value;
}

/** Who is signed in. Only for pages that stand behind sign-in. */
export function useMe(): Me {
  const { session } = useSession();
  if (session.kind !== "signed-in") throw new Error("nobody is signed in");
  return session.me;
}
