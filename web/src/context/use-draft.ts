/** A form's value that survives a reload, a power cut and a closed lid; never another person. */
import { useCallback, useEffect, useMemo, useState } from "react";

import { DraftKeeper, loadDraft } from "@/lib/drafts";
import { useMe } from "./session";

export interface Draft<T> {
  /** Null until the store has answered. */
  readonly value: T | null;
  readonly set: (next: T | ((now: T) => T)) => void;
  /** For `SavedMark`. */
  readonly savedAt: number | null;
  /** What was found from an earlier visit; offer it, do not hide it. */
  readonly restoredFrom: number | null;
  /** After the server has taken it. */
  readonly clear: () => Promise<void>;
}

/** `key` names the case (`request/<id>`); the person is added here. */
export function useDraft<T>(key: string, empty: T): Draft<T> {
  const me = useMe();
  const [value, setValue] = useState<T | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [restoredFrom, setRestoredFrom] = useState<number | null>(null);
  const [first] = useState(empty);
  const keeper = useMemo(() => new DraftKeeper<T>(me.id, key, setSavedAt), [me.id, key]);

  useEffect(() => {
    let stopped = false;
    loadDraft<T>(me.id, key)
      .catch(() => null)
      .then((found) => {
        if (stopped) return;
        setValue((now) => now ?? found?.value ?? first);
        setRestoredFrom(found?.at ?? null);
        setSavedAt(found?.at ?? null);
      })
      .catch(() => undefined);
    const flush = () => void keeper.flush();
    document.addEventListener("focusout", flush);
    document.addEventListener("visibilitychange", flush);
    globalThis.addEventListener("pagehide", flush);
    return () => {
      stopped = true;
      document.removeEventListener("focusout", flush);
      document.removeEventListener("visibilitychange", flush);
      globalThis.removeEventListener("pagehide", flush);
      flush();
    };
  }, [keeper, me.id, key, first]);

  const set = useCallback(
    (next: T | ((now: T) => T)) =>
      setValue((now) => {
        const value = typeof next === "function" ? (next as (now: T) => T)(now ?? first) : next;
        keeper.set(value);
        return value;
      }),
    [keeper, first],
  );
  const clear = useCallback(() => keeper.clear(), [keeper]);
  return { value, set, savedAt, restoredFrom, clear };
}
