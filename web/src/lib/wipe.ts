/** Leaves nothing of anybody in this browser: what was typed, what was opened, what was remembered. */
import { dropDatabase, wipeDrafts } from "./drafts";
import { forgetFiles } from "./http-client";
import { pushMark } from "./push-mark";

/** Of the machine, not of a person: the language, that it is shared, the hospital's numbers for the day without network. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set(["telemed.language", "telemed.shared", "telemed.phones"]);
/** Tells the server which tab comes back; says nothing of who. */
const OF_THE_TAB: ReadonlySet<string> = new Set(["telemed.tab"]);

/** The caches of programs stay: nothing of /api ever enters them. */
export async function wipeBrowser(): Promise<void> {
  forgetFiles();
  const woken = pushMark() !== null;
  clear(localStorage, OF_THE_MACHINE);
  clear(sessionStorage, OF_THE_TAB);
  // The name stands in lib/away-db, which few pages have fetched.
  await Promise.all([
    wipeDrafts(),
    dropDatabase("telemed-away"),
    woken && import("./push").then(({ closePush }) => closePush()),
  ]);
}

function clear(storage: Storage, kept: ReadonlySet<string>): void {
  for (const key of Object.keys(storage)) if (!kept.has(key)) storage.removeItem(key);
}
