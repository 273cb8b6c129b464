/** What the form needs when the line fails, and what it needs for photographs; fetched when it is needed. */
import "@/lib/away-words";

import { withWords } from "@/lib/i18n";

export const fetchHold = () => withWords(["consult", "station", "away"], import("./hold"));
export const fetchQueued = () => withWords(["consult", "station", "away"], import("./queued"));
export const fetchPhotos = () => withWords(["consult", "station", "away"], import("./photos"));
