import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { compressed } from "./build/compressed.ts";
import { precache } from "./build/precache.ts";

const server = process.env["TELEMED_DEV_SERVER"] ?? "http://127.0.0.1:8080";

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
        // Screens are all called screen.tsx; the service worker and the budget tell them apart by their feature.
        chunkFileNames: ({ facadeModuleId }) => {
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
