import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { compressed } from "./build/compressed.ts";
import { precache } from "./build/precache.ts";

const server = process.env["TELEMED_DEV_SERVER"] ?? "http://127.0.0.1:8080";

const SHARED =
  /node_modules\/@tanstack\/|src\/(ui\/(sticky-footer|reason-dialog|dialog|ladder|consult-ladder|vital-tile|vitals-form|conflict|phones|pre-call|outcome|phone-log|transfer|table)|context\/(use-act|use-draft|use-entering|use-preview|use-consult-edits|consults|patients|duty|queries|socket)|lib\/(emergency-start|vital-readings|vitals|local-media|media-devices|patient|ladder|consult-api|minutes-state|change-queue|socket-client|uuid7|versions))\.tsx?$/;

export default defineConfig({
  plugins: [react(), precache("sw/sw.js"), compressed()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: ["chrome130", "edge130", "firefox132"],
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    // A file inside a script cannot be refused by the content policy or fetched twice; none is needed here.
    assetsInlineLimit: 0,
    // Told below by scripts/budget.mjs, which knows what each path may weigh.
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      output: {
        // Small parts that nearly every screen behind sign-in needs travel together: one file packs better than a dozen.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: "shared", test: SHARED }],
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
    proxy: { "/api": { target: server }, "/ws": { target: server, ws: true } },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}", "eslint/*.test.js"],
    restoreMocks: true,
    css: false,
  },
});
