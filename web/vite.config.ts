import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { compressed } from "./build/compressed.ts";
import { precache } from "./build/precache.ts";

const server = process.env["TELEMED_DEV_SERVER"] ?? "http://127.0.0.1:8080";

/** What sign-in needs in any case. */
const START =
  /node_modules\/(react|react-dom|scheduler|wouter|regexparam)\/|vite\/preload-helper|src\/(app\/screen|ui\/(banner|button|choices|clock|field|icon|key-hint|lists|problem-alert|refused|tags)|context\/(roles|session|use-entry|use-page-title)|lib\/(clock|drafts|http-client|i18n|kept-phones|passkeys|phone|problem|push-mark|refusal|session-api|trusted|wipe)|locales\/vi\/(for-all|common|problem|shell|sign-in))\.(tsx?|js)$/;

/** What nearly every screen behind sign-in needs. Whatever one of these imports stands here or above, or chunks go in a circle. */
const SHARED =
  /node_modules\/@tanstack\/|src\/(ui\/(card|conflict|consent-card|consent-line|consult-ladder|dialog|guard-late|ladder|later|link-words|outcome|phone-log-late|phones|pre-call|reason-dialog|sticky-footer|toast|transfer|vital-tile|vitals-form)|context\/(accesses|consent-texts|consults|duty|patients|queries|socket|use-act|use-consent-desk|use-consult-edits|use-draft|use-entering|use-outbox|use-preview|use-video-consent|vital-limits)|lib\/(asked|call-entry|consent|consult-api|emergency-start|guard-words|labels|ladder|local-media|media-devices|minutes-state|patient|running-call|socket-client|uuid7|versions|vital-readings|vitals)|wire\/ids|app\/(consult-routes|late|opened-routes|own-routes|router|shell-parts))\.tsx?$/;

/** What the bell and the hospital's screens share of duty: a chunk for each would cost every page its name. */
const DUTY = /src\/(context\/(duty-rights|push-server|use-seen|use-worker-news)|lib\/push)\.tsx?$/;

const MINUTES = /src\/(ui\/minutes-field|context\/use-minutes|lib\/minutes-(api|desk|left))\.tsx?$/;

/** What the first step of a request and its later parts share; the emergency screen's outbox takes some of it too. */
const REQUEST =
  /src\/(features\/request\/(places|fault-text|request-api|request-state)|lib\/request-(store|templates)|context\/request-templates)\.ts$/;

export default defineConfig({
  plugins: [react(), precache("sw/sw.js", "sw/push.js"), compressed()],
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      // wouter asks for it on behalf of older Reacts; ours has it built in.
      "use-sync-external-store/shim/index.js": "react",
    },
  },
  build: {
    target: ["chrome130", "edge130", "firefox132"],
    manifest: true,
    sourcemap: false,
    // A list of what each of the hospital's places needs would be fetched by every station.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, parts) =>
        /^assets\/(specialist|manager|admin|privacy|other)-/.test(file)
          ? parts.filter((part) => /\.css$/.test(part))
          : parts,
    },
    // A file inside a script cannot be refused by the content policy or fetched twice; none is needed here.
    assetsInlineLimit: 0,
    // Told below by scripts/budget.mjs, which knows what each path may weigh.
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      output: {
        // Small parts that are needed at the same time travel together: one file packs better than a dozen.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "start", test: START },
            { name: "shared", test: SHARED },
            { name: "duty", test: DUTY },
            // Also fetched alone, for what a closed page left behind: not worth a chunk of its own.
            { name: "minutes", test: MINUTES },
            { name: "request-form", test: REQUEST },
          ],
        },
        // Screens are all called screen.tsx, words for-*.ts; the service worker and the budget tell them apart by their feature.
        chunkFileNames: ({ facadeModuleId }) => {
          const [, language, group] = /locales\/(vi|en)\/for-(\w+)\.ts$/.exec(facadeModuleId ?? "") ?? [];
          if (language !== undefined) return `assets/words-${language}-${group}-[hash].js`;
          const feature = /features\/([^/]+)\/(screen|overlay)\.tsx$/.exec(facadeModuleId ?? "")?.[1];
          return feature === undefined ? "assets/[name]-[hash].js" : `assets/${feature}-[hash].js`;
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { "/api": { target: server }, "/ical": { target: server }, "/ws": { target: server, ws: true } },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}", "{eslint,sw}/*.test.js"],
    restoreMocks: true,
    css: false,
    testTimeout: 60_000, // a machine that others share may stand still for ten seconds
  },
});
