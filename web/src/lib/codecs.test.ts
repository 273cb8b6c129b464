import { beforeEach, expect, test, vi } from "vitest";

import { learnCodecs } from "./codecs";
import { CHIP_KEY, wished } from "./tuning";

const codec = (mimeType: string, sdpFmtpLine?: string) => ({ mimeType, ...(sdpFmtpLine && { sdpFmtpLine }) });
const plain = codec("video/H264", "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
const KNOWN = [
  codec("video/VP8"),
  codec("video/rtx"),
  codec("video/VP9", "profile-id=0"),
  codec("video/H264", "level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f"),
  codec("video/H264", "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=640034"),
  plain,
  codec("video/AV1"),
  codec("video/red"),
];

test("VP8 is what is spoken; plain H264 comes before it only where a chip makes it, else it is not named", () => {
  expect(wished(KNOWN, false).map(({ mimeType }) => mimeType)).toEqual(["video/VP8", "video/rtx"]);
  expect(wished(KNOWN, true)).toEqual([plain, KNOWN[0], KNOWN[1]]);
  expect(wished([codec("audio/opus"), codec("audio/PCMU"), codec("audio/red")], true)).toHaveLength(2);
});

const able = (change: object = {}) =>
  vi.fn((wanted: MediaEncodingConfiguration) =>
    Promise.resolve({ supported: true, smooth: true, powerEfficient: true, wanted, ...change }),
  );
beforeEach(() => localStorage.clear());

test("a chip counts when it makes the large and the small picture smoothly, and is asked once", async () => {
  const ask = able();
  await learnCodecs(ask);
  await learnCodecs(ask);

  expect(ask.mock.calls.map(([{ video }]) => video?.width)).toEqual([640, 320]);
  expect(localStorage.getItem(CHIP_KEY)).toBe("H264");
});

test.each([{ powerEfficient: false }, { smooth: false }, { supported: false }])(
  "else it does not: %o",
  async (lack) => {
    await learnCodecs(able(lack));

    expect(localStorage.getItem(CHIP_KEY)).toBe("none");
  },
);

test("one that leaves the small picture to the processor does not either, nor a browser that cannot say", async () => {
  await learnCodecs((wanted) =>
    Promise.resolve({ supported: true, smooth: true, powerEfficient: wanted.video!.width > 320 }),
  );
  expect(localStorage.getItem(CHIP_KEY)).toBe("none");

  localStorage.clear();
  await learnCodecs(() => Promise.reject(new TypeError()));
  expect(localStorage.getItem(CHIP_KEY)).toBe("none");
  localStorage.clear();
  await learnCodecs(null);
  expect(localStorage.getItem(CHIP_KEY)).toBeNull();
});
