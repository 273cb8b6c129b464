/** The one line above the picture: of all that is wrong, the worst, and whose fault it is. Pure. */
import type { MediaFault } from "@/lib/media-devices";

import { causeNow, rungNow, type RoomState } from "./call-state";
import { hasNoVoice, hasStillPicture } from "./quality";

import type { Cause, Rung } from "@/lib/rungs";

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
  /** One side sends less than it could be asked for. `whose`: whose link or machine it is. */
  | { readonly kind: "rung"; readonly rung: LowRung; readonly cause: Told; readonly whose: "mine" | "theirs" }
  | { readonly kind: "picture-still"; readonly mine: boolean }
  | { readonly kind: "delay" }
  | { readonly kind: "better"; readonly rung: Rung }
  | { readonly kind: "no-camera"; readonly fault: MediaFault };

export type LowRung = Exclude<Rung, "video" | "phone">;
/** What a person chose is no news: the switch shows it. */
type Told = Exclude<Cause, "chosen">;
type RungNews = Extract<News, { kind: "rung" }>;

const DELAY_MS = 800;

export function worstNews(room: RoomState, devices: Devices): News | null {
  const { away, brokenAt, lineLostAt, quality, theirs } = room;
  if (away?.left) return { kind: "left", since: away.since };
  if (brokenAt !== null) {
    // Socket and media both gone is this side; a peer the server misses too is the other.
    const mine = lineLostAt !== null ? true : away !== null ? false : null;
    return { kind: "lost", mine, since: brokenAt };
  }
  if (lineLostAt !== null && !room.everLive) return { kind: "lost", mine: true, since: lineLostAt };
  const live = room.media === "live";
  const rung = live ? lowestRung(room) : null;
  if (rung?.rung === "text") return rung;
  if (devices.soundBlocked) return { kind: "sound-blocked" };
  if (devices.microphoneFault !== null) return { kind: "no-microphone", fault: devices.microphoneFault };
  if (live && theirs?.microphone !== false && hasNoVoice(quality)) return { kind: "no-voice" };
  if (devices.speaking && !devices.microphoneOn) return { kind: "muted-speaking" };
  if (rung?.rung === "voice") return rung;
  if (live && theirs?.camera === true && hasStillPicture(quality)) return { kind: "picture-still", mine: quality.down };
  if (rung !== null) return rung;
  if (live && (quality.last?.rttMs ?? 0) >= DELAY_MS) return { kind: "delay" };
  if (room.better !== null) return { kind: "better", rung: room.better.rung };
  if (devices.cameraFault !== null) return { kind: "no-camera", fault: devices.cameraFault };
  if (lineLostAt !== null) return { kind: "signal-gone", mine: true, since: lineLostAt };
  if (away !== null) return { kind: "signal-gone", mine: false, since: away.since };
  return null;
}

/** Of both sides the lower one; the other's first, because this side's own camera is seen beside it. */
function lowestRung(room: RoomState): RungNews | null {
  const theirs = told(room, room.theirs?.rung ?? null, room.theirs?.cause ?? null, "theirs");
  const mine = told(room, rungNow(room), causeNow(room), "mine");
  if (theirs === null || mine === null) return theirs ?? mine;
  return LOW.indexOf(mine.rung) > LOW.indexOf(theirs.rung) ? mine : theirs;
}

const LOW: readonly LowRung[] = ["low_video", "voice", "text"];

function told({ capOf }: RoomState, rung: Rung | null, cause: Cause | null, who: "mine" | "theirs"): RungNews | null {
  const low = LOW.find((one) => one === rung);
  if (low === undefined || cause === null || cause === "chosen") return null;
  // A weak way down is that of whoever listens; used up megabytes hold both sides.
  const other = who === "mine" ? "theirs" : "mine";
  return { kind: "rung", rung: low, cause, whose: cause === "data_cap" ? capOf : cause === "downlink" ? other : who };
}
