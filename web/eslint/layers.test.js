import { RuleTester } from "eslint";
import { afterAll, describe, it } from "vitest";

import { layers } from "./layers.js";

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

const at = (file, code) => ({ filename: `/w/src/${file}`, code });
new RuleTester({ languageOptions: { sourceType: "module" } }).run("layers", layers, {
  valid: [
    at("features/call/screen.tsx", 'import { Peer } from "@/lib/peer";'),
    at("features/call/screen.tsx", 'import x from "./call-state";'),
    at("features/call/parts/stage.tsx", 'import x from "../call-state";'),
    at("app/router.tsx", 'const x = () => import("@/features/call/screen");'),
    at("lib/i18n.ts", 'import { vi } from "@/locales/vi";'),
  ],
  invalid: [
    {
      ...at("features/call/screen.tsx", 'import x from "@/features/minutes/form";'),
      errors: [{ messageId: "feature" }],
    },
    { ...at("features/call/screen.tsx", 'import x from "../minutes/form";'), errors: [{ messageId: "feature" }] },
    { ...at("features/call/screen.tsx", 'import x from "@/app/shell";'), errors: [{ messageId: "layer" }] },
    { ...at("lib/clock.ts", 'import { useState } from "react";'), errors: [{ messageId: "framework" }] },
    { ...at("ui/tag.tsx", 'import { asId } from "@/wire/ids";'), errors: [{ messageId: "layer" }] },
    { ...at("lib/clock.ts", 'import x from "../ui/tag";'), errors: [{ messageId: "layer" }] },
  ],
});
