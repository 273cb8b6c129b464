import { expect, test } from "vitest";

import * as all from "@/locales/vi/for-all";
import { vi } from "@/locales/vi";

const WORDS: Record<string, object> = import.meta.glob("../locales/vi/for-*.ts", { eager: true });
/** `for-my-shifts.ts` holds the group `myShifts`. */
const GROUPS: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(WORDS).map(([path, words]) => {
    const name = /for-([\w-]+)\.ts$/.exec(path)?.[1] ?? "";
    return [name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), words];
  }),
);
const SOURCES: Record<string, string> = import.meta.glob("../**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

const files = new Map(Object.entries(SOURCES).map(([path, text]) => [path.replace(/^\.\//, "../app/").slice(3), text]));

function fileOf(from: string, target: string): string | undefined {
  const path = target.startsWith("@/") ? target.slice(2) : new URL(target, `file:///${from}`).pathname.slice(1);
  return [`${path}.tsx`, `${path}.ts`].find((name) => files.has(name));
}

/** A file and all it imports at once; what it asks for later is another chunk. */
function reached(from: string, seen = new Set<string>()): Set<string> {
  if (seen.has(from) || from.startsWith("locales/")) return seen;
  seen.add(from);
  for (const [, target = ""] of (files.get(from) ?? "").matchAll(
    /^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gm,
  )) {
    const next = fileOf(from, target);
    if (next !== undefined) reached(next, seen);
  }
  return seen;
}

/** Asked for by code and never missed: a code whose sentence is not there gets the sentence of its kind. */
const BY_CODE = "problemLate";

/** A whole string that is no key is a name of something else, such as a topic of messages; a begun one may become a key. */
function isWord(ns: string, key: string): boolean {
  return !/["`]$/.test(key) || key.slice(0, -1) in vi[ns as keyof typeof vi];
}

function unspoken(from: string, groups: readonly string[]): string[] {
  const known = new Set(
    ["all", ...groups].flatMap((group) => Object.keys(group === "all" ? all : (GROUPS[group] ?? {}))),
  );
  return [...reached(from)].flatMap((file) =>
    [...(files.get(file) ?? "").matchAll(/(?:["`]|\bword\(")([a-zA-Z]+)(?:\.(\w*["`]?)|")/g)]
      .map(([said, ns = "", key]) => ({ ns, key, said }))
      .filter(
        ({ ns, key, said }) =>
          ns in vi &&
          ns !== BY_CODE &&
          !known.has(ns) &&
          (key === undefined ? said.startsWith("word(") : isWord(ns, key)),
      )
      .map(({ ns }) => `${from}: ${file} says ${ns}`),
  );
}

const chunks = [...files].flatMap(([file, text]) =>
  [...text.matchAll(/withWords\(\[([^\]]*)\], import\("([^"]+)"\)\)/g)].map(([, groups = "", target = ""]) => ({
    file: fileOf(file, target) ?? target,
    groups: [...groups.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name),
  })),
);

test("every chunk brings the words its screens say", () => {
  expect(chunks.length).toBeGreaterThan(8);

  expect(chunks.flatMap(({ file, groups }) => unspoken(file, groups))).toEqual([]);
});

test("what stands before a place is chosen speaks only of what is there from the start", () => {
  expect(
    ["app/main.tsx", "app/signed-in.tsx", "features/sign-in/screen.tsx"].flatMap((file) => unspoken(file, [])),
  ).toEqual([]);
});
