// Weighs what a browser fetches, gzip, and fails when a path is over its budget (docs: design budgets for thin lines).
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
if (!existsSync(new URL(".vite/manifest.json", dist))) {
  console.error("No build yet: run `npm run build` first.");
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const worker = readFileSync(new URL("sw.js", dist), "utf8");
const kept = new Set(
  JSON.parse(/const FILES = (\[.*\]);/.exec(worker)[1]).map((path) => (path === "/" ? "index.html" : path.slice(1))),
);

const screens = (...names) => names.map((name) => `src/features/${name}/screen.tsx`);
const words = (...groups) => groups.map((group) => `src/locales/vi/for-${group}.ts`);
const SIGN_IN = screens("sign-in");
// What a station doctor's first visit downloads until the two are face to face.
const STATION = [
  ...SIGN_IN,
  "src/app/signed-in.tsx",
  "src/app/station.tsx",
  ...screens("station-home", "request", "emergency", "waiting", "call"),
  ...words("consult", "station"),
];
// What is fetched later, while they talk or after: the minutes, reading back and signing, decision, referral.
const PAPERS = [
  ...screens("minutes", "decision", "referral"),
  "src/features/call/minutes-tab.tsx",
  "src/ui/minutes-signing.tsx",
  ...words("papers"),
];

const weigh = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

/** The files of index.html and of these lazy chunks, with all they import. */
function filesOf(chunks) {
  const files = new Set(["index.html"]);
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const part = manifest[name];
    if (!part) throw new Error(`${name} is not in the build: was it renamed?`);
    files.add(part.file);
    for (const style of part.css ?? []) files.add(style);
    for (const inner of part.imports ?? []) visit(inner);
  };
  // A chunk merged into one that imports it has no entry of its own.
  for (const name of ["index.html", ...chunks]) if (manifest[name] || name === "index.html") visit(name);
  return files;
}

const station = filesOf(STATION);
const papers = [...filesOf(PAPERS)].filter((file) => !station.has(file));
const paths = [
  ["sign-in", 130, [...filesOf(SIGN_IN)]],
  ["station, until face to face", 200, [...station]],
  ["papers, while they talk", null, papers],
  // On a later visit the browser asks for sw.js and for what the worker does not hold.
  ["later visit of a station", 20, ["sw.js", ...[...station, ...papers].filter((file) => !kept.has(file))]],
];

let over = false;
console.log("path                         kB gz  budget  files");
for (const [name, budget, files] of paths) {
  const bytes = files.reduce((sum, file) => sum + weigh(file), 0);
  const kB = bytes / 1000;
  const heavy = budget !== null && kB > budget;
  over ||= heavy;
  console.log(
    `${name.padEnd(27)} ${kB.toFixed(1).padStart(6)} ${String(budget ?? "").padStart(7)} ${String(files.length).padStart(6)}${heavy ? "  OVER" : ""}`,
  );
}
/** Chunks that import each other in a circle may run in the wrong order: the page then breaks only when built. */
function circle(name, path = [], done = new Set()) {
  if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
  if (done.has(name)) return null;
  for (const inner of manifest[name]?.imports ?? []) {
    const found = circle(inner, [...path, name], done);
    if (found) return found;
  }
  done.add(name);
  return null;
}
const round = Object.keys(manifest)
  .map((name) => circle(name))
  .find(Boolean);
if (round) {
  console.log(`\nchunks in a circle: ${round.join(" > ")}`);
  over = true;
}
if (over) {
  console.log("\nheaviest:");
  for (const [file, bytes] of [...station]
    .map((file) => [file, weigh(file)])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)) {
    console.log(`  ${(bytes / 1000).toFixed(1).padStart(6)}  ${file}`);
  }
}
process.exitCode = over ? 1 : 0;
