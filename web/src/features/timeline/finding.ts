/** The finding of one consult: a sentence derived from the facts, what is still owed, five figures. Pure. */
import { clockText, numberText, spanText, waitText, waitWords } from "@/lib/clock";
import { t, word } from "@/lib/i18n";

import type { Entry, Timeline } from "./timeline-state";

type Row = Timeline["row"];

export interface Finding {
  readonly tone: "ok" | "warn" | "danger" | "plain";
  readonly sentence: string;
  readonly more: string;
  /** What is still owed; empty when nothing is. */
  readonly owed: string;
  /** What calls are put down to, a sentence each. */
  readonly causes: readonly string[];
}

export function findingOf(timeline: Timeline): Finding {
  const { row } = timeline;
  const away = count(timeline, (entry) => entry.kind === "ring_ended" && entry.params["outcome"] === "missed");
  const declined = count(timeline, (entry) => entry.kind === "ring_ended" && entry.params["outcome"] === "declined");
  const skipped = count(timeline, (entry) => entry.kind === "step_skipped");
  const drops = count(timeline, (entry) => entry.kind === "call_interrupted");
  const more = [
    skipped > 0 && t("timeline.moreSkipped", { n: skipped }),
    away > 0 && t("timeline.moreMissed", { n: away }),
    declined > 0 && t("timeline.moreDeclined", { n: declined }),
    drops > 0 && t("timeline.moreDrops", { n: drops }),
  ].filter((part) => part !== false);
  return {
    tone: toneOf(row),
    sentence: sentenceOf(timeline),
    more: more.length === 0 ? t("timeline.moreNothing") : sentence(more.join(", ")),
    owed: owedText(row),
    causes: causesOf(timeline),
  };
}

/** What each call is put down to, with how long it cost; a call like any other says nothing. */
function causesOf({ verdicts, row }: Timeline): readonly string[] {
  const calls = verdicts.filter(({ number }) => number > 0);
  const judged = calls.length > 0 ? calls : verdicts;
  return judged
    .filter(({ cause }) => cause !== "ended_normally" && !(cause === "not_answered" && row.verdict === "unanswered"))
    .map(({ number, cause, side, facts }) => {
      // The link's own name says whose it was.
      const named = cause === "device" || cause === "permission" || cause === "not_answered";
      const at = !named || side === null ? "" : t(side === "station" ? "timeline.atStation" : "timeline.atHospital");
      const said = { cause: word("cause", cause), side: at };
      const head =
        number === 0
          ? t("timeline.causeNone", { cause: said.cause })
          : calls.length > 1
            ? t("timeline.causeCallNth", { n: number, ...said })
            : t("timeline.causeCall", said);
      const spoilt = facts[`${cause}_s`] ?? 0;
      const voice = facts["station_voice_s"] ?? 0;
      return [
        head,
        spoilt > 0 && t("timeline.spoilt", { span: waitWords(spoilt * 1000) }),
        voice > 0 && cause === "station_uplink" && t("timeline.voiceOnly", { span: waitWords(voice * 1000) }),
      ]
        .filter((part) => part !== false)
        .join(" ");
    });
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const count = ({ entries }: Timeline, match: (entry: Entry) => boolean): number => entries.filter(match).length;

function toneOf(row: Row): Finding["tone"] {
  switch (row.verdict) {
    case "normal":
      return "ok";
    case "late":
    case "interrupted":
    case "unsigned":
      return "warn";
    case "unanswered":
    case "transferred":
      return "danger";
    case "live":
    case "cancelled":
      return "plain";
  }
}

function sentenceOf({ row }: Timeline): string {
  const limit = spanText(row.answer_due_ms);
  if (row.wait_ms !== null) {
    const wait = waitWords(row.wait_ms);
    const over = row.wait_ms - row.answer_due_ms;
    const who = row.answered_by?.name;
    if (row.state === "cancelled") return t("timeline.sAnsweredCancelled", { wait, limit });
    if (who === undefined) return t("timeline.sAnswered", { wait, limit });
    if (row.verdict === "live")
      return t("timeline.sLiveAnswered", { wait, state: word("consultState", row.state).toLowerCase() });
    if (over > 0) return t("timeline.sLate", { who, wait, limit, over: spanText(over) });
    return t(row.verdict === "normal" && owedText(row) === "" ? "timeline.sGood" : "timeline.sInTime", {
      who,
      wait,
      limit,
    });
  }
  switch (row.verdict) {
    case "transferred":
      return t("timeline.sTransferred");
    case "cancelled":
      return t("timeline.sCancelled");
    case "unanswered":
      return row.rung.length === 0 ? t("timeline.sNobodyOnDuty") : t("timeline.sUnanswered", { limit });
    default:
      return t("timeline.sLive", { limit });
  }
}

function owedText(row: Row): string {
  const owed = [
    row.state === "concluded" && row.minutes_state !== "signed" && t("timeline.owedMinutes"),
    (row.state === "concluded" || row.state === "transferred") && row.decision === null && t("timeline.owedDecision"),
    (row.referral_state === "draft" || row.referral_state === "signed") && t("timeline.owedReferral"),
  ].filter((part) => part !== false);
  return owed.join(", ");
}

export interface Fact {
  readonly key: string;
  readonly value: string;
  readonly label: string;
}

export function factsOf(timeline: Timeline): readonly Fact[] {
  const { row } = timeline;
  const people = new Set(row.rung.map((rung) => rung.person.id)).size;
  const drops = count(timeline, (entry) => entry.kind === "call_interrupted");
  const kbytes = timeline.verdicts.reduce((sum, { facts }) => sum + (facts["station_kbytes"] ?? 0), 0);
  const signatures = count(timeline, (entry) => entry.kind === "minutes_signed");
  return [
    {
      key: "wait",
      value: row.wait_ms === null ? "–" : waitText(row.wait_ms),
      label: t("timeline.fWait", { limit: spanText(row.answer_due_ms) }),
    },
    { key: "rung", value: String(people), label: t("timeline.fRung", { n: row.rung.length }) },
    {
      key: "call",
      value: row.call_ms === null ? "–" : clockText(row.call_ms),
      label: row.call_ms === null ? t("timeline.fNoCall") : t("timeline.fCall", { n: drops }),
    },
    ...(kbytes === 0
      ? []
      : [
          {
            key: "data",
            value: `${numberText(kbytes / 1000, kbytes < 10_000 ? 1 : 0)}\u00a0MB`,
            label: t("timeline.fData"),
          },
        ]),
    {
      key: "outcome",
      value: row.decision === null ? "–" : word("choice", row.decision),
      label:
        row.outcomes.length === 0
          ? t("timeline.fNoDecision")
          : row.outcomes.map((outcome) => word("outcome", outcome)).join(", "),
    },
    {
      key: "papers",
      value: row.minutes_state === "signed" ? t("timeline.fSigned") : `${Math.min(3, signatures)}/3`,
      label: row.minutes_state === "signed" ? t("timeline.fMinutesDone") : t("timeline.fMinutesOpen"),
    },
  ];
}
