/**
 * When a side of a call goes down or up a rung. Pure; fetched while the two already talk.
 *
 * Down at once, as far as the link asks; up one step after twenty clean seconds. What was climbed to
 * in vain is tried again later and later.
 */
import {
  at,
  FRESH_EAR,
  LEVELS,
  lowest,
  presetOf,
  returning,
  sent,
  type Cause,
  type Ear,
  type End,
  type Hearing,
  type Ladder,
  type Level,
} from "./rungs";

import type { PeerStats } from "./peer-stats";

/** One look at the call. */
export interface Sample {
  /** Voice and picture can come through. */
  readonly connected: boolean;
  /** The server hears this side. */
  readonly lineOpen: boolean;
  readonly stats: Pick<PeerStats, "rttMs" | "uplinkKbps" | "outKbps" | "outLossPct"> | null;
  /** The processor, not the line, holds the picture back. */
  readonly cpuBound: boolean;
  /** A picture asks for room: without one the browser's estimate says nothing. */
  readonly sendsPicture: boolean;
  /** How this side's voice arrives, as the other side says; null when it cannot say. */
  readonly heard: Hearing | null;
  /** How the other's voice arrives here. */
  readonly hears: Hearing;
  /** Whose own line to the server is slow: tells a weak way up from the other's weak way down. */
  readonly slow: { readonly mine: boolean; readonly theirs: boolean };
}

export const CLEAN_MS = 20_000;
const WAIT_MOST_MS = 160_000;
/** A level that is left this soon was climbed to in vain; one that held this long is borne. */
const IN_VAIN_MS = 20_000;
const BORNE_MS = 60_000;
/** A step needs this long to show in the figures; a fresh connection, or one that just climbed, in the estimate. */
const SETTLE_MS = 4_000;
const ESTIMATE_SETTLE_MS = 10_000;
/** After a time of nothing, and on a path just taken, so long: what is told still tells of before; estimates start low. */
const TOLD_SETTLE_MS = 8_000;
const NEW_ESTIMATE_MS = 20_000;
const CPU_MS = 10_000;
const TEXT_AFTER_MS = 20_000;
const PHONE_AFTER_MS = 10_000;

const DELAY_MS = 800;
const FULL_QUEUE = 1.5;
/** Only where the other side cannot say how it hears: loss alone may be healed by then. */
const LOSS_PCT = 10;
const HEAVY = { rttMs: 1_500, lossPct: 20 };
/** Of its need, a level gets along with this much. */
const ENOUGH = 0.8;
/** An estimate says something only while it is used up: of what is not asked for the browser knows little. */
const USED_UP = 0.8;
/** Below this the second copy of the voice pushes the first off the line (measured at 48 kbit/s). */
const THIN_KBPS = 50;
const WIDE_AGAIN_KBPS = 60;
/** What voice takes beside the picture, headers included. */
const VOICE_KBPS = 40;

function needKbps(level: Level, end: End): number {
  const video = presetOf(level, end)?.video;
  return video ? video.kbps + (level === "D" ? 28 : VOICE_KBPS) : 0;
}

/** One look later. */
export function step(before: Ladder, sample: Sample, end: End, now: number): Ladder {
  if (!sample.connected) return apart(before, sample, now);
  const rtt = sample.stats?.rttMs ?? null;
  const ladder = checked(before.downSince === null ? before : together(before, now), rtt, now);
  const baseRttMs = rtt === null ? ladder.baseRttMs : Math.min(rtt, ladder.baseRttMs ?? rtt);
  const cpuSince = sample.cpuBound ? (ladder.cpuSince ?? now) : null;
  const pictureSince = sample.sendsPicture ? (ladder.pictureSince ?? now) : null;
  // Whose line it is shows a moment after the trouble itself.
  const told = sample.slow.mine !== sample.slow.theirs;
  const isWay = ladder.cause === "uplink" || ladder.cause === "downlink";
  const cause = told && isWay ? wayOf(sample.slow) : ladder.cause;
  const estimate = now - (ladder.backAt ?? -Infinity) < NEW_ESTIMATE_MS ? null : (sample.stats?.uplinkKbps ?? null);
  const thin = isThin(ladder, estimate, sample.stats?.outKbps ?? 0, now);
  const thinAt = thin === ladder.thin ? ladder.thinAt : now;
  const seen: Ladder = { ...ladder, met: true, cause, thin, thinAt, baseRttMs, cpuSince, pictureSince };
  const trouble = troubleOf(seen, sample, end, now);
  if (trouble !== null) return down(seen, trouble, now);
  if (!isClean(seen, sample)) return { ...seen, cleanSince: null };
  const cleanSince = seen.cleanSince ?? now;
  const borne = seen.barred !== null && at(seen.level) <= at(seen.barred.level) && now - seen.movedAt >= BORNE_MS;
  const clean: Ladder = { ...seen, cleanSince, barred: borne ? null : seen.barred };
  return now - cleanSince >= waitMs(clean) ? up(clean, now) : clean;
}

/**
 * One copy of the voice alone uses up no estimate, so a line once taken for thin is tried again after a while: the estimate
 * may have been that of a picture of which nothing arrived.
 */
function isThin({ thin, thinAt }: Ladder, estimate: number | null, outKbps: number, now: number): boolean {
  if (estimate === null || now - (thinAt ?? -Infinity) < ESTIMATE_SETTLE_MS) return thin;
  if (estimate >= WIDE_AGAIN_KBPS) return false;
  return outKbps >= USED_UP * estimate && (thin || estimate < THIN_KBPS);
}

const NEAR_MS = 150;
/** Lines this long are the thinnest ones. */
const LONG_MS = 500;

/** A busy machine answers its server late; the line itself is measured below all that. */
function checked(ladder: Ladder, rttMs: number | null, now: number): Ladder {
  if (!ladder.guessed || rttMs === null) return ladder;
  const sure: Ladder = { ...ladder, guessed: false };
  if (rttMs < NEAR_MS) return { ...sure, level: "B", cause: null, movedAt: now };
  return rttMs >= LONG_MS ? { ...sure, level: lowest(ladder.level, "D") } : sure;
}

const wayOf = (slow: Sample["slow"]): Cause => (slow.theirs && !slow.mine ? "downlink" : "uplink");

interface Trouble {
  readonly cause: Cause;
  /** Left out: one step. */
  readonly to?: Level;
  /** Nobody can follow the voice. */
  readonly voiceless?: boolean;
}

function troubleOf(ladder: Ladder, sample: Sample, end: End, now: number): Trouble | null {
  const { stats, slow } = sample;
  const since = now - ladder.movedAt;
  const onPath = now - (ladder.backAt ?? -Infinity);
  const told = onPath >= TOLD_SETTLE_MS;
  const heard = told ? sample.heard : "clear";
  const wayThere = wayOf(slow);
  if (heard === "lost" && since >= SETTLE_MS) return { cause: wayThere, to: "E", voiceless: true };
  const loss = told ? (stats?.outLossPct ?? 0) : 0;
  // On the thinnest lines what they hear does not arrive here either: both ways are as bad, says the loss.
  if (sample.hears === "lost" && loss >= HEAVY.lossPct) return { cause: wayThere, to: "E", voiceless: true };
  if (heard === null && loss >= HEAVY.lossPct) return { cause: wayThere, to: "E" };
  const rtt = stats?.rttMs ?? 0;
  const late = rtt > Math.max(DELAY_MS, FULL_QUEUE * (ladder.baseRttMs ?? 0));
  if (late && rtt >= HEAVY.rttMs && onPath >= SETTLE_MS) return { cause: "delay", to: "E" };
  const need = needKbps(sent(ladder), end);
  const asked = Math.min(since, now - (ladder.pictureSince ?? now));
  const isSettled = asked >= ESTIMATE_SETTLE_MS && onPath >= NEW_ESTIMATE_MS;
  const estimate = isSettled ? (stats?.uplinkKbps ?? null) : null;
  const usedUp = estimate !== null && (stats?.outKbps ?? 0) >= USED_UP * estimate;
  if (usedUp && estimate < ENOUGH * need) return { cause: wayThere, to: fitting(estimate, end) };
  if (since < SETTLE_MS) return null;
  if (heard === "broken" || (heard === null && loss >= LOSS_PCT)) return { cause: wayThere };
  if (late) return { cause: "delay" };
  if (ladder.cpuSince !== null && now - ladder.cpuSince >= CPU_MS) return { cause: "device" };
  return null;
}

/** The best level this estimate is enough for. */
const fitting = (estimate: number, end: End): Level =>
  LEVELS.find((level) => ENOUGH * needKbps(level, end) <= estimate) ?? "E";

function isClean(ladder: Ladder, { stats, heard }: Sample): boolean {
  if (heard !== null && heard !== "clear") return false;
  if (heard === null && (stats?.outLossPct ?? 0) >= LOSS_PCT / 2) return false;
  return (stats?.rttMs ?? 0) <= Math.max(DELAY_MS, FULL_QUEUE * (ladder.baseRttMs ?? 0));
}

function down(ladder: Ladder, { cause, to: most, voiceless = false }: Trouble, now: number): Ladder {
  const from = sent(ladder);
  const none: Ladder = { ...ladder, cleanSince: null };
  if (at(from) >= at("E") && !(from === "E" && voiceless)) return none;
  if (cause === "device" && at(from) >= at("C")) return none;
  const next = LEVELS[at(from) + 1] ?? "phone";
  const to = most === undefined || from === "E" ? next : lowest(next, most);
  const inVain = ladder.climbedAt !== null && now - ladder.climbedAt < IN_VAIN_MS;
  const again = ladder.barred?.level === from ? ladder.barred.waitMs : CLEAN_MS;
  const barred = inVain ? { level: from, waitMs: Math.min(2 * again, WAIT_MOST_MS) } : ladder.barred;
  return { ...none, level: to, cause, movedAt: now, climbedAt: null, cpuSince: null, barred };
}

/** One step, not above what is allowed anyway: nothing would be learned of the level that is not sent. */
function up(ladder: Ladder, now: number): Ladder {
  const to = LEVELS[at(ladder.level) - 1];
  if (to === undefined || sent(ladder) !== ladder.level || sent({ ...ladder, level: to }) !== to) return ladder;
  return {
    ...ladder,
    level: to,
    cause: to === "A" ? null : ladder.cause,
    movedAt: now,
    climbedAt: now,
    cleanSince: now,
  };
}

function waitMs({ level, barred }: Ladder): number {
  const next = LEVELS[at(level) - 1];
  return barred !== null && next === barred.level ? barred.waitMs : CLEAN_MS;
}

/** Nothing comes through: first the words and stills of the case, and when the server is gone too, the telephone. */
function apart(ladder: Ladder, { lineOpen }: Sample, now: number): Ladder {
  const downSince = ladder.downSince ?? now;
  const gone = {
    ...ladder,
    downSince,
    before: ladder.before ?? ladder.level,
    cleanSince: null,
    cpuSince: null,
    pictureSince: null,
  };
  const forMs = now - downSince;
  const level = !lineOpen && forMs >= PHONE_AFTER_MS ? "phone" : lineOpen && forMs >= TEXT_AFTER_MS ? "text" : null;
  if (level === null || level === ladder.level) return gone;
  return { ...gone, level, cause: "lost", movedAt: now, climbedAt: null };
}

/** It comes through again: what it goes back to at once, more after the twenty seconds. */
function together(ladder: Ladder, now: number): Ladder {
  const came = { backAt: ladder.met ? now : ladder.backAt, downSince: null, before: null };
  return { ...ladder, ...came, level: returning(ladder), movedAt: now, climbedAt: null };
}

const BROKEN_PCT = 5;
const MENDED_PCT = 2.5;
const LOST_PCT = 35;
const HEARD_FOR_MS = 4_000;
const LOST_FOR_MS = 10_000;

export interface Speaker {
  /** Their microphone is on, so silence is a fault. */
  readonly speaks: boolean;
  /** They send voice without its second copy: what is lost on the way is missed, and no sign of a full line. */
  readonly bare: boolean;
}

/** `stats`: null while there is no connection. */
export function listen(ear: Ear, stats: PeerStats | null, before: PeerStats | null, they: Speaker, now: number): Ear {
  // Before the first word a silence is only a line that is too full.
  const isMet = before !== null && before.audioPackets > 0;
  const stands = before?.audioPackets === stats?.audioPackets && before?.framesDecoded === stats?.framesDecoded;
  if (stats === null || (isMet && they.speaks && stands)) return { ...FRESH_EAR, silent: isMet };
  // The first look after a silence still covers it.
  if (!they.speaks || ear.silent) return FRESH_EAR;
  const none = before !== null && stats.audioPackets === before.audioPackets;
  const look = {
    at: now,
    concealedPct: none ? 100 : (stats.concealedPct ?? 0),
    expectedPct: they.bare && !none ? (stats.lossPct ?? 0) : 0,
  };
  const looks = [...ear.looks, look].filter((old) => now - old.at <= LOST_FOR_MS);
  const short = looks.filter((old) => now - old.at < HEARD_FOR_MS);
  const long = now - (looks[0]?.at ?? now) >= LOST_FOR_MS - HEARD_FOR_MS / 2;
  if (long && mean(looks.map((one) => one.concealedPct)) >= LOST_PCT) return { hearing: "lost", silent: false, looks };
  const worse = mean(short.map((one) => Math.max(0, one.concealedPct - one.expectedPct)));
  if (short.length > 1 && worse > BROKEN_PCT) return { hearing: "broken", silent: false, looks };
  if (short.length > 1 && worse < MENDED_PCT) return { hearing: "clear", silent: false, looks };
  return { hearing: ear.hearing, silent: false, looks };
}

const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / some.length;
