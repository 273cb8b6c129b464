/** What is known of the room: whether one is in it, who is there, how voice and picture flow. Pure. */
import type { PeerState } from "@/lib/peer";
import type { PeerStats } from "@/lib/peer-stats";
import type { Problem } from "@/lib/problem";
import type { Schema } from "@/wire/schema";

import { look, UNKNOWN, type Quality } from "./quality";

export type Person = Schema<"PersonRef">;
/** The most this side sends: voice alone, a small picture, the full one. */
export type Mode = "voice" | "saver" | "full";

export type Entry =
  | { readonly kind: "entering" }
  | { readonly kind: "in" }
  /** Another tab or device of the same person has the seat. */
  | { readonly kind: "replaced" }
  | { readonly kind: "refused"; readonly problem: Problem };

export interface RoomState {
  readonly entry: Entry;
  /** Since when the socket is gone; media may flow all the same. */
  readonly lineLostAt: number | null;
  readonly peer: Person | null;
  readonly away: { readonly since: number; readonly left: boolean } | null;
  readonly theirs: { readonly camera: boolean; readonly microphone: boolean; readonly weak: boolean } | null;
  readonly media: PeerState;
  /** Since when voice and picture, which flowed before, do not. */
  readonly brokenAt: number | null;
  readonly everLive: boolean;
  readonly mode: Mode;
  /** The mode was lowered because of the link: when that is better, it is offered back. */
  readonly lowered: boolean;
  readonly quality: Quality;
  readonly remote: MediaStream | null;
}

export const ENTERING: RoomState = {
  entry: { kind: "entering" },
  lineLostAt: null,
  peer: null,
  away: null,
  theirs: null,
  media: "connecting",
  brokenAt: null,
  everLive: false,
  mode: "full",
  lowered: false,
  quality: UNKNOWN,
  remote: null,
};

export type RoomEvent =
  | { readonly type: "joining" }
  | { readonly type: "line"; readonly open: boolean; readonly at: number }
  | { readonly type: "ready"; readonly peer: Person; readonly samePair: boolean }
  | { readonly type: "gone"; readonly left: boolean; readonly at: number }
  | { readonly type: "replaced" }
  | { readonly type: "refused"; readonly problem: Problem }
  | { readonly type: "theirs"; readonly camera: boolean; readonly microphone: boolean; readonly weak: boolean }
  | { readonly type: "media"; readonly state: PeerState; readonly at: number }
  | { readonly type: "remote"; readonly stream: MediaStream }
  | { readonly type: "mode"; readonly mode: Mode; readonly because: "person" | "link" }
  | { readonly type: "looked"; readonly stats: PeerStats; readonly sendsPicture: boolean };

export function reduce(state: RoomState, event: RoomEvent): RoomState {
  switch (event.type) {
    case "joining":
      return { ...state, entry: { kind: "in" } };
    case "line":
      return { ...state, lineLostAt: event.open ? null : (state.lineLostAt ?? event.at) };
    case "ready":
      // The same pair again: the line came back, what flows goes on flowing.
      if (event.samePair) return { ...state, peer: event.peer, away: null };
      return {
        ...state,
        peer: event.peer,
        away: null,
        theirs: null,
        everLive: false,
        brokenAt: null,
        quality: { ...UNKNOWN, bytes: state.quality.bytes },
      };
    case "gone":
      return { ...state, away: { since: event.at, left: event.left } };
    case "replaced":
      return { ...state, entry: { kind: "replaced" }, peer: null, remote: null };
    case "refused":
      return { ...state, entry: { kind: "refused", problem: event.problem } };
    case "theirs":
      return { ...state, theirs: { camera: event.camera, microphone: event.microphone, weak: event.weak } };
    case "media": {
      const live = event.state === "live";
      // "weak" may last two seconds and mend; the clock starts there, so that it never jumps.
      const broken = state.everLive && !live && event.state !== "closed" ? (state.brokenAt ?? event.at) : null;
      return { ...state, media: event.state, everLive: state.everLive || live, brokenAt: broken };
    }
    case "remote":
      return { ...state, remote: event.stream };
    case "mode":
      return { ...state, mode: event.mode, lowered: event.because === "link" };
    case "looked":
      return { ...state, quality: look(state.quality, event.stats, event.sendsPicture) };
  }
}

export const lower = (mode: Mode): Mode => (mode === "full" ? "saver" : "voice");
export const higher = (mode: Mode): Mode => (mode === "voice" ? "saver" : "full");
