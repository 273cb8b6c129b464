/**
 * The five rungs of a call: what each sends, where it begins, which ceilings hold it. Pure.
 *
 * Picture gives way before voice, voice before text, text before the telephone; the case never drops. `rung-control`
 * says when this side moves.
 */

/** From the most to the least. */
export type Rung = "video" | "low_video" | "voice" | "text" | "phone";
export type PresetName = "A" | "B" | "C" | "D" | "E";

/** What one side sends, at most. */
export interface Preset {
  readonly name: PresetName;
  /** null: no picture. */
  readonly video: VideoPreset | null;
  readonly audio: AudioPreset;
}

export interface VideoPreset {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly kbps: number;
  /** What the picture keeps when it must give way. */
  readonly prefer: RTCDegradationPreference;
}

export interface AudioPreset {
  readonly kbps: number;
  /** Each packet carries the one before it again: voice without gaps, where there is room. */
  readonly red: boolean;
  readonly fec: boolean;
  readonly dtx: boolean;
  /** Voice per packet: longer ones cost fewer headers. */
  readonly ptimeMs: 20 | 40 | 60;
}

/** In the order of giving way. Below E no media at all: text and stills, then the telephone. */
export const LEVELS = ["A", "B", "C", "D", "E", "text", "phone"] as const;
export type Level = (typeof LEVELS)[number];

/** Which end this is: the hospital's camera may show more, its link carries it. */
export type End = "station" | "specialist";

/**
 * Why a side sends no more. `uplink`: its own way up. `downlink`: the other's way down. `usual`: what the place's link
 * carried before. `lost`: voice and picture do not come through at all.
 */
export const CAUSES = ["chosen", "data_cap", "usual", "uplink", "downlink", "delay", "device", "lost"] as const;
export type Cause = (typeof CAUSES)[number];

/** How a voice arrives. `lost`: nobody could follow it. */
export type Hearing = "clear" | "broken" | "lost";

const picture = (width: number, height: number, fps: number, kbps: number): VideoPreset => ({
  width,
  height,
  fps,
  kbps,
  prefer: "maintain-framerate",
});

const PRESETS: Readonly<Record<PresetName, Preset>> = {
  A: {
    name: "A",
    video: picture(640, 360, 25, 700),
    audio: { kbps: 32, red: true, fec: true, dtx: false, ptimeMs: 20 },
  },
  B: {
    name: "B",
    video: picture(640, 360, 20, 300),
    audio: { kbps: 24, red: true, fec: true, dtx: false, ptimeMs: 20 },
  },
  C: {
    name: "C",
    video: picture(320, 180, 12, 110),
    audio: { kbps: 20, red: true, fec: true, dtx: true, ptimeMs: 20 },
  },
  // Long packets make the room for the second copy, which repairs what FEC alone does not (docs/decisions/0024).
  D: {
    name: "D",
    video: picture(320, 180, 8, 45),
    audio: { kbps: 12, red: true, fec: true, dtx: true, ptimeMs: 60 },
  },
  E: { name: "E", video: null, audio: { kbps: 12, red: true, fec: true, dtx: true, ptimeMs: 60 } },
};
const WIDE = picture(1280, 720, 25, 1_200);

/** What this end sends on a level; null: no voice and no picture. `thin`: not even a second copy of the voice fits. */
export function presetOf(level: Level, end: End, thin = false): Preset | null {
  if (level === "text" || level === "phone") return null;
  if (level === "E" && thin) return { ...PRESETS.E, audio: { ...PRESETS.E.audio, red: false } };
  return level === "A" && end === "specialist" ? { ...PRESETS.A, video: WIDE } : PRESETS[level];
}

const DETAIL = { width: 640, height: 360, fps: 5 };

/** The same bits for few sharp pictures instead of many: something is examined. */
export function inDetail(preset: Preset): Preset {
  const { video } = preset;
  if (video === null || preset.name === "A") return preset;
  // On the thinnest line a larger picture would be as blurred.
  const { width, height } = preset.name === "D" ? video : DETAIL;
  return { ...preset, video: { ...video, width, height, fps: DETAIL.fps, prefer: "maintain-resolution" } };
}

export function rungOf(level: Level): Rung {
  switch (level) {
    case "A":
    case "B":
      return "video";
    case "C":
    case "D":
      return "low_video";
    case "E":
      return "voice";
    case "text":
    case "phone":
      return level;
  }
}

/** The best level of a rung. */
const TOP: Readonly<Record<Rung, Level>> = { video: "A", low_video: "C", voice: "E", text: "text", phone: "phone" };
/** Where a call begins: one starts low and climbs, as the browser's own estimate does. */
const FIRST: Readonly<Record<Rung, Level>> = { ...TOP, video: "B" };
const RUNGS = Object.keys(TOP) as Rung[];

/** A word of the server; one this app does not know is none. */
export const rungNamed = (word: string | null | undefined): Rung | null => RUNGS.find((rung) => rung === word) ?? null;

export const at = (level: Level): number => LEVELS.indexOf(level);
export const lowest = (...levels: readonly Level[]): Level =>
  levels.reduce((found, level) => (at(level) > at(found) ? level : found), "A");

export interface Ladder {
  /** What the link bears. It is kept while a ceiling holds this side lower. */
  readonly level: Level;
  /** Why it bears no more; null at the top. */
  readonly cause: Cause | null;
  /** The visible switch. */
  readonly chosen: Rung;
  /** The month's megabytes. */
  readonly cap: Rung | null;
  readonly movedAt: number;
  readonly climbedAt: number | null;
  readonly cleanSince: number | null;
  readonly cpuSince: number | null;
  readonly pictureSince: number | null;
  /** Voice and picture came through once. */
  readonly met: boolean;
  /** When they came again, or took another path: what was measured before says little of it. */
  readonly backAt: number | null;
  /** Since when nothing comes through; `before` is the level it had. */
  readonly downSince: number | null;
  readonly before: Level | null;
  /** A level this link did not bear: the next attempt waits longer. */
  readonly barred: { readonly level: Level; readonly waitMs: number } | null;
  /** Begun low only because the server seemed far: the first look at the line itself may take that back. */
  readonly guessed: boolean;
  /** The line bears one copy of the voice, not two. */
  readonly thin: boolean;
  /** Since when it is taken for that, or no longer. */
  readonly thinAt: number | null;
  /** The shortest way there and back so far: a long line is not a full one. */
  readonly baseRttMs: number | null;
}

/** To the server and back. It is one look, and a busy machine is slow too: it costs the large picture, never all of it. */
const FAR_MS = 300;
const VERY_FAR_MS = 900;

/** Where a call begins: what the place usually bears at this hour; unknown, the way to the server gives a hint. */
export function begin(
  known: {
    readonly first: Rung | null;
    readonly cap: Rung | null;
    readonly socketRttMs: number | null;
    /** Of this call, before the page was loaded again. */
    readonly kept?: Level | null;
  },
  now: number,
): Ladder {
  const rtt = known.socketRttMs ?? 0;
  const guess: Level = rtt >= VERY_FAR_MS ? "D" : rtt >= FAR_MS ? "C" : "B";
  const kept = known.kept == null ? null : known.kept === "text" || known.kept === "phone" ? "E" : known.kept;
  const level = kept !== null ? lowest("B", kept) : known.first === null ? guess : FIRST[known.first];
  return {
    level,
    cause: level === "B" ? null : kept !== null ? "uplink" : known.first === null ? "delay" : "usual",
    chosen: "video",
    cap: known.cap,
    movedAt: now,
    climbedAt: null,
    cleanSince: null,
    cpuSince: null,
    pictureSince: null,
    met: false,
    backAt: null,
    downSince: null,
    before: null,
    barred: null,
    guessed: kept === null && known.first === null && level !== "B",
    thin: false,
    thinAt: null,
    baseRttMs: null,
  };
}

/** One line has two ends: until it was measured nobody begins higher than the other does for its own way's sake. */
export function besides(ladder: Ladder, theirs: { readonly rung: Rung | null; readonly cause: Cause | null }): Ladder {
  const { rung, cause } = theirs;
  if (ladder.met || rung === null || FIRST[rung] === rung || (cause !== "delay" && cause !== "usual")) return ladder;
  const level = lowest(ladder.level, FIRST[rung]);
  return level === ladder.level ? ladder : { ...ladder, level, cause: "downlink", guessed: cause === "delay" };
}

/** What is sent: what the link bears, below both ceilings. */
export function sent(ladder: Ladder): Level {
  return lowest(ladder.level, TOP[ladder.chosen], ladder.cap === null ? "A" : TOP[ladder.cap]);
}

/** The level it goes back to when something comes through again: voice, the small picture too where there was one. */
export function returning({ level, before }: Ladder): Level {
  if (level !== "text" && level !== "phone") return level;
  return before === null || before === "text" || before === "phone" ? "E" : lowest(before, "C");
}

/** What goes onto the line. Text and telephone for want of a line are only shown: sending costs nothing meanwhile. */
export const carried = (ladder: Ladder): Level =>
  sent(ladder.cause === "lost" ? { ...ladder, level: returning(ladder) } : ladder);

/** Why no more is sent; null when the rung is the highest. */
export function whyNot(ladder: Ladder): Cause | null {
  const rung = rungOf(sent(ladder));
  if (rung === "video") return null;
  if (rung === rungOf(ladder.level) && ladder.cause !== null) return ladder.cause;
  return ladder.cap === rung ? "data_cap" : "chosen";
}

/** The three-way switch. Asking for more forgets what failed before: the person may know that they moved to a better place. */
export const choose = (ladder: Ladder, chosen: Rung): Ladder => ({ ...ladder, chosen, barred: null });

export const capped = (ladder: Ladder, cap: Rung | null): Ladder => ({ ...ladder, cap });

/** Another network: what failed on the old one says nothing of this one. */
export const moved = (ladder: Ladder, now: number): Ladder => ({
  ...ladder,
  barred: null,
  baseRttMs: null,
  backAt: now,
});

/** A new connection: its first figures are not those of the old one. */
export const renewed = (ladder: Ladder, now: number): Ladder => ({
  ...ladder,
  downSince: ladder.downSince ?? now,
  before: ladder.before ?? ladder.level,
  climbedAt: null,
  cleanSince: null,
});

/** How the other side's voice arrives, look by look; told to it, because only it can send less. */
export interface Ear {
  readonly hearing: Hearing;
  /** Nothing comes: the path is gone, and no rung would help. */
  readonly silent: boolean;
  readonly looks: readonly { readonly at: number; readonly concealedPct: number; readonly expectedPct: number }[];
}

export const FRESH_EAR: Ear = { hearing: "clear", silent: false, looks: [] };
