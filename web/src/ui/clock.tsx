/** Running clocks. They follow the server's time, because deadlines are its own. */
import { useEffect, useState } from "react";

import { clockText, longLeftText, serverNow, waitText } from "@/lib/clock";

/** The server's time, looked at again every `everyMs`. One interval per caller, none when hidden. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const look = () => setNow(serverNow());
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [everyMs]);
  return now;
}

/** What is left until `deadline` (ISO or ms). Read out by its ladder, not each second. */
export function Countdown({ deadline, big = false }: { deadline: string | number; big?: boolean }) {
  const now = useNow(250);
  return (
    <span className={big ? "clock" : "num"} role="timer" aria-live="off">
      {longLeftText(new Date(deadline).getTime() - now)}
    </span>
  );
}

/** How long since `from`. `words` gives `3 giờ 12` above an hour, for lists. */
export function Elapsed({
  from,
  big = false,
  words = false,
}: {
  from: string | number;
  big?: boolean;
  words?: boolean;
}) {
  const now = useNow(1000);
  const ms = now - new Date(from).getTime();
  return (
    <span className={big ? "clock m" : "num"} role="timer" aria-live="off">
      {words ? waitText(ms) : clockText(ms)}
    </span>
  );
}

/** The share of a deadline that is left, 0 to 100. */
export function useShareLeft(started: string | number, deadline: string | number): number {
  const now = useNow(250);
  const [from, to] = [new Date(started).getTime(), new Date(deadline).getTime()];
  return to <= from ? 0 : Math.min(100, Math.max(0, (100 * (to - now)) / (to - from)));
}
