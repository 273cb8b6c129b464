/** Consults by day: answered in time dark, the rest light. Percent across, pixels up, so text never scales. */
import { dayText, numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { everyDay, type Day } from "./log-state";

const HEIGHT = 72;
const TOP = 14;
/** Above this many days a number over each bar would be a grey smear. */
const NUMBERS_UP_TO = 16;

export function DayChart({ days: known }: { days: readonly Day[] }) {
  const days = everyDay(known);
  const most = Math.max(1, ...days.map((day) => day.consults));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.length < 2) return null;
  const step = 100 / days.length;
  const sum = (of: (day: Day) => number) => days.reduce((total, day) => total + of(day), 0);
  return (
    <figure className="lg-chart">
      <figcaption>
        {t("log.chartTitle")}
        <span className="lg-key in">{t("log.chartInTime")}</span>
        <span className="lg-key out">{t("log.chartRest")}</span>
      </figcaption>
      <svg
        width="100%"
        height={TOP + HEIGHT + 18}
        role="img"
        aria-label={t("log.chartLabel", {
          from: dayText(first.day),
          to: dayText(last.day),
          all: numberText(sum((day) => day.consults)),
          inTime: numberText(sum((day) => day.answered_in_time)),
        })}
      >
        {days.map((day, at) => {
          const all = (HEIGHT * day.consults) / most;
          const inTime = (HEIGHT * day.answered_in_time) / most;
          const x = `${at * step + step * 0.12}%`;
          const width = `${step * 0.76}%`;
          return (
            <g key={day.day}>
              <title>
                {t("log.chartDay", {
                  day: dayText(day.day),
                  n: numberText(day.consults),
                  inTime: numberText(day.answered_in_time),
                })}
              </title>
              <rect x={`${at * step}%`} y={0} width={`${step}%`} height={TOP + HEIGHT} fill="transparent" />
              <rect className="out" x={x} width={width} y={TOP + HEIGHT - all} height={all - inTime} />
              <rect className="in" x={x} width={width} y={TOP + HEIGHT - inTime} height={inTime} />
              {days.length <= NUMBERS_UP_TO && day.consults > 0 && (
                <text x={`${at * step + step / 2}%`} y={TOP + HEIGHT - all - 3} textAnchor="middle">
                  {day.consults}
                </text>
              )}
            </g>
          );
        })}
        <line x1="0" x2="100%" y1={TOP + HEIGHT + 0.5} y2={TOP + HEIGHT + 0.5} />
        <text x="0" y={TOP + HEIGHT + 15}>
          {dayText(first.day)}
        </text>
        <text x="100%" y={TOP + HEIGHT + 15} textAnchor="end">
          {dayText(last.day)}
        </text>
      </svg>
      <details className="noprint">
        <summary>{t("log.chartTable")}</summary>
        <div className="lg-days" tabIndex={0} role="group" aria-label={t("log.chartTitle")}>
          <table className="t">
            <thead>
              <tr>
                <th scope="col">{t("log.chartDayHead")}</th>
                <th scope="col" className="r">
                  {t("log.fConsults")}
                </th>
                <th scope="col" className="r">
                  {t("log.chartInTime")}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...days].reverse().map((day) => (
                <tr key={day.day}>
                  <td>{dayText(day.day)}</td>
                  <td className="r">{numberText(day.consults)}</td>
                  <td className="r">{numberText(day.answered_in_time)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
