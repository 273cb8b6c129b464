/** What the page needs when something waits for the line; fetched after the first screen. */
import "@/lib/away-words";

import { withWords } from "@/lib/i18n";

export const fetchOutbox = () => withWords(["consult", "station", "away"], import("./outbox"));
