/** Who is rung in which order at a hospital, and, before it is real, what a change would do. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useReducer, useState } from "react";

import { useDutyHospitals } from "@/context/duty-rights";
import { dayText, isoDay } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { CheckCard } from "@/ui/choices";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";

import { ApplyDialog } from "./apply-dialog";
import { DryRunPanel } from "./dry-run";
import {
  editing,
  editOf,
  faultsOf,
  isChanged,
  planFor,
  planOf,
  type Fault,
  type Plan,
  type PlanList,
  type Specialty,
} from "./ladder-state";
import { Steps } from "./steps";
import { specialtyName, units } from "./words";

import "./ladder.css";

const SPECIALTIES = ["emergency", "internal", "surgery", "obstetrics", "paediatrics", "dermatology"] as const;

export default function LadderScreen() {
  const { hospitals, problem } = useDutyHospitals();
  const [chosen, setChosen] = useState<string | null>(null);
  const hospital = chosen ?? hospitals?.[0]?.id;
  return (
    <div className="main la-page">
      {problem !== null && <ProblemAlert problem={problem} />}
      {hospitals !== undefined && hospitals.length > 1 && hospital !== undefined && (
        <div className="la-hospital">
          <SelectField
            label={t("ladderPlan.hospital")}
            value={hospital}
            options={hospitals.map((one) => ({ value: one.id, label: one.short_name }))}
            onPick={setChosen}
          />
        </div>
      )}
      {hospital === undefined ? <LoadingRows rows={6} /> : <OfHospital key={hospital} hospital={hospital} />}
    </div>
  );
}

function OfHospital({ hospital }: { hospital: string }) {
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ["ladders", hospital],
    queryFn: ({ signal }) =>
      ok(api.GET("/api/ladders/{hospital_id}", { params: { path: { hospital_id: hospital } }, signal })),
  });
  const [specialty, setSpecialty] = useState<Specialty | null | undefined>(undefined);
  if (list.data === undefined) {
    return list.error === null ? (
      <LoadingRows rows={8} />
    ) : (
      <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />
    );
  }
  const { data } = list;
  const first = data.may_set.find((one) => one !== null) ?? null;
  const shown = specialty === undefined ? first : specialty;
  const { plan, own } = planFor(data, shown);
  return (
    <>
      <div className="la-pick" role="group" aria-label={t("ladderPlan.specialties")}>
        {[null, ...SPECIALTIES].map((one) => (
          <button
            key={one ?? "all"}
            type="button"
            className="chip"
            aria-pressed={one === shown}
            onClick={() => setSpecialty(one)}
          >
            {specialtyName(one)}
          </button>
        ))}
      </div>
      <Editor
        key={`${shown ?? "all"}/${plan.id ?? "built-in"}`}
        list={data}
        plan={plan}
        own={own}
        specialty={shown}
        onSaved={(now) => {
          queries.setQueryData(["ladders", hospital], now);
          void queries.invalidateQueries({ queryKey: ["dry-run", hospital] });
        }}
        onStale={() => void list.refetch()}
      />
    </>
  );
}

function Editor({
  list,
  plan,
  own,
  specialty,
  onSaved,
  onStale,
}: {
  list: PlanList;
  plan: Plan;
  own: boolean;
  specialty: Specialty | null;
  onSaved: (now: PlanList) => void;
  onStale: () => void;
}) {
  const said = units();
  const [edit, act] = useReducer(editing(said), editOf(plan, said));
  const [applying, setApplying] = useState(false);
  const may = list.may_set.includes(specialty);
  const faults = faultsOf(edit, said);
  const changed = isChanged(edit, plan, said);
  const draft = planOf(edit, said);
  const seen = own ? plan.number : 0;
  const newest = Math.max(0, ...list.versions.filter((one) => one.specialty === specialty).map((one) => one.number));
  const next = Math.max(newest, seen) + 1;
  return (
    <>
      <PageHeader
        title={t("ladderPlan.heading", { specialty: specialtyName(specialty), hospital: list.hospital.short_name })}
        lead={<Lead list={list} plan={plan} changed={changed} />}
        actions={
          may && (
            <>
              <Button disabled={!changed} onClick={() => act({ do: "start", from: plan })}>
                {t("ladderPlan.discard")}
              </Button>
              <Button tone="primary" disabled={!changed || draft === null} onClick={() => setApplying(true)}>
                {t("ladderPlan.apply", { number: next })}
              </Button>
            </>
          )
        }
      />
      {!may && <Banner tone="info">{t("ladderPlan.readOnly")}</Banner>}
      {!own && specialty !== null && (
        <Banner tone="info" title={t("ladderPlan.noOwn", { specialty: specialtyName(specialty) })}>
          {t("ladderPlan.noOwnText", {
            specialty: specialtyName(specialty),
            other: t("ladderPlan.general").toLowerCase(),
          })}
        </Banner>
      )}
      {faults.map((fault) => (
        <Banner key={`${fault.step}/${fault.urgency}`} tone="danger" live="status">
          {faultText(fault)}
        </Banner>
      ))}
      <div className="la-two">
        <div className="stack">
          <Steps
            edit={edit}
            faults={faults}
            may={may}
            specialty={specialty}
            hospital={list.hospital}
            hospitals={list.hospitals}
            act={act}
          />
          <Card title={t("ladderPlan.options")}>
            <CheckCard
              label={t("ladderPlan.skipInCall")}
              text={t("ladderPlan.skipInCallText")}
              checked={edit.skipInCall}
              disabled={!may}
              onChange={(on) => act({ do: "skipInCall", on })}
            />
          </Card>
          <Versions list={list} specialty={specialty} />
        </div>
        <DryRunPanel
          list={list}
          specialty={specialty}
          draft={changed ? draft : null}
          waits={changed && draft === null}
        />
      </div>
      {applying && draft !== null && (
        <ApplyDialog
          hospital={list.hospital.id}
          specialty={specialty}
          draft={draft}
          now={plan}
          seen={seen}
          next={next}
          onSaved={onSaved}
          onStale={onStale}
          onClose={() => setApplying(false)}
        />
      )}
    </>
  );
}

function Lead({ list, plan, changed }: { list: PlanList; plan: Plan; changed: boolean }) {
  const stations = list.stations.map((one) => one.short_name).join(", ");
  const { number, made_at } = plan;
  return (
    <>
      {list.stations.length === 0
        ? t("ladderPlan.usedByNone")
        : t("ladderPlan.usedBy", { n: list.stations.length, stations })}
      {" · "}
      {changed && (
        <>
          <b className="c-warn">{t("ladderPlan.editingMark")}</b>
          {", "}
        </>
      )}
      {made_at === null ? t("ladderPlan.builtIn") : t("ladderPlan.inForce", { number, when: dayText(isoDay(made_at)) })}
    </>
  );
}

function faultText({ step, urgency, text, what }: Fault): string {
  const params = { n: step, urgency: word("urgency", urgency), text };
  switch (what) {
    case "unreadable":
      return t("ladderPlan.faultUnreadable", params);
    case "short":
      return t("ladderPlan.faultShort", params);
    case "long":
      return t("ladderPlan.faultLong", params);
    case "leader":
      return t("ladderPlan.faultLeader", params);
  }
}

const FEW = 3;

function Versions({ list, specialty }: { list: PlanList; specialty: Specialty | null }) {
  const [all, setAll] = useState(false);
  const mine = list.versions.filter((one) => one.specialty === specialty);
  return (
    <Card title={t("ladderPlan.versions")}>
      {mine.length === 0 && <p className="mut">{t("ladderPlan.versionsNone")}</p>}
      <ul className="la-versions">
        {(all ? mine : mine.slice(0, FEW)).map((one) => (
          <li key={one.id}>
            <b>{t("ladderPlan.version", { number: one.number })}</b>
            {one.made_at !== null &&
              `, ${
                one.ended_at === null
                  ? t("ladderPlan.versionFrom", { from: dayText(isoDay(one.made_at)) })
                  : t("ladderPlan.versionFromTo", {
                      from: dayText(isoDay(one.made_at)),
                      to: dayText(isoDay(one.ended_at)),
                    })
              }`}
            {one.made_by !== null && ` · ${one.made_by.name}`}
            {` · ${one.reason}`}
            {one.ringing > 0 && ` · ${t("ladderPlan.ringingNow", { n: one.ringing })}`}
          </li>
        ))}
      </ul>
      {mine.length > FEW && !all && (
        <Button onClick={() => setAll(true)}>{t("ladderPlan.versionsAll", { n: mine.length })}</Button>
      )}
      <p className="s">{t("ladderPlan.versionsKeep")}</p>
    </Card>
  );
}
