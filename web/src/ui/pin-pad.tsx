/** Six digits, by pad or keyboard: sent by themselves with the sixth. */
import { useEffect, useRef, useState } from "react";

import { t } from "@/lib/i18n";

import { FieldError } from "./choices";

import "./pin-pad.css";

const LENGTH = 6;
const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const TYPING = "input, textarea, select";

export function PinPad({
  onPin,
  busy,
  error,
  onForgot,
}: {
  /** Called once, with six digits; the dots are empty again after it. */
  onPin: (pin: string) => void;
  busy: boolean;
  /** What was wrong with the last one. */
  error: string | null;
  onForgot?: () => void;
}) {
  const [typed, setTyped] = useState("");
  const press = (key: string) => {
    if (busy) return;
    const next = key === "" ? typed.slice(0, -1) : typed + key;
    setTyped(next.length < LENGTH ? next : "");
    if (next.length === LENGTH) onPin(next);
  };
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      if (!/^\d$/.test(event.key) && event.key !== "Backspace") return;
      event.preventDefault();
      latest.current(event.key === "Backspace" ? "" : event.key);
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, []);
  const on = busy ? LENGTH : typed.length;
  const bad = error !== null && on === 0;
  return (
    <div className="stack m">
      <div
        className={bad ? "pin bad" : "pin"}
        role="img"
        aria-label={bad ? t("pin.wrong") : t("pin.typed", { n: on, of: LENGTH })}
      >
        {Array.from({ length: LENGTH }, (_, at) => (
          <i key={at} className={at < on ? "on" : at === on ? "cur" : undefined} />
        ))}
      </div>
      <div className="pin-said" role="alert">
        {bad && <FieldError>{error}</FieldError>}
      </div>
      <div className="keypad" role="group" aria-label={t("pin.pad")}>
        {DIGITS.map((digit) => (
          <button key={digit} type="button" onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        {onForgot ? (
          <button type="button" className="txt" onClick={onForgot}>
            {t("pin.forgot")}
          </button>
        ) : (
          <span />
        )}
        <button type="button" onClick={() => press("0")}>
          0
        </button>
        <button type="button" className="txt" aria-label={t("pin.deleteOne")} onClick={() => press("")}>
          {t("pin.delete")}
        </button>
      </div>
    </div>
  );
}
