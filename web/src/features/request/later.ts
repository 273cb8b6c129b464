/** Parts of the form that the first step does not show, and what it needs when the line fails; fetched when needed. */
import "@/lib/away-words";
import "@/lib/guard-words";
import "@/lib/patient-words";

import { withWords } from "@/lib/i18n";

export const fetchHold = () => withWords(["consult", "station", "away"], import("./hold"));
export const fetchQueued = () => withWords(["consult", "station", "away"], import("./queued"));
export const fetchPhotos = () => withWords(["consult", "station", "away"], import("./photos"));
export const fetchQuestions = () => withWords(["consult", "station", "guard"], import("./questions"));
export const fetchWithout = () => withWords(["consult", "station", "guard"], import("./without"));
export const fetchEarlier = () => withWords(["consult", "station", "guard"], import("./earlier"));
export const fetchNewPatient = () => withWords(["consult", "station", "ask"], import("./new-patient"));
export const fetchFurther = () => withWords(["consult", "station", "patients"], import("./further"));
export const fetchScan = () => withWords(["consult", "station", "patients"], import("./scan"));
export const fetchLikely = () => withWords(["consult", "patients"], import("@/ui/likely-new"));
