/** Each day and night of two weeks by hospital and specialty; on narrow screens only what is missing, by day. */
import { dayText, isoDay, numberText, timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Icon } from "@/ui/icon";

import {
  columnsOf,
  gapsByDay,
  gapsIn,
  halvesByDay,
  ICONS,
  weekdayOf,
  type Coverage,
  type Half,
  type State,
  type Wall,
} from "./coverage-state";
import { StateMark } from "./tonight";

import type { Schema } from "@/wire/schema";
import type { Opened } from "./half-dialog";

const SHORT = 5;

export function halfName(half: Half): string {
  const [day = "", night = ""] = t("coverage.half").split("|");
  return half.night ? night : day;
}

export function WallPanel({ coverage, onOpen }: { coverage: Coverage; onOpen: (half: Opened) => void }) {
  const columns = columnsOf(coverage);
  return (
    <section className="card flush" aria-label={t("coverage.wall")}>
      <div className="tw co-wide" tabIndex={0} role="group" aria-label={t("coverage.wall")}>
        <table className="co-wall">
          <caption className="vh">{t("coverage.wall")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("coverage.cellHead")}</th>
              {columns.map(({ day, today, weekend }) => (
                <th key={day} scope="col" className={today ? "now" : weekend ? "end" : undefined}>
                  {today ? t("coverage.today") : word("coverDay", String(weekdayOf(day)))}
                  <b>{dayText(day).slice(0, SHORT)}</b>
                </th>
              ))}
            </tr>
          </thead>
          {coverage.hospitals.map((wall) => (
            <Rows key={wall.hospital.id} wall={wall} columns={columns} onOpen={onOpen} />
          ))}
        </table>
      </div>
      <NarrowList coverage={coverage} onOpen={onOpen} />
      <Legend />
    </section>
  );
}

function Rows({
  wall,
  columns,
  onOpen,
}: {
  wall: Wall;
  columns: ReturnType<typeof columnsOf>;
  onOpen: (half: Opened) => void;
}) {
  return (
    <tbody>
      <tr className="co-place">
        <th scope="rowgroup" colSpan={columns.length + 1}>
          {wall.hospital.short_name}
        </th>
      </tr>
      {wall.specialties.map(({ specialty, halves, may_plan }) => {
        const by = halvesByDay(halves);
        const gaps = gapsIn(halves);
        return (
          <tr key={specialty}>
            <th scope="row">
              {word("specialty", specialty)}
              {gaps > 0 && <b className="c-danger"> · {t("coverage.gapCount", { n: numberText(gaps) })}</b>}
            </th>
            {columns.map(({ day, today, weekend }) => (
              <td key={day} className={today ? "now" : weekend ? "end" : undefined}>
                <span className="co-pair">
                  {(by.get(day) ?? []).map((half) => (
                    <Cell
                      key={half.starts_at}
                      half={half}
                      specialty={specialty}
                      hospital={wall.hospital.short_name}
                      onOpen={() => onOpen({ hospital: wall.hospital, specialty, half, mayPlan: may_plan })}
                    />
                  ))}
                </span>
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}

function Cell({
  half,
  specialty,
  hospital,
  onOpen,
}: {
  half: Half;
  specialty: Schema<"Specialty">;
  hospital: string;
  onOpen: () => void;
}) {
  const label = t("coverage.cell", {
    specialty: word("specialty", specialty),
    hospital,
    half: halfName(half),
    day: dayText(isoDay(half.starts_at)),
    state: word("coverState", half.state),
  });
  return (
    <button
      type="button"
      className={`co-cell is-${half.state}`}
      aria-label={label}
      title={half.person === null ? label : t("coverage.who", { name: half.person.name, state: label })}
      onClick={onOpen}
    >
      <Icon name={ICONS[half.state]} size="sm" />
    </button>
  );
}

function NarrowList({ coverage, onOpen }: { coverage: Coverage; onOpen: (half: Opened) => void }) {
  const days = gapsByDay(coverage);
  const plans = new Set(
    coverage.hospitals.flatMap(({ hospital, specialties }) =>
      specialties.filter(({ may_plan }) => may_plan).map(({ specialty }) => `${hospital.id}/${specialty}`),
    ),
  );
  return (
    <div className="co-narrow">
      <h2>{t("coverage.gapsByDay")}</h2>
      {days.length === 0 && <p>{t("coverage.noGaps")}</p>}
      {days.map(({ day, halves }) => (
        <section key={day} aria-label={dayText(day)}>
          <h3>
            {word("coverDay", String(weekdayOf(day)))} {dayText(day)}
          </h3>
          <ul>
            {halves.map(({ hospital, specialty, half }) => (
              <li key={`${hospital.id}/${specialty}/${half.starts_at}`}>
                <button
                  type="button"
                  className="co-line"
                  onClick={() =>
                    onOpen({ hospital, specialty, half, mayPlan: plans.has(`${hospital.id}/${specialty}`) })
                  }
                >
                  <span>
                    <b>{word("specialty", specialty)}</b>, {halfName(half)} {timeText(half.starts_at)}
                    <small>{hospital.short_name}</small>
                  </span>
                  <StateMark state={half.state} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const STATES = ["confirmed", "named", "backup", "unpublished", "empty"] as const satisfies readonly State[];

function Legend() {
  return (
    <ul className="co-legend" aria-label={t("coverage.legend")}>
      {STATES.map((state) => (
        <li key={state}>
          <span className={`co-cell is-${state}`} aria-hidden="true">
            <Icon name={ICONS[state]} size="sm" />
          </span>
          {word("coverLegend", state)}
        </li>
      ))}
    </ul>
  );
}
