/** The matrix of one hospital with everything that can be done to it. */
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";

import { dayText, isoDay, serverNow } from "@/lib/clock";
import { addDays } from "@/lib/days";
import { t } from "@/lib/i18n";
import { Button, IconButton } from "@/ui/button";
import { PageHeader } from "@/ui/card";
import { Chip, SegmentedControl } from "@/ui/choices";
import { useNow } from "@/ui/clock";
import { useKeys } from "@/ui/key-hint";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { CellBar, CellSheet } from "./cell-choices";
import { DayList } from "./day-list";
import { Dialogs, type Open } from "./dialogs";
import { GapsCard } from "./gaps-card";
import { Legend, MatrixTable } from "./matrix";
import { News } from "./news";
import { periodOf, turned, type Ask } from "./roster-ask";
import { cellAt, gapAt, matrixOf, openGaps, rowKeys, specialtyKey, type Gap, type Spot } from "./roster-state";
import { shortDay, specialtyText } from "./roster-words";
import { SwapsToJudge } from "./swaps";
import { useCell } from "./use-cell";
import { useNarrow } from "./use-narrow";
import { useRoster } from "./use-roster";

import type { DutyHospital } from "@/context/duty-rights";

/** Where the keys are; by its day, so that it stays when another period is opened. */
interface At {
  readonly row: string;
  readonly day: string;
}

export function Desk({
  hospital,
  ask,
  onAsk,
  chooser,
}: {
  hospital: DutyHospital;
  ask: Ask;
  onAsk: (change: Partial<Ask>) => void;
  chooser: React.ReactNode;
}) {
  const queries = useQueryClient();
  const now = useNow(60_000);
  const today = isoDay(serverNow());
  const period = periodOf(ask, today);
  const desk = useRoster(hospital.id, period);
  const { view } = desk;
  const narrow = useNarrow();
  const shownKeys = ask.shown.join(",");
  const matrix = useMemo(
    () => (view === undefined ? null : matrixOf(view, new Set(shownKeys.split(",").filter(Boolean)))),
    [view, shownKeys],
  );
  const [at, setAt] = useState<At>({ row: "", day: today });
  const [grab, setGrab] = useState(0);
  const [open, setOpen] = useState<Open | null>(null);
  const [blank, setBlank] = useState("");
  const spot = useMemo((): Spot => {
    if (matrix === null) return { row: "", column: 0 };
    const rows = rowKeys(matrix);
    const column = matrix.columns.findIndex(({ day }) => day === at.day);
    const first = matrix.sections.find(({ rows: people }) => people.length > 0)?.rows[0]?.key ?? rows[0] ?? "";
    return { row: rows.includes(at.row) ? at.row : first, column: Math.max(0, column) };
  }, [matrix, at]);
  const found = matrix === null ? null : cellAt(matrix, spot);
  const cell = useCell({ desk, found, now, onOpen: setOpen });
  useKeys({ "?": () => setOpen({ kind: "keys" }) }, open === null);

  const done = () => {
    setOpen(null);
    void queries.invalidateQueries({ queryKey: ["roster", hospital.id] });
  };
  const moveTo = (next: Spot) => {
    const day = matrix?.columns[next.column]?.day;
    if (day === undefined) return;
    setAt({ row: next.row, day });
    cell.moved();
  };
  const openAt = (next: Spot) => {
    const gap = matrix && gapAt(matrix, next);
    if (gap) setOpen({ kind: "gap", gap });
    else if (matrix && cellAt(matrix, next) !== null) setOpen({ kind: "cell" });
  };
  const openGap = (gap: Gap) => setOpen({ kind: "gap", gap });
  const plans = (view?.may_plan.length ?? 0) > 0;
  const last = addDays(period.from, period.days - 1);
  const mine = (gap: Gap) => Number(view?.may_plan.includes(gap.specialty) ?? false);
  const gaps = matrix === null ? [] : [...openGaps(matrix, now)].sort((a, b) => mine(b) - mine(a));
  const empty = view !== undefined && view.shifts.length === 0 && blank !== period.from && !desk.reading;
  return (
    <div className="main ro-page">
      <PageHeader
        title={t("roster.heading")}
        lead={
          <>
            {t("roster.span", { from: shortDay(period.from), to: dayText(last) })}
            {view !== undefined && (
              <>
                {" · "}
                {view.draft !== null && (
                  <>
                    <b className="c-warn">{t("roster.draft", { n: view.draft.changes })}</b>{" "}
                    <button type="button" className="ro-link" onClick={() => setOpen({ kind: "discard" })}>
                      {t("roster.discard")}
                    </button>
                    {" · "}
                  </>
                )}
                {desk.unsent > 0 && !desk.stuck && desk.refused === null && (
                  <>{t("roster.saving", { n: desk.unsent })} · </>
                )}
                {view.version === null ? t("roster.noVersion") : t("roster.running", { version: view.version })}{" "}
                <button type="button" className="ro-link" onClick={() => setOpen({ kind: "versions" })}>
                  {t("roster.versionsOpen")}
                </button>
              </>
            )}
          </>
        }
        actions={
          view !== undefined && (
            <>
              {plans && (
                <>
                  <Button size="compact" icon="history" onClick={() => setOpen({ kind: "copy" })}>
                    {t("roster.copy")}
                  </Button>
                  <Button size="compact" icon="refresh" onClick={() => setOpen({ kind: "patterns" })}>
                    {t("roster.patternsShort")}
                  </Button>
                </>
              )}
              <Button size="compact" icon="file" onClick={() => setOpen({ kind: "files" })}>
                {t("roster.filesShort")}
              </Button>
              {plans && (
                <>
                  <Button size="compact" icon="swap" onClick={() => setOpen({ kind: "override", shift: null })}>
                    {t("roster.relieve")}
                  </Button>
                  <Button
                    size="compact"
                    tone="primary"
                    disabled={view.draft === null || desk.unsent > 0}
                    onClick={() => setOpen({ kind: "preview" })}
                  >
                    {t("roster.preview")}
                  </Button>
                </>
              )}
            </>
          )
        }
      />
      <div className="row ro-tools">
        {!narrow && (
          <SegmentedControl
            label={t("roster.spanLabel")}
            choices={[
              { value: "weeks", label: t("roster.twoWeeks") },
              { value: "month", label: t("roster.month") },
            ]}
            value={ask.span}
            onChange={(span) => onAsk({ span, from: at.day === today ? "" : at.day })}
          />
        )}
        <div className="row nw ro-turn">
          <IconButton icon="left" label={t("roster.before")} onClick={() => onAsk({ from: turned(ask, today, -1) })} />
          <Button
            onClick={() => onAsk({ from: "" })}
            disabled={periodOf({ ...ask, from: "" }, today).from === period.from}
          >
            {t("roster.toToday")}
          </Button>
          <IconButton icon="right" label={t("roster.after")} onClick={() => onAsk({ from: turned(ask, today, 1) })} />
        </div>
        {chooser}
        {view !== undefined && view.specialties.length > 1 && (
          <div className="chips" role="group" aria-label={t("roster.showing")}>
            {view.specialties.map((one) => {
              const key = specialtyKey(one);
              const on = ask.shown.includes(key);
              return (
                <Chip
                  key={key}
                  pressed={on}
                  onClick={() => onAsk({ shown: on ? ask.shown.filter((was) => was !== key) : [...ask.shown, key] })}
                >
                  {specialtyText(one)}
                </Chip>
              );
            })}
          </div>
        )}
      </div>
      <News desk={desk} cell={cell} />
      {desk.problem !== null && <ProblemAlert problem={desk.problem} onRetry={() => void desk.reload()} />}
      {desk.loading && (
        <div className="card">
          <LoadingRows rows={10} />
        </div>
      )}
      {empty && (
        <div className="card">
          <EmptyState
            icon="calendar"
            title={t("roster.emptyTitle", { day: dayText(period.from) })}
            text={plans ? t("roster.emptyPlans") : t("roster.emptyReads")}
            action={
              plans && (
                <>
                  <Button tone="primary" onClick={() => setOpen({ kind: "copy" })}>
                    {t("roster.emptyCopy")}
                  </Button>
                  <Button tone="quiet" onClick={() => setBlank(period.from)}>
                    {t("roster.emptyBlank")}
                  </Button>
                </>
              )
            }
          />
        </div>
      )}
      {matrix !== null && view !== undefined && !empty && (
        <>
          {narrow ? (
            <DayList
              matrix={matrix}
              onOpen={(next) => {
                moveTo(next);
                openAt(next);
              }}
              onGap={openGap}
              onAdd={(section, day) => setOpen({ kind: "add", section, day })}
              onTurn={(by) => onAsk({ from: turned(ask, today, by) })}
            />
          ) : (
            <div>
              <MatrixTable
                matrix={matrix}
                month={ask.span === "month"}
                spot={spot}
                grab={grab}
                busy={desk.reading}
                acts={{
                  onSpot: (next, by) => {
                    moveTo(next);
                    if (by === "keys") setGrab((n) => n + 1);
                  },
                  onOpen: openAt,
                  onKey: (event) => cell.pressed(event, () => openAt(spot)),
                }}
              />
              {plans && cell.chosen !== null && (
                <CellBar
                  chosen={cell.chosen}
                  codes={view.codes}
                  acts={cell.acts}
                  onKeys={() => setOpen({ kind: "keys" })}
                />
              )}
              <Legend
                codes={view.codes.map(({ code, starts, hours }) => `${code} ${hoursText(starts, hours)}`).join(" · ")}
              />
            </div>
          )}
          <div className="g2">
            {gaps.length > 0 && <GapsCard gaps={gaps} plans={view.may_plan} onGap={openGap} />}
            {plans && <SwapsToJudge hospital={hospital.id} />}
          </div>
        </>
      )}
      {open?.kind === "cell" && cell.chosen !== null && view !== undefined && plans && (
        <CellSheet chosen={cell.chosen} codes={view.codes} acts={cell.acts} onClose={() => setOpen(null)} />
      )}
      {open !== null && view !== undefined && (
        <Dialogs
          open={open}
          hospital={hospital}
          view={view}
          period={period}
          now={now}
          desk={desk}
          onOpen={setOpen}
          onDone={done}
          onGoTo={(place) => {
            setOpen(null);
            setAt({ row: place.row, day: place.day });
            if (place.day < period.from || place.day > last) onAsk({ from: place.day });
            setGrab((n) => n + 1);
          }}
          onFrom={(day) => {
            done();
            onAsk({ from: day });
          }}
        />
      )}
    </div>
  );
}

/** `07–17 giờ` */
function hoursText(starts: string, hours: number): string {
  const from = Number(starts.slice(0, 2));
  const two = (n: number) => String(n % 24).padStart(2, "0");
  return t("roster.legendHours", { from: two(from), to: two(from + hours) });
}
