/** Fetches reading back and signing with their words. */
import "@/lib/edition-words";

import { withWords } from "@/lib/i18n";

export const fetchSigning = () => withWords(["consult", "editions"], import("./minutes-signing"));
