/** Keys: shown beside what they do, and heard everywhere but where one types. */
import { useEffect, useRef } from "react";

export function KeyHint({ keys, children }: { keys: readonly string[]; children?: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
      {children}
    </span>
  );
}

const TYPING = "input:not([type=radio],[type=checkbox],[type=button]), textarea, select, [contenteditable=true]";

/**
 * `useKeys({ "1": accept, m: mute, Escape: back })`. Letters are compared without case; off inside text fields and
 * with Ctrl, Alt or Meta held; a held key counts once. Digits are best: Vietnamese typing changes letters.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>, active = true): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!active) return;
    const heard = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented)
        return;
      if (event.target instanceof Element && event.target.closest(TYPING) && event.key !== "Escape") return;
      const act = latest.current[event.key] ?? latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, [active]);
}
