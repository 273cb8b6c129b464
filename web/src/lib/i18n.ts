/** Turns keys into sentences. Words come in groups, with the chunk whose screens say them; English when asked for. */
import * as all from "@/locales/vi/for-all";

import type { Dictionary, Source } from "@/locales/vi";

type Ns = keyof Source;
export type MessageKey = { [N in Ns]: `${N}.${keyof Source[N] & string}` }[Ns];

type Text<K extends MessageKey> = K extends `${infer N}.${infer Rest}`
  ? N extends Ns
    ? Rest extends keyof Source[N]
      ? Source[N][Rest]
      : never
    : never
  : never;
type Names<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Names<Rest> : never;
type Params<K extends MessageKey> = [Names<Text<K>>] extends [never]
  ? []
  : [params: Record<Names<Text<K>>, string | number>];

export type Language = "vi" | "en";

/** Words that are not there from the start. */
export type WordGroup =
  | "ask"
  | "consult"
  | "station"
  | "papers"
  | "hospital"
  | "log"
  | "other"
  | "privacy"
  | "lock"
  | "security"
  | "admin"
  | "access"
  | "totals"
  | "notices"
  | "line"
  | "link"
  | "inCall"
  | "away"
  | "stills"
  | "files"
  | "phoneCamera"
  | "paper"
  | "after"
  | "patients"
  | "guard"
  | "editions"
  | DutyGroup;
/** Of screens no station opens: their place names the files, so that nobody else fetches their names. */
export type DutyGroup = "roster" | "myShifts" | "coverage" | "rotations" | "ladder";
type Words = Partial<Dictionary>;
type Files = Partial<Record<WordGroup | "all", () => Promise<Words>>>;

const FILES: Readonly<Record<Language, Files>> = {
  vi: {
    all: () => Promise.resolve(all),
    ask: () => import("@/locales/vi/for-ask"),
    consult: () => import("@/locales/vi/for-consult"),
    station: () => import("@/locales/vi/for-station"),
    papers: () => import("@/locales/vi/for-papers"),
    hospital: () => import("@/locales/vi/for-hospital"),
    log: () => import("@/locales/vi/for-log"),
    admin: () => import("@/locales/vi/for-admin"),
    access: () => import("@/locales/vi/for-access"),
    totals: () => import("@/locales/vi/for-totals"),
    other: () => import("@/locales/vi/for-other"),
    privacy: () => import("@/locales/vi/for-privacy"),
    lock: () => import("@/locales/vi/for-lock"),
    security: () => import("@/locales/vi/for-security"),
  },
  en: {
    all: () => import("@/locales/en/for-all"),
    ask: () => import("@/locales/en/for-ask"),
    consult: () => import("@/locales/en/for-consult"),
    station: () => import("@/locales/en/for-station"),
    papers: () => import("@/locales/en/for-papers"),
    hospital: () => import("@/locales/en/for-hospital"),
    log: () => import("@/locales/en/for-log"),
    admin: () => import("@/locales/en/for-admin"),
    access: () => import("@/locales/en/for-access"),
    totals: () => import("@/locales/en/for-totals"),
    other: () => import("@/locales/en/for-other"),
    privacy: () => import("@/locales/en/for-privacy"),
    lock: () => import("@/locales/en/for-lock"),
    security: () => import("@/locales/en/for-security"),
  },
};

export function nameWords(vi: Files, en: Files): void {
  Object.assign(FILES.vi, vi);
  Object.assign(FILES.en, en);
}

let language: Language = "vi";
const held: Record<Language, Words> = { vi: { ...all }, en: {} };
/** The groups this page speaks: a change of language has to bring all of them. */
const spoken = new Set<WordGroup | "all">(["all"]);
const listeners = new Set<() => void>();

/** The sentence of a key; what it needs filled in is checked by the compiler. */
export function t<K extends MessageKey>(key: K, ...params: Params<K>): string {
  return fill(lookUp(key) ?? key, params[0]);
}

/** For keys made from codes of the server: null when this app does not know the code. */
export function tryT(key: string, params: Readonly<Record<string, string | number>> = {}): string | null {
  const text = lookUp(key);
  return text === null ? null : fill(text, params);
}

/** The word for a code of a closed list: `word("urgency", "stat")`. An unknown code is shown as it is. */
export function word(namespace: Ns, code: string): string {
  return lookUp(`${namespace}.${code}`) ?? code;
}

function lookUp(key: string): string | null {
  const dot = key.indexOf(".");
  const words: Readonly<Record<string, string>> | undefined = held[language][key.slice(0, dot) as Ns];
  // `words` may be missing when the key came from a server newer than this app.
  return words?.[key.slice(dot + 1)] ?? null;
}

function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Holds words that were read already; tests hold all of them. */
export function holdWords(of: Language, words: Words): void {
  Object.assign(held[of], words);
}

async function bring(of: Language, group: WordGroup | "all"): Promise<void> {
  holdWords(of, (await FILES[of][group]?.()) ?? {});
}

/** A chunk together with the words its screens say: both are on their way at once, and neither is shown without the other. */
export async function withWords<T>(groups: readonly WordGroup[], chunk: Promise<T>): Promise<T> {
  for (const group of groups) spoken.add(group);
  const [part] = await Promise.all([chunk, ...groups.map((group) => bring(language, group))]);
  return part;
}

export function currentLanguage(): Language {
  return language;
}

export async function setLanguage(next: Language): Promise<void> {
  await Promise.all([...spoken].map((group) => bring(next, group)));
  language = next;
  if (typeof document !== "undefined") document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
