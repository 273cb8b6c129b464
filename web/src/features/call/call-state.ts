/** What is known of the room: whether one is in it, who is there, on which rung each side is and why. Pure. */
import {
  begin,
  besides,
  capped,
  choose,
  FRESH_EAR,
  moved,
  renewed,
  rungOf,
  sent,
  whyNot,
  type Cause,
  type Ear,
  type End,
  type Hearing,
  type Ladder,
  type Level,
  type Rung,
} from "@/lib/rungs";

import type { PeerState } from "@/lib/peer";
import type { PeerStats } from "@/lib/peer-stats";
import type { Problem } from "@/lib/problem";
import type { Schema } from "@/wire/schema";

/** What the head says of the link. */
export type Grade = "good" | "weak" | "poor";

export interface Quality {
  readonly last: PeerStats | null;
  /** Looks at this connection so far. */
  readonly looks: number;
  readonly level: Grade;
  /** Which way is to blame; both when nothing tells them apart. */
  readonly up: boolean;
  readonly down: boolean;
  /** Looks in a row without a new packet of voice, a new frame of picture. */
  readonly silentLooks: number;
  readonly stillLooks: number;
  readonly bytes: number;
}

export const UNKNOWN: Quality = {
  last: null,
  looks: 0,
  level: "good",
  up: false,
  down: false,
  silentLooks: 0,
  stillLooks: 0,
  bytes: 0,
};

export type Person = Schema<"PersonRef">;
/** The visible switch, least to most: a ceiling. The link may hold this side lower. */
export const CHOICES = ["voice", "low_video", "video"] as const;
export type Choice = (typeof CHOICES)[number];

/** What the other side says of itself; an older page says nothing of rungs. */
export interface Theirs {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly weak: boolean;
  readonly rung: Rung | null;
  readonly cause: Cause | null;
  readonly hears: Hearing | null;
  /** They examine something: few sharp pictures rather than many. */
  readonly wantsDetail: boolean;
}

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
  readonly theirs: Theirs | null;
  readonly media: PeerState;
  /** Since when voice and picture, which flowed before, do not. */
  readonly brokenAt: number | null;
  readonly everLive: boolean;
  readonly end: End;
  /** Whose month's megabytes hold both sides, where they do. */
  readonly capOf: "mine" | "theirs";
  /** Null until the first `call_ready` says what this place's link usually bears. */
  readonly ladder: Ladder | null;
  readonly choice: Choice;
  /** This side examines something in the other's picture. */
  readonly wantsDetail: boolean;
  /** How the other's voice arrives here. */
  readonly ear: Ear;
  /** The link got better and this side climbed: said for a moment. */
  readonly better: { readonly rung: Rung; readonly at: number } | null;
  /** This side's own way to the server is slow. */
  readonly slow: boolean;
  readonly slowLooks: number;
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
  end: "station",
  capOf: "mine",
  ladder: null,
  choice: "video",
  wantsDetail: false,
  ear: FRESH_EAR,
  better: null,
  slow: false,
  slowLooks: 0,
  quality: UNKNOWN,
  remote: null,
};

export type RoomEvent =
  | { readonly type: "joining" }
  | { readonly type: "line"; readonly open: boolean; readonly at: number }
  | {
      readonly type: "ready";
      readonly peer: Person;
      readonly samePair: boolean;
      readonly end: End;
      /** What the server knows of this place's link. */
      readonly first: Rung | null;
      readonly cap: Rung | null;
      /** The month's megabytes over there: what is sent there costs there. */
      readonly peerCap: Rung | null;
      readonly socketRttMs: number | null;
      readonly kept: Level | null;
      readonly at: number;
    }
  | { readonly type: "gone"; readonly left: boolean; readonly at: number }
  | { readonly type: "replaced" }
  | { readonly type: "refused"; readonly problem: Problem }
  | ({ readonly type: "theirs" } & Theirs)
  | { readonly type: "media"; readonly state: PeerState; readonly at: number }
  | { readonly type: "remote"; readonly stream: MediaStream }
  /** The connection was mended over another path: what the old one did not bear says little. */
  | { readonly type: "moved"; readonly at: number }
  | { readonly type: "examines"; readonly on: boolean }
  | { readonly type: "chose"; readonly choice: Choice };

export function reduce(state: RoomState, event: RoomEvent): RoomState {
  switch (event.type) {
    case "joining":
      return { ...state, entry: { kind: "in" } };
    case "line":
      return { ...state, lineLostAt: event.open ? null : (state.lineLostAt ?? event.at) };
    case "ready": {
      const known = state.ladder ?? choose(begin(event, event.at), state.choice);
      const { peer, end } = event;
      const [cap, capOf] = lowerCap(event);
      // The same pair again: the line came back, what flows goes on flowing.
      if (event.samePair) return { ...state, peer, end, capOf, away: null, ladder: capped(known, cap) };
      return {
        ...state,
        peer,
        end,
        capOf,
        away: null,
        theirs: null,
        everLive: false,
        brokenAt: null,
        ladder: renewed(capped(known, cap), event.at),
        ear: FRESH_EAR,
        quality: { ...UNKNOWN, bytes: state.quality.bytes },
      };
    }
    case "gone":
      return { ...state, away: { since: event.at, left: event.left } };
    case "replaced":
      return { ...state, entry: { kind: "replaced" }, peer: null, remote: null };
    case "refused":
      return { ...state, entry: { kind: "refused", problem: event.problem } };
    case "theirs":
      return { ...state, theirs: event, ladder: state.ladder && besides(state.ladder, event) };
    case "media": {
      const live = event.state === "live";
      // "weak" may last two seconds and mend; the clock starts there, so that it never jumps.
      const broken = state.everLive && !live && event.state !== "closed" ? (state.brokenAt ?? event.at) : null;
      return { ...state, media: event.state, everLive: state.everLive || live, brokenAt: broken };
    }
    case "remote":
      return { ...state, remote: event.stream };
    case "moved":
      return { ...state, ladder: state.ladder && moved(state.ladder, event.at) };
    case "examines":
      return { ...state, wantsDetail: event.on };
    case "chose":
      return { ...state, choice: event.choice, ladder: state.ladder && choose(state.ladder, event.choice) };
  }
}

const DOWN: readonly Rung[] = ["video", "low_video", "voice", "text", "phone"];

function lowerCap({ cap, peerCap }: Extract<RoomEvent, { type: "ready" }>): readonly [Rung | null, RoomState["capOf"]] {
  const isTheirs = peerCap !== null && (cap === null || DOWN.indexOf(peerCap) > DOWN.indexOf(cap));
  return isTheirs ? [peerCap, "theirs"] : [cap, "mine"];
}

/** The rung of this side; the highest while nothing is known. */
export const rungNow = ({ ladder }: RoomState): Rung => (ladder === null ? "video" : rungOf(sent(ladder)));
export const causeNow = ({ ladder }: RoomState): Cause | null => (ladder === null ? null : whyNot(ladder));
/** Pictures and voice are given up, here or over there: words and stills, or the telephone. */
export const isMute = (state: RoomState): boolean =>
  [rungNow(state), state.theirs?.rung].some((rung) => rung === "text" || rung === "phone");

/** What the head says of the link: the figures, and not better than what they made this side give up. */
export function linkLevel({ ladder, quality }: RoomState): Grade {
  const forLink = ladder?.cause === "uplink" || ladder?.cause === "delay" || ladder?.cause === "lost";
  const rung = ladder !== null && forLink ? rungOf(ladder.level) : "video";
  if (quality.level === "poor" || (rung !== "video" && rung !== "low_video")) return "poor";
  return quality.level === "weak" || rung === "low_video" ? "weak" : "good";
}
