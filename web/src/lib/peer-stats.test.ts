import { expect, test } from "vitest";

import { Meter } from "./peer-stats";

function report(
  at: number,
  values: { lost: number; packets: number; frames: number; concealed: number; samples: number; bytes: number },
) {
  const rows = [
    { id: "T", type: "transport", selectedCandidatePairId: "P" },
    {
      id: "P",
      type: "candidate-pair",
      timestamp: at,
      currentRoundTripTime: 0.312,
      localCandidateId: "L",
      bytesSent: values.bytes,
      bytesReceived: values.bytes * 2,
    },
    {
      id: "A",
      type: "inbound-rtp",
      kind: "audio",
      packetsReceived: values.packets,
      packetsLost: values.lost,
      concealedSamples: values.concealed,
      totalSamplesReceived: values.samples,
      jitter: 0.021,
      jitterBufferDelay: values.samples * 0.08,
      jitterBufferEmittedCount: values.samples,
    },
    {
      id: "V",
      type: "inbound-rtp",
      kind: "video",
      packetsReceived: 0,
      packetsLost: 0,
      framesDecoded: values.frames,
      freezeCount: 2,
      totalFreezesDuration: 1.25,
      frameWidth: 320,
    },
    { id: "O", type: "outbound-rtp", kind: "video", qualityLimitationReason: "bandwidth" },
    { id: "L", type: "local-candidate", candidateType: "relay", relayProtocol: "tls" },
  ];
  return new Map(rows.map((row) => [row.id, row]));
}

test("figures are those since the last look", () => {
  const meter = new Meter();
  meter.read(report(1_000, { lost: 10, packets: 90, frames: 20, concealed: 0, samples: 1_000, bytes: 1_000 }));

  const now = meter.read(
    report(3_000, { lost: 15, packets: 185, frames: 50, concealed: 20, samples: 2_000, bytes: 11_000 }),
  );

  expect(now).toEqual({
    rttMs: 312,
    outKbps: 40,
    inKbps: 80,
    lossPct: 5,
    fps: 15,
    concealedPct: 2,
    framesDecoded: 50,
    audioPackets: 185,
    uplinkKbps: null,
    outLossPct: null,
    bytes: 33_000,
    jitterMs: 21,
    delayMs: 80,
    freezes: 2,
    freezeMs: 1_250,
    path: "relay_tls",
    limitedBy: "bandwidth",
    width: 320,
  });
});

test("the first look has no rates", () => {
  const first = new Meter().read(report(1_000, { lost: 0, packets: 1, frames: 1, concealed: 0, samples: 1, bytes: 1 }));

  expect([first.outKbps, first.lossPct, first.fps]).toEqual([null, null, null]);
});
