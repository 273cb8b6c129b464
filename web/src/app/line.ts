/** Fetches the line's own page with its words. */
import { withWords } from "@/lib/i18n";
import "@/ui/line-test-late";

export const fetchLine = () => withWords(["consult", "station", "line"], import("@/features/line/screen"));
