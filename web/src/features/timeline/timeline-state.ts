/** One consult as facts in words: each line with its reason, each person with why they were asked. Pure. */
import { clockText, shortText, timeText } from "@/lib/clock";
import { t, tryT, word } from "@/lib/i18n";
import { declineText } from "@/lib/ladder";

import { sayIncident } from "./incident-state";
import { reachOf } from "./reach-state";

import type { Reached } from "@/lib/channels";
import type { IconName } from "@/ui/icon";
import type { Schema } from "@/wire/schema";

export type Timeline = Schema<"Timeline">;
export type Entry = Schema<"TimelineEntry">;
export type WhyHere = Schema<"WhyHere">;
type Row = Schema<"LogRow">;

/** good: a turning point for the better. bad: for the worse. */
export type Tone = "good" | "bad" | "plain";

export interface Line {
  readonly key: string;
  readonly at: string;
  readonly offsetMs: number;
  readonly phase: Entry["phase"];
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: string;
  /** Why, or what else is known of it. */
  readonly why: string;
  /** Of one person's ring: how far it came. */
  readonly reached: readonly Reached[];
}

export const PHASES = ["ring", "room", "after"] as const;

/** Told twice by other facts, or news only to machines. */
const UNSAID: ReadonlySet<string> = new Set([
  "consult_changed",
  "minutes_opened",
  "minutes_field_changed",
  "referral_changed",
  "patient_changed",
  "consult_concluded",
  // Told at the ring itself.
  "ring_delivered",
]);

export function linesOf(timeline: Timeline): readonly Line[] {
  const { entries, participants, row } = timeline;
  const lines: Line[] = [];
  const reach = reachOf(entries);
  let rung: { readonly line: number; readonly step: string | undefined; readonly names: string[] } | null = null;
  entries.forEach((entry, at) => {
    const who = entry.person?.name ?? t("timeline.machine");
    const said = sayEntry(entry, who, row, participants);
    if (said === null) return;
    const line: Line = {
      key: `${entry.at}/${at}`,
      at: entry.at,
      offsetMs: entry.offset_ms,
      phase: entry.phase,
      why: "",
      reached: reach.get(at) ?? [],
      ...said,
    };
    // A step that rings a whole team is one line, not five.
    const before: Line | undefined = rung === null ? undefined : lines[rung.line];
    const last = rung !== null && rung.line === lines.length - 1;
    if (
      entry.kind === "ring_started" &&
      rung &&
      before &&
      last &&
      rung.step === entry.params["step"] &&
      near(before, line)
    ) {
      rung.names.push(who);
      lines[rung.line] = {
        ...before,
        title: t("timeline.ringMany", { n: rung.names.length, kind: stepText(entry, row) }),
        why: t("timeline.ringManyWho", { names: rung.names.join(", "), why: whyRung(entry, row) }),
        reached: [],
      };
      return;
    }
    lines.push(line);
    rung = entry.kind === "ring_started" ? { line: lines.length - 1, step: entry.params["step"], names: [who] } : rung;
  });
  return lines;
}

const near = (a: Line, b: Line): boolean => Math.abs(b.offsetMs - a.offsetMs) < 2_000;

export type Said = Pick<Line, "tone" | "icon" | "title"> & { readonly why?: string };

function sayEntry(entry: Entry, who: string, row: Row, people: readonly WhyHere[]): Said | null {
  const { kind, params } = entry;
  if (UNSAID.has(kind)) return null;
  const again = params["again"] === "true";
  switch (kind) {
    case "consult_drafted":
      return { tone: "plain", icon: "pen", title: t("timeline.drafted", { who }) };
    case "consult_sent":
      return again
        ? { tone: "plain", icon: "send", title: t("timeline.sentAgain", { who }) }
        : {
            tone: "good",
            icon: "file",
            title: t("timeline.sent", {
              station: row.station.short_name,
              urgency: word("urgency", params["urgency"] ?? row.urgency).toLowerCase(),
              specialty: word("specialty", params["specialty"] ?? row.specialty),
            }),
            why: who,
          };
    case "urgency_raised":
      return {
        tone: "plain",
        icon: "siren",
        title: t("timeline.raised", { urgency: word("urgency", params["urgency"] ?? "") }),
        why: who,
      };
    case "specialty_changed":
      return {
        tone: "plain",
        icon: "swap",
        title: t("timeline.moved", { specialty: word("specialty", params["specialty"] ?? "") }),
        why: who,
      };
    case "ring_started":
      return {
        tone: "plain",
        icon: "phone",
        title: t("timeline.ring", { who, kind: stepText(entry, row) }),
        why: t("timeline.whyThis", { why: withHours(whyRung(entry, row), entry, people) }),
      };
    case "ring_ended":
      return sayRingEnded(entry, who);
    case "step_skipped":
      return {
        tone: "bad",
        icon: "skip",
        title: t("timeline.skipped", { kind: stepText(entry, row) }),
        why: word("skipReason", params["reason"] ?? ""),
      };
    case "ladder_ended":
      return { tone: "bad", icon: "x", title: t("timeline.ladderEnded", { n: params["round"] ?? "1" }) };
    case "ladder_restarted":
      return { tone: "plain", icon: "refresh", title: t("timeline.ladderAgain", { n: params["round"] ?? "2" }) };
    case "consult_accepted":
      return {
        tone: "good",
        icon: "check",
        title: t(params["answer"] === "written" ? "timeline.acceptedWritten" : "timeline.accepted", { who }),
        // Whoever was rung has the reason at the ring; only who came unasked needs it here.
        why: params["why"] === "manual" ? whyRung(entry, row) : "",
      };
    case "consult_released": {
      const reason = params["reason"] ?? "";
      return {
        tone: "bad",
        icon: "swap",
        title: t("timeline.released", { who }),
        why: reason === "never_came" ? t("timeline.neverCame") : declineText(reason),
      };
    }
    case "consult_returned":
      return { tone: "plain", icon: "chat", title: t("timeline.returned", { who }) };
    case "consult_scheduled":
      return {
        tone: "plain",
        icon: "calendar",
        title: t("timeline.scheduled", { at: shortText(params["scheduled_at"] ?? entry.at) }),
        why: who,
      };
    case "consult_cancelled":
      return { tone: "plain", icon: "minus", title: t("timeline.cancelled", { who }) };
    case "consult_transferred":
      return { tone: "bad", icon: "truck", title: t("timeline.transferred", { who }) };
    case "consult_expired":
      return { tone: "bad", icon: "clock", title: t("timeline.expired") };
    case "consent_recorded":
      return {
        tone: params["decision"] === "given" ? "plain" : "bad",
        icon: "shield",
        title: t("timeline.consent", {
          purpose: word("timeline", `purpose_${params["purpose"] ?? ""}`),
          decision: word(
            "timeline",
            params["ground"] === "emergency" ? "asked_later" : `consent_${params["decision"] ?? ""}`,
          ),
        }),
        why: who,
      };
    case "phone_advice_joined":
      return { tone: "good", icon: "phone", title: t("timeline.adviceJoined", { who }) };
    case "phone_call_logged":
      return { tone: "plain", icon: "phone", title: t("timeline.phoneLogged", { who }) };
    default:
      return said(sayRoom(entry, who, again), sayIncident(entry, who), sayAfter(entry, who), {
        // A fact that this page does not know yet is shown by its own name rather than hidden.
        tone: "plain",
        icon: "info",
        title: kind,
        why: who,
      });
  }
}

/** The first that knows the fact: `undefined` passes it on, `null` leaves it unsaid. */
function said(...found: readonly (Said | null | undefined)[]): Said | null {
  return found.find((one) => one !== undefined) ?? null;
}

function sayRingEnded({ params }: Entry, who: string): Said | null {
  switch (params["outcome"]) {
    case "missed":
      return { tone: "bad", icon: "phoneOff", title: t("timeline.missed", { who }) };
    case "declined":
      return {
        tone: "bad",
        icon: "phoneOff",
        title: t("timeline.declined", { who }),
        why: declineText(params["note"] ?? null),
      };
    default:
      // Taken or called off: that fact has its own line, and the tones went silent with it.
      return null;
  }
}

function sayRoom({ kind, params }: Entry, who: string, again: boolean): Said | null | undefined {
  switch (kind) {
    case "call_opened":
      return params["number"] === "1"
        ? null
        : { tone: "plain", icon: "video", title: t("timeline.callAgain", { n: params["number"] ?? "" }) };
    case "participant_joined":
      return { tone: "plain", icon: "user", title: t(again ? "timeline.joinedAgain" : "timeline.joined", { who }) };
    case "participant_left":
      return params["by_choice"] === "true"
        ? { tone: "plain", icon: "leave", title: t("timeline.left", { who }) }
        : { tone: "bad", icon: "wifiOff", title: t("timeline.dropped", { who }) };
    case "call_live":
      return { tone: "good", icon: "video", title: t(again ? "timeline.liveAgain" : "timeline.live") };
    case "call_interrupted":
      return { tone: "bad", icon: "wifiOff", title: t("timeline.interrupted") };
    case "call_ended":
      return { tone: "plain", icon: "leave", title: t("timeline.callEnded"), why: who };
    case "identity_checked":
      return params["matches"] === "true"
        ? { tone: "good", icon: "check", title: t("timeline.identityYes", { who }) }
        : { tone: "bad", icon: "alert", title: t("timeline.identityNo", { who }) };
    case "vitals_asked":
      return { tone: "plain", icon: "clock", title: t("timeline.vitalsAsked") };
    case "opinion_added":
      return { tone: "plain", icon: "chat", title: t("timeline.opinion", { who }) };
    default:
      return undefined;
  }
}

function sayAfter({ kind, params }: Entry, who: string): Said | undefined {
  switch (kind) {
    case "minutes_concluded":
      return { tone: "good", icon: "check", title: t("timeline.concluded", { who }) };
    case "minutes_signed":
      return {
        tone: "plain",
        icon: "sign",
        title: t("timeline.signed", { who, line: word("signedAs", params["line"] ?? "") }),
      };
    case "minutes_locked":
      return { tone: "good", icon: "lock", title: t("timeline.locked") };
    case "minutes_corrected":
      return { tone: "plain", icon: "pen", title: t("timeline.corrected", { n: params["edition"] ?? "" }), why: who };
    case "minutes_discarded":
      return { tone: "plain", icon: "x", title: t("timeline.discarded", { n: params["edition"] ?? "" }), why: who };
    case "minutes_sealed":
      return { tone: "good", icon: "shield", title: t("timeline.sealed") };
    case "decision_recorded":
    case "decision_corrected":
      return {
        tone: "good",
        icon: "check",
        title: t(kind === "decision_recorded" ? "timeline.decided" : "timeline.decidedAnew", {
          choice: word("choice", params["choice"] ?? "").toLowerCase(),
        }),
        why: who,
      };
    case "referral_drafted":
      return { tone: "plain", icon: "file", title: t("timeline.referralDrafted"), why: who };
    case "referral_signed":
      return { tone: "plain", icon: "sign", title: t("timeline.referralSigned"), why: who };
    case "referral_sent":
      return { tone: "good", icon: "truck", title: t("timeline.referralSent"), why: who };
    case "referral_moved": {
      const step = params["step"] ?? "";
      const bad = step === "redirected" || step === "not_arrived" || step === "expired";
      return {
        tone: bad ? "bad" : "good",
        icon: "truck",
        title: tryT(`timeline.referralMoved_${step}`) ?? step,
        why: who,
      };
    }
    case "follow_up_moved":
      return { tone: "plain", icon: "calendar", title: t("timeline.followUpMoved"), why: who };
    case "result_recorded":
      return {
        tone: "plain",
        icon: "pen",
        title: t("timeline.resultRecorded", { day: params["day"] ?? "" }),
        why: who,
      };
    case "referral_cancelled":
      return { tone: "bad", icon: "x", title: t("timeline.referralCancelled"), why: who };
    case "consult_closed":
      return { tone: "good", icon: "check", title: t("timeline.closed") };
    default:
      return undefined;
  }
}

function stepText({ params }: Entry, row: Row): string {
  const kind = params["step_kind"] ?? "";
  return tryT(`stepWho.${kind}`, { specialty: word("specialty", row.specialty) }) ?? kind;
}

/** `trực Nội, lịch trực bản 11`: as it was kept when the ring began. */
function whyRung({ params }: Entry, row: Row): string {
  const why = tryT(`why.${params["why"] ?? "manual"}`, { specialty: word("specialty", row.specialty) }) ?? "";
  const version = params["roster_version"];
  return version === undefined ? why : t("timeline.byRoster", { why, version });
}

function withHours(why: string, entry: Entry, people: readonly WhyHere[]): string {
  const here = people.find((one) => one.person.id === entry.person?.id);
  const hours = here ? shiftText(here) : "";
  return hours === "" ? why : `${why}, ${hours}`;
}

/** `ca 07:00-19:00` */
export function shiftText(here: WhyHere): string {
  if (here.shift_starts_at === null || here.shift_ends_at === null) return "";
  return t("timeline.shift", { from: timeText(here.shift_starts_at), to: timeText(here.shift_ends_at) });
}

/** Who is here and why, in one line. */
export function whyHereText(here: WhyHere, row: Row): string {
  if (here.role === "requester") return t("timeline.roleRequester");
  const why = tryT(`why.${here.why ?? "manual"}`, { specialty: word("specialty", row.specialty) }) ?? "";
  const roster = here.roster_version === null ? "" : t("timeline.roster", { version: here.roster_version });
  const tier = here.tier === null ? "" : word("tier", here.tier);
  const role = t(here.role === "chair" ? "timeline.roleChair" : "timeline.roleRung");
  return [role, why, tier, shiftText(here), roster].filter(Boolean).join(" · ");
}

export const offsetText = (ms: number): string => (ms < 0 ? `−${clockText(-ms)}` : `+${clockText(ms)}`);

/** It may still change: look again now and then. */
export const isOpen = (row: Row): boolean => !["closed", "cancelled", "expired"].includes(row.state);
