import { afterEach, expect, test, vi } from "vitest";

import { watchNetwork } from "./network-watch";

afterEach(() => void vi.useRealTimers());

test("another network is told once, however many events say so; a new guess at its speed is not", () => {
  vi.useFakeTimers();
  const connection = Object.assign(new EventTarget(), { type: "wifi" });
  vi.stubGlobal("navigator", { connection });
  const moved = vi.fn();
  const stop = watchNetwork(moved);
  const says = (type: string) => {
    connection.type = type;
    connection.dispatchEvent(new Event("change"));
    vi.advanceTimersByTime(1_000);
  };

  says("wifi");
  says("none");
  expect(moved).toHaveBeenCalledTimes(0);
  window.dispatchEvent(new Event("online"));
  says("cellular");
  expect(moved).toHaveBeenCalledTimes(1);
  stop();
  says("wifi");
  expect(moved).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
