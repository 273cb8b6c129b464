/** Vital signs as tiles one types into. What is wrong with a value is said when its field is left. */
import { useId, useState } from "react";

import { numberText, timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { ageOfMonths } from "@/lib/patient";
import {
  itemsOf,
  judge,
  pressureFault,
  type Judgement,
  type Limits,
  type VitalField,
  type VitalItem,
  type VitalSubject,
  type VitalTexts,
} from "@/lib/vitals";

import { Button } from "./button";
import { VitalTile, VitalTiles, type VitalTone } from "./vital-tile";

import "./field.css";

export type { VitalField } from "@/lib/vitals";
export type Earlier = ReadonlyMap<VitalItem, { readonly text: string; readonly at: string }>;

interface Props {
  readonly fields: readonly VitalField[];
  readonly texts: VitalTexts;
  readonly onText: (item: VitalItem, text: string) => void;
  readonly onOxygen: (on: boolean) => void;
  /** The field was left: what is in it may be sent. */
  readonly onLeave?: (field: VitalField) => void;
  readonly limits: Limits | null;
  readonly subject: VitalSubject;
  readonly needed?: ReadonlySet<VitalField>;
  readonly earlier?: Earlier;
  /** What the server said of an item. */
  readonly faults?: Readonly<Partial<Record<VitalItem, string>>>;
  /** Fields are found by `${idPrefix}-${field}`, to lead there. */
  readonly idPrefix: string;
  readonly disabled?: boolean;
}

/** Whose limits judge: `trẻ 14 tháng, ngưỡng theo tuổi`. */
export function limitsText({ ageMonths, pregnant }: VitalSubject): string {
  if (pregnant) return t("vitals.pregnantLimits");
  if (ageMonths === null) return t("vitals.noAgeLimits");
  return ageMonths < 192 ? t("vitals.childLimits", { age: ageOfMonths(ageMonths) }) : t("vitals.adultLimits");
}

export function VitalsForm(props: Props) {
  const [here, setHere] = useState<VitalField | null>(null);
  return (
    <VitalTiles>
      {props.fields.map((field) => (
        <Tile
          key={field}
          {...props}
          field={field}
          typing={here === field}
          onHere={() => setHere(field)}
          onGone={() => {
            setHere(null);
            props.onLeave?.(field);
          }}
        />
      ))}
    </VitalTiles>
  );
}

function Tile({
  field,
  typing,
  onHere,
  onGone,
  ...form
}: Props & { field: VitalField; typing: boolean; onHere: () => void; onGone: () => void }) {
  const own = useId();
  const id = `${form.idPrefix}-${field}`;
  const said = verdict(field, form, typing);
  const items = itemsOf(field);
  const input = (item: VitalItem, name?: string) => (
    <input
      key={item}
      id={item === items[0] ? id : `${id}-${item}`}
      inputMode="decimal"
      autoComplete="off"
      disabled={form.disabled}
      value={form.texts[item] ?? ""}
      aria-label={name}
      aria-invalid={said.tone === "bad" || undefined}
      aria-describedby={said.text === "" ? undefined : `${own}-st`}
      onChange={(event) => form.onText(item, event.target.value)}
    />
  );
  return (
    <div
      className="vt-slot"
      // Only while a value is being typed is nothing said of it: a proposal one tabs to must not vanish.
      onFocus={(event) => (event.target.matches("[inputmode]") ? onHere() : onGone())}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onGone();
      }}
    >
      <VitalTile
        label={word("vital", field)}
        unit={word("vitalUnit", field)}
        tone={said.tone}
        inputId={id}
        input={
          <>
            {field === "pressure" ? (
              <span className="bp">
                {input("systolic", t("vital.systolic"))}
                <span aria-hidden="true">/</span>
                {input("diastolic", t("vital.diastolic"))}
              </span>
            ) : (
              input(items[0] ?? "pulse")
            )}
            {field === "spo2" && (form.texts.spo2 ?? "") !== "" && (
              <label className="oxy">
                <input
                  type="checkbox"
                  checked={form.texts.oxygen ?? false}
                  disabled={form.disabled}
                  onChange={(event) => form.onOxygen(event.target.checked)}
                />
                {t("vitals.oxygen")}
              </label>
            )}
            {said.fix !== null && <Fix fix={said.fix} onText={form.onText} />}
          </>
        }
        {...(said.text !== "" && { verdict: <span id={`${own}-st`}>{said.text}</span> })}
      />
    </div>
  );
}

function Fix({ fix, onText }: { fix: NonNullable<Said["fix"]>; onText: Props["onText"] }) {
  const value = numberText(fix.value);
  return (
    <Button className="fix" onClick={() => onText(fix.item, value)}>
      {t("vitals.use", { value })}
    </Button>
  );
}

interface Said {
  readonly tone: VitalTone;
  readonly text: string;
  readonly fix: { readonly item: VitalItem; readonly value: number } | null;
}

const RANK: Readonly<Record<VitalTone, number>> = { ok: 0, warn: 1, flag: 2, bad: 3 };

function verdict(field: VitalField, form: Props, typing: boolean): Said {
  const items = itemsOf(field);
  const empty = items.every((item) => (form.texts[item] ?? "").trim() === "");
  if (empty) {
    const before = items.map((item) => form.earlier?.get(item));
    const [first] = before;
    if (first !== undefined) {
      const value = before.map((found) => found?.text ?? "–").join("/");
      return { tone: "ok", text: t("vitals.before", { time: timeText(first.at), value }), fix: null };
    }
    return { tone: "ok", text: form.needed?.has(field) ? t("vitals.needed") : "", fix: null };
  }
  if (typing) return { tone: "ok", text: "", fix: null };
  const fault = items.map((item) => form.faults?.[item]).find((text) => text !== undefined);
  if (fault !== undefined) return { tone: "bad", text: fault, fix: null };
  const said = items.map((item) => sayOne(item, judge(form.limits, item, form.texts[item] ?? "", form.subject)));
  if (field === "pressure" && pressureFault(form.texts)) {
    said.push({ tone: "bad", text: t("vitals.mustBeAbove"), fix: null });
  }
  const worst = said.reduce((a, b) => (RANK[b.tone] > RANK[a.tone] ? b : a));
  if (worst.tone === "ok" && field === "spo2") {
    return { ...worst, text: t(form.texts.oxygen ? "vitals.oxygenWord" : "vitals.airWord") };
  }
  return worst;
}

function sayOne(item: VitalItem, found: Judgement): Said {
  switch (found.kind) {
    case "empty":
    case "normal":
      return { tone: "ok", text: "", fix: null };
    case "no-number":
      return { tone: "bad", text: t("vitals.notNumber"), fix: null };
    case "impossible": {
      const fix = found.fix === null ? null : { item, value: found.fix };
      const text =
        fix === null
          ? t("vitals.onlyBetween", { low: numberText(found.low), high: numberText(found.high) })
          : t("vitals.isIt", { value: numberText(fix.value) });
      return { tone: "bad", text, fix };
    }
    case "outside": {
      const band = bandText(found.low, found.high);
      const high = found.side === "high";
      if (found.danger)
        return { tone: "flag", text: t(high ? "vitals.dangerHigh" : "vitals.dangerLow", { band }), fix: null };
      return { tone: "warn", text: t(high ? "vitals.high" : "vitals.low", { band }), fix: null };
    }
  }
}

function bandText(low: number | null, high: number | null): string {
  if (low !== null && high !== null) return `${numberText(low)}-${numberText(high)}`;
  if (low !== null) return t("vitals.bandFrom", { low: numberText(low) });
  return high === null ? "" : t("vitals.bandTo", { high: numberText(high) });
}
