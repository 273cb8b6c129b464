/** Cases by month: answered in time dark, the rest light. Percent across, pixels up, so text never scales. */
import { numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { everyMonth, monthText, WITHHELD, type Totals } from "./totals-state";

const HEIGHT = 96;
const TOP = 16;
/** Pixels a month may take: two of them are no two walls. */
const MONTH_AT_MOST = 160;
/** Above this many months a number over each bar would be a grey smear. */
const NUMBERS_UP_TO = 24;

export function MonthChart({ months: known }: { months: Totals["months"] }) {
  const months = everyMonth(known);
  const most = Math.max(1, ...months.map(({ counts }) => counts.consults ?? 0));
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.length < 2) return null;
  const step = 100 / months.length;
  const said = months
    .map(({ month, counts }) =>
      counts.consults === null
        ? t("totals.chartMonthHidden", { month: monthText(month) })
        : t("totals.chartMonth", { month: monthText(month), n: numberText(counts.consults) }),
    )
    .join(", ");
  return (
    <figure className="to-chart" style={{ maxWidth: months.length * MONTH_AT_MOST }}>
      <figcaption>
        {t("totals.chart")}
        <span className="to-key in">{t("totals.inTime")}</span>
        <span className="to-key out">{t("totals.chartRest")}</span>
      </figcaption>
      <svg width="100%" height={TOP + HEIGHT + 18} role="img" aria-label={t("totals.chartLabel", { text: said })}>
        {months.map(({ month, counts }, at) => {
          const all = (HEIGHT * (counts.consults ?? 0)) / most;
          const inTime = (HEIGHT * (counts.answered_in_time ?? 0)) / most;
          const x = `${at * step + step * 0.14}%`;
          const width = `${step * 0.72}%`;
          const label = counts.consults === null ? WITHHELD : counts.consults > 0 ? numberText(counts.consults) : "";
          return (
            <g key={month}>
              <rect className="out" x={x} width={width} y={TOP + HEIGHT - all} height={all - inTime} />
              <rect className="in" x={x} width={width} y={TOP + HEIGHT - inTime} height={inTime} />
              {months.length <= NUMBERS_UP_TO && (
                <text x={`${at * step + step / 2}%`} y={TOP + HEIGHT - all - 4} textAnchor="middle">
                  {label}
                </text>
              )}
            </g>
          );
        })}
        <line x1="0" x2="100%" y1={TOP + HEIGHT + 0.5} y2={TOP + HEIGHT + 0.5} />
        <text x="0" y={TOP + HEIGHT + 15}>
          {monthText(first.month)}
        </text>
        <text x="100%" y={TOP + HEIGHT + 15} textAnchor="end">
          {monthText(last.month)}
        </text>
      </svg>
    </figure>
  );
}
