/** A picture that stands in for the own camera: that of a phone which the station let in. */
import type { LocalMedia } from "./local-media";

const listeners = new Set<() => void>();
let lent: MediaStreamTrack | null = null;

export const lentPicture = (): MediaStreamTrack | null => lent;

export function lendPicture(track: MediaStreamTrack | null): void {
  lent = track;
  for (const listener of listeners) listener();
}

export function onLentPicture(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let made: { readonly of: LocalMedia; readonly track: MediaStreamTrack; readonly media: LocalMedia } | null = null;

/** What the room sends: the own voice with that picture. The same answer for the same two. */
export function withLent(local: LocalMedia, track: MediaStreamTrack | null): LocalMedia {
  if (track === null) return local;
  if (made?.of === local && made.track === track) return made.media;
  const stream = new MediaStream([...(local.stream?.getAudioTracks() ?? []), track]);
  made = { of: local, track, media: { ...local, stream, cameraFault: null } };
  return made.media;
}
