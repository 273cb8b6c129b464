/** One referral on this screen: news in, typing out, whatever the line does; and what this person may do with it. */
import { useEffect, useState, useSyncExternalStore } from "react";

import { ReferralDesk, type ReferralNow } from "@/lib/referral-desk";
import { useMe, type Me } from "./session";
import { useFrames, useLinkBack } from "./socket";

/** Give the part that calls this a `key` of the id: one desk is for one referral. */
export function useReferral(id: string): { readonly desk: ReferralDesk; readonly now: ReferralNow } {
  const me = useMe();
  const [desk] = useState(() => new ReferralDesk(id, me.id));
  useEffect(() => {
    desk.start();
    const flush = () => desk.flush();
    globalThis.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      desk.stop();
      globalThis.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
    };
  }, [desk]);
  useFrames((frame) => desk.hear(frame));
  useLinkBack(() => desk.back());
  const now = useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.now,
  );
  return { desk, now };
}

const DECIDING = new Set(["station_head", "station_doctor", "station_assistant"]);

/** Decide and refer for this station; a nurse prepares, the hospital reads. Comfort only: the server decides. */
export function mayDecide(me: Me, station: string): boolean {
  return me.grants.some((held) => DECIDING.has(held.role) && held.facility.id === station);
}
