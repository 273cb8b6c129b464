/** A sharp picture from a camera that is in a call already: as large as it can, then drawn anew so that no place is in it. */
import { jpegOf, type Jpeg } from "./jpeg";
import { pictureKbps } from "./link-share";
import { enlargeCamera } from "./local-media";

/** A longer edge is seldom of use, and never on a weak line. */
const EDGE = { weak: 1_600, good: 2_560 };
const GOOD_KBPS = 200;
const GOOD_FRAMES = 4;
const FRAMES_MS = 8_000;

/** `track`: the camera as it is sent, small: its own photograph if that is larger, otherwise it is made large for a moment. */
export async function takeStill(track: MediaStreamTrack): Promise<Jpeg> {
  const wasOn = track.enabled;
  track.enabled = true; // what is turned off is not sent either
  try {
    const photo = await photoOf(track);
    if (photo !== null) return await stillOf(photo);
    const back = await enlargeCamera(track);
    try {
      return await stillOf(await frameOf(track));
    } finally {
      await back?.();
    }
  } finally {
    track.enabled = wasOn;
  }
}

/** Of a camera that is open large already. */
export const frameStill = async (track: MediaStreamTrack): Promise<Jpeg> =>
  stillOf((await photoOf(track)) ?? (await frameOf(track)));

/** Any picture, made so small as the line bears. Throws when it is none. */
export function stillOf(source: Blob | ImageBitmap): Promise<Jpeg> {
  const kbps = pictureKbps();
  return jpegOf(source, kbps === null || kbps >= GOOD_KBPS ? EDGE.good : EDGE.weak);
}

interface Capture {
  readonly takePhoto: () => Promise<Blob>;
}

/** The camera's own photograph, where it has one that is larger than the stream. */
async function photoOf(track: MediaStreamTrack): Promise<ImageBitmap | null> {
  const Camera = (globalThis as { ImageCapture?: new (track: MediaStreamTrack) => Capture }).ImageCapture;
  if (!Camera) return null;
  const taken = await within(2_500, new Camera(track).takePhoto()).catch(() => null);
  const picture = taken && (await createImageBitmap(taken, { imageOrientation: "from-image" }).catch(() => null));
  if (picture && picture.width > (track.getSettings().width ?? 0)) return picture;
  picture?.close();
  return null;
}

async function frameOf(track: MediaStreamTrack): Promise<ImageBitmap> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    // A camera that was just made larger still hands out frames of before, and its first ones are dark.
    const wanted = track.getSettings().width ?? 0;
    const until = performance.now() + FRAMES_MS;
    for (let good = 0; good < GOOD_FRAMES && performance.now() < until;) {
      await within(1_000, new Promise((resolve) => video.requestVideoFrameCallback(resolve))).catch(() => null);
      good = video.videoWidth >= wanted ? good + 1 : 0;
    }
    return await createImageBitmap(video);
  } finally {
    video.srcObject = null;
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new DOMException("too slow", "TimeoutError")), ms)),
  ]);
}
