/** What the form needs when the line fails, and what it needs for photographs; fetched when it is needed. */
import "@/lib/away-words";
import "@/lib/guard-words";

import { withWords } from "@/lib/i18n";

export const fetchHold = () => withWords(["consult", "station", "away"], import("./hold"));
export const fetchQueued = () => withWords(["consult", "station", "away"], import("./queued"));
export const fetchPhotos = () => withWords(["consult", "station", "away"], import("./photos"));
export const fetchQuestions = () => withWords(["consult", "station", "guard"], import("./questions"));
export const fetchWithout = () => withWords(["consult", "station", "guard"], import("./without"));
export const fetchEarlier = () => withWords(["consult", "station", "guard"], import("./earlier"));
