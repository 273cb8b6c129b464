/** Ways to choose: cards for what matters, a segmented switch for what is quick. Arrow keys move inside, as browsers do. */
import { useId, useRef, type ReactNode } from "react";

import { Icon, type IconName } from "./icon";

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly text?: ReactNode;
  readonly emergency?: boolean;
  readonly disabled?: boolean;
}

/** Radios drawn as cards. `value` null: nothing is chosen for the person. */
export function RadioCards<V extends string>({
  legend,
  hideLegend = false,
  choices,
  value,
  onChange,
  columns = "auto",
  error,
}: {
  legend: string;
  hideLegend?: boolean;
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  columns?: "auto" | "three" | "one";
  error?: string | null;
}) {
  const name = useId();
  return (
    <fieldset className="fs" aria-describedby={error ? `${name}-err` : undefined}>
      <legend className={hideLegend ? "vh" : undefined}>{legend}</legend>
      <div className={columns === "auto" ? "opts" : `opts ${columns}`}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={`opt${choice.emergency ? " em" : ""}${choice.text === undefined ? " mid" : ""}`}
          >
            <input
              type="radio"
              name={name}
              checked={value === choice.value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <b>{choice.label}</b>
              {choice.text !== undefined && <small>{choice.text}</small>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${name}-err`}>{error}</FieldError>}
    </fieldset>
  );
}

/** A tick drawn as a card: consents, outcomes. Never ticked beforehand. */
export function CheckCard({
  label,
  text,
  checked,
  onChange,
  disabled = false,
}: {
  label: string;
  text?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}) {
  return (
    <label className={text === undefined ? "opt mid" : "opt"}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <b>{label}</b>
        {text !== undefined && <small>{text}</small>}
      </span>
    </label>
  );
}

/** A quick switch of two to four. Arrows move and choose; one stop for Tab. */
export function SegmentedControl<V extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly {
    readonly value: V;
    readonly label: string;
    readonly icon?: IconName;
    /** Where things stand, when that is not what was chosen. */
    readonly mark?: string;
  }[];
  value: V;
  onChange: (value: V) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const move = (by: number) => {
    const at = choices.findIndex((choice) => choice.value === value);
    const next = (at + by + choices.length) % choices.length;
    const choice = choices[next];
    if (!choice) return;
    onChange(choice.value);
    box.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div
      className="seg"
      role="radiogroup"
      aria-label={label}
      ref={box}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(by);
      }}
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          {...(choice.mark !== undefined && { className: "here", title: choice.mark, "aria-description": choice.mark })}
          tabIndex={choice.value === value ? 0 : -1}
          onClick={() => onChange(choice.value)}
        >
          {choice.icon && <Icon name={choice.icon} />}
          {choice.label}
        </button>
      ))}
    </div>
  );
}

/** Filter chips: each is on or off. */
export function Chip({ pressed, onClick, children }: { pressed: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className="err" id={id}>
      <Icon name="alert" />
      <span>{children}</span>
    </span>
  );
}
