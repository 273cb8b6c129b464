import { afterEach, expect, it, vi } from "vitest";

import { workerAddress } from "./trusted";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("gives the plain address to a browser without Trusted Types", () => {
  expect(workerAddress()).toBe("/sw.js");
});

it("makes one policy, which knows the service worker's address and no other", () => {
  const made: { name: string; createScriptURL: (address: string) => string }[] = [];
  vi.stubGlobal("trustedTypes", {
    createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => {
      made.push({ name, ...rules });
      return rules;
    },
  });

  expect(workerAddress()).toBe("/sw.js");

  const policy = made[0];
  expect(made).toHaveLength(1);
  expect(policy?.name).toBe("telemed");
  expect(() => policy?.createScriptURL("/elsewhere.js")).toThrow(TypeError);
});
