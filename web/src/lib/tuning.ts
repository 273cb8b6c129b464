/**
 * Puts a preset on a connection. Rates and the picture take effect at once; how voice is packed, at the next description.
 *
 * What a browser sends is decided by the description it has of the other side, so only that one is rewritten, here alone:
 * the other side need not know, and nothing is munged that goes out.
 */
import type { AudioPreset, Preset, VideoPreset } from "./rungs";

/** The other side's description, made to ask for voice as the preset has it. */
export function hearAs(sdp: string, voice: AudioPreset | null): string {
  if (voice === null) return sdp;
  return sdp
    .split(/(?=^m=)/m)
    .map((part) => (part.startsWith("m=audio ") ? voiceAs(part, voice) : part))
    .join("");
}

function voiceAs(part: string, { kbps, red, fec, dtx, ptimeMs }: AudioPreset): string {
  const opus = /^a=rtpmap:(\d+) opus\/48000/im.exec(part)?.[1];
  if (opus === undefined) return part;
  const twice = /^a=rtpmap:(\d+) red\/48000/im.exec(part)?.[1];
  const asked = {
    minptime: "10",
    useinbandfec: fec ? "1" : "0",
    usedtx: dtx ? "1" : "0",
    maxaveragebitrate: String(kbps * 1000),
  };
  const kept = parameters(new RegExp(`^a=fmtp:${opus} (.*)$`, "m").exec(part)?.[1] ?? "");
  const fmtp = Object.entries({ ...kept, ...asked }).map(([key, value]) => (value === "" ? key : `${key}=${value}`));
  const lines = part
    .split("\r\n")
    .filter((line) => !line.startsWith(`a=fmtp:${opus} `) && !/^a=(max)?ptime:/.test(line))
    .flatMap((line) =>
      line.startsWith(`a=rtpmap:${opus} `)
        ? [line, `a=fmtp:${opus} ${fmtp.join(";")}`, `a=ptime:${ptimeMs}`, `a=maxptime:${ptimeMs}`]
        : [line],
    );
  lines[0] = inOrder(lines[0] ?? "", red ? [twice, opus] : [opus, twice]);
  return lines.join("\r\n");
}

function parameters(fmtp: string): Record<string, string> {
  const pairs = fmtp
    .split(";")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => pair.trim().split("=", 2) as [string, string?]);
  return Object.fromEntries(pairs.map(([key, value]) => [key, value ?? ""]));
}

/** The first payload type of a media line is the one that is sent. */
function inOrder(line: string, first: readonly (string | undefined)[]): string {
  const [media, port, protocol, ...types] = line.split(" ");
  const known = first.filter((type) => type !== undefined && types.includes(type));
  return [media, port, protocol, ...known, ...types.filter((type) => !known.includes(type))].join(" ");
}

/** Their description as the answer to an offer of ours that changes nothing. */
export function asAnswer(theirs: RTCSessionDescription, mine: RTCSessionDescription): string {
  if (theirs.type === "answer") return theirs.sdp;
  const role = /^a=setup:active/m.test(mine.sdp) ? "passive" : "active";
  return theirs.sdp.replace(/^a=setup:actpass/gm, `a=setup:${role}`);
}

/** Needs no description: takes effect with the next packet. */
export async function tuneVoice(sender: RTCRtpSender, preset: Preset | null): Promise<void> {
  await change(sender, (encoding) => {
    encoding.active = preset !== null;
    encoding.priority = encoding.networkPriority = "high";
    if (preset !== null) encoding.maxBitrate = preset.audio.kbps * 1000;
  });
}

export async function tunePicture(sender: RTCRtpSender, preset: Preset | null): Promise<void> {
  const video = preset?.video ?? null;
  await change(sender, (encoding, parameters) => {
    encoding.active = video !== null;
    encoding.priority = encoding.networkPriority = "low";
    if (video === null) return;
    parameters.degradationPreference = video.prefer;
    encoding.maxBitrate = video.kbps * 1000;
    encoding.maxFramerate = video.fps;
    encoding.scaleResolutionDownBy = shrink(sender.track, video);
  });
}

/** By how much the camera's picture must shrink to fit; 1 when it is small enough. */
function shrink(track: MediaStreamTrack | null, { width, height }: VideoPreset): number {
  const camera = track?.getSettings();
  return Math.max(1, (camera?.width ?? width) / width, (camera?.height ?? height) / height);
}

async function change(
  sender: RTCRtpSender,
  edit: (encoding: RTCRtpEncodingParameters, parameters: RTCRtpSendParameters) => void,
): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding) return;
  edit(encoding, parameters);
  // A sender whose connection was closed meanwhile refuses; there is nothing left to tune.
  await sender.setParameters(parameters).catch(() => undefined);
}

/** The codecs a consult uses, and no others: half the description is theirs, and on a thin line it is waited for. */
const USED = /^(audio\/(opus|red)|video\/(VP8|rtx))$/i;
/** H264 as every chip makes it: constrained baseline, several packets a picture. */
const PLAIN_H264 = /(?=.*profile-level-id=42e0)(?=.*packetization-mode=1)/i;

/**
 * In the order they are wished for. VP8 is the cheapest to make on old computers. Where a chip makes H264 (`byChip`)
 * that comes first; where none does it is not named, so that the two ends use it only when both have such a chip.
 */
export function wished<T extends { readonly mimeType: string; readonly sdpFmtpLine?: string }>(
  codecs: readonly T[],
  byChip: boolean,
): T[] {
  const plain = codecs.filter(
    ({ mimeType, sdpFmtpLine }) => byChip && /^video\/H264$/i.test(mimeType) && PLAIN_H264.test(sdpFmtpLine ?? ""),
  );
  return [...plain, ...codecs.filter(({ mimeType }) => USED.test(mimeType))];
}

/** What `learnCodecs` found on this machine. */
export const CHIP_KEY = "telemed.chip";

export function slim(line: RTCRtpTransceiver, kind: "audio" | "video"): void {
  const byChip = localStorage.getItem(CHIP_KEY) === "H264";
  const used = wished(RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [], byChip);
  if (used.length > 0) line.setCodecPreferences(used);
}
