/** Opens camera and microphone, and says in plain kinds why it could not. */

/** blocked: the person or a policy said no. missing: none is plugged in. busy: another program holds it. */
export type MediaFault = "blocked" | "missing" | "busy" | "insecure" | "failed";

export interface OpenMedia {
  readonly stream: MediaStream;
  /** Why there is no picture or no sound although it was asked for; null when all is well. */
  readonly camera: MediaFault | null;
  readonly microphone: MediaFault | null;
}

/** Small on purpose: the stations' uplink carries no more, and the cap must be ours (the browser's own fills the queue). */
const CAMERA: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 20, max: 25 },
};
const MICROPHONE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export function mediaFault(error: unknown): MediaFault {
  switch (error instanceof DOMException || error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "blocked";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "failed";
  }
}

/** Gives what can be had: voice without picture is a consult, so a dead camera never takes the microphone along. */
export async function openMedia(want: {
  camera: boolean;
  cameraId?: string;
  microphoneId?: string;
}): Promise<OpenMedia> {
  // Browsers give no devices on plain HTTP, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return { stream: new MediaStream(), camera: want.camera ? "insecure" : null, microphone: "insecure" };
  const audio = chosen(MICROPHONE, want.microphoneId);
  const video = chosen(CAMERA, want.cameraId);
  if (want.camera) {
    try {
      return { stream: await devices.getUserMedia({ audio, video }), camera: null, microphone: null };
    } catch {
      // Below it is found out which of the two is at fault.
    }
  }
  const [voice, picture] = [await alone({ audio }), want.camera ? await alone({ video }) : null];
  const tracks = [voice, picture].flatMap((found) => (found instanceof MediaStream ? found.getTracks() : []));
  return {
    stream: new MediaStream(tracks),
    camera: typeof picture === "string" ? picture : null,
    microphone: typeof voice === "string" ? voice : null,
  };
}

function chosen(base: MediaTrackConstraints, deviceId: string | undefined): MediaTrackConstraints {
  return deviceId === undefined ? base : { ...base, deviceId: { exact: deviceId } };
}

async function alone(constraints: MediaStreamConstraints): Promise<MediaStream | MediaFault> {
  try {
    return await navigator.mediaDevices.getUserMedia(constraints);
  } catch (error) {
    return mediaFault(error);
  }
}

export function closeMedia(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Calls with the microphone's level, 0 to 1, about ten times a second. Answers the way to stop. */
export function meterLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  if (stream.getAudioTracks().length === 0) return () => undefined;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  void context.resume().catch(() => undefined);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    // -60 dB is silence, -10 dB is speech close to the microphone.
    onLevel(power === 0 ? 0 : Math.min(1, Math.max(0, (10 * Math.log10(power) + 60) / 50)));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close().catch(() => undefined);
  };
}
