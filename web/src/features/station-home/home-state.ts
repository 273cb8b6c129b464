/** What the station's page shows: which case first, each case's next act, debts by how late they are, who answers now. */
import { serverNow, spanText, timeText, whenText } from "@/lib/clock";
import { t, tryT } from "@/lib/i18n";

import type { Schema } from "@/wire/schema";

export type Summary = Schema<"ConsultSummary">;
export type Debt = Schema<"Debt">;

export interface NextAct {
  readonly label: string;
  readonly to: string;
  /** The one main act of the page belongs to the first case; others are outlined. */
  readonly icon: "video" | "phone" | "chat" | "file" | "sign" | "pen" | "siren";
}

/** Being called, then answered or asked back, then put off, then papers, then drafts. */
const PLACE: Readonly<Record<Summary["state"], number>> = {
  waiting: 0,
  accepted: 1,
  returned: 1,
  scheduled: 2,
  transferred: 3,
  concluded: 3,
  draft: 4,
  closed: 9,
  cancelled: 9,
  expired: 9,
};
const URGENCY: Readonly<Record<Summary["urgency"], number>> = { stat: 0, urgent: 1, routine: 2 };

/** A taken emergency stands above a routine case that is still being called. */
export function inOrder(consults: readonly Summary[]): readonly Summary[] {
  const rank = (one: Summary) => (one.urgency === "stat" && PLACE[one.state] < 2 ? -1 : PLACE[one.state]);
  const from = (one: Summary) => one.sent_at ?? one.created_at;
  return consults
    .filter((one) => PLACE[one.state] < 9)
    .sort((a, b) => rank(a) - rank(b) || URGENCY[a.urgency] - URGENCY[b.urgency] || from(a).localeCompare(from(b)));
}

/** The case whose ladder is shown. */
export function firstCalled(consults: readonly Summary[]): Summary | null {
  return consults.find((one) => one.state === "waiting") ?? null;
}

export function nextAct(one: Summary, debts: readonly Debt[]): NextAct {
  const at = `/consults/${one.id}`;
  switch (one.state) {
    case "draft":
      return { label: t("home.toDraft"), to: `/request/${one.id}`, icon: "pen" };
    case "waiting":
      return one.urgency === "stat"
        ? { label: t("home.toEmergency"), to: `/emergency/${one.id}`, icon: "siren" }
        : { label: t("home.toWaiting"), to: `${at}/waiting`, icon: "phone" };
    case "returned":
      return { label: t("home.toAnswer"), to: `${at}/waiting`, icon: "chat" };
    case "accepted":
    case "scheduled":
      return one.answer === "written"
        ? { label: t("home.toMinutes"), to: `${at}/minutes`, icon: "file" }
        : { label: t("home.toRoom"), to: `${at}/call`, icon: "video" };
    case "transferred":
      return { label: t("home.toDecision"), to: `${at}/decision`, icon: "pen" };
    case "concluded":
    case "closed":
    case "cancelled":
    case "expired": {
      const owed = new Set(debts.filter((debt) => debt.consult_id === one.id).map((debt) => debt.kind));
      if (owed.has("minutes")) return { label: t("home.toSign"), to: `${at}/minutes`, icon: "sign" };
      if (owed.has("decision")) return { label: t("home.toDecision"), to: `${at}/decision`, icon: "pen" };
      return { label: t("home.toMinutes"), to: `${at}/minutes`, icon: "file" };
    }
  }
}

/** The hospital's side is in the room now. */
export function someoneWaits(one: Summary): boolean {
  return (
    one.call?.participants.some((there) => there.side === "hospital" && there.linked && there.left_at === null) ?? false
  );
}

export interface DebtRow {
  readonly key: string;
  readonly to: string;
  readonly icon: "sign" | "check" | "truck" | "chat" | "pen";
  readonly title: string;
  readonly due: string;
  readonly overdue: boolean;
}

const DEBT: Readonly<Record<Debt["kind"], readonly [DebtRow["icon"], string]>> = {
  conclusion: ["pen", "minutes"],
  minutes: ["sign", "minutes"],
  decision: ["check", "decision"],
  answer: ["chat", "minutes"],
  referral: ["truck", "decision"],
  receipt: ["truck", "decision"],
  feedback: ["truck", "decision"],
  result_7: ["pen", ""],
  result_30: ["pen", ""],
  follow_up: ["check", ""],
};

/** Overdue first, the longest first. */
export function debtRows(
  debts: readonly Debt[],
  who: (debt: Debt) => string,
  now: number = serverNow(),
): readonly DebtRow[] {
  return [...debts]
    .sort((a, b) => a.due_at.localeCompare(b.due_at))
    .map((debt) => {
      const left = new Date(debt.due_at).getTime() - now;
      const [icon, page] = DEBT[debt.kind];
      return {
        key: `${debt.kind}/${debt.consult_id}/${debt.follow_up_id ?? ""}`,
        to: page === "" ? `/follow-ups?case=${debt.consult_id}` : `/consults/${debt.consult_id}/${page}`,
        icon,
        title: tryT(`home.debt_${debt.kind}`, { who: who(debt) }) ?? debt.consult_code,
        due:
          (left < 0
            ? t("home.overdueBy", { span: spanText(-left), time: whenText(debt.due_at, now) })
            : t("home.dueIn", { span: spanText(left) })) + ` · ${debt.consult_code}`,
        overdue: left < 0,
      };
    });
}

export interface DutyRow {
  readonly key: string;
  readonly specialty: Schema<"Specialty"> | "leader";
  readonly names: string;
  readonly confirmed: boolean | null;
}

const SPECIALTIES = ["emergency", "internal", "paediatrics", "obstetrics", "surgery", "dermatology"] as const;

/** One line for each specialty, also for those with nobody, then the leader. `confirmed` null: nobody is there. */
export function dutyRows(board: Schema<"DutyBoard">): readonly DutyRow[] {
  const row = (key: DutyRow["specialty"], lines: readonly Schema<"DutyLine">[]): DutyRow => {
    const [first] = [...lines].sort(
      (a, b) => Number(b.confirmed) - Number(a.confirmed) || a.tier.localeCompare(b.tier),
    );
    const more = lines.length > 1 ? `, ${t("home.more", { n: lines.length - 1 })}` : "";
    return {
      key,
      specialty: key,
      names: first === undefined ? "" : first.person.name + more,
      confirmed: lines.length === 0 ? null : lines.some((line) => line.confirmed),
    };
  };
  const doctors = board.lines.filter((line) => line.tier !== "leader" && line.tier !== "head");
  const leaders = board.lines.filter((line) => line.tier === "leader");
  return [
    ...SPECIALTIES.map((specialty) =>
      row(
        specialty,
        doctors.filter((line) => line.specialty === specialty),
      ),
    ),
    ...(leaders.length === 0 ? [] : [row("leader", leaders)]),
  ];
}

/** Until when this board holds: the first shift that ends. */
export function dutyUntil(board: Schema<"DutyBoard">): string {
  const ends = board.lines.map((line) => line.ends_at).sort();
  return ends[0] === undefined ? "" : t("home.dutyUntil", { time: timeText(ends[0]) });
}
