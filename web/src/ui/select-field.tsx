/** A field to choose one of a list: the browser's own, with its words around it. */
import { useId } from "react";

import { FieldError } from "./choices";

import "./field.css";

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Options of one group stand under its name. */
  readonly group?: string;
}

export function SelectField<V extends string>({
  label,
  note,
  hint,
  error,
  options,
  value,
  pick,
  used = false,
  onPick,
}: {
  label: string;
  note?: string;
  hint?: string;
  error?: string | null;
  options: readonly Option<V>[];
  value: V | "";
  /** What stands there while nothing is chosen; without it the first option does. */
  pick?: string;
  /** A filter that narrows. */
  used?: boolean;
  onPick: (value: V | "") => void;
}) {
  const id = useId();
  const groups = [...new Set(options.map((option) => option.group ?? ""))];
  const said = [hint === undefined ? "" : `${id}-hint`, error ? `${id}-err` : ""].filter(Boolean).join(" ");
  return (
    <div className="f">
      <label htmlFor={id}>
        {label} {note !== undefined && <span className="note">{note}</span>}
      </label>
      <select
        id={id}
        className={`inp${used ? " used" : ""}${error ? " bad" : ""}`}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={said === "" ? undefined : said}
        onChange={(event) => onPick(options.find((option) => option.value === event.target.value)?.value ?? "")}
      >
        {pick !== undefined && <option value="">{pick}</option>}
        {groups.map((group) => {
          const inside = options
            .filter((option) => (option.group ?? "") === group)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ));
          return group === "" ? (
            inside
          ) : (
            <optgroup key={group} label={group}>
              {inside}
            </optgroup>
          );
        })}
      </select>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${id}-err`}>{error}</FieldError>}
    </div>
  );
}
