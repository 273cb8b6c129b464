import { expect, test } from "vitest";

import { asAnswer, hearAs, tunePicture } from "./tuning";

import type { AudioPreset } from "./rungs";

const VOICE: AudioPreset = { kbps: 16, red: false, fec: true, dtx: true, ptimeMs: 60 };
const sdp = (...audio: string[]) =>
  [
    "v=0",
    "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 0",
    "a=setup:actpass",
    "a=rtpmap:111 opus/48000/2",
    ...audio,
    "a=rtpmap:63 red/48000/2",
    "a=fmtp:63 111/111",
    "m=video 9 UDP/TLS/RTP/SAVPF 96",
    "a=rtpmap:96 VP8/90000",
    "",
  ].join("\r\n");

const linesOf = (text: string, mark: RegExp) => text.split("\r\n").filter((line) => mark.test(line));

test("voice is asked for as the preset has it: rate, silence, repair, length of a packet", () => {
  const heard = hearAs(sdp("a=fmtp:111 minptime=10;useinbandfec=1;stereo=0", "a=ptime:20"), VOICE);

  expect(linesOf(heard, /^a=(fmtp:111|ptime|maxptime)/)).toEqual([
    "a=fmtp:111 minptime=10;useinbandfec=1;stereo=0;usedtx=1;maxaveragebitrate=16000",
    "a=ptime:60",
    "a=maxptime:60",
  ]);
});

test("the doubled voice comes first only where it is wanted, and the other codecs stay", () => {
  const order = (red: boolean) => linesOf(hearAs(sdp(), { ...VOICE, red }), /^m=audio/);

  expect(order(true)).toEqual(["m=audio 9 UDP/TLS/RTP/SAVPF 63 111 0"]);
  expect(order(false)).toEqual(["m=audio 9 UDP/TLS/RTP/SAVPF 111 63 0"]);
});

test("hearing twice is hearing the last", () => {
  const louder: AudioPreset = { kbps: 32, red: true, fec: false, dtx: false, ptimeMs: 20 };

  expect(hearAs(hearAs(sdp(), VOICE), louder)).toBe(hearAs(sdp(), louder));
});

test("a side that says nothing of its voice, or has no opus, is left as it is where it must be", () => {
  const plain = "v=0\r\nm=audio 9 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";

  expect(hearAs(plain, VOICE)).toBe(plain);
  expect(hearAs(sdp(), null)).toBe(sdp());
  expect(linesOf(hearAs(sdp(), VOICE), /^[mv]/).slice(2)).toEqual(["m=video 9 UDP/TLS/RTP/SAVPF 96"]);
});

test("their offer becomes an answer that keeps who encrypts first", () => {
  const theirs = { type: "offer", sdp: sdp() } as RTCSessionDescription;
  const mine = (role: string) => ({ type: "answer", sdp: `a=setup:${role}` }) as RTCSessionDescription;

  expect(asAnswer(theirs, mine("active"))).toContain("a=setup:passive");
  expect(asAnswer(theirs, mine("passive"))).toContain("a=setup:active");
});

test("the picture is shrunk from what the camera gives, never blown up, and stops without being taken off", async () => {
  const encoding: RTCRtpEncodingParameters = {};
  const sender = {
    track: { getSettings: () => ({ width: 640, height: 360 }) },
    getParameters: () => ({ encodings: [encoding] }),
    setParameters: () => Promise.resolve(),
  } as unknown as RTCRtpSender;
  const preset = (width: number, height: number) => ({
    name: "C" as const,
    video: { width, height, fps: 12, kbps: 110, prefer: "maintain-framerate" as const },
    audio: VOICE,
  });

  await tunePicture(sender, preset(320, 180));
  expect(encoding).toMatchObject({ active: true, scaleResolutionDownBy: 2, maxFramerate: 12, maxBitrate: 110_000 });
  await tunePicture(sender, preset(1280, 720));
  expect(encoding.scaleResolutionDownBy).toBe(1);
  await tunePicture(sender, null);
  expect(encoding.active).toBe(false);
});
