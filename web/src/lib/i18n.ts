/** Turns keys into sentences. Vietnamese is the source and always there; English comes when asked for. */
import { vi, type Dictionary, type Source } from "@/locales/vi";

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

let language: Language = "vi";
let dictionary: Dictionary = vi;
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
  const words: Readonly<Record<string, string>> | undefined = dictionary[key.slice(0, dot) as Ns];
  // `words` may be missing when the key came from a server newer than this app.
  return (words as typeof words | undefined)?.[key.slice(dot + 1)] ?? null;
}

function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function currentLanguage(): Language {
  return language;
}

export async function setLanguage(next: Language): Promise<void> {
  dictionary = next === "vi" ? vi : (await import("@/locales/en")).en;
  language = next;
  if (typeof document !== "undefined") document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
