/** What the form needs when the line fails. */
import "@/lib/away-words";

import { withWords } from "@/lib/i18n";

export const fetchQueued = () => withWords(["consult", "station", "away"], import("./queued"));
