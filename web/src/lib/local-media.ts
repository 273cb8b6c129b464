/**
 * This tab's one camera and microphone: opened once, kept warm from the waiting room into the call.
 *
 * Whether they are on outlives a reload and a power cut; why one of them is missing is said in plain kinds.
 */
import { DraftKeeper, loadDraft } from "./drafts";
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
/** As long as a call waits for people whose machine went dark. A page closed in good order leaves no such note. */
const NOTE_HOLDS_MS = 15 * 60_000;
const NOTE_EVERY_MS = 60_000;
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
  return meant(globalThis.sessionStorage.getItem(KEY) ?? "");
}

function meant(off: string): { cameraOn: boolean; microphoneOn: boolean } {
  return { cameraOn: !off.includes("camera"), microphoneOn: !off.includes("microphone") };
}

/** What a machine that went dark in a call left behind; of this tab's own wish more is known. */
async function recall(): Promise<string | null> {
  if (globalThis.sessionStorage.getItem(KEY) !== null) return null;
  const note = await loadDraft<string>(NOBODY, KEY).catch(() => null);
  const fresh = note !== null && Date.now() - note.at < NOTE_HOLDS_MS;
  return fresh && globalThis.sessionStorage.getItem(KEY) === null ? note.value : null;
}

/** Of the machine, not of a person. Local storage would be written to disk minutes later only. */
const NOBODY = "";
let keeper: DraftKeeper<string> | null = null;
let noting: ReturnType<typeof setInterval> | undefined;

function note(): void {
  keeper?.set(offNow());
  void keeper?.flush();
}

function noteWhileOpen(): void {
  if (now.state === "open" && keeper === null) {
    keeper = new DraftKeeper(NOBODY, KEY);
    noting = setInterval(note, NOTE_EVERY_MS);
    note();
  } else if (now.state === "closed" && keeper !== null) {
    clearInterval(noting);
    void keeper.clear().catch(() => undefined);
    keeper = null;
  }
}

function set(change: Partial<LocalMedia>): void {
  now = { ...now, ...change };
  noteWhileOpen();
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
  const [{ stream, camera, microphone }, off] = await Promise.all([openMedia({ camera: true }), recall()]);
  // Closed meanwhile: the lamp beside the camera must not stay on.
  if (mine !== turn) {
    closeMedia(stream);
    return;
  }
  for (const track of stream.getTracks()) track.addEventListener("ended", () => unplugged(stream, track));
  set({ state: "open", stream, cameraFault: camera, microphoneFault: microphone, ...(off !== null && meant(off)) });
  if (off !== null) remember();
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

/** Cameras that are as large as they can for a moment, for a sharp picture. */
const largest = new WeakSet<MediaStreamTrack>();

/** Answers the way back to the size before; null when it cannot be made larger. */
export async function enlargeCamera(track: MediaStreamTrack): Promise<(() => Promise<void>) | null> {
  const before = track.getConstraints();
  largest.add(track);
  const back = async () => {
    largest.delete(track);
    await track.applyConstraints(before).catch(() => undefined);
  };
  try {
    await track.applyConstraints({ ...before, width: { ideal: 2_560 }, height: { ideal: 1_440 } });
    return back;
  } catch {
    largest.delete(track);
    return null; // it has one size only
  }
}

/**
 * The camera as large as it is sent: the hospital's large picture only where the link bears it.
 *
 * True when it changed.
 */
export async function sizeCamera(track: MediaStreamTrack, large: boolean): Promise<boolean> {
  if (largest.has(track)) return false;
  const [width, height] = large ? [1280, 720] : [640, 360];
  const now = track.getConstraints();
  if (JSON.stringify(now.width) === JSON.stringify({ ideal: width })) return false;
  try {
    await track.applyConstraints({ ...now, width: { ideal: width }, height: { ideal: height } });
    return true;
  } catch {
    return false; // it stays as large as it is
  }
}

export function closeLocalMedia(): void {
  turn++;
  closeMedia(now.stream);
  set({ state: "closed", stream: null, cameraFault: null, microphoneFault: null });
}

export function turnCamera(on: boolean): void {
  set({ cameraOn: on });
  remember();
}

export function turnMicrophone(on: boolean): void {
  set({ microphoneOn: on });
  remember();
}

const offNow = (): string =>
  [now.cameraOn ? "" : "camera", now.microphoneOn ? "" : "microphone"].filter(Boolean).join(" ");

function remember(): void {
  globalThis.sessionStorage.setItem(KEY, offNow());
  note();
}
