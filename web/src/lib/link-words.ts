/** Names the words of places' lines; whoever fetches them imports this first. */
import { nameWords } from "./i18n";

nameWords({ link: () => import("@/locales/vi/for-link") }, { link: () => import("@/locales/en/for-link") });
