/** One vital sign: its value large, and in words what is wrong with it. */
import { Icon } from "./icon";

import type { ReactNode } from "react";

/** ok: inside the band. warn: outside. flag: a sign of danger. bad: cannot be true, will not be sent. */
export type VitalTone = "ok" | "warn" | "flag" | "bad";

export function VitalTile({
  label,
  unit,
  value,
  verdict,
  tone = "ok",
  small = false,
  input,
  inputId,
}: {
  label: string;
  unit?: string;
  /** As shown: `38,9`, `92/58`, or a dash when it was not taken. */
  value?: string;
  /** `Cao (20-40), 2 phút trước` */
  verdict?: ReactNode;
  tone?: VitalTone;
  small?: boolean;
  /** A field instead of a value; give `inputId` so that the label names it. */
  input?: ReactNode;
  inputId?: string;
}) {
  const name = (
    <>
      {label} {unit !== undefined && <small>{unit}</small>}
    </>
  );
  return (
    <div className={["vt", tone === "ok" ? "" : tone, small ? "sm" : ""].filter(Boolean).join(" ")}>
      {inputId === undefined ? <span className="l">{name}</span> : <label htmlFor={inputId}>{name}</label>}
      {input ?? (
        <span className="v">
          <b>{value ?? "–"}</b>
        </span>
      )}
      {verdict !== undefined && (
        <span className="st" id={inputId === undefined ? undefined : `${inputId}-st`}>
          {tone !== "ok" && <Icon name={tone === "warn" ? "info" : "alert"} />}
          <span>{verdict}</span>
        </span>
      )}
    </div>
  );
}

export function VitalTiles({ children }: { children: ReactNode }) {
  return <div className="vts">{children}</div>;
}
