/** Words on a picture: each a short line at its place, written in a field that stands there. */
import { useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent } from "react";

import { t } from "@/lib/i18n";

import { WHOLE, type DrawingView, type Words } from "./desk";

export type Place = readonly [number, number];
export const MIDDLE: Place = [WHOLE / 2, WHOLE / 2];
const MOST = 80;
const STEP = 200;
const MOVES: Readonly<Record<string, Place>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Near the right edge they end at their place, so that they stay on the picture. */
function standing([x = 0, y = 0]: readonly number[]): CSSProperties {
  const top = `clamp(14px, ${y / 100}%, calc(100% - 14px))`;
  const [before, after] = [`${x / 100}%`, `${(WHOLE - x) / 100}%`];
  return x > WHOLE * 0.6 ? { top, right: after, maxWidth: before } : { top, left: before, maxWidth: after };
}

export function Written({ drawings, me }: { drawings: readonly DrawingView[]; me: string }) {
  const written = drawings.flatMap(({ id, shape, by }) => (shape?.kind === "text" ? [{ id, shape, by }] : []));
  if (written.length === 0) return null;
  return (
    <ul className="st-words" aria-label={t("stills.words")}>
      {written.map(({ id, shape, by }) => (
        <li key={id} className={by.id === me ? "st-word st-mine" : "st-word st-theirs"} style={standing(shape.xy)}>
          <span className="vh">{`${t("stills.wrote", { who: by.name })} `}</span>
          <span>{shape.text}</span>
        </li>
      ))}
    </ul>
  );
}

export function Writing({
  at,
  onMove,
  onSet,
  onClose,
}: {
  at: Place;
  onMove: (to: Place) => void;
  /** False: they could not be sent, and stay here. */
  onSet: (words: Words) => Promise<boolean>;
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const going = useRef(false);
  const hint = useId();
  // Also after the picture was pressed at another place.
  useEffect(() => field.current?.focus(), [at]);
  const set = async () => {
    const line = text.normalize("NFC").trim();
    if (going.current || line === "") return;
    going.current = true;
    const done = await onSet({ kind: "text", xy: [...at], text: line });
    going.current = false;
    if (done) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter may end a letter that is still being composed.
    if (event.nativeEvent.isComposing) return;
    const by = text === "" ? MOVES[event.key] : undefined;
    if (by) onMove([inside(at[0] + by[0]), inside(at[1] + by[1])]);
    else if (event.key === "Enter") void set();
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        ref={field}
        className="inp st-writing"
        style={standing(at)}
        aria-label={t("stills.wordsField")}
        aria-describedby={hint}
        placeholder={t("stills.wordsField")}
        autoComplete="off"
        maxLength={MOST}
        value={text}
        onChange={({ target }) => setText(target.value.normalize("NFC"))}
        onKeyDown={onKeyDown}
      />
      <span id={hint} className="vh">
        {t("stills.wordsHint")}
      </span>
    </>
  );
}

const inside = (value: number): number => Math.min(WHOLE, Math.max(0, value));
