import { expect, test } from "vitest";

import { vi } from "./vi";

/** Their keys are codes of the server: looked up by `word()` or a problem's code, never written out. */
const BY_CODE = new Set(["urgency", "specialty", "consultState", "sex", "profession", "role", "problem"]);

test("every key is used somewhere", () => {
  const files: Record<string, string> = import.meta.glob("../**/*.{ts,tsx}", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const sources = Object.entries(files)
    .filter(([path]) => !/\/(locales|wire)\/|^\.\/|\.test\.tsx?$/.test(path))
    .map(([, text]) => text)
    .join("\n");

  // A key made in pieces is written `ns.${…}` or `ns.part_${…}`: all that begin so then count as used.
  const pieces = [
    ...[...sources.matchAll(/`(\w+\.\w*)\$\{/g)].map((found) => found[1] ?? ""),
    ...[...sources.matchAll(/\bword\("(\w+)"/g)].map((found) => `${found[1] ?? ""}.`),
  ];
  const unused = Object.entries(vi)
    .filter(([ns]) => !BY_CODE.has(ns))
    .flatMap(([ns, words]) => Object.keys(words).map((key) => `${ns}.${key}`))
    .filter((key) => !sources.includes(`"${key}"`) && !pieces.some((piece) => key.startsWith(piece)));

  expect(unused).toEqual([]);
});
