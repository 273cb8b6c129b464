import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ChangeQueue, QUIET, type QueueState } from "./change-queue";
import { lineProblem, Problem } from "./problem";

describe("the queue of small changes", () => {
  let state: QueueState = QUIET;
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const queue = () => new ChangeQueue((next) => (state = next));

  it("sends one after the other, in order", async () => {
    const seen: string[] = [];
    const q = queue();

    q.push("a", async () => seen.push("a"));
    q.push("b", async () => seen.push("b"));
    await q.flush();

    expect(seen).toEqual(["a", "b"]);
    expect(state).toEqual(QUIET);
  });

  it("keeps what the line swallowed and sends it again by itself", async () => {
    const work = vi.fn().mockRejectedValueOnce(lineProblem("network")).mockResolvedValue(undefined);
    const q = queue();

    q.push("reason", work);
    await q.flush();
    expect(state.stuck).toBe(true);

    await vi.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(2);
    expect(state).toEqual(QUIET);
  });

  it("lets a newer change of the same field take the place of one that has not gone", async () => {
    const seen: string[] = [];
    const q = queue();

    q.push("slow", () => new Promise((resolve) => setTimeout(resolve, 100)));
    q.push("reason", async () => seen.push("old"));
    q.push("reason", async () => seen.push("new"));
    await vi.advanceTimersByTimeAsync(200);

    expect(seen).toEqual(["new"]);
  });

  it("tells a refusal and goes on with the next", async () => {
    const after = vi.fn().mockResolvedValue(undefined);
    const q = queue();

    q.push("reason", () => Promise.reject(new Problem({ code: "stale", status: 409 })));
    q.push("history", after);
    await q.flush();

    expect(state.refused?.key).toBe("reason");
    expect(after).toHaveBeenCalledOnce();
  });
});
