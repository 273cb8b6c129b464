/** Lists, their empty and loading states, and facts in two columns. */
import { Link } from "wouter";

import { t } from "@/lib/i18n";

import { Icon, type IconName } from "./icon";

import type { ReactNode } from "react";

export interface Debt {
  readonly key: string;
  readonly to: string;
  readonly icon: IconName;
  readonly title: string;
  readonly due: string;
  readonly overdue: boolean;
}

/** What is still owed: overdue first is the caller's order; one tap to the place. */
export function DebtList({ debts, label }: { debts: readonly Debt[]; label: string }) {
  return (
    <ul aria-label={label}>
      {debts.map((debt) => (
        <li key={debt.key} className="debt-row">
          <Link href={debt.to} className="debt">
            <Icon name={debt.icon} />
            <span className="sp">
              <b>{debt.title}</b>
              <small className={debt.overdue ? "c-danger" : undefined}>{debt.due}</small>
            </span>
            <Icon name="right" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Why it is empty, and the next step. */
export function EmptyState({
  icon,
  title,
  text,
  action,
}: {
  icon: IconName;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={icon} size="lg" />
      <b className="big">{title}</b>
      {text !== undefined && <p className="mut">{text}</p>}
      {action}
    </div>
  );
}

/** First load only; later keep the old figures and set `aria-busy`. */
export function LoadingRows({ rows = 3 }: { rows?: number }) {
  return (
    <div className="stack" role="status" aria-label={t("common.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skel" style={{ width: `${90 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

export function KeyValues({
  items,
  wide = false,
}: {
  items: readonly (readonly [string, ReactNode])[];
  wide?: boolean;
}) {
  return (
    <dl className={wide ? "kv wide" : "kv"}>
      {items.map(([key, value]) => (
        <div key={key} className="kv-row">
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
