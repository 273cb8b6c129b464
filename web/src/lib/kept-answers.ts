/** Answers a person has seen, kept on this device under a key that no script can take away: to read without a link. */
import { keysOf, readAll, readOne, remove, write } from "./away-db";

import type { Keeper } from "./http-client";

/** About nobody: what writing a request needs. */
const PLAIN = /^GET \/api\/(duty|vital-limits|consent-texts|request-templates)$/;
/** The open cases, single ones with their minutes, and the names that belong to them. */
const RECORDS =
  /^(GET \/api\/(consults|debts|consults\/[^/?]+(\/minutes)?|patients\/[^/?]+)|POST \/api\/patients\/names)$/;
const KEPT_FOR_MS = 30 * 86_400_000;
const MOST = 400;

interface Row {
  /** Person, then what was asked. */
  readonly key: string;
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
}

let servedAt: number | null = null;
const listeners = new Set<() => void>();

/** How old the oldest of what is shown now may be; null while everything comes from the server. */
export const servedFrom = (): number | null => servedAt;
export function onServed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
function serve(at: number | null): void {
  if (at === servedAt) return;
  servedAt = at;
  for (const listener of listeners) listener();
}

/** `records` false: the PIN alone opened this page, so nobody's case is read out of the store. */
export function keeperOf(user: string, records: () => boolean): Keeper {
  let puts = 0;
  return {
    user,
    put: (asked, body, data) => {
      serve(null);
      const row = wanted(asked) ? sealed(user, keyOf(user, asked, body), data) : null;
      row
        ?.then((found) => write("answers", found))
        .then(() => (++puts % 50 === 0 ? tidy() : undefined))
        .catch(() => undefined);
    },
    get: async (asked, body) => {
      if (!wanted(asked) || (!PLAIN.test(asked) && !records())) return undefined;
      try {
        const row = await readOne<Row>("answers", keyOf(user, asked, body));
        if (row === undefined || Date.now() - row.at > KEPT_FOR_MS) return undefined;
        const data = await opened(user, row);
        if (!PLAIN.test(asked)) serve(Math.min(row.at, servedAt ?? row.at));
        return { data };
      } catch {
        return undefined;
      }
    },
  };
}

const wanted = (asked: string): boolean => PLAIN.test(asked) || RECORDS.test(asked);
const keyOf = (user: string, asked: string, body: unknown): string =>
  `${user} ${asked}${body === undefined ? "" : ` ${JSON.stringify(body)}`}`;

/** Made here, never seen: the browser encrypts with it and tells nobody what it is. */
async function secretOf(user: string): Promise<CryptoKey> {
  const held = await readOne<{ readonly key: CryptoKey }>("keys", user);
  if (held !== undefined) return held.key;
  making ??= crypto.subtle
    .generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
    .then(async (key) => {
      await write("keys", { user, key });
      return key;
    })
    .finally(() => {
      making = null;
    });
  return making;
}
let making: Promise<CryptoKey> | null = null;

async function sealed(user: string, key: string, data: unknown): Promise<Row> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(data));
  const rule = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(key) };
  return { key, at: Date.now(), iv, text: await crypto.subtle.encrypt(rule, await secretOf(user), plain) };
}

async function opened(user: string, { key, iv, text }: Row): Promise<unknown> {
  const rule = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(key) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(rule, await secretOf(user), text)));
}

/** What is old goes, and what is more than so much. */
export async function tidy(): Promise<void> {
  if ((await keysOf("answers")).length < MOST / 2) return;
  const rows = (await readAll<Row>("answers")).sort((a, b) => b.at - a.at);
  const over = rows.filter(({ at }, place) => place >= MOST || Date.now() - at > KEPT_FOR_MS);
  if (over.length > 0) await remove(...over.map(({ key }) => ["answers", key] as const));
}
