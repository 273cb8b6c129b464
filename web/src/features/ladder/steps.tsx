/** The steps of a ladder as a list one can move, time, add to and take from. */
import { useState } from "react";

import { t, word } from "@/lib/i18n";
import { Button, IconButton } from "@/ui/button";
import { SelectField } from "@/ui/select-field";

import {
  isFixed,
  KINDS,
  MOST_STEPS,
  URGENCIES,
  type Edit,
  type EditAct,
  type EditStep,
  type Fault,
} from "./ladder-state";
import { kindText } from "./words";

import type { Schema } from "@/wire/schema";
import type { Kind, PlanStep, Specialty } from "./ladder-state";

type Place = Schema<"FacilityRef">;

export function Steps({
  edit,
  faults,
  may,
  specialty,
  hospital,
  hospitals,
  act,
}: {
  edit: Edit;
  faults: readonly Fault[];
  may: boolean;
  specialty: Specialty | null;
  hospital: Place;
  hospitals: readonly Place[];
  act: (what: EditAct) => void;
}) {
  const [adding, setAdding] = useState(false);
  const others = hospitals.filter((one) => one.id !== hospital.id);
  return (
    <section className="card flush la-list" aria-label={t("ladderPlan.steps")}>
      <div className="la-head" aria-hidden="true">
        <span>{t("ladderPlan.step")}</span>
        <span>{t("ladderPlan.whom")}</span>
        {URGENCIES.map((urgency) => (
          <span key={urgency} className="r">
            {word("urgency", urgency)}
          </span>
        ))}
        <span />
      </div>
      <ol>
        {edit.steps.map((step, at) => (
          <Row
            key={step.key}
            step={step}
            at={at}
            fixed={isFixed(edit.steps, at)}
            beforeFixed={isFixed(edit.steps, at + 1)}
            may={may}
            specialty={specialty}
            where={placeText(step.place, hospital, others)}
            faults={faults.filter((fault) => fault.step === at + 1)}
            act={act}
          />
        ))}
      </ol>
      <div className="la-foot">
        {may &&
          edit.steps.length < MOST_STEPS &&
          (adding ? (
            <NewStep
              specialty={specialty}
              others={others}
              onAdd={(what) => {
                act(what);
                setAdding(false);
              }}
            />
          ) : (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t("ladderPlan.add")}
            </Button>
          ))}
        <p className="s">{t("ladderPlan.zero")}</p>
      </div>
    </section>
  );
}

function placeText(place: PlanStep["place"], hospital: Place, others: readonly Place[]): string {
  if (place === "own") return hospital.short_name;
  if (place === "second") return t("ladderPlan.secondPlace");
  return others.find((one) => one.id === place)?.short_name ?? hospital.short_name;
}

function basis(kind: Kind): string {
  switch (kind) {
    case "first":
    case "second":
    case "leader":
      return t("ladderPlan.byRoster");
    case "specialty":
      return t("ladderPlan.byList");
    case "head":
      return t("ladderPlan.byPost");
  }
}

function Row({
  step,
  at,
  fixed,
  beforeFixed,
  may,
  specialty,
  where,
  faults,
  act,
}: {
  step: EditStep;
  at: number;
  fixed: boolean;
  beforeFixed: boolean;
  may: boolean;
  specialty: Specialty | null;
  where: string;
  faults: readonly Fault[];
  act: (what: EditAct) => void;
}) {
  const n = at + 1;
  return (
    <li className={step.fresh ? "la-row fresh" : "la-row"}>
      <span className="la-n" aria-hidden="true">
        {n}
      </span>
      <div className="la-who">
        <b>{kindText(step.kind, specialty)}</b>
        <p className="s">
          {step.fresh && <b className="c-warn">{t("ladderPlan.fresh")} · </b>}
          {where} · {fixed ? t("ladderPlan.lastStep") : basis(step.kind)}
        </p>
      </div>
      {URGENCIES.map((urgency) => {
        const bad = faults.some((fault) => fault.urgency === urgency);
        return (
          <label key={urgency} className="la-wait" data-l={word("urgency", urgency)}>
            <span className="vh">{t("ladderPlan.waitOf", { n, urgency: word("urgency", urgency) })}</span>
            <input
              className={bad ? "inp bad" : "inp"}
              value={step.waits[urgency]}
              maxLength={16}
              disabled={!may}
              aria-invalid={bad || undefined}
              onChange={(event) => act({ do: "wait", key: step.key, urgency, text: event.target.value })}
            />
          </label>
        );
      })}
      <div className="la-moves">
        {may && !fixed && (
          <>
            <IconButton
              icon="up"
              label={t("ladderPlan.up", { n })}
              disabled={at === 0}
              onClick={() => act({ do: "move", key: step.key, by: -1 })}
            />
            <IconButton
              icon="down"
              label={t("ladderPlan.down", { n })}
              disabled={beforeFixed}
              onClick={() => act({ do: "move", key: step.key, by: 1 })}
            />
          </>
        )}
      </div>
      {!fixed && (at > 0 || may) && (
        <div className="la-more">
          {at > 0 ? (
            <fieldset className="la-together">
              <legend className="vh">{t("ladderPlan.togetherOf", { n })}</legend>
              <span className="s" aria-hidden="true">
                {t("ladderPlan.together")}
              </span>
              {URGENCIES.map((urgency) => (
                <label key={urgency}>
                  <input
                    type="checkbox"
                    checked={step.together.includes(urgency)}
                    disabled={!may}
                    onChange={(event) => act({ do: "together", key: step.key, urgency, on: event.target.checked })}
                  />
                  {word("urgency", urgency)}
                </label>
              ))}
            </fieldset>
          ) : (
            <span />
          )}
          {may && (
            <Button size="compact" onClick={() => act({ do: "remove", key: step.key })}>
              {t("ladderPlan.remove", { n })}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function NewStep({
  specialty,
  others,
  onAdd,
}: {
  specialty: Specialty | null;
  others: readonly Place[];
  onAdd: (what: EditAct) => void;
}) {
  const [kind, setKind] = useState<Kind>("first");
  const [place, setPlace] = useState<string>("second");
  return (
    <div className="la-new">
      <SelectField
        label={t("ladderPlan.addKind")}
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: kindText(one, specialty) }))}
        onPick={(one) => one !== "" && setKind(one)}
      />
      <SelectField
        label={t("ladderPlan.addPlace")}
        value={place}
        options={[
          { value: "own", label: t("ladderPlan.placeOwn") },
          { value: "second", label: t("ladderPlan.placeSecond") },
          ...others.map((one) => ({ value: one.id, label: one.short_name })),
        ]}
        onPick={setPlace}
      />
      <Button tone="primary" onClick={() => onAdd({ do: "add", kind, place })}>
        {t("ladderPlan.addDo")}
      </Button>
    </div>
  );
}
