/** The screens of one consult that station and hospital share: room, minutes, referral. */
import { lazy } from "react";

import { withWords } from "@/lib/i18n";

export const CallScreen = lazy(() => withWords(["consult"], import("@/features/call/screen")));
export const MinutesScreen = lazy(() => withWords(["consult"], import("@/features/minutes/screen")));
export const ReferralScreen = lazy(() => withWords(["consult", "papers"], import("@/features/referral/screen")));
