/** My shifts: when I am next on duty, which I would like to swap, what others ask of me, my calendar. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useDutyHospitals } from "@/context/duty-rights";
import { useMe } from "@/context/session";
import { useCalendarLinks } from "@/context/use-calendar-links";
import { useSwaps } from "@/context/use-swaps";
import { dayText, isoDay, longSpanText, timeText } from "@/lib/clock";
import { addDays } from "@/lib/days";
import { dutyDay, weekdayOf } from "@/lib/duty-hours";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { CalendarLinks } from "@/ui/calendar-links";
import { Card, PageHeader } from "@/ui/card";
import { useNow } from "@/ui/clock";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { postWords, shiftWords } from "@/ui/swap-card";
import { StateTag } from "@/ui/tags";

import { leaveOf, nextOf, weeksOf, type Coming } from "./my-shifts-state";
import { SwapDialog } from "./swap-dialog";
import { MySwaps } from "./my-swaps";

import "./my-shifts.css";

/** Others swap and publish. */
const LOOK_EVERY_MS = 60_000;
const AHEAD_DAYS = 42;

export default function MyShiftsScreen() {
  const now = useNow(30_000);
  const coming = useQuery({
    queryKey: ["shifts", "coming"],
    queryFn: async ({ signal }) => (await ok(api.GET("/api/shifts/coming", { signal }))).shifts,
    refetchInterval: LOOK_EVERY_MS,
  });
  const swaps = useSwaps();
  const [asked, setAsked] = useState<Coming | null>(null);
  const { data } = coming;
  return (
    <div className="main cols my-page">
      <div className="stack l">
        <PageHeader
          title={data === undefined ? t("myShifts.heading") : headline(data, now)}
          lead={t("myShifts.lead")}
        />
        {coming.error !== null && <ProblemAlert problem={coming.error} onRetry={() => void coming.refetch()} />}
        <MySwaps desk={swaps} />
        {data === undefined ? (
          coming.isPending && (
            <div className="card">
              <LoadingRows rows={6} />
            </div>
          )
        ) : data.length === 0 ? (
          <div className="card">
            <EmptyState icon="calendar" title={t("myShifts.none")} text={t("myShifts.noneText")} />
          </div>
        ) : (
          weeksOf(data).map(({ monday, shifts }) => (
            <Card key={monday} flush title={t("myShifts.week", { from: short(monday), to: short(addDays(monday, 6)) })}>
              <ul className="my-list">
                {shifts.map((shift) => (
                  <Line
                    key={shift.id}
                    shift={shift}
                    place={new Set(data.map(({ hospital }) => hospital.id)).size > 1}
                    now={now}
                    onSwap={setAsked}
                  />
                ))}
              </ul>
            </Card>
          ))
        )}
      </div>
      <div className="stack l">
        <OwnLeave now={now} />
        <OwnCalendar />
      </div>
      {asked !== null && <SwapDialog shift={asked} desk={swaps} onClose={() => setAsked(null)} />}
    </div>
  );
}

const short = (day: string): string => dayText(day).slice(0, 5);

/** Answer first: on duty now, or when next. */
function headline(shifts: readonly Coming[], now: number): string {
  const { running, next } = nextOf(shifts, now);
  if (running !== null) return t("myShifts.running", { time: timeText(running.ends_at) });
  if (next === null) return t("myShifts.nothingNext");
  const wait = Date.parse(next.starts_at) - now;
  const shift = shiftWords(next);
  return wait < 24 * 3_600_000
    ? t("myShifts.soon", { shift, wait: longSpanText(wait) })
    : t("myShifts.next", { shift });
}

function Line({
  shift,
  place,
  now,
  onSwap,
}: {
  shift: Coming;
  /** Who works at several hospitals must read at which. */
  place: boolean;
  now: number;
  onSwap: (shift: Coming) => void;
}) {
  const day = dutyDay(shift.starts_at);
  const running = Date.parse(shift.starts_at) <= now;
  const { swap } = shift;
  const open = swap !== null && (swap.state === "proposed" || swap.state === "agreed");
  return (
    <li className={running ? "now" : undefined}>
      <span className={weekdayOf(day) > 5 ? "my-day we" : "my-day"}>
        {word("weekdayShort", `d${weekdayOf(day)}`)}
        <b>{short(day)}</b>
      </span>
      <span className="sp">
        <b>
          {timeText(shift.starts_at)} – {timeText(shift.ends_at)}
          {dutyDay(shift.ends_at) !== day && <small> {t("myShifts.nextDay")}</small>}
        </b>
        <small>
          {postWords(shift)}
          {place && ` · ${shift.hospital.short_name}`}
          {shift.taken_from !== null && ` · ${t("myShifts.takenFrom", { name: shift.taken_from.name })}`}
        </small>
      </span>
      <span className="row my-state">
        {running && (
          <StateTag tone={shift.confirmed ? "ok" : "warn"} icon={shift.confirmed ? "check" : "clock"}>
            {t(shift.confirmed ? "myShifts.confirmed" : "myShifts.unconfirmed")}
          </StateTag>
        )}
        {open && (
          <StateTag tone="warn" icon="swap">
            {word("swapState", swap.state)}
          </StateTag>
        )}
        {shift.may_swap && !open && (
          <Button size="compact" icon="swap" onClick={() => onSwap(shift)}>
            {t("myShifts.ask")}
            <span className="vh"> {shiftWords(shift)}</span>
          </Button>
        )}
      </span>
    </li>
  );
}

function OwnLeave({ now }: { now: number }) {
  const me = useMe();
  const { hospitals } = useDutyHospitals();
  const hospital = hospitals?.[0]?.id;
  const today = isoDay(now);
  const roster = useQuery({
    queryKey: ["roster", hospital, today, AHEAD_DAYS],
    queryFn: ({ signal }) =>
      ok(
        api.GET("/api/rosters/{hospital_id}", {
          params: { path: { hospital_id: hospital ?? "" }, query: { from_day: today, days: AHEAD_DAYS } },
          signal,
        }),
      ),
    enabled: hospital !== undefined,
    staleTime: 300_000,
  });
  if (roster.data === undefined) return roster.error === null ? null : <ProblemAlert problem={roster.error} />;
  const leave = leaveOf(roster.data.absences, me.id, now);
  const postings = roster.data.rotations.filter(({ person_id }) => person_id === me.id);
  return (
    <Card title={t("myShifts.leave")}>
      {leave.length + postings.length === 0 && <p className="mut">{t("myShifts.noLeave")}</p>}
      <ul className="my-leave">
        {leave.map((one) => (
          <li key={one.id}>
            <b>{spanText(one.starts_at, one.ends_at)}</b>
            {one.kind !== null && <small>{word("absenceWord", one.kind)}</small>}
          </li>
        ))}
        {postings.map((one) => (
          <li key={one.id}>
            <b>{t("myShifts.days", { from: dayText(one.starts_on), to: dayText(addDays(one.ends_on, -1)) })}</b>
            <small>{t("myShifts.posted", { station: one.station.short_name })}</small>
          </li>
        ))}
      </ul>
      <p className="s">{t("myShifts.leaveHow")}</p>
    </Card>
  );
}

function spanText(starts_at: string, ends_at: string): string {
  const [from, last] = [dutyDay(starts_at), dutyDay(new Date(Date.parse(ends_at) - 1).toISOString())];
  return from === last ? dayText(from) : t("myShifts.days", { from: dayText(from), to: dayText(last) });
}

function OwnCalendar() {
  const links = useCalendarLinks(null);
  return (
    <Card title={t("myShifts.calendar")}>
      <div className="stack m">
        <p className="mut">{t("myShifts.calendarText")}</p>
        {links.pending ? (
          <LoadingRows rows={1} />
        ) : (
          <CalendarLinks
            links={links.links ?? []}
            url={links.url}
            busy={links.busy}
            onMake={links.make}
            onRevoke={links.revoke}
          />
        )}
        <ProblemAlert problem={links.problem} />
      </div>
    </Card>
  );
}
