/** A window of grey of one's own: centre and width, typed or dragged; a frame is drawn anew when the hand lets go. */
import { useId, useState, type SyntheticEvent } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";

import { heldWindow, REACH, type GreyWindow } from "./view-state";

const SIDES = ["center", "width"] as const;

export function FreeWindow({ from, onSet }: { from: GreyWindow; onSet: (window: GreyWindow) => void }) {
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<(typeof SIDES)[number], string>>>({
    center: String(from[0]),
    width: String(from[1]),
  });
  const window = heldWindow(typed.center, typed.width);
  const set = () => window !== null && onSet(window);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    set();
  };
  return (
    <form className="cf-window" aria-label={t("files.windowFree")} onSubmit={submit}>
      {SIDES.map((side, n) => {
        const [least, most] = REACH[side];
        return (
          <div key={side}>
            <label htmlFor={`${id}-${side}`}>{t(`files.window_${side}`)}</label>
            <input
              id={`${id}-${side}`}
              className="inp"
              type="number"
              inputMode="numeric"
              step={1}
              value={typed[side]}
              aria-invalid={window === null}
              onChange={({ target }) => setTyped({ ...typed, [side]: target.value })}
            />
            <input
              type="range"
              min={least}
              max={most}
              step={10}
              aria-label={t("files.windowDrag", { side: t(`files.window_${side}`) })}
              value={window?.[n] ?? from[n]}
              onChange={({ target }) => setTyped({ ...typed, [side]: target.value })}
              onPointerUp={set}
              onKeyUp={set}
            />
          </div>
        );
      })}
      <Button size="compact" type="submit" disabled={window === null}>
        {t("files.windowSet")}
      </Button>
    </form>
  );
}
