/** One's own camera and microphone before a call: opened once, measured, closed when the screen goes. */
import { useCallback, useEffect, useRef, useState } from "react";

import { closeMedia, meterLevel, openMedia, type OpenMedia } from "@/lib/media-devices";

export interface Preview {
  readonly media: OpenMedia | null;
  readonly opening: boolean;
  /** 0 to 1. */
  readonly level: number;
  /** No sound for six seconds although a microphone is open. */
  readonly silent: boolean;
  readonly open: () => void;
}

const SILENT_AFTER_MS = 6_000;
const SOUND_FROM = 0.18;

/** `open()` asks for the devices; where they were allowed before they open by themselves. */
export function usePreview(): Preview {
  const [media, setMedia] = useState<OpenMedia | null>(null);
  const [opening, setOpening] = useState(false);
  const [level, setLevel] = useState(0);
  const [silent, setSilent] = useState(false);
  const held = useRef<MediaStream | null>(null);
  const gone = useRef(false);

  const open = useCallback(() => {
    setOpening(true);
    void openMedia({ camera: true }).then((found) => {
      closeMedia(held.current);
      if (gone.current) return closeMedia(found.stream);
      held.current = found.stream;
      setMedia(found);
      setSilent(false);
      setOpening(false);
    });
  }, []);

  useEffect(() => {
    gone.current = false;
    // Where it was allowed before, no question is put to anyone: then it may open by itself.
    void allowedBefore().then((allowed) => {
      if (allowed && !gone.current && held.current === null) open();
    });
    return () => {
      gone.current = true;
      closeMedia(held.current);
      held.current = null;
    };
  }, [open]);

  useEffect(() => {
    if (!media) return;
    let heardAt = performance.now();
    return meterLevel(media.stream, (now) => {
      if (now >= SOUND_FROM) heardAt = performance.now();
      // Ten steps are drawn: fewer changes, fewer renderings on a slow PC.
      setLevel(Math.round(now * 12) / 12);
      setSilent(performance.now() - heardAt > SILENT_AFTER_MS);
    });
  }, [media]);

  return { media, opening, level, silent, open };
}

async function allowedBefore(): Promise<boolean> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return false;
  try {
    const asked = await Promise.all(
      (["camera", "microphone"] as const).map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return asked.every((answer) => answer.state === "granted");
  } catch {
    return false;
  }
}
