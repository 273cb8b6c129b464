/** One try to come in, or back in: busy meanwhile, and what it was refused for. */
import { useCallback, useState } from "react";

import { wasDismissed } from "@/lib/passkeys";
import { refusalOf, type Refusal } from "@/lib/refusal";
import { useSession, type ByPin } from "./session";

import type { SessionAnswer } from "@/lib/http-client";

export interface Entry {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly forget: () => void;
  /** Answers why it was refused; null when it was not. */
  readonly attempt: (opening: () => Promise<SessionAnswer>, by?: ByPin) => Promise<Refusal | null>;
}

export function useEntry(): Entry {
  const { enter } = useSession();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const attempt = useCallback(
    async (opening: () => Promise<SessionAnswer>, by?: ByPin) => {
      setBusy(true);
      setRefusal(null);
      try {
        await enter(opening, by);
        return null;
      } catch (thrown) {
        if (wasDismissed(thrown)) return null;
        const found = refusalOf(thrown);
        setRefusal(found);
        return found;
      } finally {
        setBusy(false);
      }
    },
    [enter],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { busy, refusal, forget, attempt };
}
