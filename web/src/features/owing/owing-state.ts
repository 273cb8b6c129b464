/** Rows of what is owed, and where each is paid. Pure. */
import { spanText, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";

import type { Debt as Row } from "@/ui/lists";
import type { Schema } from "@/wire/schema";

export type Debt = Schema<"Debt">;
export type Count = Schema<"DebtCount">;

const LEADING = new Set(["station_head", "dept_head", "hospital_manager"]);

/** Comfort only: the server decides. */
export const leads = (grants: readonly { readonly role: string }[]): boolean =>
  grants.some(({ role }) => LEADING.has(role));

const ICON: Readonly<Record<Debt["kind"], Row["icon"]>> = {
  conclusion: "pen",
  minutes: "sign",
  decision: "check",
  answer: "chat",
  referral: "truck",
  receipt: "truck",
  feedback: "send",
  result_7: "pulse",
  result_30: "pulse",
  follow_up: "calendar",
};

/** Where it is paid. */
export function wayTo({ kind, consult_id, referral_id }: Debt, station: boolean): string {
  switch (kind) {
    case "receipt":
    case "feedback":
    case "referral":
      return referral_id === null ? `/consults/${consult_id}/minutes` : `/referrals/${referral_id}`;
    case "result_7":
    case "result_30":
    case "follow_up":
      return `/follow-ups?case=${consult_id}`;
    case "decision":
      return `/consults/${consult_id}/${station ? "decision" : "minutes"}`;
    case "conclusion":
    case "minutes":
    case "answer":
      return `/consults/${consult_id}/minutes`;
  }
}

export function owedRows(debts: readonly Debt[], station: boolean, now: number): readonly Row[] {
  return debts.map((debt) => {
    const late = now - new Date(debt.due_at).getTime();
    const due =
      late > 0 ? t("owing.overdueBy", { span: spanText(late) }) : t("owing.due", { time: whenText(debt.due_at, now) });
    return {
      key: `${debt.kind}/${debt.consult_id}/${debt.referral_id ?? debt.follow_up_id ?? ""}`,
      to: wayTo(debt, station),
      icon: ICON[debt.kind],
      title: `${word("debtKind", debt.kind)} · ${debt.consult_code}`,
      due: `${due} · ${debt.station.short_name}`,
      overdue: late > 0,
    };
  });
}

export function totalOf(counts: readonly Count[]): { readonly owed: number; readonly overdue: number } {
  return counts.reduce((sum, one) => ({ owed: sum.owed + one.owed, overdue: sum.overdue + one.overdue }), {
    owed: 0,
    overdue: 0,
  });
}
