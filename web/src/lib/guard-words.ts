/** Names the words of what guards a patient; whoever fetches them imports this first. */
import { nameWords } from "./i18n";

nameWords({ guard: () => import("@/locales/vi/for-guard") }, { guard: () => import("@/locales/en/for-guard") });
