import { expect, test } from "vitest";

import { SON } from "@/test/consults";

import { reachOf } from "./reach-state";

const entry = (kind: string, params: Record<string, string> = {}) => ({ kind, person: SON, params });
const came = (channel: string, state: string) => entry("ring_delivered", { channel, state });

test("each ring keeps how far it came, the latest word of each channel", () => {
  const reach = reachOf([
    entry("ring_started"),
    came("push", "failed"),
    came("page", "delivered"),
    came("page", "seen"),
    entry("ring_ended", { outcome: "missed" }),
    entry("ring_started"),
    came("page", "delivered"),
  ]);

  expect(reach.get(0)).toEqual([
    { channel: "page", state: "seen" },
    { channel: "push", state: "failed" },
  ]);
  expect(reach.get(5)).toEqual([{ channel: "page", state: "delivered" }]);
});

test("what had arrived and nobody saw was missed when the ring's time was over", () => {
  const reach = reachOf([entry("ring_started"), came("push", "delivered"), entry("ring_ended", { outcome: "missed" })]);

  expect(reach.get(0)).toEqual([{ channel: "push", state: "missed" }]);
});
