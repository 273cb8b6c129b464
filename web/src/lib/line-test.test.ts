import { describe, expect, it } from "vitest";

import { classOfLine, figuresOf, lossOf, NO_FIGURES } from "./line-test";

describe("the class of a line", () => {
  const line = (part: Partial<typeof NO_FIGURES>) => classOfLine({ ...NO_FIGURES, ...part }, true);

  it("is good while loss, delay and jitter are small", () => {
    expect(line({ lossPct: 1, rttMs: 120, jitterMs: 20 })).toBe("good");
  });
  it("is weak when one of them is large, poor when one is very large", () => {
    expect(line({ lossPct: 5 })).toBe("weak");
    expect(line({ rttMs: 600 })).toBe("weak");
    expect(line({ lossPct: 15, rttMs: 100 })).toBe("poor");
    expect(line({ jitterMs: 200 })).toBe("poor");
  });
  it("is lost when nothing came through", () => {
    expect(classOfLine(NO_FIGURES, false)).toBe("lost");
  });
});

describe("the figures of a line", () => {
  it("count the worse of the two ways", () => {
    const report = new Map<string, unknown>([
      ["a", { type: "inbound-rtp", kind: "audio", packetsReceived: 100, packetsLost: 0, jitter: 0.01 }],
      [
        "v",
        { type: "inbound-rtp", kind: "video", packetsReceived: 100, packetsLost: 0, jitter: 0.03, framesDecoded: 42 },
      ],
      ["p", { type: "candidate-pair", nominated: true, currentRoundTripTime: 0.045 }],
    ]);
    const there = {
      state: "connected" as const,
      elapsed_ms: 4000,
      rtt_ms: 60,
      voice: { received: 90, lost: 10, jitter_ms: 12 },
      picture: { received: 100, lost: 0, jitter_ms: 8 },
      frames: 40,
    };

    expect(figuresOf(report, there)).toEqual({ lossPct: 5, rttMs: 45, jitterMs: 30, frames: 42 });
  });

  it("know nothing before the first packet", () => {
    expect(lossOf([])).toBeNull();
    expect(figuresOf(new Map(), null)).toEqual(NO_FIGURES);
  });
});
