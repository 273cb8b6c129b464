/** Minutes that were typed without a line, on pages that are closed since: what they left behind goes when the line is back. */
import { listDrafts } from "./drafts";
import { isDeskShown, MinutesDesk } from "./minutes-desk";
import { minutesWire, type MinutesWire } from "./minutes-api";

import type { Person } from "./minutes-state";

/** Where both ends wrote one field, it stays here until its page is opened and somebody chooses. */
export async function sendMinutesLeft(me: Person, wire: MinutesWire = minutesWire): Promise<void> {
  for (const { key } of await listDrafts(me.id)) {
    const [kind, consult = ""] = key.split("/");
    if (kind !== "minutes" || isDeskShown(consult)) continue;
    await new MinutesDesk(consult, me, wire).catchUp().catch(() => undefined);
  }
}
