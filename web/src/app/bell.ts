/** Fetches the bell with its words; stands alone, so that no frame's first screen pays for it. */
import "@/lib/away-words";

import { nameWords, withWords } from "@/lib/i18n";

nameWords({ notices: () => import("@/locales/vi/for-notices") }, { notices: () => import("@/locales/en/for-notices") });

export const fetchBell = () => withWords(["consult", "notices", "away"], import("./late-head"));
