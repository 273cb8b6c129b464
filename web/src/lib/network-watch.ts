/** Tells when this machine is on another network: the addresses a call was made with may be gone. */

/** Phones and Chromebooks say by what they are connected; most computers do not. */
interface Connection extends EventTarget {
  readonly type?: string;
}

/** Several events tell of one change. */
const SETTLED_MS = 500;

export function watchNetwork(onMoved: () => void): () => void {
  const { connection } = navigator as { readonly connection?: Connection };
  let type = connection?.type;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(onMoved, SETTLED_MS);
  };
  const changed = () => {
    // It also tells of every new guess at speed; and "none" is the way out, not the arrival.
    if (connection?.type === type) return;
    type = connection?.type;
    if (type !== "none") soon();
  };
  globalThis.addEventListener("online", soon);
  connection?.addEventListener("change", changed);
  return () => {
    clearTimeout(timer);
    globalThis.removeEventListener("online", soon);
    connection?.removeEventListener("change", changed);
  };
}
