/** The page of the minutes with its words, fetched when somebody opens it: no first screen pays for them. */
import "@/lib/edition-words";

import { withWords } from "@/lib/i18n";

export const fetchMinutes = () => withWords(["consult", "editions"], import("@/features/minutes/screen"));
