/** The link passport drawn: the way up by hour, the usable rung by weekday and hour. Percent across, pixels up. */
import { numberText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { weakTexts } from "@/lib/link-hours";
import { Card } from "@/ui/card";

import { hourBars, VIDEO_KBPS, VOICE_KBPS, type Cell, type Passport, type Rung } from "./link-state";

const HEIGHT = 120;
const TOP = 18;
const BELOW = 20;
const NEEDS = [VIDEO_KBPS, VOICE_KBPS] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 7 }, (_, day) => day);
const STEP = 100 / 24;
const ROW = 22;
/** Room for the names of days, so that they never lie on a cell. */
const GUTTER = 34;

export function Charts({ passport }: { passport: Passport }) {
  const weak = weakTexts(passport.weak_hours).join(". ") || t("link.allGood");
  return (
    <>
      <Card title={t("link.chart")} aside={<small className="mut">{t("link.unit")}</small>}>
        <ByHour cells={passport.cells} weak={weak} />
      </Card>
      <Card title={t("link.week")}>
        <p className="s lk-keys">
          <span className="lk-key video">{t("link.keyVideo")}</span>
          <span className="lk-key low_video">{t("link.keyLow")}</span>
          <span className="lk-key voice">{t("link.keyVoice")}</span>
          <span className="lk-key none">{t("link.keyNone")}</span>
        </p>
        <ByWeek cells={passport.cells} weak={weak} />
        <Figures cells={passport.cells} />
      </Card>
    </>
  );
}

function ByHour({ cells, weak }: { cells: readonly Cell[]; weak: string }) {
  const bars = hourBars(cells);
  const most = Math.max(VIDEO_KBPS * 1.3, ...bars.map((bar) => bar.kbps));
  const y = (kbps: number) => TOP + HEIGHT * (1 - kbps / most);
  return (
    <>
      <div className="lk-week" role="img" aria-label={t("link.chartLabel", { weak })}>
        <svg width={GUTTER} height={TOP + HEIGHT + BELOW} aria-hidden="true">
          {NEEDS.map((kbps) => (
            <text key={kbps} x={0} y={y(kbps) + 4}>
              {kbps}
            </text>
          ))}
        </svg>
        <svg className="lk-hours" width="100%" height={TOP + HEIGHT + BELOW} aria-hidden="true">
          {bars.map(({ hour, kbps, rung }) => (
            <g key={hour}>
              <title>{`${hour}–${hour + 1}: ${numberText(kbps)} kbit/s${rung === null ? "" : `, ${word("linkRung", rung)}`}`}</title>
              <rect x={`${hour * STEP}%`} y={0} width={`${STEP}%`} height={TOP + HEIGHT} fill="transparent" />
              <rect
                className={`lk-bar ${lookOf(rung)}`}
                x={`${hour * STEP + STEP * 0.12}%`}
                width={`${STEP * 0.76}%`}
                y={y(kbps)}
                height={Math.max(2, TOP + HEIGHT - y(kbps))}
              />
            </g>
          ))}
          {NEEDS.map((kbps) => (
            <line key={kbps} className="lk-need" x1="0" x2="100%" y1={y(kbps)} y2={y(kbps)} />
          ))}
          <line x1="0" x2="100%" y1={TOP + HEIGHT + 0.5} y2={TOP + HEIGHT + 0.5} />
          <HourNames y={TOP + HEIGHT + 15} />
        </svg>
      </div>
      <p className="s mut">
        {t("link.needVideo")} · {t("link.needVoice")}
      </p>
    </>
  );
}

function ByWeek({ cells, weak }: { cells: readonly Cell[]; weak: string }) {
  const known = new Map(cells.map((cell) => [`${cell.weekday}/${cell.hour}`, cell]));
  return (
    <div className="lk-week" role="img" aria-label={t("link.weekLabel", { weak })}>
      <svg width={GUTTER} height={7 * ROW + BELOW} aria-hidden="true">
        {DAYS.map((day) => (
          <text key={day} x={0} y={day * ROW + 15}>
            {word("linkDay", String(day))}
          </text>
        ))}
      </svg>
      <svg width="100%" height={7 * ROW + BELOW} aria-hidden="true">
        {DAYS.map((day) =>
          HOURS.map((hour) => {
            const cell = known.get(`${day}/${hour}`);
            const x = `${hour * STEP + STEP * 0.06}%`;
            const width = `${STEP * 0.88}%`;
            const part = SHARE[lookOf(cell?.rung ?? null)];
            return (
              <g key={`${day}/${hour}`}>
                {cell !== undefined && <title>{cellText(cell)}</title>}
                <rect className="lk-none" x={x} width={width} y={day * ROW + 1} height={ROW - 3} />
                {/* As high as what fits: read without the colour too. */}
                <rect
                  className={`lk-bar ${lookOf(cell?.rung ?? null)}`}
                  x={x}
                  width={width}
                  y={day * ROW + 1 + (ROW - 3) * (1 - part)}
                  height={(ROW - 3) * part}
                />
              </g>
            );
          }),
        )}
        <HourNames y={7 * ROW + 14} />
      </svg>
    </div>
  );
}

type Look = "video" | "low_video" | "voice" | "none";
const SHARE: Readonly<Record<Look, number>> = { video: 1, low_video: 0.62, voice: 0.3, none: 0 };
const lookOf = (rung: Rung | null): Look =>
  rung === null ? "none" : rung === "video" || rung === "low_video" ? rung : "voice";

function HourNames({ y }: { y: number }) {
  return [0, 6, 12, 18].map((hour) => (
    <text key={hour} x={`${hour * STEP}%`} y={y}>
      {hour}
    </text>
  ));
}

const cellText = ({ weekday, hour, rung, up_kbps }: Cell): string =>
  [
    `${word("linkDay", String(weekday))} ${hour}–${hour + 1}`,
    rung === null ? "" : word("linkRung", rung),
    up_kbps === null ? "" : `${numberText(up_kbps)} kbit/s`,
  ]
    .filter(Boolean)
    .join(" · ");

function Figures({ cells }: { cells: readonly Cell[] }) {
  const cell = (value: number | null, digits = 0) => (value === null ? "–" : numberText(value, digits));
  return (
    <details className="lk-table">
      <summary>{t("link.table")}</summary>
      <div className="tw" tabIndex={0} role="group" aria-label={t("link.table")}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{t("link.colDay")}</th>
              <th scope="col">{t("link.colHour")}</th>
              <th scope="col">{t("link.colRung")}</th>
              <th scope="col" className="r">
                {t("link.colUp")}
              </th>
              <th scope="col" className="r">
                {t("link.colRtt")}
              </th>
              <th scope="col" className="r">
                {t("link.colLoss")}
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map((one) => (
              <tr key={`${one.weekday}/${one.hour}`}>
                <td>{word("linkDay", String(one.weekday))}</td>
                <td className="nb">{`${one.hour}–${one.hour + 1}`}</td>
                <td>{one.rung === null ? "–" : word("linkRung", one.rung)}</td>
                <td className="r">{cell(one.up_kbps)}</td>
                <td className="r">{cell(one.rtt_ms)}</td>
                <td className="r">{cell(one.loss_pct, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
