/** Emits /sw.js: what makes the app start without a network (entry, sign-in, the station's screens), and what a push shows. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import { minifySync, type Plugin, type Rolldown } from "vite";

import { worker as en } from "../src/locales/en/worker.ts";
import { worker as vi } from "../src/locales/vi/worker.ts";

/** The hospital's places are cached when they are first used, English when it is chosen: a station on 3G never pays for them. */
const NOT_FOR_STATIONS =
  /src\/(app\/(specialist|manager|admin|privacy|other)\.tsx|locales\/(en\/.*|vi\/for-(hospital|log|other|admin|privacy))\.ts)$/;

/** All that a station may come to: what the page imports, at once or later, but for what only other places open. */
function reached(bundle: Rolldown.OutputBundle): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    const part = bundle[name];
    if (part?.type !== "chunk" || found.has(name) || NOT_FOR_STATIONS.test(part.facadeModuleId ?? "")) return;
    found.add(name);
    for (const style of part.viteMetadata?.importedCss ?? []) found.add(style);
    for (const inner of [...part.imports, ...part.dynamicImports]) visit(inner);
  };
  for (const [name, part] of Object.entries(bundle)) if (part.type === "chunk" && part.isEntry) visit(name);
  return [...found].sort();
}

export function precache(...parts: readonly string[]): Plugin {
  return {
    name: "telemed-precache",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const files = ["/", "/icon.svg", "/manifest.webmanifest", ...reached(bundle).map((name) => `/${name}`)];
      const page = bundle["index.html"];
      const version = createHash("sha256")
        .update(JSON.stringify(files))
        .update(page?.type === "asset" ? page.source : "")
        .digest("hex")
        .slice(0, 10);
      const known = Object.entries({ VERSION: version, FILES: files, WORDS: { vi, en } });
      const head = known.map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`);
      const programs = await Promise.all(parts.map((part) => readFile(part, "utf8")));
      // Asked for at every visit, on the thinnest line too.
      const program = minifySync("sw.js", programs.join("\n"), { module: false }).code;
      this.emitFile({ type: "asset", fileName: "sw.js", source: [...head, program].join("") });
    },
  };
}
