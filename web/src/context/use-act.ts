/** One act at a time, with its problem kept for the screen. */
import { useCallback, useState } from "react";

export interface Act {
  /** Name of the act under way. */
  readonly busy: string | null;
  readonly problem: unknown;
  /** True when it was done. */
  readonly run: (name: string, work: () => Promise<unknown>) => Promise<boolean>;
  readonly forget: () => void;
}

export function useAct(): Act {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const run = useCallback(async (name: string, work: () => Promise<unknown>) => {
    setBusy(name);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setProblem(thrown);
      return false;
    } finally {
      setBusy(null);
    }
  }, []);
  const forget = useCallback(() => setProblem(null), []);
  return { busy, problem, run, forget };
}
