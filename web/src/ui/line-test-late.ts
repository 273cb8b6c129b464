/** Fetches the line's test with its words: without a line there is nothing to test, so no screen brings it along. */
import { nameWords, withWords } from "@/lib/i18n";

nameWords({ line: () => import("@/locales/vi/for-line") }, { line: () => import("@/locales/en/for-line") });

export const fetchLineTest = () => withWords(["consult", "line"], import("./line-test"));
