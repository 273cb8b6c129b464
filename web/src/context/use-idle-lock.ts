/** Locks a shared machine that nobody touches, and tells the server that one in use is in use. */
import { useEffect } from "react";

import { lastRenewal, renew } from "@/lib/http-client";
import { runningCall } from "@/lib/running-call";

/** As the server counts. */
export const LOCK_AFTER_MS = 600_000;
/** Well within it, and seldom enough for a thin line. */
const RENEW_AFTER_MS = 300_000;
const LOOK_EVERY_MS = 5_000;
const TELL_EVERY_MS = 15_000;
const TOUCHES = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
const CHANNEL = "telemed.use";

/** A running call counts as use: two people who talk touch nothing. */
export function useIdleLock(watching: boolean, lock: () => void): void {
  useEffect(() => {
    if (!watching) return;
    let usedAt = Date.now();
    let toldAt = 0;
    const others = new BroadcastChannel(CHANNEL);
    others.onmessage = () => {
      usedAt = Date.now();
    };
    const look = () => {
      const now = Date.now();
      if (runningCall() !== null) usedAt = now;
      if (now - usedAt >= LOCK_AFTER_MS) lock();
      else if (usedAt > lastRenewal() && now - lastRenewal() >= RENEW_AFTER_MS) renew().catch(() => undefined);
    };
    const touched = () => {
      // A machine that slept is woken by a touch: that one comes too late.
      look();
      usedAt = Date.now();
      if (usedAt - toldAt < TELL_EVERY_MS) return;
      toldAt = usedAt;
      others.postMessage(null);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", look);
    for (const touch of TOUCHES) document.addEventListener(touch, touched, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      others.close();
      document.removeEventListener("visibilitychange", look);
      for (const touch of TOUCHES) document.removeEventListener(touch, touched, { capture: true });
    };
  }, [watching, lock]);
}
