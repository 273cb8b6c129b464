/** The roster on a phone: day by day, what is open first, then who is there; a tap opens what can be done. */
import { useState } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";

import { tierNumber, type Cell, type Gap, type Matrix, type Row, type Section } from "./roster-state";
import { codeText, columnWords, gapShort, specialtyText } from "./roster-words";

import type { Spot } from "./roster-state";

const AT_ONCE = 3;

export function DayList({
  matrix,
  onOpen,
  onGap,
  onAdd,
  onTurn,
}: {
  matrix: Matrix;
  onOpen: (spot: Spot) => void;
  onGap: (gap: Gap) => void;
  onAdd: (section: Section, day: string) => void;
  /** To the period before or after this one. */
  onTurn: (by: 1 | -1) => void;
}) {
  const { columns, sections } = matrix;
  const [all, setAll] = useState(false);
  const own = sections.filter(({ plans }) => plans);
  const shown = all || own.length === 0 ? sections : own;
  const today = columns.findIndex((column) => column.today);
  const [from, setFrom] = useState<string | null>(null);
  const first = Math.max(
    0,
    columns.findIndex(({ day }) => day === from),
    from === null ? today : 0,
  );
  const turn = (by: 1 | -1) => {
    const next = first + by * AT_ONCE;
    const day = columns[by < 0 ? Math.max(0, next) : next]?.day;
    if (day === undefined || (by < 0 && first === 0)) {
      setFrom("");
      onTurn(by);
    } else setFrom(day);
    globalThis.scrollTo(0, 0);
  };
  return (
    <div className="ro-days">
      {columns.map((column, n) =>
        n < first || n >= first + AT_ONCE ? null : (
          <section key={column.day} className="card flush" aria-labelledby={`ro-${column.day}`}>
            <h2 id={`ro-${column.day}`} className={column.off ? "we" : undefined}>
              <span>{columnWords(column)}</span>
              {column.today && <span className="tag brand">{t("roster.today")}</span>}
            </h2>
            <ul>
              {byNeed(shown, n).map((section) => (
                <li key={section.key}>
                  <b>{specialtyText(section.specialty)}</b>
                  <div className="ro-of">
                    {!column.past &&
                      section.gaps?.[n]?.map((gap) => (
                        <OpenLine key={gap.starts_at} gap={gap} {...(section.plans && { onGap })} />
                      ))}
                    {section.rows
                      .flatMap((row) => linesOf(row, row.cells[n], n, section.plans ? onOpen : null))
                      .sort((x, y) => x.order.localeCompare(y.order))
                      .map(({ line }) => line)}
                    {section.plans && !column.past && (
                      <button type="button" className="ro-add" onClick={() => onAdd(section, column.day)}>
                        <Icon name="plus" size="sm" /> {t("roster.addOne")}
                      </button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      {shown.length < sections.length && (
        <Button tone="quiet" onClick={() => setAll(true)}>
          {t("roster.showOthers")}
        </Button>
      )}
      <div className="ro-pages">
        <Button icon="left" onClick={() => turn(-1)}>
          {t("roster.daysBefore")}
        </Button>
        <Button onClick={() => turn(1)}>
          {t("roster.daysAfter")} <Icon name="right" />
        </Button>
      </div>
    </div>
  );
}

function byNeed(sections: readonly Section[], n: number): readonly Section[] {
  const need = (section: Section) => (section.gaps?.[n]?.length ?? 0) > 0;
  return [...sections].sort((a, b) => Number(need(b)) - Number(need(a)));
}

function OpenLine({ gap, onGap }: { gap: Gap; onGap?: (gap: Gap) => void }) {
  return (
    <div className={gap.backup ? "ro-line half" : "ro-line open"}>
      <span className="sp">
        <Icon name="alert" size="sm" />{" "}
        {t(gap.backup ? "roster.lineBackup" : "roster.lineOpen", {
          what: gap.label === "24h" ? t("roster.wholeDay") : gapShort(gap),
        })}
      </span>
      {onGap && (
        <Button size="compact" tone="out-danger" onClick={() => onGap(gap)}>
          {t("roster.choose")}
        </Button>
      )}
    </div>
  );
}

/** Who answers first comes first: by hour, then by tier; who is away, last. */
const orderOf = ({ shift }: Cell["shifts"][number]): string => `${shift.starts_at}/${tierNumber(shift.tier)}`;
const AWAY = "~";

/** `onOpen` null: there is nothing this person could do with it. */
function linesOf(row: Row, cell: Cell | undefined, column: number, onOpen: ((spot: Spot) => void) | null) {
  if (cell === undefined) return [];
  const { name } = row.person.person;
  const open = onOpen && (() => onOpen({ row: row.key, column }));
  if (cell.shifts.length === 0) {
    const why =
      cell.away === "leave"
        ? t("roster.cellLeave")
        : cell.away === "rotation"
          ? t("roster.cellRotation")
          : cell.removed.length > 0
            ? t("roster.cellRemoved")
            : null;
    if (why === null) return [];
    const line = (
      <Line key={row.key} look="away" open={open}>
        {name}: {why}
      </Line>
    );
    return [{ order: AWAY, line }];
  }
  return cell.shifts.map((one) => {
    const { shift, label, clash } = one;
    const line = (
      <Line key={shift.id} look={clash === null ? "" : "open"} open={open}>
        {codeText(label)}: {name}
        {shift.tier !== "leader" && <span className="mut"> · {t("roster.tierN", { n: tierNumber(shift.tier) })}</span>}
        {clash !== null && <b> · {t("roster.clash")}</b>}
        {shift.swap_pending && <span className="c-warn"> · {t("roster.cellSwap")}</span>}
        {shift.state === "added" && <span className="mut"> · {t("roster.cellAdded")}</span>}
      </Line>
    );
    return { order: orderOf(one), line };
  });
}

function Line({ look, open, children }: { look: string; open: (() => void) | null; children: React.ReactNode }) {
  if (open === null) return <p className={`ro-line still ${look}`}>{children}</p>;
  return (
    <button type="button" className={`ro-line ${look}`} onClick={open}>
      <span>{children}</span>
      <Icon name="right" size="sm" />
    </button>
  );
}
