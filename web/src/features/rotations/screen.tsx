/** Which stations have a rotating doctor, on what decision, until when; where nobody is. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { dayText, numberText } from "@/lib/clock";
import { endText } from "@/lib/days";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { DayBars } from "@/ui/day-bars";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { Meter } from "@/ui/ladder";
import { ProblemAlert } from "@/ui/problem-alert";
import { Table, type Column } from "@/ui/table";
import { Pill } from "@/ui/tags";

import { NewRotationDialog } from "./new-dialog";
import { RotationDialog } from "./rotation-dialog";
import {
  barsOf,
  byHospital,
  countsOf,
  doneShare,
  listed,
  LOW_SHARE,
  standingOf,
  type Board,
  type Rotation,
  type Standing,
  type Station,
} from "./rotations-state";

import "./rotations.css";

type Open = { readonly kind: "new"; readonly station: string } | { readonly kind: "one"; readonly id: string };

export default function RotationsScreen() {
  const queries = useQueryClient();
  const board = useQuery({
    queryKey: ["rotations"],
    queryFn: ({ signal }) => ok(api.GET("/api/rotations", { signal })),
  });
  const [open, setOpen] = useState<Open | null>(null);
  const { data } = board;
  const done = () => {
    void queries.invalidateQueries({ queryKey: ["rotations"] });
    setOpen(null);
  };
  const shown =
    open?.kind === "one" ? data?.stations.flatMap((s) => s.rotations).find((r) => r.id === open.id) : undefined;
  return (
    <div className="main rt-page">
      <PageHeader
        title={t("rotations.heading")}
        lead={t("rotations.lead")}
        actions={
          data?.may_plan === true && (
            <Button tone="primary" icon="plus" onClick={() => setOpen({ kind: "new", station: "" })}>
              {t("rotations.add")}
            </Button>
          )
        }
      />
      {board.error !== null && <ProblemAlert problem={board.error} onRetry={() => void board.refetch()} />}
      {data === undefined ? (
        board.isPending && (
          <div className="card">
            <LoadingRows rows={8} />
          </div>
        )
      ) : (
        <>
          {!data.may_plan && <Banner tone="info">{t("rotations.readOnly")}</Banner>}
          <Figures board={data} />
          <Stations board={data} onOpen={setOpen} />
          <div className="rt-two">
            <Without board={data} onOpen={setOpen} />
            <Ending board={data} onOpen={setOpen} />
          </div>
          <List board={data} onOpen={setOpen} />
          {open?.kind === "new" && (
            <NewRotationDialog board={data} station={open.station} onDone={done} onClose={() => setOpen(null)} />
          )}
          {shown !== undefined && (
            <RotationDialog today={data.today} rotation={shown} onDone={done} onClose={() => setOpen(null)} />
          )}
        </>
      )}
    </div>
  );
}

const short = (station: Station): string => station.station.short_name;
const FEW = 4;

function named(names: readonly string[]): string {
  const [first, rest] = [names.slice(0, FEW), names.length - FEW];
  return rest > 0 ? `${first.join(", ")} +${rest}` : first.join(", ");
}

function Figures({ board }: { board: Board }) {
  const counts = countsOf(board);
  const without = counts.without.map(short);
  const ending = counts.ending.map(({ station }) => short(station));
  return (
    <ul className="card flush rt-figures">
      <li>
        <b className="num">
          {numberText(counts.posted)} / {numberText(counts.stations)}
        </b>
        {t("rotations.countPosted")}
      </li>
      <li>
        <b className={without.length > 0 ? "num c-danger" : "num"}>{numberText(without.length)}</b>
        {without.length > 0 ? t("rotations.countWithout", { names: named(without) }) : t("rotations.countWithoutNone")}
      </li>
      <li>
        <b className={ending.length > 0 ? "num c-warn" : "num"}>{numberText(ending.length)}</b>
        {ending.length > 0 ? t("rotations.countEnding", { names: named(ending) }) : t("rotations.countEndingNone")}
      </li>
      <li>
        <b className="num">
          {numberText(board.days_done)} / {numberText(board.days_planned)}
        </b>
        {t("rotations.countDays")}
      </li>
    </ul>
  );
}

function Stations({ board, onOpen }: { board: Board; onOpen: (open: Open) => void }) {
  return (
    <Card title={t("rotations.board")}>
      {byHospital(board).map(({ name, stations }) => (
        <div key={name ?? "none"} className="rt-group">
          <h3>{name ?? t("rotations.noHospital")}</h3>
          <DayBars
            label={name ?? t("rotations.noHospital")}
            today={board.today}
            todayLabel={t("rotations.today", { day: dayText(board.today).slice(0, 5) })}
            rows={stations.map((station) => ({
              key: station.station.id,
              head: (
                <>
                  <b>{short(station)}</b>
                  <small className={station.posted ? undefined : "c-danger"}>{stationText(station)}</small>
                </>
              ),
              bars: barsOf(station),
              ...(board.may_plan && {
                action: (
                  <Button size="compact" onClick={() => onOpen({ kind: "new", station: station.station.id })}>
                    {t("rotations.makeShort")}
                  </Button>
                ),
              }),
            }))}
          />
        </div>
      ))}
    </Card>
  );
}

function stationText(station: Station): string {
  const running = station.rotations.find(({ state }) => state === "active");
  if (running !== undefined) {
    return t("rotations.stationNow", { name: running.person.name, day: endText(running.ends_on) });
  }
  const none =
    station.without_since === null
      ? t("rotations.stationNever")
      : t("rotations.stationNone", { day: dayText(station.without_since) });
  return station.next_on === null ? none : `${none}, ${t("rotations.stationNext", { day: dayText(station.next_on) })}`;
}

function Without({ board, onOpen }: { board: Board; onOpen: (open: Open) => void }) {
  const { without } = countsOf(board);
  return (
    <Card title={t("rotations.without")} {...(without.length > 0 && { tone: "danger" as const })}>
      {without.length === 0 && <p>{t("rotations.withoutNone")}</p>}
      <ul className="rt-list">
        {without.map((station) => (
          <li key={station.station.id}>
            <span>
              <b>{short(station)}</b> <small>{stationText(station)}</small>
            </span>
            {board.may_plan && (
              <Button onClick={() => onOpen({ kind: "new", station: station.station.id })}>
                {t("rotations.make")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Ending({ board, onOpen }: { board: Board; onOpen: (open: Open) => void }) {
  const { ending } = countsOf(board);
  return (
    <Card title={t("rotations.ending")}>
      {ending.length === 0 && <p>{t("rotations.endingNone")}</p>}
      <ul className="rt-list">
        {ending.map(({ station, rotation }) => {
          const next = station.rotations.find(({ state }) => state === "planned");
          return (
            <li key={rotation.id}>
              <span>
                <b>{t("rotations.endingLine", { station: short(station), day: endText(rotation.ends_on) })}</b>
                <small className={next === undefined ? "c-warn" : undefined}>
                  {next === undefined
                    ? t("rotations.endingNobody")
                    : t("rotations.endingNext", { name: next.person.name, day: dayText(next.starts_on) })}
                  {next?.decision_no === "" && `, ${t("rotations.unsignedMark")}`}
                </small>
              </span>
              <Button onClick={() => onOpen({ kind: "one", id: rotation.id })}>{t("rotations.extend")}</Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const TONES: Readonly<Record<Standing, "ok" | "warn" | "info" | undefined>> = {
  unsigned: "warn",
  planned: "info",
  active: "ok",
  ending: "warn",
  completed: undefined,
  ended_early: undefined,
  cancelled: undefined,
};

function List({ board, onOpen }: { board: Board; onOpen: (open: Open) => void }) {
  const rows = listed(board);
  if (rows.length === 0) {
    return <EmptyState icon="home" title={t("rotations.listNone")} text={t("rotations.listNoneText")} />;
  }
  return (
    <Card title={t("rotations.list")} flush>
      <Table
        caption={t("rotations.list")}
        columns={columns(onOpen)}
        rows={rows}
        rowKey={({ rotation }) => rotation.id}
      />
    </Card>
  );
}

type RowOf = ReturnType<typeof listed>[number];

function columns(onOpen: (open: Open) => void): readonly Column<RowOf>[] {
  return [
    {
      key: "doctor",
      head: t("rotations.doctor"),
      card: "key",
      cell: ({ rotation }) => (
        <button
          type="button"
          className="rt-open"
          title={t("rotations.open", { name: rotation.person.name })}
          onClick={() => onOpen({ kind: "one", id: rotation.id })}
        >
          <b>{rotation.person.name}</b>
          <small>{rotation.hospital.short_name}</small>
        </button>
      ),
    },
    {
      key: "state",
      head: t("rotations.state"),
      card: "state",
      cell: ({ rotation }) => {
        const standing = standingOf(rotation);
        const tone = TONES[standing];
        return <Pill {...(tone && { tone })}>{word("rotationState", standing)}</Pill>;
      },
    },
    { key: "station", head: t("rotations.station"), cell: ({ station }) => short(station) },
    {
      key: "decision",
      head: t("rotations.decision"),
      cell: ({ rotation }) =>
        rotation.decision_no === "" ? (
          <span className="c-warn">{t("rotations.decisionNone")}</span>
        ) : (
          rotation.decision_no
        ),
    },
    { key: "span", head: t("rotations.span"), cell: ({ rotation }) => spanText(rotation) },
    { key: "days", head: t("rotations.days"), numeric: true, cell: ({ rotation }) => <Days rotation={rotation} /> },
  ];
}

const spanText = (one: Rotation): string =>
  t("rotations.spanText", { from: dayText(one.starts_on), to: endText(one.ends_on) });

function Days({ rotation }: { rotation: Rotation }) {
  const { days_done, days_planned, days_due } = rotation;
  const low = days_due > 0 && doneShare(rotation) < LOW_SHARE;
  const text = t("rotations.daysText", { done: numberText(days_done), planned: numberText(days_planned) });
  return (
    <>
      {text}
      <Meter
        value={days_planned === 0 ? 0 : (days_done / days_planned) * 100}
        label={text}
        {...(low && { tone: "danger" as const })}
      />
    </>
  );
}
