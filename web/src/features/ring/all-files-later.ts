/** What the station sent: fetched after the words of the case. */
import { nameWords, withWords } from "@/lib/i18n";
import { later } from "@/ui/later";

nameWords({ files: () => import("@/locales/vi/for-files") }, { files: () => import("@/locales/en/for-files") });

export const AllFiles = later(
  async () => (await withWords(["consult", "files"], import("./all-files"))).AllFiles,
  "quiet",
).Part;
