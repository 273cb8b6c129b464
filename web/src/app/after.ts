/** Fetches a referral's page and those of what comes after a consult, with their words. */
import "@/lib/after-words";

import { withWords } from "@/lib/i18n";

export const fetchReferral = () => withWords(["consult", "papers", "after"], import("@/features/referral/screen"));
export const fetchArrivals = () => withWords(["consult", "papers", "after"], import("@/features/arrivals/screen"));
export const fetchFollowUps = () => withWords(["consult", "papers", "after"], import("@/features/follow-ups/screen"));
export const fetchOwing = () => withWords(["consult", "papers", "after"], import("@/features/owing/screen"));
