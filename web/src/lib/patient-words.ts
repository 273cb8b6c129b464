/** Names the words of patients' pages; whoever fetches them imports this first. */
import { nameWords } from "./i18n";

nameWords(
  { patients: () => import("@/locales/vi/for-patients") },
  { patients: () => import("@/locales/en/for-patients") },
);
