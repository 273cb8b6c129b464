/** Doctor × day. One stop for Tab, arrows inside; the row of a specialty says what is still open. */
import { memo, useEffect, useRef } from "react";

import { numberText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Icon } from "@/ui/icon";

import {
  coverKey,
  moved,
  tierNumber,
  type Cell,
  type Column,
  type Gap,
  type Matrix,
  type Row,
  type Section,
  type Spot,
} from "./roster-state";
import { cellWords, columnWords, gapShort, gapWords, specialtyText, tierText } from "./roster-words";

export interface MatrixActs {
  readonly onSpot: (spot: Spot, by: "keys" | "pointer") => void;
  /** A key that moves nothing; true when it was understood. */
  readonly onKey: (event: React.KeyboardEvent) => boolean;
  readonly onOpen: (spot: Spot) => void;
}

export function MatrixTable({
  matrix,
  month,
  spot,
  grab,
  busy,
  acts,
}: {
  matrix: Matrix;
  month: boolean;
  spot: Spot;
  /** Counted up when the spot shall have the focus. */
  grab: number;
  busy: boolean;
  acts: MatrixActs;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (grab > 0) box.current?.querySelector<HTMLElement>('[data-spot][tabindex="0"]')?.focus();
  }, [grab]);
  const pressed = (event: React.KeyboardEvent) => {
    const next = moved(matrix, spot, event.key, event.ctrlKey || event.metaKey);
    if (next !== null) acts.onSpot(next, "keys");
    else if (!acts.onKey(event)) return;
    event.preventDefault();
  };
  const pointed = (event: React.MouseEvent) => {
    const at = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-spot]") : null;
    if (at === null) return;
    const next = { row: at.dataset["row"] ?? "", column: Number(at.dataset["column"]) };
    acts.onSpot(next, "pointer");
    if (event.detail === 2 || at.dataset["gap"] !== undefined) acts.onOpen(next);
  };
  return (
    <div className="tw ro-tw" ref={box}>
      <table
        className={month ? "ro-mx mo" : "ro-mx"}
        role="grid"
        aria-label={t("roster.table")}
        aria-busy={busy || undefined}
        onKeyDown={pressed}
        onClick={pointed}
      >
        <thead>
          <tr>
            <th scope="col">{t("roster.doctor")}</th>
            {matrix.columns.map((column) => (
              <th
                key={column.day}
                scope="col"
                className={columnClass(column)}
                aria-label={columnWords(column)}
                {...(column.holiday !== null && { title: column.holiday })}
              >
                {word("weekdayShort", `d${column.weekday}`)}
                <b>{Number(column.day.slice(8))}</b>
              </th>
            ))}
            {(["hours", "nights", "holidays", "rings"] as const).map((what) => (
              <th key={what} scope="col" className="ro-sum" title={t(`roster.${what}Title`)}>
                {t(`roster.${what}`)}
              </th>
            ))}
          </tr>
        </thead>
        {matrix.sections.map((section) => (
          <SectionBody key={section.key} section={section} columns={matrix.columns} spot={spot} />
        ))}
      </table>
    </div>
  );
}

const columnClass = ({ off, holiday, today }: Column): string | undefined =>
  [off ? "we" : "", holiday === null ? "" : "hol", today ? "td" : ""].filter(Boolean).join(" ") || undefined;

const SectionBody = memo(function SectionBody({
  section,
  columns,
  spot,
}: {
  section: Section;
  columns: readonly Column[];
  spot: Spot;
}) {
  const key = coverKey(section);
  const open = section.gaps?.reduce((sum, day, n) => sum + (columns[n]?.past ? 0 : day.length), 0) ?? 0;
  return (
    <tbody>
      <tr className="grp">
        <th scope="rowgroup">
          {specialtyText(section.specialty)}
          {open > 0 && <span className="ro-open"> · {t("roster.gapCount", { n: open })}</span>}
          {!section.plans && <small>{t("roster.readOnly")}</small>}
        </th>
        {columns.map((column, n) => (
          <CoverCell
            key={column.day}
            gaps={section.gaps?.[n] ?? null}
            column={column}
            row={key}
            at={n}
            here={spot.row === key && spot.column === n}
          />
        ))}
        <td colSpan={4} />
      </tr>
      {section.rows.map((row) => (
        <PersonRow key={row.key} row={row} columns={columns} at={spot.row === row.key ? spot.column : null} />
      ))}
    </tbody>
  );
});

function CoverCell({
  gaps,
  column,
  row,
  at,
  here,
}: {
  gaps: readonly Gap[] | null;
  column: Column;
  row: string;
  at: number;
  here: boolean;
}) {
  const [gap] = gaps ?? [];
  if (gaps === null) return <td className={columnClass(column)} />;
  const open = gap !== undefined && !column.past;
  return (
    <td
      role="gridcell"
      className={columnClass(column)}
      tabIndex={here ? 0 : -1}
      data-spot=""
      data-row={row}
      data-column={at}
      {...(open && { "data-gap": "" })}
    >
      <span className="vh">
        {gap === undefined
          ? t("roster.covered", { day: columnWords(column) })
          : t(gap.backup ? "roster.gapBackupLong" : "roster.gapLong", { what: gapWords(gap) })}
      </span>
      {gap === undefined ? (
        <span className="ro-ok" aria-hidden="true">
          <Icon name="check" size="sm" />
        </span>
      ) : (
        <span className={`ro-gap${gap.backup ? " half" : ""}${column.past ? " past" : ""}`} aria-hidden="true">
          {gapShort(gap)}
          {gaps.length > 1 && <i>+{gaps.length - 1}</i>}
        </span>
      )}
    </td>
  );
}

const PersonRow = memo(function PersonRow({
  row,
  columns,
  at,
}: {
  row: Row;
  columns: readonly Column[];
  at: number | null;
}) {
  const { person, load } = row;
  const tiers = person.tiers.map((tier) => (tier === "leader" ? tierText(tier) : String(tierNumber(tier))));
  return (
    <tr>
      <th scope="row">
        {person.person.name}
        {tiers.length > 0 && <small>{t("roster.tiersOf", { tiers: tiers.join(", ") })}</small>}
      </th>
      {row.cells.map((cell, n) => {
        const column = columns[n];
        return (
          <td
            key={cell.day}
            role="gridcell"
            className={column && columnClass(column)}
            tabIndex={at === n ? 0 : -1}
            data-spot=""
            data-row={row.key}
            data-column={n}
          >
            <span className="vh">{`${person.person.name}, ${column ? columnWords(column) : ""}: ${cellWords(cell)}`}</span>
            <CellMark cell={cell} />
          </td>
        );
      })}
      <td className="num">{numberText(Math.round(load.hours))}</td>
      <td className="num">{load.nights}</td>
      <td className="num">{load.holidays}</td>
      <td className="num">{person.load.rings}</td>
    </tr>
  );
});

/** `16:54–19` is too wide for a cell: its minutes stand in the bar and are read out. */
const inCell = (label: string): string => label.replaceAll(/:\d\d/g, "");

/** The sign of one cell, for eyes: hours in letters, tier as a number and by its frame. Its cell says it in words. */
export function CellMark({ cell }: { cell: Cell }) {
  if (cell.shifts.length === 0) {
    if (cell.away !== null)
      return (
        <span className={`cl ${cell.away === "leave" ? "lv" : "rt"}`} aria-hidden="true">
          {t(cell.away === "leave" ? "roster.leaveShort" : "roster.rotationShort")}
        </span>
      );
    const [gone] = cell.removed;
    return gone === undefined ? null : (
      <span className="cl gone" aria-hidden="true">
        {t("roster.goneShort")}
      </span>
    );
  }
  return (
    <span className={cell.shifts.length > 1 ? "ro-two" : "ro-one"} aria-hidden="true">
      {cell.shifts.map(({ shift, label, clash }) => (
        <span
          key={shift.id}
          className={[
            "cl",
            clash === null ? `t${Math.min(3, tierNumber(shift.tier))}` : "cf",
            shift.swap_pending ? "swp" : "",
            shift.state === "added" ? "new" : "",
            label.length > 2 ? "long" : "",
          ]
            .filter(Boolean)
            .join(" ")}
          {...(label.length > 2 && { title: label })}
        >
          <b>{inCell(label)}</b>
          {clash !== null ? (
            <Icon name="alert" size="sm" />
          ) : (
            shift.tier !== "leader" && <i>{tierNumber(shift.tier)}</i>
          )}
        </span>
      ))}
    </span>
  );
}

/** What the signs mean. */
export function Legend({ codes }: { codes: string }) {
  return (
    <ul className="ro-lg" aria-label={t("roster.legend")}>
      <li>
        <span className="cl t1">
          <b>Đ</b>
          <i>1</i>
        </span>
        {t("roster.legend1")}
      </li>
      <li>
        <span className="cl t2">
          <b>Đ</b>
          <i>2</i>
        </span>
        {t("roster.legend2")}
      </li>
      <li>
        <span className="cl t3">
          <b>N</b>
          <i>3</i>
        </span>
        {t("roster.legend3")}
      </li>
      <li>{codes}</li>
      <li>
        <span className="cl lv">{t("roster.leaveShort")}</span>
        {t("roster.legendLeave")}
      </li>
      <li>
        <span className="cl rt">{t("roster.rotationShort")}</span>
        {t("roster.legendRotation")}
      </li>
      <li>
        <span className="cl t1 swp">
          <b>Đ</b>
        </span>
        {t("roster.legendSwap")}
      </li>
      <li>
        <span className="cl cf">
          <b>24</b>
        </span>
        {t("roster.legendClash")}
      </li>
      <li>
        <span className="cl t1 new">
          <b>N</b>
        </span>
        {t("roster.legendNew")}
      </li>
    </ul>
  );
}
