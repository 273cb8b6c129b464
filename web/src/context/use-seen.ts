/** Tells the server that a ring was truly shown: this page is in sight, and the ring is on it. */
import { useEffect, useSyncExternalStore } from "react";

import { api, ok } from "@/lib/http-client";

const REMEMBERED = 100;
/** Told from this page; a ring that comes back into sight is no news. */
const told = new Set<string>();

/** A ring, or the shift whose test it was. Nobody waits for the answer: the screens do not depend on it. */
export async function tellSeen(id: string): Promise<void> {
  if (told.has(id)) return;
  told.add(id);
  const [oldest] = told;
  if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
  try {
    await ok(api.POST("/api/deliveries/{id}/seen", { params: { path: { id } } }));
  } catch {
    // Said again when it next comes into sight.
    told.delete(id);
  }
}

/** The test of a shift may be repeated, so each one is answered. */
export function tellTested(shift: string): void {
  told.delete(shift);
  void tellSeen(shift);
}

export const useInSight = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      document.addEventListener("visibilitychange", changed);
      return () => document.removeEventListener("visibilitychange", changed);
    },
    () => document.visibilityState === "visible",
  );

export function useSeen(rings: readonly string[]): void {
  const inSight = useInSight();
  const ids = rings.join(" ");
  useEffect(() => {
    if (inSight && ids !== "") for (const id of ids.split(" ")) void tellSeen(id);
  }, [inSight, ids]);
}
