/** How far each ring came by channel, told at the ring itself: a page seen or a push lost is no turning point. Pure. */
import type { Reached } from "@/lib/channels";
import type { Schema } from "@/wire/schema";

type Entry = Pick<Schema<"TimelineEntry">, "kind" | "person" | "params">;

const CHANNELS = ["page", "push", "gateway"] as const;
const STATES = ["queued", "delivered", "seen", "missed", "failed"] as const;

/** By the place of each ring's first entry. Nobody saw it there until its time was over: missed. */
export function reachOf(entries: readonly Entry[]): ReadonlyMap<number, readonly Reached[]> {
  const found = new Map<number, readonly Reached[]>();
  /** Where each person's latest ring began. */
  const begun = new Map<string, number>();
  entries.forEach(({ kind, person, params }, at) => {
    if (person === null) return;
    const ring = begun.get(person.id);
    switch (kind) {
      case "ring_started":
        begun.set(person.id, at);
        return;
      case "ring_delivered": {
        const channel = CHANNELS.find((known) => known === params["channel"]);
        const state = STATES.find((known) => known === params["state"]);
        if (ring === undefined || !channel || !state) return;
        const others = (found.get(ring) ?? []).filter((one) => one.channel !== channel);
        const all = [...others, { channel, state }];
        found.set(
          ring,
          CHANNELS.flatMap((one) => all.filter((reached) => reached.channel === one)),
        );
        return;
      }
      case "ring_ended":
        if (ring === undefined || params["outcome"] !== "missed") return;
        found.set(
          ring,
          (found.get(ring) ?? []).map((one) => (one.state === "delivered" ? { ...one, state: "missed" } : one)),
        );
        return;
      default:
    }
  });
  return found;
}
