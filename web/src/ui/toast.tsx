/** Short news of something that worked: `toast("Đã gửi")`. What went wrong stays where it is, in a ProblemAlert. */
import { useSyncExternalStore } from "react";

import { t } from "@/lib/i18n";

import { Icon } from "./icon";

interface Toast {
  readonly id: number;
  readonly text: string;
}

/** Long enough to read a line slowly; errors never come here, so nothing is lost by going. */
const SHOWN_MS = 6_000;
const MOST = 3;

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(now: readonly Toast[]): void {
  toasts = now;
  for (const listener of listeners) listener();
}

function drop(id: number): void {
  set(toasts.filter((shown) => shown.id !== id));
}

export function toast(text: string): void {
  const id = next++;
  set([...toasts, { id, text }].slice(-MOST));
  setTimeout(() => drop(id), SHOWN_MS);
}

/** Stands once in each frame: readers speak what enters a region that was there before. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => toasts,
  );
  return (
    <div className="toasts noprint" role="status">
      {shown.map(({ id, text }) => (
        <p key={id} className="toast">
          <Icon name="check" />
          <span className="sp">{text}</span>
          <button type="button" aria-label={t("common.close")} onClick={() => drop(id)}>
            <Icon name="x" size="sm" />
          </button>
        </p>
      ))}
    </div>
  );
}
