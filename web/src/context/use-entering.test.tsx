import { renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";

import { consultOf } from "@/test/consults";
import { asksFor, useEntering } from "./use-entering";

import type { Summary } from "@/lib/consult-api";

const socket = vi.hoisted(() => ({ state: { kind: "connecting" } }));
vi.mock("./socket", () => ({ useSocket: () => socket }));

const TAKEN: Partial<Summary> = { state: "accepted", answer: "call", call: null };
const seen = (first: Partial<Summary>) =>
  renderHook(({ summary }) => useEntering(summary), {
    initialProps: { summary: consultOf(first) },
  });
const room = `/consults/${consultOf().id}/call`;
beforeEach(() => history.replaceState(null, "", "/emergency"));

test("the room opens when a doctor takes the case before our eyes", () => {
  const page = seen({ state: "waiting", answer: "call" });
  expect(location.pathname).toBe("/emergency");

  page.rerender({ summary: consultOf(TAKEN) });
  expect(location.pathname).toBe(room);
});

test("whoever asked just now is taken in, though the line was too slow to show the waiting", () => {
  asksFor(consultOf().id);
  seen(TAKEN);

  expect(location.pathname).toBe(room);
});

test("whoever comes back later is not pulled in", () => {
  asksFor(consultOf().id);
  seen(TAKEN);
  history.replaceState(null, "", "/emergency");

  seen(TAKEN);

  expect(location.pathname).toBe("/emergency");
});
