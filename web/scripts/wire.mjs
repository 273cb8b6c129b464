// Writes src/wire/*.d.ts from docs/openapi.json and docs/frames.schema.json. `--check` only compares, for `make check`.
import { readFileSync, writeFileSync } from "node:fs";

import { compile } from "json-schema-to-typescript";
import openapiTS, { astToString } from "openapi-typescript";

const here = new URL("..", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, here), "utf8"));

const written = {
  "src/wire/api.d.ts": await api(read("../docs/openapi.json")),
  "src/wire/frames.d.ts": await frames(read("../docs/frames.schema.json")),
};

const check = process.argv.includes("--check");
let stale = false;
for (const [path, text] of Object.entries(written)) {
  const file = new URL(path, here);
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    stale = true;
    console.error(`${path} is not what the schema says: run \`npm run wire\`.`);
  }
}
process.exitCode = stale ? 1 : 0;

async function api(schema) {
  const nodes = await openapiTS(schema, { defaultNonNullable: false });
  return `// Generated from docs/openapi.json by \`npm run wire\`. Not edited by hand.\n${astToString(nodes)}`;
}

/** The schema's root is an object of `client` (what a browser sends) and `server` (what it receives). */
async function frames(schema) {
  for (const part of Object.values(schema.$defs)) tidy(part);
  const root = { ...schema, description: undefined, additionalProperties: false };
  return compile(root, "Frames", {
    additionalProperties: false,
    bannerComment: "// Generated from docs/frames.schema.json by `npm run wire`. Not edited by hand.",
    format: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
  });
}

/** Drops the titles of single fields, which would each become a type of their own, and makes the tag of a union certain. */
function tidy(part) {
  for (const [name, field] of Object.entries(part.properties ?? {})) {
    untitled(field);
    if (name === "type" && "const" in field) part.required = [...new Set([...(part.required ?? []), "type"])];
  }
}

function untitled(field) {
  if (typeof field !== "object" || field === null) return;
  delete field.title;
  for (const inner of [...(field.anyOf ?? []), ...(field.oneOf ?? []), field.items, field.additionalProperties])
    untitled(inner);
}
