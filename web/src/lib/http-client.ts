/** Speaks to /api: who we are, one shared refresh, sending again what may be sent again, problems with a name. */
import { learnServerTime } from "./clock";
import { lineProblem, parseProblem, Problem } from "./problem";

import type { paths } from "@/wire/api";
import type { Schema } from "@/wire/schema";
import type { Client } from "openapi-fetch";

/** What both sign-in and refresh answer with. */
export type SessionAnswer = Schema<"SessionView">;

/** Long enough for a form on 48 kbit/s, short enough that nobody stares at a dead line. */
const TIMEOUT_MS = 20_000;
/** A machine on the way answers for a server that does not. */
const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504]);
const RETRY_AFTER_MS = [500, 1_500, 4_000] as const;
/** A token this close to its end is renewed before the request, which saves a refused round trip. */
const RENEW_BEFORE_MS = 30_000;
/** Commands whose id is made here: the server does them once however often they arrive. */
const REPEATABLE_POST = /\/changes\/[^/]+$|\/search$|^\/api\/socket-ticket$/;

let token: { readonly value: string; readonly endsAt: number } | null = null;
/** Whose token it is. */
let person: string | null = null;
/** Grows when another person, or nobody, is here: what the one before had asked is kept for nobody. */
let turn = 0;
let renewal: Promise<SessionAnswer> | null = null;
let renewedAt = 0;
const lostListeners = new Set<() => void>();
const renewedListeners = new Set<(answer: SessionAnswer) => void>();

/** Called when the server no longer knows this session: back to sign-in. */
export function onSessionLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}
export function onSessionRenewed(listener: (answer: SessionAnswer) => void): () => void {
  renewedListeners.add(listener);
  return () => renewedListeners.delete(listener);
}

/** When the server last heard that this page is in use (this clock's milliseconds). */
export const lastRenewal = (): number => renewedAt;

function keep(answer: SessionAnswer): SessionAnswer {
  renewedAt = Date.now();
  if (person !== null && person !== answer.user.id) leftBehind();
  person = answer.user.id;
  token = { value: answer.access_token, endsAt: performance.now() + answer.expires_in_ms };
  return answer;
}

function leftBehind(): void {
  turn++;
  early = [];
}

/** Asks for a session, whichever way in: what `path` answers is who is signed in here from now on. */
export async function enter(path: string, body: unknown): Promise<SessionAnswer> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (token !== null) headers["authorization"] = `Bearer ${token.value}`;
  const answer = await exchange(new Request(address(path), { method: "POST", headers, body: JSON.stringify(body) }));
  const entered = keep((await read(answer)) as SessionAnswer);
  if (keeper?.user !== entered.user.id) keeper = null;
  return entered;
}

/**
 * Ends the session here at once; the server hears of it if the line allows. `everywhere`: on all devices. `push`: the
 * subscription of this browser, which nobody may use any more.
 */
export async function signOut(everywhere = false, push: string | null = null): Promise<void> {
  const bearer = token?.value;
  token = person = null;
  leftBehind();
  keepAnswers(null);
  const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const path = everywhere ? "/api/session/all" : "/api/session";
  const paths = push === null ? [path] : [`/api/push/subscriptions/${push}`, path];
  await Promise.all(
    paths.map((one) =>
      exchange(new Request(address(one), { method: "DELETE", headers, keepalive: true })).catch(() => null),
    ),
  );
}

/** Renews the session from the cookie. Calls made at the same time share one renewal. */
export function renew(): Promise<SessionAnswer> {
  renewal ??= oneTabAtATime(async () => {
    const answer = await exchange(new Request(address("/api/session/refresh"), { method: "POST" }));
    if (answer.status === 401) {
      token = null;
      for (const listener of lostListeners) listener();
    }
    const renewed = keep((await read(answer)) as SessionAnswer);
    for (const listener of renewedListeners) listener(renewed);
    return renewed;
  }).finally(() => {
    renewal = null;
  });
  return renewal;
}

// The cookie is good once: two tabs that renew together would look like a theft to the server.
function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  // The DOM's types lose the answer's type through the lock.
  return locks ? (locks.request("telemed-renew", work) as Promise<T>) : work();
}

/** The whole of /api, typed from docs/openapi.json. Wrap each call in `ok()`: it answers the data or throws a Problem. */
export const api = {
  GET: asking("GET"),
  PUT: asking("PUT"),
  POST: asking("POST"),
  DELETE: asking("DELETE"),
} as Pick<Client<paths>, "GET" | "PUT" | "POST" | "DELETE">;

/** Answers of before, for when the line is gone; brought after the first screen (`lib/kept-answers`). */
export interface Keeper {
  readonly user: string;
  readonly put: (asked: string, body: unknown, data: unknown) => void;
  readonly get: (asked: string, body: unknown) => Promise<{ readonly data: unknown } | undefined>;
}
let keeper: Keeper | null = null;
/** The last exchange failed: what is kept is shown at once, and nobody waits for the line. */
let away = false;

/** What came before there was a keeper. */
let early: Parameters<Keeper["put"]>[] = [];
const EARLY_MOST = 30;

export function keepAnswers(next: Keeper | null): void {
  keeper = next;
  for (const answer of early) next?.put(...answer);
  early = [];
}

/** Of whoever is here; while nobody knows who that is, of whoever opened this page. */
const mine = (): Keeper | null => (keeper === null || isOther() ? null : keeper);
/** The cookie is another's than the page: nothing may go in their name, and nothing of theirs be seen here. */
const isOther = (): boolean => keeper !== null && person !== null && keeper.user !== person;

interface Asked {
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** What openapi-fetch's types promise, as far as /api needs it (docs/decisions/0018-own-fetch-client.md). */
function asking(method: string) {
  return async (path: string, { params = {}, body, signal }: Asked = {}) => {
    const query = queryText(params.query ?? {});
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params.path?.[name])));
    const whole = query === "" ? filled : `${filled}?${query}`;
    const asked = `${method} ${whole}`;
    const before = async () => {
      const kept = await mine()?.get(asked, body);
      return kept && { ...kept, response: new Response() };
    };
    const by = turn;
    const known = away ? await before() : undefined;
    if (known) return known;
    const request = new Request(address(whole), {
      method,
      signal: signal ?? null,
      ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    // What is kept is shown after one failure; only what is not kept is worth waiting for.
    const once = method === "GET" && (mine() !== null || away);
    let response: Response;
    try {
      response = await authorized(request.clone(), once);
    } catch (fault) {
      const kept = away ? await before() : undefined;
      if (kept) return kept;
      if (!once || mine() === null) throw fault;
      response = await authorized(request);
    }
    const text = await response.text();
    if (!response.ok) return { error: asJson(text), response };
    const data = text === "" ? undefined : (JSON.parse(text) as unknown);
    if (by !== turn) return { data, response };
    const own = mine();
    if (own) own.put(asked, body, data);
    else if (keeper === null && early.length < EARLY_MOST) early.push([asked, body, data]);
    return { data, response };
  };
}

/** `a=1&b=x&b=y`: a list repeats its name; what is null or undefined is not asked. */
function queryText(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .filter(([, one]) => one !== undefined && one !== null)
    .map(([name, one]) => `${name}=${encodeURIComponent(String(one))}`)
    .join("&");
}

/** A machine on the way may refuse with a page: then its text. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function address(path: string): string {
  return new URL(path, globalThis.location.origin).href;
}

/** Sends a request as the person signed in. Also for what `api` does not do: files to open. */
export async function authorized(request: Request, once = false): Promise<Response> {
  if (token && performance.now() > token.endsAt - RENEW_BEFORE_MS) await renew();
  if (isOther()) throw lineProblem("network");
  const first = await repeated(request, token?.value, once);
  if (first.status !== 401) return first;
  const { access_token } = await renew();
  if (isOther()) throw lineProblem("network");
  return repeated(request, access_token);
}

async function repeated(request: Request, bearer: string | undefined, once = false): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const wait = RETRY_AFTER_MS[attempt];
    // The browser knows of no line at all: it says so when there is one, and nobody waits for it meanwhile.
    const { onLine } = globalThis.navigator as Partial<Navigator>;
    const last = once || onLine === false || wait === undefined || !mayRepeat(request);
    const again = request.clone();
    if (bearer !== undefined) again.headers.set("authorization", `Bearer ${bearer}`);
    try {
      const answer = await exchange(again);
      if (last || !GATEWAY.has(answer.status)) return answer;
    } catch (fault) {
      if (last || !(fault instanceof Problem)) throw fault;
    }
    await pause(wait * (0.75 + Math.random() / 2), request.signal);
  }
}

function mayRepeat(request: Request): boolean {
  return request.method !== "POST" || REPEATABLE_POST.test(new URL(request.url).pathname);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new DOMException("aborted", "AbortError"));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

async function exchange(request: Request): Promise<Response> {
  const began = performance.now();
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const answer = await fetch(request, {
      signal: AbortSignal.any([request.signal, limit]),
      credentials: "same-origin",
      cache: "no-store",
    });
    const date = Date.parse(answer.headers.get("date") ?? "");
    if (!Number.isNaN(date)) learnServerTime(date, performance.now() - began, true);
    away = GATEWAY.has(answer.status);
    return answer;
  } catch (fault) {
    if (request.signal.aborted) throw fault;
    away = true;
    throw lineProblem(limit.aborted ? "timeout" : "network");
  }
}

async function read(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw parseProblem(body, answer.status, answer.headers.get("x-request-id"));
  if (body === null) throw lineProblem("unreadable");
  return body;
}

/** The data of what `api` answers, or the Problem thrown. 204 gives undefined. */
export async function ok<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw parseProblem(error, response.status, response.headers.get("x-request-id"));
  return data as T;
}

/** Files that were opened: as long as their address stands, the browser keeps what is in them. */
const files = new Set<string>();

/** A file behind the bearer, opened in a new tab by the caller: `window.open(await fileUrl("/api/minutes/…/pdf"))`. */
export async function fileUrl(path: string): Promise<string> {
  const answer = await authorized(new Request(address(path)));
  if (!answer.ok) throw parseProblem(await answer.json().catch(() => null), answer.status);
  const url = URL.createObjectURL(await answer.blob());
  files.add(url);
  return url;
}

export function forgetFiles(): void {
  for (const url of files) URL.revokeObjectURL(url);
  files.clear();
}

/** The single-use ticket of the socket's first frame. */
export async function socketTicket(signal?: AbortSignal): Promise<string> {
  const request = new Request(address("/api/socket-ticket"), { method: "POST", signal: signal ?? null });
  const answer = (await read(await authorized(request))) as {
    ticket: string;
  };
  return answer.ticket;
}

/** For tests: as if the page had just been opened. */
export function forgetSession(): void {
  token = person = null;
  keepAnswers(null);
  away = false;
  renewal = null;
}
