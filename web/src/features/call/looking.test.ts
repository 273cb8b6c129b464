import { expect, test } from "vitest";

import { begin, FRESH_EAR, sent } from "@/lib/rungs";
import { statsOf, theirsOf } from "@/test/calls";

import { ENTERING, type RoomState } from "./call-state";
import { looked } from "./looking";

import type { PeerStats } from "@/lib/peer-stats";

const LOOK_MS = 2_500;

class Watched {
  at = 0;
  state: RoomState = {
    ...ENTERING,
    media: "live",
    everLive: true,
    theirs: theirsOf(),
    ladder: begin({ first: "video", cap: null, socketRttMs: 20 }, 0),
  };
  came = 0;

  /** `null`: nothing comes, though the browser still calls it connected. */
  looks(times: number, change: Partial<PeerStats> | null = {}): this {
    for (let look = 0; look < times; look++) {
      this.at += LOOK_MS;
      if (change !== null) this.came++;
      const counted = { framesDecoded: this.came, audioPackets: this.came, bytes: 1_000 * this.came };
      this.state = looked(this.state, {
        stats: statsOf({ ...counted, ...(change ?? { concealedPct: 100 }) }),
        sendsPicture: true,
        socketRttMs: 20,
        at: this.at,
      });
    }
    return this;
  }
  get level() {
    return this.state.ladder && sent(this.state.ladder);
  }
}

test("nothing at all is a path that is gone: no voice is called broken, and text is shown after a while", () => {
  const call = new Watched().looks(6).looks(4, null);
  expect([call.state.ear.hearing, call.level]).toEqual(["clear", "B"]);

  call.looks(6, null);
  expect([call.level, call.state.ladder?.cause]).toEqual(["text", "lost"]);
});

test("the look that still covers the silence is counted neither against the voice nor on the meter", () => {
  const call = new Watched().looks(6).looks(6, null).looks(1, { concealedPct: 90, lossPct: 95 }).looks(1);

  expect([call.state.ear, call.state.quality.level]).toMatchObject([{ hearing: "clear", silent: false }, "good"]);
  expect(call.level).toBe("B");
});

test("another path counts its bytes anew, and its estimate begins low", () => {
  const call = new Watched().looks(8);
  call.state = { ...call.state, quality: { ...call.state.quality, last: statsOf({ bytes: 9_000_000 }) } };
  call.looks(7, { uplinkKbps: 40, outKbps: 40 });

  expect(["A", "B"]).toContain(call.level);
  expect(call.looks(2, { uplinkKbps: 40, outKbps: 40 }).level).toBe("E");
});

test("while there is no connection there is nothing to hear", () => {
  const call = new Watched().looks(3);
  call.state = { ...call.state, media: "weak" };
  call.state = looked(call.state, { stats: null, sendsPicture: true, socketRttMs: null, at: call.at + LOOK_MS });

  expect(call.state.ear).toEqual({ ...FRESH_EAR, silent: true });
});
