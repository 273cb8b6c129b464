/** Which hospital supports which station: now, before and soon, over a year. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { dayText, numberText } from "@/lib/clock";
import { stateOn } from "@/lib/days";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { DayBars } from "@/ui/day-bars";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { daysText, parted, standing, type Assignment, type Station } from "./assignments-state";
import { ChangeDialog, WithdrawDialog } from "./dialogs";

import type { Schema } from "@/wire/schema";

import "./assignments.css";

type List = Schema<"AssignmentList">;
type Open =
  | { readonly kind: "change"; readonly station: Station }
  | { readonly kind: "withdraw"; readonly station: Station; readonly planned: Assignment };

export default function AssignmentsScreen() {
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ["assignments"],
    queryFn: ({ signal }) => ok(api.GET("/api/assignments", { signal })),
  });
  const [open, setOpen] = useState<Open | null>(null);
  const done = (now: List) => {
    queries.setQueryData(["assignments"], now);
    setOpen(null);
  };
  const { data } = list;
  return (
    <div className="main as-page">
      <PageHeader title={t("assignment.heading")} lead={t("assignment.lead")} />
      {list.error !== null && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {data === undefined ? (
        list.isPending && (
          <div className="card">
            <LoadingRows rows={8} />
          </div>
        )
      ) : (
        <>
          {!data.may_assign && <Banner tone="info">{t("assignment.readOnly")}</Banner>}
          <Stations list={data} onOpen={setOpen} />
        </>
      )}
      {open?.kind === "change" && data !== undefined && (
        <ChangeDialog list={data} station={open.station} onDone={done} onClose={() => setOpen(null)} />
      )}
      {open?.kind === "withdraw" && (
        <WithdrawDialog station={open.station} planned={open.planned} onDone={done} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

function Stations({ list, onOpen }: { list: List; onOpen: (open: Open) => void }) {
  const { today } = list;
  const { assigned, without } = parted(list.stations, today);
  return (
    <>
      <Card title={t("assignment.assigned", { n: numberText(assigned.length) })}>
        <DayBars
          label={t("assignment.heading")}
          today={today}
          todayLabel={t("assignment.today", { day: dayText(today).slice(0, 5) })}
          rows={assigned.map((one) => {
            const stands = standing(one, today);
            return {
              key: one.station.id,
              head: <StationHead station={one} today={today} />,
              bars: one.assignments
                .filter(({ rank }) => rank === 1)
                .flatMap((a) => {
                  const state = stateOn(today, a.valid_from, a.valid_to);
                  return state === "withdrawn"
                    ? []
                    : { key: a.id, from: a.valid_from, end: a.valid_to, state, label: a.hospital.short_name };
                }),
              ...(list.may_assign && { action: <RowAct station={one} planned={stands.planned} onOpen={onOpen} /> }),
            };
          })}
        />
      </Card>
      {without.length > 0 && (
        <Card title={t("assignment.unassigned", { n: numberText(without.length) })}>
          <p className="s as-lead">{t("assignment.unassignedText")}</p>
          <ul className="as-without">
            {without.map((one) => (
              <li key={one.station.id}>
                <span className="sp">{one.station.short_name}</span>
                {list.may_assign && (
                  <Button
                    size="compact"
                    aria-label={t("assignment.giveOf", { name: one.station.short_name })}
                    onClick={() => onOpen({ kind: "change", station: one })}
                  >
                    {t("assignment.give")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function StationHead({ station, today }: { station: Station; today: string }) {
  const { now, planned, past } = standing(station, today);
  return (
    <>
      <b>{station.station.short_name}</b>
      {now === null ? (
        <small>{t("assignment.none")}</small>
      ) : (
        <small>
          {now.hospital.short_name}, {daysText(now)}
        </small>
      )}
      {planned !== null && (
        <small className="as-planned">
          {t("assignment.planned", { from: dayText(planned.valid_from), name: planned.hospital.short_name })}
        </small>
      )}
      <Second station={station} today={today} />
      {past.length > 0 && (
        <details className="as-past">
          <summary>{t("assignment.history")}</summary>
          {past.map((one) => (
            <small key={one.id}>
              {one.hospital.short_name}, {daysText(one)}
            </small>
          ))}
        </details>
      )}
      <small>{t("assignment.decision", { source: (planned ?? now)?.source ?? "" })}</small>
    </>
  );
}

function RowAct({
  station,
  planned,
  onOpen,
}: {
  station: Station;
  planned: Assignment | null;
  onOpen: (open: Open) => void;
}) {
  const { short_name: name } = station.station;
  if (planned !== null)
    return (
      <Button
        size="compact"
        aria-label={t("assignment.withdrawOf", { name })}
        onClick={() => onOpen({ kind: "withdraw", station, planned })}
      >
        {t("assignment.withdraw")}
      </Button>
    );
  return (
    <Button
      size="compact"
      aria-label={t("assignment.changeOf", { name })}
      onClick={() => onOpen({ kind: "change", station })}
    >
      {t("assignment.change")}
    </Button>
  );
}

/** Whom the ladder asks when nobody of the first hospital answers. */
function Second({ station, today }: { station: Station; today: string }) {
  const { now, planned } = standing(station, today, 2);
  if (now === null && planned === null) return null;
  return (
    <small>
      {now !== null && t("assignment.second", { name: now.hospital.short_name, days: daysText(now) })}
      {now !== null && planned !== null && "; "}
      {planned !== null &&
        t("assignment.secondPlanned", { name: planned.hospital.short_name, from: dayText(planned.valid_from) })}
    </small>
  );
}
