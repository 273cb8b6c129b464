/** The call this page holds a seat in. A locked screen keeps its voice and offers its end. */
let now: string | null = null;
const listeners = new Set<() => void>();

function set(call: string | null): void {
  now = call;
  for (const listener of listeners) listener();
}

/** The room says that it stands; answers the way to say that it is gone. */
export function holdRunningCall(call: string): () => void {
  set(call);
  return () => {
    if (now === call) set(null);
  };
}

export const runningCall = (): string | null => now;

export function onRunningCall(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
