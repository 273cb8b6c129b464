/** The link in the call: how much each side could send, and when it was gone. Text never scales with the picture. */
import { numberText, secondText, timeText, waitWords } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Icon } from "@/ui/icon";

import { curveOf, stretchesOf, type Curve, type LinkPoint } from "./link-state";

const HEIGHT = 132;
const TOP = 10;
/** Room for the values, so that they never lie on the curve. */
const GUTTER = 44;
/** One row for each side: what it was on. */
const BAND = 18;

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
            {curve.bands.length > 0 && <p className="s mut">{t("timeline.rungs")}</p>}
            <Figures points={points} />
          </>
        )}
      </div>
    </section>
  );
}

function Chart({ curve }: { curve: Curve }) {
  const y = (kbps: number) => TOP + HEIGHT * (1 - kbps / curve.most);
  const bottom = TOP + HEIGHT + (curve.bands.length > 0 ? 2 * (BAND + 3) + 6 : 0);
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
      <svg width={GUTTER} height={bottom + 22} aria-hidden="true">
        {curve.ticks.map((tick) => (
          <text key={tick} x={GUTTER - 8} y={y(tick) + 4} textAnchor="end">
            {numberText(tick)}
          </text>
        ))}
      </svg>
      <svg className="plot" height={bottom + 22} aria-hidden="true">
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
        <Bands curve={curve} />
        <text x="0" y={bottom + 17}>
          {timeText(curve.from)}
        </text>
        <text x="100%" y={bottom + 17} textAnchor="end">
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

function Bands({ curve }: { curve: Curve }) {
  return curve.bands.map(({ side, rung, from, to, ms }) => {
    const y = TOP + HEIGHT + 6 + (side === "station" ? 0 : BAND + 3);
    const share = Math.max(0.004, to - from);
    return (
      <g key={`${side}/${from}`} className={`tl-band ${rung}`}>
        <title>
          {t("timeline.rungSpan", {
            side: t(`timeline.side_${side}`),
            rung: word("rungName", rung),
            span: waitWords(ms),
          })}
        </title>
        <rect x={`${from * 100}%`} width={`${share * 100}%`} y={y} height={BAND} />
        {/* Only where there is room for the word. */}
        {share > 0.2 && (
          <text x={`${(from + share / 2) * 100}%`} y={y + 13} textAnchor="middle">
            {word("rungName", rung)}
          </text>
        )}
      </g>
    );
  });
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
              <th scope="col" className="r">
                {t("timeline.colVoice")}
              </th>
              <th scope="col">{t("timeline.colRung")}</th>
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
                <td className="r">{cell(stretch.concealedPct, 1)}</td>
                <td>{stretch.rung === null ? "–" : word("rungName", stretch.rung)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
