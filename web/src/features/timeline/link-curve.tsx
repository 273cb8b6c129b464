/** The link in the call: how much each side could send, and when it was gone. Text never scales with the picture. */
import { numberText, secondText, timeText, waitWords } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Icon } from "@/ui/icon";

import { curveOf, stretchesOf, type Curve, type LinkPoint } from "./link-state";

const HEIGHT = 132;
const TOP = 10;
/** Room for the values, so that they never lie on the curve. */
const GUTTER = 44;

export function LinkCurve({
  points,
  entries,
  written,
}: {
  points: readonly LinkPoint[];
  entries: readonly { readonly at: string; readonly kind: string }[];
  written: boolean;
}) {
  const curve = curveOf(points, entries);
  return (
    <section className="card flush" aria-labelledby="tl-link">
      <h2 id="tl-link" className="tl-h">
        {t("timeline.link")}
      </h2>
      <div className="tl-pad">
        {curve === null ? (
          <p className="mut row nw top">
            <Icon name="info" />
            <span>{t(written ? "timeline.noLinkWritten" : "timeline.noLink")}</span>
          </p>
        ) : (
          <>
            <p className="s tl-legend">
              <span className="tl-up">{t("timeline.stationUp")}</span>
              <span className="tl-up far">{t("timeline.hospitalUp")}</span>
            </p>
            <Chart curve={curve} />
            <Figures points={points} />
          </>
        )}
      </div>
    </section>
  );
}

function Chart({ curve }: { curve: Curve }) {
  const y = (kbps: number) => TOP + HEIGHT * (1 - kbps / curve.most);
  const lost = curve.outages.reduce((sum, outage) => sum + outage.ms, 0);
  return (
    <div
      className="tl-curve"
      role="img"
      aria-label={t("timeline.linkLabel", {
        from: timeText(curve.from),
        to: timeText(curve.to),
        n: curve.outages.length,
        lost: waitWords(lost),
      })}
    >
      <svg width={GUTTER} height={TOP + HEIGHT + 22} aria-hidden="true">
        {curve.ticks.map((tick) => (
          <text key={tick} x={GUTTER - 8} y={y(tick) + 4} textAnchor="end">
            {numberText(tick)}
          </text>
        ))}
      </svg>
      <svg className="plot" height={TOP + HEIGHT + 22} aria-hidden="true">
        {curve.ticks.map((tick) => (
          <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className={tick === 0 ? "base" : undefined} />
        ))}
        {curve.outages.map((outage) => (
          <rect
            key={outage.from}
            className="lost"
            x={`${outage.from * 100}%`}
            width={`${Math.max(0.8, (outage.to - outage.from) * 100)}%`}
            y={TOP}
            height={HEIGHT}
          />
        ))}
        {/* Stretched to the width; the strokes are not. */}
        <svg x="0" y={TOP} width="100%" height={HEIGHT} viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none">
          {curve.lines.map(({ side, points }, at) => (
            <polyline
              key={at}
              className={side === "hospital" ? "tl-far" : undefined}
              points={points.map(([px, kbps]) => `${px * 1000},${HEIGHT * (1 - kbps / curve.most)}`).join(" ")}
            />
          ))}
        </svg>
        <text x="0" y={TOP + HEIGHT + 17}>
          {timeText(curve.from)}
        </text>
        <text x="100%" y={TOP + HEIGHT + 17} textAnchor="end">
          {timeText(curve.to)}
        </text>
      </svg>
      {curve.outages.length > 0 && (
        <p className="s c-danger">
          <b>{t("timeline.lost", { n: curve.outages.length, span: waitWords(lost) })}</b>
        </p>
      )}
    </div>
  );
}

function Figures({ points }: { points: readonly LinkPoint[] }) {
  const cell = (value: number | null, digits = 0) => (value === null ? "–" : numberText(value, digits));
  return (
    <details className="tl-table">
      <summary>{t("timeline.figures")}</summary>
      <div className="tw" tabIndex={0} role="group" aria-label={t("timeline.figures")}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{t("timeline.colSpan")}</th>
              <th scope="col">{t("timeline.colSide")}</th>
              <th scope="col" className="r">
                {t("timeline.colKbps")}
              </th>
              <th scope="col" className="r">
                {t("timeline.colRtt")}
              </th>
              <th scope="col" className="r">
                {t("timeline.colLoss")}
              </th>
            </tr>
          </thead>
          <tbody>
            {stretchesOf(points).map((stretch) => (
              <tr key={`${stretch.side}/${stretch.from}`}>
                <td className="nb">
                  {secondText(stretch.from)}–{secondText(stretch.to)}
                </td>
                <td>{t(`timeline.side_${stretch.side}`)}</td>
                <td className="r">{cell(stretch.kbps)}</td>
                <td className="r">{cell(stretch.rttMs)}</td>
                <td className="r">{cell(stretch.lossPct, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
