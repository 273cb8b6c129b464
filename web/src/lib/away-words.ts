/** Names the words that are said without a link; whoever fetches them imports this first. */
import { nameWords } from "./i18n";

nameWords({ away: () => import("@/locales/vi/for-away") }, { away: () => import("@/locales/en/for-away") });
