/** A part of the room that is fetched while the two already talk. Where the line fails it says so, and the call goes on beside it. */
import { useEffect, useState, type ComponentType, type ReactNode } from "react";

import { lineProblem, type Problem } from "@/lib/problem";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

export interface Later<P> {
  readonly Part: (props: P) => ReactNode;
  /** Ahead of its use. A line that fails now is tried again then. */
  readonly fetch: () => void;
}

export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let found: ComponentType<P> | null = null;
  const read = async () => (found ??= await load());

  function Awaited(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => found);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [tries, setTries] = useState(0);
    useEffect(() => {
      let gone = false;
      read().then(
        (part) => !gone && setPart(() => part),
        () => !gone && setProblem(lineProblem("network")),
      );
      return () => {
        gone = true;
      };
    }, [tries]);
    if (Part !== null) return <Part {...props} />;
    if (problem === null) return <LoadingRows />;
    const again = () => {
      setProblem(null);
      setTries(tries + 1);
    };
    return <ProblemAlert problem={problem} onRetry={again} />;
  }
  return { Part: Awaited, fetch: () => void read().catch(() => undefined) };
}
