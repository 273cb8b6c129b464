/** Plain fields: the label above, the hint and the fault below, both read out with the field. */
import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from "react";

import { FieldError } from "./choices";

import "./field.css";

interface Around {
  readonly label: string;
  /** Beside the label, paler: `để trống nếu chưa rõ`. */
  readonly note?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
}

function Field({ id, label, note, hint, error, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className="f">
      <label htmlFor={id}>
        {label} {note !== undefined && <span className="note">{note}</span>}
      </label>
      {children}
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${id}-err`}>{error}</FieldError>}
    </div>
  );
}

function described(id: string, hint: ReactNode, error: string | null | undefined): string | undefined {
  const ids = [hint === undefined ? "" : `${id}-hint`, error ? `${id}-err` : ""].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}

export function TextField({
  label,
  note,
  hint,
  error,
  after,
  onText,
  ...input
}: Around & {
  /** A button beside the field. */
  after?: ReactNode;
  onText: (text: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "onChange">) {
  const own = useId();
  const id = input.id ?? own;
  const field = (
    <input
      autoComplete="off"
      {...input}
      id={id}
      className={`${input.className ?? "inp"}${error ? " bad" : ""}`}
      aria-invalid={error ? true : undefined}
      aria-describedby={described(id, hint, error)}
      onChange={(event) => onText(event.target.value)}
    />
  );
  return (
    <Field id={id} label={label} note={note} hint={hint} error={error}>
      {after === undefined ? (
        field
      ) : (
        <div className="row nw">
          {field}
          {after}
        </div>
      )}
    </Field>
  );
}

export function TextArea({
  label,
  note,
  hint,
  error,
  onText,
  ...area
}: Around & { onText: (text: string) => void } & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange">) {
  const own = useId();
  const id = area.id ?? own;
  return (
    <Field id={id} label={label} note={note} hint={hint} error={error}>
      <textarea
        rows={3}
        {...area}
        id={id}
        className={error ? "inp bad" : "inp"}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  );
}
