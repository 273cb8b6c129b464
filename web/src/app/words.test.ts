import { expect, test } from "vitest";

import * as access from "@/locales/vi/for-access";
import * as admin from "@/locales/vi/for-admin";
import * as all from "@/locales/vi/for-all";
import * as ask from "@/locales/vi/for-ask";
import * as consult from "@/locales/vi/for-consult";
import * as hospital from "@/locales/vi/for-hospital";
import * as lock from "@/locales/vi/for-lock";
import * as log from "@/locales/vi/for-log";
import * as other from "@/locales/vi/for-other";
import * as papers from "@/locales/vi/for-papers";
import * as security from "@/locales/vi/for-security";
import * as privacy from "@/locales/vi/for-privacy";
import * as totals from "@/locales/vi/for-totals";
import * as station from "@/locales/vi/for-station";
import { vi } from "@/locales/vi";

const GROUPS: Readonly<Record<string, object>> = {
  ask,
  access,
  admin,
  totals,
  consult,
  hospital,
  log,
  other,
  papers,
  privacy,
  station,
  lock,
  security,
};
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

function unspoken(from: string, groups: readonly string[]): string[] {
  const known = new Set(
    ["all", ...groups].flatMap((group) => Object.keys(group === "all" ? all : (GROUPS[group] ?? {}))),
  );
  return [...reached(from)].flatMap((file) =>
    [...(files.get(file) ?? "").matchAll(/(?:["`]|\bword\(")([a-zA-Z]+)(?:\.|")/g)]
      .map(([said, ns = ""]) => ({ ns, said }))
      .filter(
        ({ ns, said }) =>
          ns in vi && ns !== BY_CODE && !known.has(ns) && (said.endsWith(".") || said.startsWith("word(")),
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
