/** A new program never comes between two people who talk. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type * as Calls from "@/lib/running-call";
import type * as Update from "./update";

let calls: typeof Calls;
let mindUpdates: typeof Update.mindUpdates;
let workers: EventTarget & { controller: object | null };
let worker: EventTarget & { waiting: { postMessage: (text: string) => void } | null; installing: EventTarget | null };
let told: string[];
let reloads: number;
let sight: "visible" | "hidden";
let leave: (() => void) | null;

const looks = (at: "visible" | "hidden") => {
  sight = at;
  document.dispatchEvent(new Event("visibilitychange"));
};
const enters = () => (leave = calls.holdRunningCall("k"));
/** The new worker has everything and waits. */
const arrives = () => {
  worker.waiting = { postMessage: (text) => void told.push(text) };
  worker.installing?.dispatchEvent(new Event("statechange"));
};
const takesOver = () => workers.dispatchEvent(new Event("controllerchange"));

beforeEach(async () => {
  // A page of its own for each.
  vi.resetModules();
  calls = await import("@/lib/running-call");
  ({ mindUpdates } = await import("./update"));
  vi.useFakeTimers();
  [told, reloads, sight, leave] = [[], 0, "visible", null];
  workers = Object.assign(new EventTarget(), { controller: {} });
  worker = Object.assign(new EventTarget(), { waiting: null, installing: new EventTarget(), update: async () => null });
  vi.stubGlobal("navigator", { serviceWorker: workers });
  vi.stubGlobal("location", { reload: () => reloads++ });
  const page = Object.defineProperty(new EventTarget(), "visibilityState", { get: () => sight });
  vi.stubGlobal("document", page);
  mindUpdates(worker as unknown as ServiceWorkerRegistration);
});
afterEach(() => {
  leave?.();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a new program is taken up at once where nobody is in a call", () => {
  arrives();
  expect(told).toEqual(["take-over"]);
});

test("in a call it waits, and is taken up when the call is over", () => {
  enters();
  arrives();
  expect(told).toEqual([]);

  leave?.();
  expect(told).toEqual(["take-over"]);
});

test("the worker's question is answered no during a call, yes before and after", () => {
  const asked = () => {
    let answer: unknown = null;
    const ports = [{ postMessage: (said: unknown) => (answer = said) }];
    workers.dispatchEvent(Object.assign(new Event("message"), { data: { kind: "idle" }, ports }));
    return answer;
  };
  expect(asked()).toBe(true);
  enters();
  expect(asked()).toBe(false);
  leave?.();
  expect(asked()).toBe(true);
});

test("taken up, a page that is looked at stays as it is; out of sight for a minute it begins anew, once", () => {
  takesOver();
  vi.advanceTimersByTime(3_600_000);
  expect(reloads).toBe(0);

  looks("hidden");
  vi.advanceTimersByTime(59_000);
  looks("visible");
  looks("hidden");
  vi.advanceTimersByTime(59_000);
  expect(reloads).toBe(0);
  vi.advanceTimersByTime(2_000);
  expect(reloads).toBe(1);
});

test("a call is never begun anew, also one that came while the new program was taken up or the page was out of sight", () => {
  enters();
  takesOver();
  looks("hidden");
  vi.advanceTimersByTime(3_600_000);
  expect(reloads).toBe(0);

  looks("visible");
  leave?.();
  looks("hidden");
  vi.advanceTimersByTime(30_000);
  enters();
  vi.advanceTimersByTime(3_600_000);
  expect(reloads).toBe(0);
});

test("the first worker of all changes nothing for the page that brought it", () => {
  workers = Object.assign(new EventTarget(), { controller: null });
  vi.stubGlobal("navigator", { serviceWorker: workers });
  mindUpdates(worker as unknown as ServiceWorkerRegistration);
  sight = "hidden";

  takesOver();
  vi.advanceTimersByTime(3_600_000);

  expect(reloads).toBe(0);
});
