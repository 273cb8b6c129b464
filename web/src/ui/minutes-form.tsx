/** The minutes as both ends write them: summary, discussion, the conclusion item by item. One look in the call and on its own page. */
import { useId, type ReactNode } from "react";

import { timeText, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { cleaned, CONCLUSION, missingItems, shown, type Field, type FieldName, type Told } from "@/lib/minutes-state";

import { Banner } from "./banner";
import { Button } from "./button";
import { FieldError } from "./choices";
import { Icon } from "./icon";
import { IcdMore } from "./icd-later";
import { fieldId } from "./minutes-field";
import { problemText } from "./problem-alert";
import { Avatar } from "./tags";

import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";

import "./minutes.css";

export const PLACES = ["at_station", "transfer_today", "emergency_transfer"] as const;

export function MinutesPart({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sect" aria-labelledby={id}>
      <h2 id={id}>
        <span className="sp">{title}</span>
        {hint !== undefined && <small>{hint}</small>}
      </h2>
      {children}
    </section>
  );
}

interface Part {
  readonly desk: MinutesDesk;
  readonly now: DeskNow;
  /** Locked, or being signed: shown, not written. */
  readonly readOnly: boolean;
}

export function SummaryPart(part: Part) {
  return (
    <MinutesPart title={word("minutesField", "summary")} {...(!part.readOnly && { hint: t("minutes.summaryHint") })}>
      <Written {...part} name="summary" labelled={false} />
    </MinutesPart>
  );
}

/** Section 11: begins with what the call itself noted, and is the secretary's to put right. */
export function IncidentsPart(part: Part) {
  const { by } = part.now.fields.incidents.told;
  return (
    <MinutesPart title={word("minutesField", "incidents")} {...(by === null && { hint: t("minutes.incidentsHint") })}>
      <Written {...part} name="incidents" labelled={false} />
    </MinutesPart>
  );
}

export function ConclusionPart(part: Part) {
  const missing = missingItems(part.now.fields);
  return (
    <MinutesPart
      title={t("minutes.conclusion")}
      hint={missing.length === 0 ? t("minutes.allItems") : t("minutes.leftItems", { n: missing.length })}
    >
      <div>
        {CONCLUSION.map((name) => (
          <div key={name} className="item">
            <label className="k" htmlFor={fieldId(name)} id={`${fieldId(name)}-k`}>
              {word("minutesField", name)}
            </label>
            {name === "place" ? <Place {...part} /> : <Written {...part} name={name} labelled />}
            {part.readOnly ? null : missing.includes(name) ? (
              <span className="done mut">{t("minutes.empty")}</span>
            ) : (
              <span className="done c-ok">
                <Icon name="check" size="sm" /> {t("minutes.filled")}
              </span>
            )}
          </div>
        ))}
      </div>
    </MinutesPart>
  );
}

function Written({ desk, now, readOnly, name, labelled }: Part & { name: FieldName; labelled: boolean }) {
  const field = now.fields[name];
  const writer = now.writers[name];
  if (readOnly) return <p className="pre">{shown(field) || "–"}</p>;
  return (
    <div className="stack t">
      <textarea
        id={fieldId(name)}
        className={`inp${writer ? " live" : ""}${field.fault ? " bad" : ""}`}
        rows={labelled ? 2 : 4}
        maxLength={4000}
        value={shown(field)}
        placeholder={word("minutesHint", name)}
        aria-label={labelled ? undefined : word("minutesField", name)}
        aria-describedby={`${fieldId(name)}-by`}
        onChange={(event) => desk.type(name, event.target.value)}
        onBlur={() => desk.leave(name)}
      />
      <By field={field} name={name} writer={writer?.name} />
      <Split desk={desk} field={field} name={name} />
      {name === "diagnosis" && (
        <IcdMore
          title={t("minutes.icdFind")}
          code=""
          onCode={(code, title) => {
            const told = shown(field).trim() || title;
            if (code !== "") desk.type(name, `${told} (${code})`.trim());
            desk.leave(name);
          }}
        />
      )}
    </div>
  );
}

function Place({ desk, now, readOnly }: Part) {
  const field = now.fields.place;
  const value = shown(field);
  if (readOnly) return <p className="pre">{value === "" ? "–" : word("place", value)}</p>;
  return (
    <div className="stack t" id={fieldId("place")}>
      <div className="chips" role="radiogroup" aria-labelledby={`${fieldId("place")}-k`}>
        {PLACES.map((place) => (
          <label key={place} className="chip">
            <input
              type="radio"
              className="vh"
              name={`${fieldId("place")}-choice`}
              value={place}
              checked={value === place}
              onChange={() => desk.type("place", place)}
              onBlur={() => desk.leave("place")}
            />
            {value === place && <Icon name="check" size="sm" />}
            {word("place", place)}
          </label>
        ))}
      </div>
      {value === "" && <FieldError>{t("minutes.choosePlace")}</FieldError>}
      <By field={field} name="place" writer={now.writers.place?.name} />
      <Split desk={desk} field={field} name="place" />
    </div>
  );
}

/** Who writes now, or wrote last; what stands in the way of sending. */
function By({ field, name, writer }: { field: Field; name: FieldName; writer: string | undefined }) {
  const id = `${fieldId(name)}-by`;
  if (field.fault) return <FieldError id={id}>{problemText(field.fault)}</FieldError>;
  if (writer !== undefined) {
    return (
      <p className="writing" id={id} role="status">
        <Icon name="pen" size="sm" />
        {t("minutes.writing", { name: writer })}
      </p>
    );
  }
  if (field.sending?.stalled) {
    return (
      <p className="s" id={id} role="status">
        {t("minutes.keptHere")}
      </p>
    );
  }
  const { by, at } = field.told;
  if (by === null || at === null) return <span id={id} hidden />;
  return (
    <p className="s" id={id}>
      {t("minutes.writtenBy", { name: by.name, time: whenText(at) })}
    </p>
  );
}

/** Both texts side by side: nothing is dropped until somebody chooses. */
function Split({ desk, field, name }: { desk: MinutesDesk; field: Field; name: FieldName }) {
  const { theirs } = field;
  if (theirs === null) return null;
  const said = (text: string) => (name === "place" ? word("place", text) : text) || "–";
  return (
    <Banner tone="warn" icon="users" title={t("minutes.conflictTitle")} live="alert">
      {t("minutes.conflictText")}
      <div className="split">
        <Version title={whose(theirs)} text={said(theirs.text)} onTake={() => desk.choose(name, "theirs")} />
        <Version
          title={t("minutes.conflictOwn")}
          text={said(field.own ?? "")}
          onTake={() => desk.choose(name, "own")}
        />
      </div>
      {name !== "place" && cleaned(theirs.text) !== "" && (
        <Button wide onClick={() => desk.choose(name, "both")}>
          {t("minutes.keepBoth")}
        </Button>
      )}
    </Banner>
  );
}

function whose({ by, at }: Told): string {
  if (by === null) return "";
  return at === null ? by.name : t("minutes.writtenBy", { name: by.name, time: timeText(at) });
}

function Version({ title, text, onTake }: { title: string; text: string; onTake: () => void }) {
  return (
    <div className="version">
      <b>{title}</b>
      <p className="pre">{text}</p>
      <Button onClick={onTake}>{t("minutes.takeThis")}</Button>
    </div>
  );
}

export function OpinionsPart({ desk, now, readOnly, me }: Part & { me: string }) {
  const { opinion, view } = now;
  const opinions = view?.opinions ?? [];
  const id = "minutes-opinion";
  return (
    <MinutesPart title={t("minutes.opinions")}>
      {opinions.length === 0 && <p className="mut">{t("minutes.noOpinions")}</p>}
      {opinions.map((said) => (
        <div key={said.id} className="says">
          <Avatar name={said.by.name} />
          <span className="hd">
            {said.by.name}{" "}
            <small>
              {said.facility.short_name} · {whenText(said.at)}
            </small>
          </span>
          <p className="pre">{said.text}</p>
        </div>
      ))}
      {!readOnly && (
        <div className="f">
          <label htmlFor={id}>{t("minutes.ownOpinion", { name: me })}</label>
          <textarea
            id={id}
            className="inp"
            rows={2}
            maxLength={4000}
            value={opinion.text}
            placeholder={t("minutes.ownOpinionHint")}
            onChange={(event) => desk.writeOpinion(event.target.value)}
            onBlur={() => desk.flush()}
          />
          {opinion.problem && <FieldError>{problemText(opinion.problem)}</FieldError>}
          <div className="row">
            <Button
              icon="plus"
              busy={opinion.busy}
              disabled={opinion.text.trim() === ""}
              onClick={() => void desk.sendOpinion()}
            >
              {t("minutes.addOpinion")}
            </Button>
            {(view?.signatures.length ?? 0) > 0 && <small>{t("minutes.opinionClears")}</small>}
          </div>
        </div>
      )}
    </MinutesPart>
  );
}
