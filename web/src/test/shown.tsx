/** Renders a part as the app would: router, kept answers; and asks axe about it. */
import { QueryClientProvider } from "@tanstack/react-query";
import { render, type RenderResult } from "@testing-library/react";
import axe from "axe-core";
import { expect } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";

import { makeQueries } from "@/context/queries";

import type { ReactNode } from "react";

export interface Shown extends RenderResult {
  /** Addresses gone to, in order; the first is where it began. */
  readonly history: string[];
}

export function shown(children: ReactNode, at = "/"): Shown {
  const { hook, history } = memoryLocation({ path: at, record: true });
  const result = render(
    <QueryClientProvider client={makeQueries()}>
      <Router hook={hook}>{children}</Router>
    </QueryClientProvider>,
  );
  return { ...result, history };
}

/** jsdom paints nothing, so contrast is left to the browser journeys. */
export async function accessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}
