/** Holidays, Tết and swapped days: named each year when they are announced, for every roster and every wait. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";

import { useAct } from "@/context/use-act";
import { dayText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { RadioCards } from "@/ui/choices";
import { DayField } from "@/ui/day-field";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { Pill } from "@/ui/tags";
import { toast } from "@/ui/toast";

import { byYear, lacksNextYear, weekdayOf, type Holiday } from "./holidays-state";

import type { Schema } from "@/wire/schema";

import "./holidays.css";

type List = Schema<"HolidayList">;

export default function HolidaysScreen() {
  const queries = useQueryClient();
  const act = useAct();
  const list = useQuery({
    queryKey: ["holidays"],
    queryFn: ({ signal }) => ok(api.GET("/api/holidays", { signal })),
  });
  const keep = (now: List) => queries.setQueryData(["holidays"], now);
  const remove = (one: Holiday) =>
    void act.run(`remove ${one.day}`, async () => {
      keep(await ok(api.POST("/api/holidays/remove", { body: { day: one.day } })));
      toast(t("holiday.removed", { day: dayText(one.day) }));
    });
  const { data } = list;
  return (
    <div className="main hd-page">
      <PageHeader title={t("holiday.heading")} lead={t("holiday.lead")} />
      {list.error !== null && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {data === undefined ? (
        list.isPending && <LoadingRows rows={6} />
      ) : (
        <>
          {!data.may_set && <Banner tone="info">{t("holiday.readOnly")}</Banner>}
          {lacksNextYear(data.days, data.today) && (
            <Banner tone="warn">{t("holiday.nextYear", { year: String(Number(data.today.slice(0, 4)) + 1) })}</Banner>
          )}
          {data.may_set && <NewDay onSaved={keep} />}
          <ProblemAlert problem={act.problem} />
          {data.days.length === 0 && (
            <EmptyState icon="calendar" title={t("holiday.none")} text={t("holiday.noneText")} />
          )}
          {byYear(data.days, data.today).map(({ year, days }) => (
            <Card key={year} title={t("holiday.year", { year })}>
              <ul className="hd-list">
                {days.map((one) => (
                  <li key={one.day}>
                    <span className="num">
                      {word("holidayWeekday", String(weekdayOf(one.day)))} {dayText(one.day)}
                    </span>
                    <b className="sp">{one.name}</b>
                    <Pill {...(one.kind === "working" && { tone: "info" as const })}>
                      {word("holidayKind", one.kind)}
                    </Pill>
                    {data.may_set && one.day >= data.today && (
                      <Button
                        size="compact"
                        busy={act.busy === `remove ${one.day}`}
                        aria-label={t("holiday.removeOf", { name: one.name, day: dayText(one.day) })}
                        onClick={() => remove(one)}
                      >
                        {t("holiday.remove")}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </>
      )}
    </div>
  );
}

function NewDay({ onSaved }: { onSaved: (now: List) => void }) {
  const act = useAct();
  const [fields, setFields] = useState(0); // a new number empties the fields
  const [day, setDay] = useState("");
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Holiday["kind"]>("holiday");
  const ready = day !== "" && name.trim() !== "";
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    void act.run("save", async () => {
      onSaved(await ok(api.POST("/api/holidays", { body: { day, name: name.trim(), kind } })));
      toast(t("holiday.saved", { day: dayText(day) }));
      setDay("");
      setName("");
      setFields(fields + 1);
    });
  };
  return (
    <Card title={t("holiday.add")}>
      <form className="stack m" onSubmit={save}>
        <div className="g2" key={fields}>
          <DayField
            label={t("holiday.day")}
            placeholder={t("people.dayForm")}
            wrong={t("people.dayBad")}
            day={day}
            onDay={setDay}
          />
          <TextField
            label={t("holiday.name")}
            placeholder={t("holiday.nameHint")}
            value={name}
            maxLength={80}
            onText={setName}
          />
        </div>
        <RadioCards
          legend={t("holiday.kind")}
          value={kind}
          choices={(["holiday", "working"] as const).map((one) => ({
            value: one,
            label: word("holidayKind", one),
            text: word("holidayKindText", one),
          }))}
          onChange={setKind}
        />
        <div>
          <Button type="submit" tone="primary" disabled={!ready} busy={act.busy !== null}>
            {t("holiday.save")}
          </Button>
        </div>
        <ProblemAlert problem={act.problem} />
      </form>
    </Card>
  );
}
