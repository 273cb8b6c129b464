/** Reads a consult's ladder into rows that people understand: who was called, what became of it, who comes next. */
import { longLeftText, timeText } from "./clock";
import { t, tryT, word } from "./i18n";

import type { Schema } from "@/wire/schema";

type Summary = Schema<"ConsultSummary">;
type Step = Schema<"LadderStep">;
type Rung = Schema<"RungPerson">;

export interface LadderRow {
  readonly key: string;
  readonly phase: "past" | "now" | "next" | "yes";
  readonly number: number;
  /** Set bold: a person, or the whole team. */
  readonly name: string;
  /** After the name: the specialty. */
  readonly field: string;
  readonly detail: string;
  readonly result: string;
  readonly icon: "x" | "skip" | "check" | "swap" | "minus" | "refresh";
  readonly startedAt: string | null;
  readonly deadlineAt: string | null;
  /** How far the ring came on each way to the one person it went to; empty for a team and for what was. */
  readonly channels: Rung["channels"];
}

export interface ReadLadder {
  readonly rows: readonly LadderRow[];
  /** What a reader is told when the step changes. */
  readonly announce: string;
  /** The ladder ran out and nobody has it: phones, transfer. */
  readonly ended: boolean;
}

const specialtyOf = (summary: Summary): string => word("specialty", summary.specialty);

function whoOf(step: Step, summary: Summary): string {
  return tryT(`stepWho.${step.kind}`, { specialty: specialtyOf(summary) }) ?? step.kind;
}

/** At `now` (server's time): the rows' countdowns run by themselves, those of later steps are as of now. */
export function readLadder(summary: Summary, now: number): ReadLadder {
  const { ladder } = summary;
  const rows = ladder.steps.map((step, at) => rowOf(step, at + 1, summary, now));
  const waiting = summary.state === "waiting";
  const ended = waiting && ladder.ended_at !== null;
  if (ended && ladder.ended_at !== null && ladder.restarts_at !== null) {
    rows.push({
      key: "again",
      phase: "now",
      number: rows.length + 1,
      name: t("ladder.again"),
      field: "",
      detail: t("ladder.againWhy", { n: ladder.round }),
      result: "",
      icon: "refresh",
      startedAt: ladder.ended_at,
      deadlineAt: ladder.restarts_at,
      channels: [],
    });
  }
  return { rows, announce: announced(summary, rows, ended), ended };
}

function announced(summary: Summary, rows: readonly LadderRow[], ended: boolean): string {
  if (summary.specialist !== null) return t("ladder.nowAccepted", { who: summary.specialist.name });
  if (ended) return t("ladder.nowNobody");
  const called = rows.filter((row) => row.phase === "now").map((row) => row.name);
  return called.length === 0 ? "" : t("ladder.nowCalling", { who: called.join(", ") });
}

function rowOf(step: Step, number: number, summary: Summary, now: number): LadderRow {
  const one = step.people.length === 1 ? step.people[0] : undefined;
  // Whoever took it and gave it up again is a step that is past.
  const taker = step.people.find((rung) => rung.state === "accepted" && rung.person.id === summary.specialist?.id);
  const hospital = (step.hospital ?? summary.hospital).short_name;
  const base = {
    key: `${summary.ladder.round}.${step.index}`,
    number,
    startedAt: step.started_at,
    deadlineAt: step.deadline_at,
    icon: "x" as LadderRow["icon"],
    detail: step.started_at === null ? hospital : t("ladder.rangAt", { hospital, time: timeText(step.started_at) }),
    name: one?.person.name ?? manyWho(step, summary),
    // A leader answers for every specialty; a team's row says its own already.
    field: one === undefined || step.kind === "leader" ? "" : specialtyOf(summary),
    result: "",
    channels: step.state === "ringing" && one !== undefined ? one.channels : [],
  };
  switch (step.state) {
    case "waiting": {
      const wait = step.started_at === null ? null : new Date(step.started_at).getTime() - now;
      const result = wait === null || wait <= 0 ? t("ladder.soon") : t("ladder.after", { time: longLeftText(wait) });
      return { ...base, phase: "next", name: whoOf(step, summary), field: "", detail: hospital, result };
    }
    case "ringing":
      return { ...base, phase: "now" };
    case "skipped":
      return {
        ...base,
        phase: "past",
        name: whoOf(step, summary),
        field: "",
        detail: step.skip_reason === null ? hospital : word("skipReason", step.skip_reason),
        result: t("ladder.skipped"),
        icon: "skip",
      };
    case "over":
      if (taker !== undefined) {
        const time = taker.ended_at === null ? "" : timeText(taker.ended_at);
        return {
          ...base,
          phase: "yes",
          name: taker.person.name,
          field: specialtyOf(summary),
          result: t("ladder.accepted", { time }),
        };
      }
      return { ...base, phase: "past", ...overResult(step.people) };
  }
}

const NAMED = 3;

function manyWho(step: Step, summary: Summary): string {
  if (step.people.length < 2) return whoOf(step, summary);
  // A few are named: the station shall know whom it may expect.
  if (step.people.length <= NAMED) return step.people.map(({ person }) => person.name).join(", ");
  return t("ladder.many", { who: whoOf(step, summary), n: step.people.length });
}

function overResult(people: readonly Rung[]): Partial<LadderRow> {
  const gave = people.find((rung) => rung.state === "accepted");
  if (gave !== undefined) return { name: gave.person.name, result: t("ladder.gaveUp"), icon: "swap" };
  const [only] = people;
  if (people.length !== 1 || only === undefined) {
    const superseded = people.some((rung) => rung.state === "superseded");
    return { result: t(superseded ? "ladder.superseded" : "ladder.noneAnswered"), icon: superseded ? "minus" : "x" };
  }
  switch (only.state) {
    case "declined":
      return { result: declineText(only.note), icon: "x" };
    case "superseded":
      return { result: t("ladder.superseded"), icon: "minus" };
    case "cancelled":
      return { result: t("ladder.stopped"), icon: "minus" };
    case "accepted":
    case "missed":
    case "ringing":
    case "skipped":
      return { result: t("ladder.missed"), icon: "x" };
  }
}

/** The note of a decline is its code, with the doctor's own words behind a colon. */
export function declineText(note: string | null): string {
  const [code = "other", ...own] = (note ?? "other").split(": ");
  const said = own.join(": ").trim();
  return said === "" ? word("declineReason", code) : `${word("declineReason", code)}: ${said}`;
}

/** Why the one who took it was asked: `đang trực Nhi`. */
export function whyText(summary: Summary): string {
  const rung = summary.ladder.steps
    .flatMap((step) => step.people)
    .find((found) => found.person.id === summary.specialist?.id && found.state === "accepted");
  return tryT(`why.${rung?.why ?? "manual"}`, { specialty: specialtyOf(summary) }) ?? "";
}
