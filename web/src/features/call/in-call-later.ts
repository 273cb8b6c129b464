/** Judging the link, banner, dialogs: fetched as soon as the room stands, while the two connect. */
import { nameWords, withWords } from "@/lib/i18n";

import { later } from "@/ui/later";

import type * as InCall from "./in-call";

nameWords({ inCall: () => import("@/locales/vi/for-in-call") }, { inCall: () => import("@/locales/en/for-in-call") });

let held: typeof InCall | null = null;

export async function fetchInCall(): Promise<typeof InCall> {
  return (held ??= await withWords(["consult", "inCall"], import("./in-call")));
}

/** Null in the first moment of a room. */
export const inCall = (): typeof InCall | null => held;

export const Cause = later(async () => (await fetchInCall()).Cause, "quiet").Part;
export const Detail = later(async () => (await fetchInCall()).Detail, "quiet").Part;
export const EndDialog = later(async () => (await fetchInCall()).EndDialog, "quiet").Part;
export const Dead = later(async () => (await fetchInCall()).Dead, "quiet").Part;
export const Mute = later(async () => (await fetchInCall()).Mute, "quiet").Part;
export const Figures = later(async () => (await fetchInCall()).Figures).Part;
export const BeforeTab = later(async () => (await fetchInCall()).BeforeTab).Part;
export const NoRoom = later(async () => (await fetchInCall()).NoRoom).Part;
export const Ended = later(async () => (await fetchInCall()).Ended).Part;
export const Elsewhere = later(async () => (await fetchInCall()).Elsewhere).Part;
export const Refused = later(async () => (await fetchInCall()).Refused).Part;
