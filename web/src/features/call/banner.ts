/** The one line above the picture: of all that is wrong, the worst, and whose fault it is. Pure. */
import type { MediaFault } from "@/lib/media-devices";

import { higher, lower, type Mode, type RoomState } from "./call-state";
import { hasNoVoice, hasStillPicture, isUplinkBad, mayClimb } from "./quality";

/** Own devices as the screen has them. */
export interface Devices {
  readonly cameraFault: MediaFault | null;
  readonly microphoneFault: MediaFault | null;
  readonly cameraOn: boolean;
  readonly microphoneOn: boolean;
  /** The browser waits for a tap before it lets sound out. */
  readonly soundBlocked: boolean;
  /** Somebody speaks here while the microphone is off. */
  readonly speaking: boolean;
}

/** `mine`: this side's fault; otherwise the other's; null: nobody knows yet. */
export type News =
  | { readonly kind: "lost"; readonly mine: boolean | null; readonly since: number }
  | { readonly kind: "left"; readonly since: number }
  | { readonly kind: "signal-gone"; readonly mine: boolean; readonly since: number }
  | { readonly kind: "sound-blocked" }
  | { readonly kind: "no-microphone"; readonly fault: MediaFault }
  | { readonly kind: "no-voice" }
  | { readonly kind: "muted-speaking" }
  | { readonly kind: "picture-off"; readonly mine: boolean; readonly weak: boolean }
  | { readonly kind: "picture-still"; readonly mine: boolean }
  | { readonly kind: "delay" }
  | { readonly kind: "weak-up"; readonly to: Mode }
  | { readonly kind: "better"; readonly to: Mode }
  | { readonly kind: "no-camera"; readonly fault: MediaFault };

const DELAY_MS = 800;

export function worstNews(room: RoomState, devices: Devices): News | null {
  const { away, brokenAt, lineLostAt, quality, theirs, mode } = room;
  if (away?.left) return { kind: "left", since: away.since };
  if (brokenAt !== null) {
    // Socket and media both gone is this side; a peer the server misses too is the other.
    const mine = lineLostAt !== null ? true : away !== null ? false : null;
    return { kind: "lost", mine, since: brokenAt };
  }
  if (lineLostAt !== null && !room.everLive) return { kind: "lost", mine: true, since: lineLostAt };
  if (devices.soundBlocked) return { kind: "sound-blocked" };
  if (devices.microphoneFault !== null) return { kind: "no-microphone", fault: devices.microphoneFault };
  if (room.media === "live" && theirs?.microphone !== false && hasNoVoice(quality)) return { kind: "no-voice" };
  if (devices.speaking && !devices.microphoneOn) return { kind: "muted-speaking" };
  if (room.media === "live" && theirs?.camera === false && theirs.weak) {
    return { kind: "picture-off", mine: false, weak: true };
  }
  if (room.media === "live" && theirs?.camera === true && hasStillPicture(quality)) {
    return { kind: "picture-still", mine: quality.down };
  }
  if (mode === "voice" && room.lowered && !mayClimb(quality)) return { kind: "picture-off", mine: true, weak: true };
  if (mode !== "voice" && isUplinkBad(quality)) return { kind: "weak-up", to: lower(mode) };
  if (room.media === "live" && (quality.last?.rttMs ?? 0) >= DELAY_MS) return { kind: "delay" };
  if (room.lowered && mode !== "full" && mayClimb(quality)) return { kind: "better", to: higher(mode) };
  if (devices.cameraFault !== null) return { kind: "no-camera", fault: devices.cameraFault };
  if (lineLostAt !== null) return { kind: "signal-gone", mine: true, since: lineLostAt };
  if (away !== null) return { kind: "signal-gone", mine: false, since: away.since };
  return null;
}

/** The stage goes dark only when neither voice nor picture can be there. */
export function isDark(news: News | null): news is Extract<News, { kind: "lost" }> {
  return news?.kind === "lost";
}
