/** Dated things as bars over a year: what stands now is filled, what is planned dashed, what is over grey. */
import { shareOf, ticksOf, yearAround, type DayState } from "@/lib/days";

import type { ReactNode } from "react";

import "./day-bars.css";

export interface DayBar {
  readonly key: string;
  readonly from: string;
  /** The first day without it; null while nobody knows. */
  readonly end: string | null;
  readonly state: Exclude<DayState, "withdrawn">;
  readonly label: string;
}

export interface DayRow {
  readonly key: string;
  /** Says all that the bars show: they are hidden from readers. */
  readonly head: ReactNode;
  readonly bars: readonly DayBar[];
  readonly action?: ReactNode;
}

export function DayBars({
  label,
  rows,
  today,
  todayLabel,
}: {
  label: string;
  rows: readonly DayRow[];
  today: string;
  todayLabel: string;
}) {
  const year = yearAround(today);
  const now = `${shareOf(today, year) * 100}%`;
  return (
    <div className={rows.some((row) => row.action !== undefined) ? "db" : "db bare"}>
      <div className="db-axis" aria-hidden="true">
        <span className="db-ticks">
          {ticksOf(year).map((tick) => (
            <i key={tick.label} style={{ left: `${tick.at * 100}%` }}>
              {tick.label}
            </i>
          ))}
        </span>
        <span className="db-today">
          <b style={{ left: now }}>{todayLabel}</b>
        </span>
      </div>
      <ul aria-label={label}>
        {rows.map((row) => (
          <li key={row.key} className="db-row">
            <div className="db-head">{row.head}</div>
            <div className="db-line" aria-hidden="true">
              {row.bars.map((bar) => {
                const from = shareOf(bar.from, year);
                const to = bar.end === null ? 1 : shareOf(bar.end, year);
                if (to <= 0 || from >= 1) return null;
                const open = `${bar.from < year.from ? " before" : ""}${bar.end === null || bar.end > year.to ? " on" : ""}`;
                return (
                  <span
                    key={bar.key}
                    className={`db-bar ${bar.state}${open}`}
                    style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
                  >
                    {bar.label}
                  </span>
                );
              })}
              <i className="db-now" style={{ left: now }} />
            </div>
            {row.action !== undefined && <div className="db-act">{row.action}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
