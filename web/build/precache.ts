/** Emits /sw.js with the list of files that make the app start without a network: entry, sign-in and the station's screens. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import type { Plugin } from "vite";

/** The hospital's screens are cached when they are first used: a station on 3G never pays for them. */
const NOT_FOR_STATIONS =
  /^assets\/(specialist|manager|hospital-shell|worklist|ring|log|timeline|other|words-en|words-vi-(hospital|log|other))-/;

export function precache(worker: string): Plugin {
  return {
    name: "telemed-precache",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name) && !NOT_FOR_STATIONS.test(name));
      const files = ["/", "/icon.svg", "/manifest.webmanifest", ...names.sort().map((name) => `/${name}`)];
      const page = bundle["index.html"];
      const version = createHash("sha256")
        .update(JSON.stringify(files))
        .update(page?.type === "asset" ? page.source : "")
        .digest("hex")
        .slice(0, 10);
      const head = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
      this.emitFile({ type: "asset", fileName: "sw.js", source: head + (await readFile(worker, "utf8")) });
    },
  };
}
