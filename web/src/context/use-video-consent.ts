/** A patient who does not agree to video is not shown: while this case is open here, the camera begins switched off. */
import { useEffect } from "react";

import { localMedia, turnCamera } from "@/lib/local-media";

export function useVideoConsent(refused: boolean): void {
  useEffect(() => {
    if (!refused || !localMedia().cameraOn) return;
    turnCamera(false);
    // The next patient has their own word.
    return () => turnCamera(true);
  }, [refused]);
}
