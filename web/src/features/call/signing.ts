/** Reading back and signing come late in a call: their part is fetched while the two already talk. */
import { lazy } from "react";

const load = async () => (await import("@/ui/minutes-signing-late")).fetchSigning();

export const LockedBanner = lazy(() => load().then((part) => ({ default: part.LockedBanner })));
export const ReadBack = lazy(() => load().then((part) => ({ default: part.ReadBack })));
export const Signatures = lazy(() => load().then((part) => ({ default: part.Signatures })));

/** Once voice and picture flow, so that it is there when the line is not. */
export function fetchSigning(): void {
  load().catch(() => undefined);
}
