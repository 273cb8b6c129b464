import { describe, expect, it, test } from "vitest";

import {
  bytesOf,
  classOfLine,
  figuresOf,
  figuresOfPulse,
  Fullest,
  isDirect,
  lossOf,
  NO_FIGURES,
  rowsOf,
} from "./line-figures";
import { relayPathOf, sooner } from "./line-paths";
import { nextNight } from "./night-probe";

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
  it("is what its weaker way carries", () => {
    expect(line({ upKbps: 2000, downKbps: 2000 })).toBe("good");
    expect(line({ upKbps: 200, downKbps: 2000 })).toBe("weak");
    expect(line({ upKbps: 2000, downKbps: 60 })).toBe("poor");
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
      up_kbps: null,
      pulse: { rtt_ms: 61.4, jitter_ms: 3.2, lost_pct: 2.5 },
    };

    expect(figuresOf(rowsOf(report), there)).toEqual({
      ...NO_FIGURES,
      lossPct: 5,
      rttMs: 45,
      jitterMs: 30,
      frames: 42,
    });
  });

  it("come from small words alone where nobody is to be seen", () => {
    const there = { pulse: { rtt_ms: 61.4, jitter_ms: 3.2, lost_pct: 2.5 } } as Parameters<typeof figuresOfPulse>[0];

    expect(figuresOfPulse(there)).toEqual({ ...NO_FIGURES, lossPct: 2.5, rttMs: 61, jitterMs: 3 });
    expect(figuresOfPulse(null)).toEqual(NO_FIGURES);
  });
  it("say what the test itself cost, for the month's megabytes", () => {
    const rows = [
      { type: "transport", bytesSent: 700_000, bytesReceived: 800_000 },
      { type: "outbound-rtp", bytesSent: 9_000 },
    ];

    expect(bytesOf(rows)).toBe(1_500_000);
    expect(bytesOf([])).toBe(0);
  });
  it("know nothing before the first packet", () => {
    expect(lossOf([])).toBeNull();
    expect(figuresOf([], null)).toEqual(NO_FIGURES);
  });
});

describe("the ways of a line", () => {
  it("are known by their address", () => {
    expect(relayPathOf("turn:t.example:3478?transport=udp")).toBe("relay_udp");
    expect(relayPathOf("turn:t.example:3478")).toBe("relay_udp");
    expect(relayPathOf("turn:t.example:3478?transport=tcp")).toBe("relay_tcp");
    expect(relayPathOf("turns:t.example:443?transport=tcp")).toBe("relay_tls");
    expect(relayPathOf("stun:t.example")).toBeNull();
  });
  it("are as good as the best of several servers", () => {
    const [quick, slow, shut] = [
      { works: true, ms: 40 },
      { works: true, ms: 90 },
      { works: false, ms: null },
    ];

    expect(sooner(undefined, shut)).toBe(shut);
    expect(sooner(shut, slow)).toBe(slow);
    expect(sooner(slow, quick)).toBe(quick);
    expect(sooner(quick, shut)).toBe(quick);
  });
  it("tell whether the relay is in between", () => {
    const rows = (candidateType: string) => [
      { id: "p", type: "candidate-pair", nominated: true, localCandidateId: "l" },
      { id: "l", type: "local-candidate", candidateType },
    ];

    expect(isDirect(rows("host"))).toBe(true);
    expect(isDirect(rows("relay"))).toBe(false);
    expect(isDirect([])).toBeNull();
  });
});

test("a rate is that of the fullest second, not of slow start", () => {
  const fullest = new Fullest();
  expect(fullest.kbps).toBeNull();
  for (let ms = 0; ms < 1000; ms += 100) fullest.count(ms, 100);
  for (let ms = 1000; ms < 2000; ms += 100) fullest.count(ms, 2500);
  fullest.count(9000, 10);

  expect(fullest.kbps).toBeGreaterThanOrEqual(200);
  expect(fullest.kbps).toBeLessThan(215);
});

describe("the night's moment", () => {
  const at = (text: string) => Date.parse(text);

  it("lies between one and four of the clock in Vietnam, the same for a page all night", () => {
    // Nine in the evening there.
    const { night, inMs } = nextNight(at("2026-11-22T14:00:00Z"), 0.5);

    expect(night).toBe("2026-11-23");
    expect(inMs).toBe(5.5 * 3_600_000);
  });
  it("has come once it is past, until four, and then waits for the next night", () => {
    expect(nextNight(at("2026-11-22T19:45:00Z"), 0.5)).toEqual({ night: "2026-11-23", inMs: 0 });
    expect(nextNight(at("2026-11-22T21:00:00Z"), 0)).toEqual({ night: "2026-11-24", inMs: 21 * 3_600_000 });
  });
});
