/** The lines of a referral as inputs: those still empty and those nobody knew before leaving first, all of them on demand. */
import { useId, useState } from "react";

import { serverNow } from "@/lib/clock";
import { t, tryT, word } from "@/lib/i18n";
import {
  isNeeded,
  lacking,
  LEAVING,
  momentText,
  owes,
  REFERRAL_FIELDS,
  shownText,
  shownValue,
  staysOf,
  staysText,
  type FormValue,
  type ReferralField,
  type ReferralState,
  type Stay,
} from "@/lib/referral-state";

import { Banner } from "./banner";
import { Button } from "./button";
import { Chip, FieldError, RadioCards, SegmentedControl } from "./choices";
import { DayField } from "./day-field";
import { TextArea, TextField } from "./field";
import { IcdMore } from "./icd-later";
import { SavedMark } from "./sticky-footer";

import type { ReferralDesk, ReferralNow } from "@/lib/referral-desk";

import "./referral.css";

export interface Hospital {
  readonly id: string;
  readonly name: string;
}

interface Around {
  readonly desk: ReferralDesk;
  readonly state: ReferralState;
  /** Signing was tried: what it lacks is marked. */
  readonly marked: boolean;
  readonly hospitals: readonly Hospital[];
}

const inputId = (field: ReferralField): string => `referral-${field}`;

/** Shows the line to whoever must fill it. */
export function goToLine(field: ReferralField): void {
  const input = document.getElementById(inputId(field));
  input?.scrollIntoView({ block: "center" });
  input?.focus({ preventScroll: true });
}

/** Asked first: in this order the eye goes from the means to the words. */
export function firstAsked(state: ReferralState): readonly ReferralField[] {
  const leaving = LEAVING;
  return [...state.asked.filter((field) => !leaving.includes(field)), ...leaving];
}

export function AskedLines(around: Around) {
  return <Lines {...around} fields={firstAsked(around.state)} />;
}

/** Every line, in the order of the paper. Those asked first already are not shown twice. */
export function OtherLines(around: Around) {
  const first = firstAsked(around.state);
  return <Lines {...around} fields={REFERRAL_FIELDS.filter((field) => !first.includes(field))} />;
}

function Lines({ fields, ...around }: Around & { fields: readonly ReferralField[] }) {
  return (
    <div className="ref-lines">
      {fields.map((field) => (
        <div key={field} className={WIDE.has(field) ? "wide" : undefined}>
          <Line {...around} field={field} />
          <Conflict {...around} field={field} />
        </div>
      ))}
    </div>
  );
}

const WIDE: ReadonlySet<ReferralField> = new Set([
  "to_facility_id",
  "kind",
  "clinical_signs",
  "test_results",
  "procedures",
  "treatment",
  "transfer_reason",
  "care_plan",
  "valid_one_year",
  "stays",
  "insurance_expiry",
]);

function fault({ state, marked }: Around, field: ReferralField): string | null {
  switch (state.faults[field]) {
    case undefined:
      return marked && lacking(state).includes(field) ? t("referral.needed") : null;
    case "open_exists":
      return t("referral.openThere");
    default:
      return t(
        field === "icd_code"
          ? "referral.icdFault"
          : field === "transfer_at"
            ? "referral.momentFault"
            : field === "insurance_until"
              ? "referral.dayFault"
              : "referral.fieldFault",
      );
  }
}

function Line({ field, ...around }: Around & { field: ReferralField }) {
  const { desk, state, hospitals } = around;
  const label = word("referralField", field);
  const error = fault(around, field);
  const text = shownText(state, field);
  const common = {
    id: inputId(field),
    label,
    error,
    value: text,
    onText: (next: string) => desk.type(field, next),
    onBlur: () => desk.leave(field),
    ...(isNeeded(state, field) && { note: t("referral.neededNote"), "aria-required": true }),
  };
  const hint = tryT(`referralHint.${field}`);
  const hinted = hint === null ? common : { ...common, hint };
  switch (field) {
    case "to_facility_id":
      return (
        <RadioCards
          legend={label}
          columns="one"
          choices={hospitals.map(({ id, name }) => ({ value: id, label: name }))}
          value={text}
          onChange={(id) => desk.type(field, id)}
          error={error}
        />
      );
    case "kind":
      return (
        <div className="f">
          <span className="lab">{label}</span>
          <SegmentedControl
            label={label}
            choices={(["referral", "emergency_transfer"] as const).map((value) => ({
              value,
              label: word("referralKind", value),
            }))}
            value={text}
            onChange={(kind) => desk.type(field, kind)}
          />
          <span className="hint">{t("referral.kindHint")}</span>
        </div>
      );
    case "transfer_reason":
      return (
        <RadioCards
          legend={label}
          columns="one"
          choices={(["fits_rules", "beyond_ability", "patient_wish"] as const).map((value) => ({
            value,
            label: word("transferReason", value),
          }))}
          value={text}
          onChange={(reason) => desk.type(field, reason)}
        />
      );
    case "valid_one_year":
      return (
        <label className="opt">
          <input
            type="checkbox"
            checked={shownValue(state, field) === true}
            onChange={(event) => desk.type(field, event.target.checked)}
          />
          <span>
            <b>{label}</b>
            <small>{hint}</small>
          </span>
        </label>
      );
    case "transport":
      return <Transport desk={desk} label={label} text={text} error={error} />;
    case "transfer_at":
      return (
        <TextField
          {...common}
          hint={t("referral.momentHint")}
          maxLength={24}
          after={<Button onClick={() => desk.set(field, momentText(serverNow()))}>{t("referral.now")}</Button>}
        />
      );
    case "icd_code":
      return (
        <>
          <TextField
            {...hinted}
            hint={t("referral.icdHint")}
            maxLength={8}
            autoCapitalize="characters"
            spellCheck={false}
          />
          <IcdMore title={t("referral.icdFind")} code="" onCode={(code) => desk.set(field, code)} />
        </>
      );
    case "stays":
      return <Stays desk={desk} legend={label} text={text} />;
    case "insurance_expiry":
      return (
        <RadioCards
          legend={label}
          columns="three"
          choices={(["known", "expired", "unknown"] as const).map((value) => ({
            value,
            label: word("insuranceExpiry", value),
          }))}
          value={text}
          onChange={(expiry) => desk.type(field, expiry)}
        />
      );
    case "insurance_until":
      return <TextField {...hinted} inputMode="numeric" maxLength={10} />;
    case "escort_title":
    case "escort":
      return <TextField {...hinted} maxLength={200} />;
    case "diagnosis":
      return <TextField {...hinted} maxLength={500} />;
    case "clinical_signs":
    case "test_results":
    case "procedures":
    case "treatment":
    case "condition_at_transfer":
    case "care_plan":
      return <TextArea {...hinted} rows={2} maxLength={4000} />;
  }
}

const MEANS = ["ambulance", "station", "family", "motorbike"] as const;

function Transport({
  desk,
  label,
  text,
  error,
}: {
  desk: ReferralDesk;
  label: string;
  text: string;
  error: string | null;
}) {
  const own = useId();
  const id = inputId("transport");
  return (
    <div className="f">
      <label htmlFor={id}>
        {label} <span className="note">{t("referral.neededNote")}</span>
      </label>
      <input
        id={id}
        className={error ? "inp bad" : "inp"}
        value={text}
        maxLength={200}
        autoComplete="off"
        aria-required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${own}-err` : undefined}
        onChange={(event) => desk.type("transport", event.target.value)}
        onBlur={() => desk.leave("transport")}
      />
      {error && <FieldError id={`${own}-err`}>{error}</FieldError>}
      <div className="chips" role="group" aria-label={word("referralHint", "transport")}>
        {MEANS.map((means) => {
          const words = word("transport", means);
          return (
            <Chip key={means} pressed={text === words} onClick={() => desk.set("transport", words)}>
              {words}
            </Chip>
          );
        })}
      </div>
    </div>
  );
}

const NO_STAY: Stay = { facility: "", treated_from: null, treated_to: null };

/** Two lines, as the paper has: where, from when, until when. */
function Stays({ desk, legend, text }: { desk: ReferralDesk; legend: string; text: string }) {
  const [stays, setStays] = useState<readonly Stay[]>(() => [...staysOf(text), NO_STAY, NO_STAY].slice(0, 2));
  const put = (place: number, part: Partial<Stay>) => {
    const next = stays.map((stay, at) => (at === place ? { ...stay, ...part } : stay));
    setStays(next);
    desk.type("stays", staysText(next));
  };
  return (
    <fieldset className="fs">
      <legend>{legend}</legend>
      <span className="hint">{word("referralHint", "stays")}</span>
      {stays.map((stay, place) => (
        <div key={place} className="ref-stay">
          <TextField
            label={t("referral.stayAt", { n: place + 1 })}
            value={stay.facility}
            maxLength={200}
            {...(place === 0 && { id: inputId("stays") })}
            onText={(facility) => put(place, { facility })}
          />
          {(["treated_from", "treated_to"] as const).map((end) => (
            <DayField
              key={end}
              label={t(`referral.${end}`)}
              placeholder="23/11/2026"
              wrong={t("referral.dayFault")}
              day={stay[end] ?? ""}
              onDay={(day) => put(place, { [end]: day || null })}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function Conflict({ desk, state, field, hospitals }: Around & { field: ReferralField }) {
  const other = state.theirs[field];
  if (other === undefined) return null;
  return (
    <Banner
      tone="warn"
      icon="swap"
      live="alert"
      title={t("referral.conflictTitle", { field: word("referralField", field) })}
      action={
        <>
          <Button onClick={() => desk.choose(field, true)}>{t("referral.keepMine")}</Button>
          <Button onClick={() => desk.choose(field, false)}>{t("referral.takeTheirs")}</Button>
        </>
      }
    >
      {t("referral.conflictTheirs", { text: inWords(field, other, hospitals) })}
    </Banner>
  );
}

function inWords(field: ReferralField, value: FormValue, hospitals: readonly Hospital[]): string {
  if (typeof value === "boolean") return t(value ? "referral.yes" : "referral.no");
  if (value === "") return "–";
  switch (field) {
    case "to_facility_id":
      return hospitals.find(({ id }) => id === value)?.name ?? "–";
    case "kind":
      return word("referralKind", value);
    case "transfer_reason":
      return word("transferReason", value);
    case "insurance_expiry":
      return word("insuranceExpiry", value);
    case "stays":
      return staysOf(value)
        .map(({ facility }) => facility)
        .join("; ");
    default:
      return value;
  }
}

/** Where the typing is: on its way, on this machine, at both ends. */
export function ReferralSaved({ now }: { now: ReferralNow }) {
  if (now.state !== null && owes(now.state)) {
    return now.problem?.isLine === true ? (
      <span className="saved why">{t("referral.keptHere")}</span>
    ) : (
      <span className="saved">{t("referral.sending")}</span>
    );
  }
  return now.sharedAt === null ? null : <SavedMark at={now.sharedAt} both />;
}
