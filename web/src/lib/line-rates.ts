/** How much the line carries: channels of a line test, each named for what is measured on it. */
import { Fullest } from "./line-figures";

/** More than the best picture with its voice: what is above it changes nothing and costs a station's megabytes. */
const CEILING_KBPS = 2_000;
const FILL_MS = 3_000;
/** The server sends as long; what is still on its way may come. */
const DOWN_MS = FILL_MS + 1_500;
const PULSES_MS = 3_200 + 1_500;
const OPEN_MS = 3_000;
const PACKET = new Uint8Array(1_100);
/** Bytes that may wait: on a weak line the last of them must not outlast the test. */
const LITTLE = 8 * 1024;
const TURN_MS = 20;
/** Whatever is lost is lost, as with voice. */
const LOOSE: RTCDataChannelInit = { ordered: false, maxRetransmits: 0 };

export type RateChannel = "up" | "down" | "pulse";

export function openChannel(peer: RTCPeerConnection, name: RateChannel): RTCDataChannel {
  const channel = peer.createDataChannel(name, LOOSE);
  channel.binaryType = "arraybuffer";
  return channel;
}

const opened = (channel: RTCDataChannel): Promise<boolean> =>
  new Promise((resolve) => {
    if (channel.readyState === "open") {
      resolve(true);
      return;
    }
    const timer = setTimeout(() => resolve(false), OPEN_MS);
    channel.onopen = () => {
      clearTimeout(timer);
      resolve(true);
    };
  });

/** Fills the line; how much of it came is the server's to say. */
export async function fillUp(channel: RTCDataChannel): Promise<void> {
  if (!(await opened(channel))) return;
  const began = performance.now();
  let sent = 0;
  await new Promise<void>((resolve) => {
    const more = () => {
      const ran = performance.now() - began;
      if (ran >= FILL_MS || channel.readyState !== "open") {
        clearInterval(timer);
        resolve();
        return;
      }
      while (channel.bufferedAmount < LITTLE && sent * 8 < CEILING_KBPS * (ran + TURN_MS)) {
        channel.send(PACKET);
        sent += PACKET.byteLength;
      }
    };
    const timer = setInterval(more, TURN_MS);
    // A page nobody looks at has a slow clock: there this keeps the line full.
    channel.bufferedAmountLowThreshold = LITTLE / 2;
    channel.onbufferedamountlow = more;
    more();
  });
  channel.close();
}

/** What comes down while the server fills the line; null if nothing did. */
export async function countDown(peer: RTCPeerConnection): Promise<number | null> {
  const channel = openChannel(peer, "down");
  const fullest = new Fullest();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, DOWN_MS);
    channel.onclose = () => {
      clearTimeout(timer);
      resolve();
    };
    channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => fullest.count(performance.now(), data.byteLength);
  });
  channel.close();
  return fullest.kbps;
}

/** Gives back each small word the server sends; what that says of the line, the server knows. */
export async function answerPulses(channel: RTCDataChannel): Promise<void> {
  channel.onmessage = ({ data }: MessageEvent<string>) => {
    if (channel.readyState === "open") channel.send(data);
  };
  if (await opened(channel)) await new Promise((resolve) => setTimeout(resolve, PULSES_MS));
}
