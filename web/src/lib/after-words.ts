/** Names the words of what comes after a consult; whoever fetches them imports this first. */
import { nameWords } from "./i18n";

nameWords({ after: () => import("@/locales/vi/for-after") }, { after: () => import("@/locales/en/for-after") });
