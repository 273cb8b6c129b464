/** Fetches the page of a place's line, and the list of them, with their words. */
import "@/lib/link-words";

import { withWords } from "@/lib/i18n";

export const fetchLink = () => withWords(["link"], import("@/features/link/screen"));
export const fetchLinks = () => withWords(["link"], import("@/features/link/list"));
