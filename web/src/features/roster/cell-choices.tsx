/** What can be done with one cell: under the matrix for mouse and keys, in a sheet for a finger. */
import { useState } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { KeyHint } from "@/ui/key-hint";

import { tierNumber, type Cell, type Code, type Person, type Tier } from "./roster-state";
import { cellWords, codeText, dayWords, tierText } from "./roster-words";

export interface CellActs {
  readonly code: (code: Code) => void;
  readonly tier: (tier: Tier) => void;
  readonly hours: (starts: string, hours: number) => void;
  readonly leave: () => void;
  readonly clear: () => void;
  /** Another person at once, in the published roster. */
  readonly now: () => void;
}

const NUMBERED = ["first", "second", "head"] as const;

export interface Chosen {
  readonly person: Person;
  readonly cell: Cell;
  readonly leader: boolean;
  /** The tier the next hours get, or those that stand have. */
  readonly tier: Tier;
  /** Why the draft cannot change it; null: it can. */
  readonly fixed: "past" | "begun" | "not_yours" | null;
  /** Somebody is on duty here who can still be relieved. */
  readonly relieve: boolean;
}

export function CellChoices({ chosen, codes, acts }: { chosen: Chosen; codes: readonly Code[]; acts: CellActs }) {
  const { cell, fixed, tier, leader, relieve } = chosen;
  const [other, setOther] = useState(false);
  if (fixed !== null)
    return (
      <div className="ro-choices">
        <p className="s">{t(`roster.fixed_${fixed}`)}</p>
        {relieve && (
          <Button size="compact" icon="swap" onClick={acts.now}>
            {t("roster.relieveNow")}
          </Button>
        )}
      </div>
    );
  const stands = cell.shifts.map(({ label }) => label);
  return (
    <div className="ro-choices">
      <div className="ro-group" role="group" aria-label={t("roster.hoursGroup")}>
        {codes.map((code) => (
          <button
            key={code.code}
            type="button"
            className="ro-pick"
            aria-pressed={stands.includes(code.code)}
            onClick={() => acts.code(code)}
          >
            <b>{codeText(code.code)}</b>
            <KeyHint keys={[code.code === "24" ? "2" : code.code]} />
          </button>
        ))}
        <button type="button" className="ro-pick" onClick={() => setOther(true)}>
          {t("roster.otherHours")}
        </button>
      </div>
      {!leader && (
        <div className="ro-group" role="group" aria-label={t("roster.tierGroup")}>
          {NUMBERED.map((one) => (
            <button
              key={one}
              type="button"
              className="ro-pick"
              aria-pressed={tier === one}
              title={tierText(one)}
              onClick={() => acts.tier(one)}
            >
              {t("roster.tierN", { n: tierNumber(one) })}
            </button>
          ))}
        </div>
      )}
      <div className="ro-group">
        <button type="button" className="ro-pick" aria-pressed={cell.away === "leave"} onClick={acts.leave}>
          {t("roster.leave")}
          <KeyHint keys={["P"]} />
        </button>
        <button type="button" className="ro-pick" disabled={cell.shifts.length === 0} onClick={acts.clear}>
          {t("roster.clear")}
          <KeyHint keys={["Del"]} />
        </button>
      </div>
      {other && (
        <HoursDialog
          day={cell.day}
          onHours={(starts, hours) => {
            setOther(false);
            acts.hours(starts, hours);
          }}
          onClose={() => setOther(false)}
        />
      )}
    </div>
  );
}

export const TIME = /^([01]?\d|2[0-3])(?:[:hg.]?([0-5]\d))?$/;

/** `7`, `7:30`, `0730` as `07:30`; null when it is no time of day. */
export function typedTime(text: string): string | null {
  const found = TIME.exec(text.trim());
  return found ? `${(found[1] ?? "").padStart(2, "0")}:${found[2] ?? "00"}` : null;
}

/** How long from one time of day to the next such time; the same time means a whole day. */
export function hoursBetween(from: string, to: string): number {
  const of = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;
  const hours = of(to) - of(from);
  return hours > 0 ? hours : hours + 24;
}

function HoursDialog({
  day,
  onHours,
  onClose,
}: {
  day: string;
  onHours: (starts: string, hours: number) => void;
  onClose: () => void;
}) {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [starts, ends] = [typedTime(from), typedTime(to)];
  const wrong = (text: string, read: string | null) => (text.length >= 2 && read === null ? t("roster.noTime") : null);
  const hours = starts !== null && ends !== null ? hoursBetween(starts, ends) : null;
  return (
    <Dialog
      open
      title={t("roster.otherTitle", { day: dayWords(day) })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            tone="primary"
            disabled={hours === null}
            onClick={() => starts !== null && hours !== null && onHours(starts, hours)}
          >
            {hours === null ? t("roster.otherGo") : t("roster.otherGoHours", { hours })}
          </Button>
        </>
      }
    >
      <div className="g2">
        <TextField
          label={t("roster.from")}
          inputMode="numeric"
          placeholder={t("roster.timeForm")}
          value={from}
          error={wrong(from, starts)}
          onText={setFrom}
        />
        <TextField
          label={t("roster.to")}
          inputMode="numeric"
          placeholder={t("roster.timeForm")}
          value={to}
          error={wrong(to, ends)}
          onText={setTo}
        />
      </div>
      {starts !== null && ends !== null && ends <= starts && <p className="s">{t("roster.nextDay")}</p>}
    </Dialog>
  );
}

/** Under the matrix, for the cell the keys are on. */
export function CellBar({
  onKeys,
  ...props
}: {
  chosen: Chosen;
  codes: readonly Code[];
  acts: CellActs;
  onKeys: () => void;
}) {
  const { person, cell } = props.chosen;
  return (
    <div className="ro-bar" role="toolbar" aria-label={t("roster.bar")}>
      <p>
        <b>{person.person.name}</b>
        <span className="mut">
          {dayWords(cell.day)} · {cellWords(cell)}
        </span>
      </p>
      <CellChoices {...props} />
      <button type="button" className="ro-link ro-help" onClick={onKeys}>
        {t("roster.keys")}
        <KeyHint keys={["?"]} />
      </button>
    </div>
  );
}

export function CellSheet(props: { chosen: Chosen; codes: readonly Code[]; acts: CellActs; onClose: () => void }) {
  const { person, cell } = props.chosen;
  return (
    <Dialog
      open
      title={`${person.person.name}, ${dayWords(cell.day)}`}
      onClose={props.onClose}
      footer={<Button onClick={props.onClose}>{t("common.close")}</Button>}
    >
      <p className="mut">{cellWords(cell)}</p>
      <CellChoices {...props} />
    </Dialog>
  );
}
