/**
 * This tab's one camera and microphone: opened once, kept warm from the waiting room into the call.
 *
 * Whether they are on outlives a reload; why one of them is missing is said in plain kinds.
 */
import { closeMedia, openMedia, type MediaFault } from "./media-devices";

export interface LocalMedia {
  readonly state: "closed" | "opening" | "open";
  readonly stream: MediaStream | null;
  /** What the person wants, not what the devices can. */
  readonly cameraOn: boolean;
  readonly microphoneOn: boolean;
  /** Why there is no picture, no sound; null when all is well. */
  readonly cameraFault: MediaFault | null;
  readonly microphoneFault: MediaFault | null;
}

const KEY = "telemed.media";
const listeners = new Set<() => void>();
let turn = 0;
let now: LocalMedia = {
  state: "closed",
  stream: null,
  cameraFault: null,
  microphoneFault: null,
  ...wanted(),
};

function wanted(): { cameraOn: boolean; microphoneOn: boolean } {
  const off = globalThis.sessionStorage.getItem(KEY) ?? "";
  return { cameraOn: !off.includes("camera"), microphoneOn: !off.includes("microphone") };
}

function set(change: Partial<LocalMedia>): void {
  now = { ...now, ...change };
  for (const track of now.stream?.getVideoTracks() ?? []) track.enabled = now.cameraOn;
  for (const track of now.stream?.getAudioTracks() ?? []) track.enabled = now.microphoneOn;
  for (const listener of listeners) listener();
}

export function localMedia(): LocalMedia {
  return now;
}

export function onLocalMedia(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens what can be had. What is open already stays as it is; `again` tries anew for what was missing. */
export async function openLocalMedia(again = false): Promise<void> {
  const faulty = now.cameraFault !== null || now.microphoneFault !== null;
  if (now.state === "opening" || (now.state === "open" && !(again && faulty))) return;
  const mine = ++turn;
  const before = now.stream;
  set({ state: "opening" });
  const { stream, camera, microphone } = await openMedia({ camera: true });
  // Closed meanwhile: the lamp beside the camera must not stay on.
  if (mine !== turn) {
    closeMedia(stream);
    return;
  }
  for (const track of stream.getTracks()) track.addEventListener("ended", () => unplugged(stream, track));
  set({ state: "open", stream, cameraFault: camera, microphoneFault: microphone });
  if (before !== stream) closeMedia(before);
}

function unplugged(stream: MediaStream, track: MediaStreamTrack): void {
  if (now.stream !== stream) return;
  stream.removeTrack(track);
  set(track.kind === "video" ? { cameraFault: "missing" } : { microphoneFault: "missing" });
}

/** Kept between one screen and the next, and no longer: a lamp that stays on without a reason frightens people. */
const WARM_MS = 3_000;
let holders = 0;
let cooling: ReturnType<typeof setTimeout> | undefined;

/** A screen says that it needs the devices; answers the way to say that it is done. */
export function holdLocalMedia(): () => void {
  holders++;
  clearTimeout(cooling);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    holders--;
    if (holders === 0) cooling = setTimeout(closeLocalMedia, WARM_MS);
  };
}

export function closeLocalMedia(): void {
  turn++;
  closeMedia(now.stream);
  set({ state: "closed", stream: null, cameraFault: null, microphoneFault: null });
}

export function turnCamera(on: boolean): void {
  remember(on, now.microphoneOn);
  set({ cameraOn: on });
}

export function turnMicrophone(on: boolean): void {
  remember(now.cameraOn, on);
  set({ microphoneOn: on });
}

function remember(camera: boolean, microphone: boolean): void {
  const off = [camera ? "" : "camera", microphone ? "" : "microphone"].filter(Boolean).join(" ");
  globalThis.sessionStorage.setItem(KEY, off);
}
