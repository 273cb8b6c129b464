import { expect, test } from "vitest";

import { lookAtPicture, reportOf, WATCHING, type PictureReport, type Watching } from "./picture-pause";

/** One second after another; `null`: no picture is sent. Which of them it is paused in. */
function run(...reports: readonly (PictureReport | null)[]): boolean[] {
  let state: Watching = WATCHING;
  return reports.map((report, second) => {
    state = lookAtPicture(state, report, 1_000 * second);
    return state.paused;
  });
}
/** Sent 20 packets a second; told each second what arrived. */
const told = (second: number, change: Partial<PictureReport> = {}): PictureReport => ({
  sent: 20 * second,
  toldAt: 1_000 * second,
  lostShare: 0.05,
  arrived: `${19 * second}`,
  ...change,
});
const fine = (seconds: number) => Array.from({ length: seconds }, (_, second) => told(second));
const times = (n: number, paused: boolean) => Array.from({ length: n }, () => paused);

test("a picture that arrives goes on, with losses and with a report lost now and then", () => {
  expect(run(...fine(20))).toEqual(times(20, false));
  const late = told(3, { sent: 80 });
  expect(run(...fine(4), { ...late, sent: 80 }, { ...late, sent: 100 }, told(6), told(7))).toEqual(times(8, false));
});

test("reports that say that nothing of it arrives stop it after two seconds, for two", () => {
  const dead = (second: number) => told(second, { arrived: "57", lostShare: 0 });
  const sent = [4, 5, 6].map(dead);

  expect(run(...fine(4), ...sent)).toEqual([...times(5, false), true, true]);
  const later = [7, 8, 9].map((second) => dead(second));
  expect(run(...fine(4), ...sent, ...later).slice(5)).toEqual([true, true, false, false, true]);
});

test("so do reports that nine in ten were lost", () => {
  const thin = (second: number) => told(second, { lostShare: 0.95 });

  expect(run(...fine(4), thin(4), thin(5)).at(-1)).toBe(true);
  expect(run(...fine(4), thin(4), told(5), thin(6), told(7)).at(-1)).toBe(false);
});

test("no reports at all are waited for longer: one alone may be lost", () => {
  const unheard = (second: number) => told(3, { sent: 20 * second });
  const seen = run(...fine(4), ...[4, 5, 6, 7, 8].map(unheard));

  expect(seen).toEqual([...times(8, false), true]);
});

test("nothing sent is nothing missed", () => {
  const resting = (second: number) => told(second, { sent: 60, arrived: "57" });

  expect(run(...fine(4), ...[4, 5, 6, 7, 8, 9].map(resting)).at(-1)).toBe(false);
  expect(run(...fine(4), null, null, null, null)).toEqual(times(8, false));
});

test("what a sender's figures say of it: the count where the browser has one, else any change of jitter or loss", () => {
  const rows = (remote: object) =>
    new Map<string, object>([
      ["a", { type: "outbound-rtp", kind: "video", packetsSent: 40 }],
      ["b", { type: "remote-inbound-rtp", kind: "video", timestamp: 5_000, fractionLost: 0.5, ...remote }],
    ]);

  expect(reportOf(rows({ packetsReceived: 31, jitter: 0.01, packetsLost: 3 }))).toEqual({
    sent: 40,
    toldAt: 5_000,
    lostShare: 0.5,
    arrived: "31",
  });
  expect(reportOf(rows({ jitter: 0.01, packetsLost: 3 }))?.arrived).toBe("0.01 3");
  expect(reportOf(new Map([["a", { type: "outbound-rtp", kind: "video", packetsSent: 40 }]]))).toMatchObject({
    sent: 40,
    toldAt: null,
  });
  expect(reportOf(new Map())).toBeNull();
});
