/** The screens of one consult that station and hospital share: room, minutes, referral. */
import { lazy } from "react";

import { withWords } from "@/lib/i18n";

import { late } from "./late";

const call = late(() => withWords(["consult"], import("@/features/call/screen")));
export const CallScreen = call.Screen;
/** When a case rings or waits: the room shall open without asking the line for its program. */
export const fetchCall = call.fetch;

export const MinutesScreen = lazy(async () => (await import("./minutes")).fetchMinutes());
export const FilesScreen = lazy(async () => (await import("./files")).fetchFiles());
export const ReferralScreen = lazy(async () => (await import("./after")).fetchReferral());
export const FollowUpsScreen = lazy(async () => (await import("./after")).fetchFollowUps());
export const OwingScreen = lazy(async () => (await import("./after")).fetchOwing());
