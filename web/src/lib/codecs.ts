/** Asks once, while the two already talk, whether a chip of this machine makes H264; its next connection goes by it. */
import { presetOf } from "./rungs";
import { CHIP_KEY } from "./tuning";

import type { VideoPreset } from "./rungs";

const TYPE = "video/H264;level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f";

type Ask = (
  wanted: MediaEncodingConfiguration,
) => Promise<Pick<MediaCapabilitiesInfo, "supported" | "smooth" | "powerEfficient">>;

/** Only if it makes the small picture too: many chips leave that to the processor. */
export async function learnCodecs(ask: Ask | null = here()): Promise<void> {
  if (ask === null || localStorage.getItem(CHIP_KEY) !== null) return;
  const able = await Promise.all((["A", "D"] as const).map((level) => isMade(ask, presetOf(level, "station")?.video)));
  localStorage.setItem(CHIP_KEY, able.every(Boolean) ? "H264" : "none");
}

async function isMade(ask: Ask, picture: VideoPreset | null | undefined): Promise<boolean> {
  if (!picture) return false;
  const { width, height, kbps, fps } = picture;
  const video = { contentType: TYPE, width, height, bitrate: 1_000 * kbps, framerate: fps };
  try {
    const { supported, smooth, powerEfficient } = await ask({ type: "webrtc", video });
    return supported && smooth && powerEfficient;
  } catch {
    return false; // it does not know the question
  }
}

function here(): Ask | null {
  const { mediaCapabilities } = navigator as { readonly mediaCapabilities?: MediaCapabilities };
  return mediaCapabilities === undefined ? null : (wanted) => mediaCapabilities.encodingInfo(wanted);
}
