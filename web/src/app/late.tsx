/** A screen in a chunk of its own that, once fetched, is shown without waiting: a suspended screen costs a third of a second. */
import { lazy, useState, type ComponentType } from "react";

export interface Late<P> {
  readonly Screen: (props: P) => React.ReactNode;
  /** Fetches it ahead of its use. A line that fails now is tried again then. */
  readonly fetch: () => void;
}

export function late<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Late<P> {
  let found: ComponentType<P> | null = null;
  const read = async () => {
    const part = await load();
    found = part.default;
    return part;
  };
  const Awaited = lazy(read);
  function Screen(props: P) {
    // Chosen once: another kind of component would begin the screen anew.
    const [Part] = useState<ComponentType<P>>(() => found ?? Awaited);
    return <Part {...props} />;
  }
  return { Screen, fetch: () => void read().catch(() => undefined) };
}
