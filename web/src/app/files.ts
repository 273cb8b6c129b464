/** The files of one case and their words, fetched when somebody opens them: no first screen pays for them. */
import { nameWords, withWords } from "@/lib/i18n";

nameWords({ files: () => import("@/locales/vi/for-files") }, { files: () => import("@/locales/en/for-files") });

export const fetchFiles = () => withWords(["consult", "files"], import("@/features/files/screen"));
