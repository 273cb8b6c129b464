/** Rings over every screen of the hospital: the tone, the sheet, or a bar where a sheet would be in the way. */
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import { useRingBoard } from "@/context/ring-board";
import { useTone } from "@/context/use-tone";
import { t } from "@/lib/i18n";

import { Bar } from "./bar";
import { OverSheet } from "./over-sheet";
import { overlayOf, sounds } from "./ring-state";
import { Sheet } from "./sheet";

import "./ring.css";

export default function RingOverlay() {
  const { board, act } = useRingBoard({ listen: true });
  const [at] = useLocation();
  const [muted, setMuted] = useState<ReadonlySet<string>>(new Set());
  const ringing = sounds(board, muted);
  const deaf = useTone(ringing);
  useTitle(ringing);

  const mute = () => setMuted(new Set(board.rings.map((ring) => ring.ring_id)));
  const overlay = overlayOf(board, { inCall: at.endsWith("/call"), onWorklist: at === "/worklist" });
  switch (overlay.kind) {
    case "none":
      return null;
    case "bar":
      return (
        <Bar
          ring={overlay.ring}
          more={overlay.more}
          onOpen={() => act({ kind: "open", consult: overlay.ring.consult.id })}
          onMute={ringing ? mute : null}
        />
      );
    case "over":
      return <OverSheet key={overlay.over.ring.ring_id} over={overlay.over} onClose={() => act({ kind: "close" })} />;
    case "sheet":
      return (
        <Sheet
          key={overlay.consult}
          consultId={overlay.consult}
          ring={overlay.ring}
          others={overlay.others}
          deaf={deaf && ringing}
          onMute={ringing ? mute : null}
          onFold={() => act({ kind: "fold" })}
          onOpen={(consult) => act({ kind: "open", consult })}
          onDone={(consult) => act({ kind: "done", consult })}
        />
      );
  }
}

/** A tab in the background says so in its title; never whom it is about. */
function useTitle(ringing: boolean): void {
  const before = useRef("");
  useEffect(() => {
    if (!ringing) return;
    before.current = document.title;
    const words = t("ring.title");
    let on = false;
    const timer = setInterval(() => {
      on = !on;
      if (document.title !== words) before.current = document.title;
      document.title = on ? words : before.current;
    }, 1_000);
    return () => {
      clearInterval(timer);
      if (document.title === words) document.title = before.current;
    };
  }, [ringing]);
}
