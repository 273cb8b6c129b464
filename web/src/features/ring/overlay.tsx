/** Rings over every screen of the hospital: the tone, the sheet, or a bar where a sheet would be in the way. */
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import { useRingBoard } from "@/context/ring-board";
import { useFrames } from "@/context/socket";
import { tellTested, useInSight, useSeen } from "@/context/use-seen";
import { useTone } from "@/context/use-tone";
import { useUnheard, VOUCHED_MS } from "@/context/use-unheard";
import { putAway, useWorkerNews } from "@/context/use-worker-news";
import { serverNow } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { Bar } from "./bar";
import { OverSheet } from "./over-sheet";
import { inSight, overlayOf, sounds } from "./ring-state";
import { Sheet } from "./sheet";

import type { Board, BoardEvent } from "@/lib/ring-board";

import "./ring.css";

export default function RingOverlay() {
  const { board, act } = useRingBoard({ listen: true });
  const [at] = useLocation();
  const [muted, setMuted] = useState<ReadonlySet<string>>(new Set());
  const unheard = useUnheard(board.rings.length > 0);
  const ringing = sounds(board, muted) && !unheard;
  const deaf = useTone(ringing);
  useTitle(ringing);
  useLateRings(unheard, act);

  const mute = () => setMuted(new Set(board.rings.map((ring) => ring.ring_id)));
  const place = { inCall: at.endsWith("/call"), onWorklist: at === "/worklist" };
  const overlay = overlayOf(board, place);
  const shown = inSight(overlay, board, place);
  useSeen(shown);
  usePushes(board, shown, place.inCall, act);
  useFrames((frame) => {
    if (frame.type === "test_ring") tellTested(frame.shift_id);
    if (frame.type === "ring_over") void putAway(frame.ring_id).catch(() => undefined);
  });
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
          unheard={unheard}
          onMute={ringing ? mute : null}
          onFold={() => act({ kind: "fold" })}
          onOpen={(consult) => act({ kind: "open", consult })}
          onDone={(consult) => act({ kind: "done", consult })}
        />
      );
  }
}

/** While nobody vouches for them, rings whose time is over are taken off. */
function useLateRings(unheard: boolean, act: (event: BoardEvent) => void): void {
  useEffect(() => {
    if (!unheard) return;
    const look = () => act({ kind: "unheard", at: serverNow() - VOUCHED_MS });
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [unheard, act]);
}

/** A push shows nothing where this page does; touched elsewhere, it brings its ring up here. */
function usePushes(board: Board, shown: readonly string[], inCall: boolean, act: (event: BoardEvent) => void): void {
  const [, go] = useLocation();
  const visible = useInSight();
  const ids = visible ? shown.join(" ") : "";
  useEffect(() => {
    for (const id of ids.split(" ").filter(Boolean)) void putAway(id).catch(() => undefined);
  }, [ids]);
  useWorkerNews((news) => {
    switch (news.kind) {
      case "shows":
        return visible && shown.includes(news.ring);
      case "open": {
        const ring = board.rings.find((open) => open.ring_id === news.ring);
        if (ring) act({ kind: "open", consult: ring.consult.id });
        else if (!inCall) go("/worklist");
        return null;
      }
      case "renew":
        return null;
    }
  });
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
