/** The room as React sees it: one seat for this page, own devices, and the figures a test may read. */
import { useEffect, useState, useSyncExternalStore } from "react";

import { useSocket } from "@/context/socket";
import { lentPicture, onLentPicture, withLent } from "@/lib/lent-picture";
import { holdLocalMedia, localMedia, onLocalMedia, openLocalMedia, type LocalMedia } from "@/lib/local-media";
import { meterLevel } from "@/lib/media-devices";
import { holdRunningCall } from "@/lib/running-call";

import { CallRoom } from "./call-room";

import type { PeerStats } from "@/lib/peer-stats";
import type { Level } from "@/lib/rungs";
import type { RoomState } from "./call-state";

declare global {
  interface Window {
    /** Documented hook for tests and support: counts of this page's connection, no personal data. */
    telemedStats?: () => Promise<(PeerStats & { readonly level: Level | null }) | null>;
  }
}

export function useRoom(call: string): {
  readonly room: CallRoom;
  readonly state: RoomState;
  readonly local: LocalMedia;
} {
  const socket = useSocket();
  const [room] = useState(() => new CallRoom(socket, call));
  const local = useSyncExternalStore(onLocalMedia, localMedia);
  useEffect(() => {
    const release = holdLocalMedia();
    void openLocalMedia();
    room.start();
    const leave = holdRunningCall(call);
    window.telemedStats = () => room.stats();
    return () => {
      delete window.telemedStats;
      leave();
      room.stop();
      release();
    };
  }, [room, call]);
  const lent = useSyncExternalStore(onLentPicture, lentPicture);
  useEffect(() => room.useMedia(withLent(local, lent)), [room, local, lent]);
  const state = useSyncExternalStore(
    (changed) => room.subscribe(changed),
    () => room.state,
  );
  return { room, state, local };
}

const SPEECH = 0.45;
const SAID_FOR_MS = 4_000;

/** Somebody speaks here although the microphone is off. Only listens while it is off. */
export function useSpeakingMuted({ stream, microphoneOn }: LocalMedia): boolean {
  const [speaking, setSpeaking] = useState(false);
  const track = stream?.getAudioTracks()[0];
  useEffect(() => {
    if (!track || microphoneOn) return;
    // Its own copy: the one on the line is silent.
    const copy = track.clone();
    copy.enabled = true;
    let loud = 0;
    let saidAt = 0;
    const stop = meterLevel(new MediaStream([copy]), (level) => {
      loud = level > SPEECH ? loud + 1 : 0;
      if (loud >= 3) saidAt = performance.now();
      setSpeaking(saidAt > 0 && performance.now() - saidAt < SAID_FOR_MS);
    });
    return () => {
      stop();
      copy.stop();
      setSpeaking(false);
    };
  }, [track, microphoneOn]);
  return speaking;
}

const OFF_LONG_MS = 20_000;

/** True once something has been so for twenty seconds. */
export function useForLong(is: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLong(true), OFF_LONG_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [is]);
  return long;
}

const WIDE = "(min-width: 1001px)";

/** Room enough for the file and the minutes side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(WIDE);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => matchMedia(WIDE).matches,
  );
}
