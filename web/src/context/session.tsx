/** Who is signed in at this tab, from the first page to the last, and whether the screen is locked. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";

import { onSessionLost, onSessionRenewed, renew, signOut as leave, type SessionAnswer } from "@/lib/http-client";
import { asProblem } from "@/lib/problem";
import { pushMark } from "@/lib/push-mark";
import { lockSession, type Lock } from "@/lib/session-api";
import { wipeBrowser } from "@/lib/wipe";
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

/** The record is hidden. Voice, rings and emergencies go on. */
export interface ScreenLock {
  readonly reason: Lock["reason"];
  /** Null until the server has said it. */
  readonly unlockWith: Lock["unlock_with"] | null;
  /** When it was locked at this tab; null when it was found locked. */
  readonly at: number | null;
  /** Somebody else wants to use this machine. */
  readonly switching: boolean;
}

export interface SignedIn {
  readonly kind: "signed-in";
  readonly me: Me;
  readonly lock: ScreenLock | null;
  /** Several people use this browser: it locks itself. */
  readonly shared: boolean;
  readonly demo: boolean;
  /** The password is somebody else's choice: a new one comes first. */
  readonly mustChange: boolean;
  readonly notices: SessionAnswer["notices"];
  /** Opened without a link, before the server was asked. `drafts`: by the PIN alone, so nobody's case is shown. */
  readonly away?: "drafts" | "all";
}

export type Session =
  | { readonly kind: "restoring" }
  /** The server cannot be reached, so nobody knows yet whether the last session still stands. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "signed-out"; readonly ended: boolean }
  | SignedIn;

export interface ByPin {
  readonly id: string;
  readonly pin: string;
}

interface SessionValue {
  readonly session: Session;
  /** Any way in: `enter(() => signIn(…))`. Also unlocks, when the answer says so. By a PIN also without a link. */
  readonly enter: (opening: () => Promise<SessionAnswer>, by?: ByPin) => Promise<void>;
  /** Leaves nothing of anybody in this browser. */
  readonly signOut: (everywhere?: boolean) => Promise<void>;
  /** Hides every record at once; the server hears of it as soon as the line allows. */
  readonly lock: (why: "idle" | "asked" | "switch") => void;
  /** On the locked screen: back to the one it was locked by, or on to another. */
  readonly turnTo: (switching: boolean) => void;
}

const SessionContext = createContext<SessionValue | null>(null);

/** Whether a cookie may be there. It is HttpOnly, so this mark saves newcomers a refused round trip. */
const MARK = "telemed.session";
/** Its value while the server has not heard of a lock: a reload must not open what was locked. */
const UNTOLD = "locked";
/** Somebody said once that people share this machine: the next sign-in begins with their names. */
const SHARED = "telemed.shared";
const CHANNEL = "telemed.session";
const RETRY_MS = 4_000;

type Said = "in" | "out" | "lock" | "unlock";

/** Somebody comes back from the provider of a single sign-on: the cookie is there, and this page shall ask. */
export function expectSession(): void {
  localStorage.setItem(MARK, "1");
}

export const isSharedHere = (): boolean => localStorage.getItem(SHARED) !== null;

function toMe(answer: SessionAnswer): Me {
  const { place, grant } = placeOf(answer.grants);
  const { id, name, profession } = answer.user;
  return { id, name, profession, grants: answer.grants, grant, place };
}

function lockOf({ locked }: SessionAnswer, before: ScreenLock | null): ScreenLock | null {
  if (locked === null) return null;
  const { reason, unlock_with: unlockWith } = locked;
  return { reason, unlockWith, at: before?.at ?? null, switching: before?.switching ?? false };
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>(() =>
    localStorage.getItem(MARK) === null ? { kind: "signed-out", ended: false } : { kind: "restoring" },
  );
  const current = useRef(session);
  const channel = useRef<BroadcastChannel | null>(null);
  const comingBack = useRef(false);
  const set = useCallback((next: Session) => {
    // Renewals change nothing for the pages unless the rights or the lock did.
    if (JSON.stringify(current.current) === JSON.stringify(next)) return;
    current.current = next;
    setSession(next);
  }, []);
  const tell = useCallback((what: Said) => channel.current?.postMessage(what), []);

  /** Tells the server of a lock it has not heard of, until it has; then learns what opens it. */
  const tellLock = useCallback(() => {
    const attempt = () => {
      if (localStorage.getItem(MARK) !== UNTOLD) return;
      lockSession().then(
        () => {
          if (localStorage.getItem(MARK) === UNTOLD) localStorage.setItem(MARK, "1");
          renew().catch(() => undefined);
        },
        (fault: unknown) => {
          if (asProblem(fault).status !== 401) setTimeout(attempt, RETRY_MS);
        },
      );
    };
    attempt();
  }, []);

  const lost = useCallback(() => {
    localStorage.removeItem(MARK);
    set({ kind: "signed-out", ended: current.current.kind === "signed-in" });
  }, [set]);

  const take = useCallback(
    (answer: SessionAnswer) => {
      const before = current.current;
      const held = before.kind === "signed-in" && before.me.id === answer.user.id ? before : null;
      const lockedHere = held?.lock ?? null;
      const me = toMe(answer);
      const untold = localStorage.getItem(MARK) === UNTOLD;
      if (!untold) localStorage.setItem(MARK, "1");
      if (answer.device.shared) localStorage.setItem(SHARED, "1");
      set({
        kind: "signed-in",
        me: JSON.stringify(held?.me) === JSON.stringify(me) && held !== null ? held.me : me,
        lock: untold && answer.locked === null ? (lockedHere ?? ASKED) : lockOf(answer, lockedHere),
        shared: answer.device.shared,
        demo: answer.demo,
        mustChange: answer.must_change_password,
        notices: answer.notices,
      });
      if (untold && lockedHere === null) tellLock();
    },
    [set, tellLock],
  );

  const accept = useCallback(
    (answer: SessionAnswer) => {
      const { current: before } = current;
      if (before.kind !== "signed-in" || before.away === undefined) {
        take(answer);
        return;
      }
      // Once: this answer comes both to who asked and to who listens.
      if (comingBack.current) return;
      comingBack.current = true;
      void offlinePass()
        .then(({ comeBack }) => comeBack(answer, before.me.id))
        .then((real) => (real === null ? lost() : take(real)))
        .finally(() => {
          comingBack.current = false;
        });
    },
    [take, lost],
  );

  useEffect(() => {
    const offLost = onSessionLost(lost);
    const offRenewed = onSessionRenewed(accept);
    const between = new BroadcastChannel(CHANNEL);
    channel.current = between;
    // The cookie is shared, so what one tab does all tabs follow.
    between.onmessage = ({ data }: MessageEvent<Said>) => {
      const now = current.current;
      switch (data) {
        case "in":
          location.reload();
          return;
        case "out":
          // A form that is open here must not write its draft back while the page goes.
          void wipeBrowser().finally(() => location.reload());
          return;
        case "lock":
          if (now.kind === "signed-in" && now.lock === null) set({ ...now, lock: { ...ASKED, at: Date.now() } });
          return;
        case "unlock":
          renew().catch(() => undefined);
      }
    };
    return () => {
      offLost();
      offRenewed();
      between.close();
      channel.current = null;
    };
  }, [accept, lost, set]);

  const waiting =
    session.kind === "restoring" ||
    session.kind === "unreachable" ||
    (session.kind === "signed-in" && session.away !== undefined);
  useEffect(() => {
    if (!waiting) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = () => {
      clearTimeout(timer);
      renew().then(accept, (fault: unknown) => {
        const { status } = asProblem(fault);
        if (status === 401) return; // onSessionLost has spoken
        timer = setTimeout(attempt, RETRY_MS);
        if (current.current.kind === "signed-in") return;
        void offlinePass()
          .then(({ lastPass }) => lastPass<SignedIn>(localStorage.getItem(MARK) === UNTOLD))
          .catch(() => null)
          .then((found) => waits(current.current) && set(found ?? { kind: "unreachable" }));
      });
    };
    attempt();
    globalThis.addEventListener("online", attempt);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener("online", attempt);
    };
  }, [waiting, accept, set]);

  const enter = useCallback(
    async (opening: () => Promise<SessionAnswer>, by?: ByPin) => {
      let answer: SessionAnswer;
      try {
        answer = await opening();
      } catch (fault) {
        if (by === undefined || !asProblem(fault).isLine) throw fault;
        set(await (await offlinePass()).openPass<SignedIn>(by.id, by.pin));
        return;
      }
      if (by) void offlinePass().then(({ learnPin }) => learnPin(by.id, by.pin));
      const before = current.current;
      const same = before.kind === "signed-in" && before.me.id === answer.user.id;
      // The next person must not land on this one's page.
      if (before.kind === "signed-in" && !same) history.replaceState(null, "", "/");
      localStorage.setItem(MARK, "1");
      accept(answer);
      tell(same ? "unlock" : "in");
    },
    [accept, set, tell],
  );
  const signOut = useCallback(
    async (everywhere = false) => {
      localStorage.removeItem(MARK);
      // At once: on a dead line nobody shall wait in front of an open record.
      set({ kind: "signed-out", ended: false });
      const told = leave(everywhere, pushMark()?.[0]);
      await wipeBrowser().catch(() => undefined);
      await told;
      tell("out");
    },
    [set, tell],
  );
  const lock = useCallback(
    (why: "idle" | "asked" | "switch") => {
      const now = current.current;
      if (now.kind !== "signed-in" || now.lock !== null) return;
      localStorage.setItem(MARK, UNTOLD);
      const reason = why === "idle" ? "idle" : "asked";
      set({ ...now, lock: { reason, unlockWith: null, at: Date.now(), switching: why === "switch" } });
      tell("lock");
      tellLock();
    },
    [set, tell, tellLock],
  );
  const turnTo = useCallback(
    (switching: boolean) => {
      const now = current.current;
      if (now.kind === "signed-in" && now.lock !== null) set({ ...now, lock: { ...now.lock, switching } });
    },
    [set],
  );

  const value = useMemo(() => ({ session, enter, signOut, lock, turnTo }), [session, enter, signOut, lock, turnTo]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** Nothing of it is needed while there is a line. */
const offlinePass = () => import("@/lib/offline-pass");
const waits = ({ kind }: Session): boolean => kind === "restoring" || kind === "unreachable";

const ASKED: ScreenLock = { reason: "asked", unlockWith: null, at: null, switching: false };

export function useSession(): SessionValue {
  const value = use(SessionContext);
  if (!value) throw new Error("no SessionProvider");
  return value;
}

/** The session of whoever is signed in. Only for pages that stand behind sign-in. */
export function useSignedIn(): SignedIn {
  const { session } = useSession();
  if (session.kind !== "signed-in") throw new Error("nobody is signed in");
  return session;
}

export function useMe(): Me {
  return useSignedIn().me;
}
