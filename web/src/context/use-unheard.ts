/** Whether the server has fallen silent while something rings: then nobody knows whether it rings still. */
import { useEffect, useState } from "react";

import { useSocket } from "./socket";

/** A ring nobody has vouched for this long may be another doctor's by now: it must not go on sounding. */
export const VOUCHED_MS = 10_000;

export function useUnheard(ringing: boolean): boolean {
  const socket = useSocket();
  const [unheard, setUnheard] = useState(false);
  useEffect(() => {
    if (!ringing) return;
    socket.brisk(true);
    const timer = setInterval(() => setUnheard(performance.now() - socket.heardAt > VOUCHED_MS), 1_000);
    return () => {
      clearInterval(timer);
      socket.brisk(false);
      setUnheard(false);
    };
  }, [ringing, socket]);
  return ringing && unheard;
}
