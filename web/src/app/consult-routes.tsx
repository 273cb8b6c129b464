/** The screens of one consult that station and hospital share: room, minutes, referral. */
import { lazy } from "react";

export const CallScreen = lazy(() => import("@/features/call/screen"));
export const MinutesScreen = lazy(() => import("@/features/minutes/screen"));
export const ReferralScreen = lazy(() => import("@/features/referral/screen"));
