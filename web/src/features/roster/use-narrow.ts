/** Whether the matrix has no room: then the roster is a list by day. */
import { useSyncExternalStore } from "react";

const QUERY = "(max-width: 719px)";

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(QUERY);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(QUERY).matches,
  );
}
