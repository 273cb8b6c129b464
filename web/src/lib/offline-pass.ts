/** Who may open this page without a link: whoever signed in on this device, by the PIN or because nothing was locked. */
import { beginAway, readAll, readOne, write } from "./away-db";
import { Problem } from "./problem";
import { signInByPin, unlock, type DevicePerson } from "./session-api";

import type { SessionAnswer } from "./http-client";

const TRIES = 5;
const ROUNDS = 400_000;
/** So much of a slow hash keeps a colleague out, and leaves a thief of the disk a thousand PINs to try at the server. */
const BITS = 10;

/** What this page needs to know of the one who is signed in. */
interface Known {
  readonly me: { readonly id: string; readonly name: string; readonly profession: string };
  readonly shared: boolean;
  readonly lock: unknown;
}

interface Pass<S> {
  readonly id: string;
  readonly at: number;
  readonly session: S;
  readonly locked: boolean;
  readonly tries: number;
  readonly salt?: Uint8Array<ArrayBuffer>;
  readonly mark?: number;
}

export type Away<S> = S & { readonly away: "drafts" | "all" };

/** After the server has said who this is. */
export async function keepPass<S extends Known>(session: S): Promise<void> {
  beginAway();
  const held = await readOne<Pass<S>>("passes", session.me.id);
  const now = { at: Date.now(), session: { ...session, lock: null }, locked: session.lock !== null };
  await write("passes", { tries: 0, ...held, ...now, id: session.me.id });
}

/** The server took this PIN. */
export async function learnPin(id: string, pin: string): Promise<void> {
  beginAway();
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const held = await readOne<Pass<unknown>>("passes", id);
  await write("passes", { at: Date.now(), ...held, id, salt, mark: await markOf(pin, salt), tries: 0 });
}

/** Whose page this was when the link went. Behind a lock, or on a machine of several people, the PIN comes first. */
export async function lastPass<S extends Known>(untold: boolean): Promise<Away<S> | null> {
  const [last] = (await passes<S>()).sort((a, b) => b.at - a.at);
  if (last === undefined) return null;
  if (!last.session.shared && !last.locked && !untold) return { ...last.session, away: "all" };
  const unlockWith = last.mark === undefined ? [] : ["pin"];
  const lock = { reason: "asked", unlockWith, at: null, switching: false };
  return { ...last.session, lock, away: "drafts" };
}

/** Who can come in by a PIN, the last one first. */
export async function passPeople(): Promise<readonly DevicePerson[]> {
  const found = (await passes<Known>()).filter(({ mark }) => mark !== undefined).sort((a, b) => b.at - a.at);
  return found.map(({ at, session: { me } }) => ({
    id: me.id,
    name: me.name,
    profession: me.profession as DevicePerson["profession"],
    pin: true,
    pin_left: TRIES,
    used_at: new Date(at).toISOString(),
  }));
}

/** Typed in the last while away, in memory alone: opens the session at the server without asking again. */
let typed: { readonly id: string; readonly pin: string } | null = null;

/** Drafts and telephone numbers open. Throws the problem that the server would answer with. */
export async function openPass<S extends Known>(id: string, pin: string): Promise<Away<S>> {
  const pass = await readOne<Pass<S>>("passes", id);
  if (pass?.salt === undefined || pass.mark === undefined) throw new Problem({ code: "network" });
  if (pass.tries >= TRIES) throw new Problem({ code: "pin_locked", status: 401 });
  if ((await markOf(pin, pass.salt)) !== pass.mark) {
    const tries = pass.tries + 1;
    await write("passes", { ...pass, tries });
    if (tries >= TRIES) throw new Problem({ code: "pin_locked", status: 401 });
    throw new Problem({ code: "pin_refused", status: 401, params: { left: TRIES - tries } });
  }
  await write("passes", { ...pass, tries: 0 });
  typed = { id, pin };
  return { ...pass.session, lock: null, away: "drafts" };
}

/** The link is back and the cookie says `answer`: who this page is of comes in at the server too. Null: they must ask. */
export async function comeBack(answer: SessionAnswer, id: string): Promise<SessionAnswer | null> {
  const pin = typed?.id === id ? typed.pin : null;
  typed = null;
  if (answer.user.id === id) {
    if (answer.locked === null || pin === null) return answer;
    return unlock({ pin }).catch(() => answer);
  }
  return pin === null ? null : signInByPin(id, pin).catch(() => null);
}

async function passes<S>(): Promise<Pass<S>[]> {
  // One whose PIN was learnt before the page knew them has no session yet.
  const rows = await readAll<Pass<S>>("passes").catch(() => []);
  return rows.filter((row) => "session" in row);
}

async function markOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<number> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const rule = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  const bits = new DataView(await crypto.subtle.deriveBits(rule, key, 32));
  return bits.getUint32(0) >>> (32 - BITS);
}
