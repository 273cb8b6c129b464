/** A part of the room that is fetched while the two already talk. Where the line fails it says so, and the call goes on beside it. */
import { useEffect, useState, type ComponentType, type ReactNode } from "react";

import { lineProblem, type Problem } from "@/lib/problem";
import { LoadingRows } from "./lists";
import { ProblemAlert } from "./problem-alert";

export interface Later<P> {
  readonly Part: (props: P) => ReactNode;
  /** Ahead of its use. A line that fails now is tried again then. */
  readonly fetch: () => void;
}

const ASK_AGAIN_MS = 3_000;

/** `quiet`: shows nothing until it is there, and asks for itself again and again; otherwise the person may. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, quiet?: "quiet"): Later<P> {
  let found: ComponentType<P> | null = null;
  const read = async () => (found ??= await load());

  function Awaited(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => found);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [tries, setTries] = useState(0);
    useEffect(() => {
      let gone = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const failed = () => {
        if (quiet) timer = setTimeout(() => setTries(tries + 1), ASK_AGAIN_MS);
        else setProblem(lineProblem("network"));
      };
      read().then(
        (part) => !gone && setPart(() => part),
        () => !gone && failed(),
      );
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }, [tries]);
    if (Part !== null) return <Part {...props} />;
    if (quiet) return null;
    if (problem === null) return <LoadingRows />;
    const again = () => {
      setProblem(null);
      setTries(tries + 1);
    };
    return <ProblemAlert problem={problem} onRetry={again} />;
  }
  return { Part: Awaited, fetch: () => void read().catch(() => undefined) };
}
