/** The note on the station's line and its words; fetched after the first screen. */
import "@/lib/link-words";

import { withWords } from "@/lib/i18n";

export const fetchLinkNote = () => withWords(["consult", "station", "link"], import("./link-note"));
