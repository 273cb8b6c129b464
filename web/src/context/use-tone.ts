/** The ringing tone, for as long as it shall sound. */
import { useEffect, useState } from "react";

import { Ringtone } from "@/lib/ringtone";

/** Sounds while `on`; true when the browser wants a touch on the page before it lets anything sound. */
export function useTone(on: boolean): boolean {
  const [tone] = useState(() => new Ringtone());
  const [deaf, setDeaf] = useState(false);
  useEffect(() => {
    if (!on) return;
    let [stopped, heard] = [false, false];
    const start = () =>
      void tone.start().then((audible) => {
        heard = audible;
        if (!stopped) setDeaf(!audible);
      });
    const touched = () => {
      if (heard) return;
      tone.stop();
      start();
    };
    start();
    document.addEventListener("pointerdown", touched);
    return () => {
      stopped = true;
      document.removeEventListener("pointerdown", touched);
      tone.stop();
    };
  }, [on, tone]);
  return deaf;
}
