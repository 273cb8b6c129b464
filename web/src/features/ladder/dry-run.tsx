/** “If this station asks for that at 02:00 on Sunday, who is rung?”: recomputed on every edit, nobody is rung. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";

import { clockText, isoDay, secondText, serverNow, timeText, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, tryT, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Card } from "@/ui/card";
import { SegmentedControl } from "@/ui/choices";
import { DayField } from "@/ui/day-field";
import { TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";

import { answerOf, differences, momentOf, URGENCIES, type DryRing, type PlanList, type Urgency } from "./ladder-state";
import { kindText } from "./words";

import type { Schema } from "@/wire/schema";
import type { Specialty } from "./ladder-state";

type Run = Schema<"DryRun">;
const SPECIALTIES = ["emergency", "internal", "surgery", "obstetrics", "paediatrics", "dermatology"] as const;

export function DryRunPanel({
  list,
  specialty,
  draft,
  waits,
}: {
  list: PlanList;
  specialty: Specialty | null;
  /** What is being edited; null: the ladder in force. */
  draft: Schema<"DraftPlan"> | null;
  /** The edit has faults: the last answer stays. */
  waits: boolean;
}) {
  const [station, setStation] = useState(list.stations[0]?.id ?? "");
  const [wanted, setWanted] = useState<Specialty>(specialty ?? "internal");
  const [urgency, setUrgency] = useState<Urgency>("stat");
  const [when, setWhen] = useState<"now" | "other">("now");
  const [day, setDay] = useState(isoDay(serverNow()));
  const [hour, setHour] = useState("02:00");
  const at = when === "now" ? null : momentOf(day, hour);
  const bad = when === "other" && at === null;
  const ask = { station_id: station, specialty: wanted, urgency, at };
  const ready = station !== "" && !bad;
  const now = useDryRun(list.hospital.id, { ...ask, plan: null }, ready);
  const edited = useDryRun(list.hospital.id, { ...ask, plan: draft }, ready && draft !== null);
  const shown = draft === null ? now : edited;
  if (list.stations.length === 0) {
    return (
      <Card title={t("ladderPlan.dry")}>
        <p className="mut">{t("ladderPlan.noStation")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("ladderPlan.dry")} flush aside={<span className="s">{t("ladderPlan.dryNobodyRung")}</span>}>
      <div className="la-ask">
        <SelectField
          label={t("ladderPlan.station")}
          value={station}
          options={list.stations.map((one) => ({ value: one.id, label: one.short_name }))}
          onPick={setStation}
        />
        <SelectField
          label={t("ladderPlan.specialty")}
          value={wanted}
          options={SPECIALTIES.map((one) => ({ value: one, label: word("specialty", one) }))}
          onPick={(one) => one !== "" && setWanted(one)}
        />
        <SelectField
          label={t("ladderPlan.urgency")}
          value={urgency}
          options={URGENCIES.map((one) => ({ value: one, label: word("urgency", one) }))}
          onPick={(one) => one !== "" && setUrgency(one)}
        />
        <div className="f wide">
          <span className="la-label">{t("ladderPlan.when")}</span>
          <SegmentedControl
            label={t("ladderPlan.when")}
            choices={[
              { value: "now", label: t("ladderPlan.now") },
              { value: "other", label: t("ladderPlan.other") },
            ]}
            value={when}
            onChange={setWhen}
          />
        </div>
        {when === "other" && (
          <>
            <DayField
              label={t("ladderPlan.day")}
              placeholder="23/08/2026"
              wrong={t("ladderPlan.hourBad")}
              day={day}
              onDay={setDay}
            />
            <TextField
              label={t("ladderPlan.hour")}
              inputMode="numeric"
              value={hour}
              maxLength={5}
              error={bad ? t("ladderPlan.hourBad") : null}
              onText={setHour}
            />
          </>
        )}
      </div>
      {waits && <p className="la-note s">{t("ladderPlan.waitsForFaults")}</p>}
      {shown.error !== null && <ProblemAlert problem={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.data === undefined ? (
        ready && shown.error === null && <LoadingRows rows={4} />
      ) : (
        <div aria-busy={shown.isFetching || undefined}>
          <Answer list={list} run={shown.data} station={station} specialty={wanted} now={when === "now"} />
          <Rings run={shown.data} specialty={wanted} />
          <Notes run={shown.data} before={draft === null ? undefined : now.data} specialty={wanted} />
        </div>
      )}
    </Card>
  );
}

function useDryRun(hospital: string, body: Schema<"DryRunCommand">, enabled: boolean) {
  return useQuery({
    queryKey: ["dry-run", hospital, JSON.stringify(body)],
    queryFn: ({ signal }) =>
      ok(api.POST("/api/ladders/{hospital_id}/dry-run", { params: { path: { hospital_id: hospital } }, body, signal })),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

const names = (ring: DryRing): string => ring.people.map(({ person }) => person.name).join(", ");

function Answer({
  list,
  run,
  station,
  specialty,
  now,
}: {
  list: PlanList;
  run: Run;
  station: string;
  specialty: Specialty;
  now: boolean;
}) {
  const { first, last } = answerOf(run);
  const asked = {
    station: list.stations.find((one) => one.id === station)?.short_name ?? "",
    specialty: word("specialty", specialty),
  };
  return (
    <div className={first === null ? "la-answer bad" : "la-answer"} role="status">
      <p className="s">
        {now ? t("ladderPlan.questionNow", asked) : t("ladderPlan.question", { ...asked, when: whenText(run.at) })}
      </p>
      {first === null ? (
        <>
          <b className="h">{t("ladderPlan.nobody", { n: run.rings.length })}</b>
          <p>{t("ladderPlan.nobodyText")}</p>
        </>
      ) : (
        <>
          <b className="h">
            {first.people.length === 1
              ? t("ladderPlan.first", { who: names(first) })
              : t("ladderPlan.firstMany", { n: first.people.length, who: names(first) })}
          </b>
          <p>
            {last !== null &&
              last !== first &&
              t("ladderPlan.lastBy", { when: timeText(last.at), who: kindText(last.kind, specialty) })}{" "}
            {run.answerers === 1 ? t("ladderPlan.oneAnswerer") : t("ladderPlan.answerers", { n: run.answerers })}
          </p>
        </>
      )}
    </div>
  );
}

function Rings({ run, specialty }: { run: Run; specialty: Specialty }) {
  return (
    <ol className="la-run">
      {run.rings.map((ring) => (
        <li key={`${ring.step}/${ring.at_ms}`} className={ring.skip_reason === null ? undefined : "skip"}>
          <span className="la-time num">
            {secondText(ring.at)}
            <small>+{clockText(ring.at_ms)}</small>
          </span>
          <Icon name={ring.skip_reason === null ? "phone" : "skip"} />
          <div>
            {ring.skip_reason === null ? (
              <>
                <b>{names(ring)}</b>
                <p className="s">{t("ladderPlan.stepLine", { n: ring.step + 1, what: what(ring, specialty) })}</p>
              </>
            ) : (
              <>
                <b>{t("ladderPlan.skipStep", { n: ring.step + 1 })}</b>
                <p className="s">
                  {what(ring, specialty)} · {word("skipReason", ring.skip_reason)}
                  {run.roster_version !== null && ` (${t("ladderPlan.rosterOf", { number: run.roster_version })})`}
                </p>
              </>
            )}
          </div>
        </li>
      ))}
      {run.ends_ms !== null && (
        <li className="end">
          <span className="la-time num">
            {secondText(new Date(run.at).getTime() + run.ends_ms)}
            <small>+{clockText(run.ends_ms)}</small>
          </span>
          <Icon name="refresh" />
          <div>
            <b>{t("ladderPlan.endLine")}</b>
            <p className="s">{t("ladderPlan.endText")}</p>
          </div>
        </li>
      )}
    </ol>
  );
}

function what(ring: DryRing, specialty: Specialty): string {
  const kind = kindText(ring.kind, specialty);
  const where = ring.hospital === null ? "" : `, ${ring.hospital.short_name}`;
  const only = ring.people.length === 1 ? ring.people[0] : undefined;
  const why = only === undefined ? null : tryT(`why.${only.why}`, { specialty: word("specialty", specialty) });
  return why === null ? `${kind}${where}` : `${kind}${where} · ${why}`;
}

function Notes({ run, before, specialty }: { run: Run; before: Run | undefined; specialty: Specialty }) {
  const [first] = run.rings;
  const moved = before === undefined ? [] : differences(before, run);
  if (first?.skip_reason !== "empty" && moved.length === 0) return null;
  return (
    <div className="la-notes">
      {first?.skip_reason === "empty" && (
        <Banner tone="warn" title={t("ladderPlan.firstEmpty")}>
          <Link href="/roster">{t("ladderPlan.fillRoster")}</Link>
        </Banner>
      )}
      {moved.length > 0 && (
        <p className="s">
          <b>{t("ladderPlan.compare")}</b>{" "}
          {moved
            .map(({ ring, before: was }) => {
              const who = `${kindText(ring.kind, specialty)}${ring.hospital === null ? "" : `, ${ring.hospital.short_name}`}`;
              const after = `+${clockText(ring.at_ms)}`;
              return was === null
                ? t("ladderPlan.compareNew", { who, after })
                : t("ladderPlan.compareMoved", { who, before: `+${clockText(was)}`, after });
            })
            .join("; ")}
          .
        </p>
      )}
    </div>
  );
}
