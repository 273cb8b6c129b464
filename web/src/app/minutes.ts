/** The page of the minutes with its words, fetched when somebody opens it: no first screen pays for them. */
import "@/lib/edition-words";
import "@/lib/guard-words";

import { withWords } from "@/lib/i18n";

export const fetchMinutes = () => withWords(["consult", "editions", "guard"], import("@/features/minutes/screen"));
