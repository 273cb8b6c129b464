/** Names the words of signing and of editions; whoever fetches them imports this first. */
import { nameWords } from "./i18n";

nameWords(
  { editions: () => import("@/locales/vi/for-editions") },
  { editions: () => import("@/locales/en/for-editions") },
);
