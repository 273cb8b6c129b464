/** One's own camera and microphone before a call, measured; kept warm, so that the room opens with them on. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";

import { holdLocalMedia, localMedia, onLocalMedia, openLocalMedia } from "@/lib/local-media";
import { meterLevel, type OpenMedia } from "@/lib/media-devices";

export interface Preview {
  readonly media: OpenMedia | null;
  readonly opening: boolean;
  /** 0 to 1. */
  readonly level: number;
  /** No sound for six seconds although a microphone is open and on. */
  readonly silent: boolean;
  /** What the person switched off in an earlier call. */
  readonly cameraOff: boolean;
  readonly microphoneOff: boolean;
  readonly open: () => void;
}

const SILENT_AFTER_MS = 6_000;
const SOUND_FROM = 0.18;

/** `open()` asks for the devices; with `byItself`, where they were allowed before, they open without a question. */
export function usePreview(byItself = true): Preview {
  const local = useSyncExternalStore(onLocalMedia, localMedia);
  const [level, setLevel] = useState(0);
  const [silent, setSilent] = useState(false);
  const { state, stream, cameraFault, microphoneFault, cameraOn, microphoneOn } = local;
  const open = useCallback(() => void openLocalMedia(true), []);

  useEffect(() => {
    let gone = false;
    const release = holdLocalMedia();
    if (byItself) {
      void allowedBefore().then((allowed) => {
        if (allowed && !gone) void openLocalMedia();
      });
    }
    return () => {
      gone = true;
      release();
    };
  }, [byItself]);

  useEffect(() => {
    if (stream === null || !microphoneOn) return;
    let heardAt = performance.now();
    const stop = meterLevel(stream, (now) => {
      if (now >= SOUND_FROM) heardAt = performance.now();
      // Twelve steps are drawn: fewer changes, fewer renderings on a slow PC.
      setLevel(Math.round(now * 12) / 12);
      setSilent(performance.now() - heardAt > SILENT_AFTER_MS);
    });
    return () => {
      stop();
      setLevel(0);
      setSilent(false);
    };
  }, [stream, microphoneOn]);

  const media = useMemo(
    () => (stream === null ? null : { stream, camera: cameraFault, microphone: microphoneFault }),
    [stream, cameraFault, microphoneFault],
  );
  return {
    media,
    opening: state === "opening",
    level,
    silent,
    cameraOff: !cameraOn,
    microphoneOff: !microphoneOn,
    open,
  };
}

async function allowedBefore(): Promise<boolean> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return false;
  try {
    const asked = await Promise.all(
      (["camera", "microphone"] as const).map((name) => navigator.permissions.query({ name: name })),
    );
    return asked.every((answer) => answer.state === "granted");
  } catch {
    return false;
  }
}
