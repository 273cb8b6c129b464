import { expect, test } from "vitest";

import { byRelay, heal, relayServers, RESTING, type Act, type Healing, type HealingEvent } from "./healing";

const BEGUN: HealingEvent = { type: "begun", first: true };
const UP: HealingEvent = { type: "path", path: "up" };
const WEAK: HealingEvent = { type: "path", path: "weak" };
const AGREED: HealingEvent = { type: "agreed" };
const DUE: HealingEvent = { type: "due" };

/** Events at their times in seconds; what was done, and when. */
function story(...events: [number, HealingEvent][]): { acts: [number, Act][]; state: Healing } {
  let state = RESTING;
  const acts: [number, Act][] = [];
  const take = (at: number, event: HealingEvent) => {
    const healed = heal(state, event, at * 1000);
    state = healed.state;
    if (healed.act) acts.push([at, healed.act]);
  };
  for (const [at, event] of events) {
    while (state.next?.at != null && state.next.at < at * 1000) take(state.next.at / 1000, DUE);
    take(at, event);
  }
  return { acts, state };
}

test("a dip of two seconds is waited out, a longer one is not", () => {
  expect(story([0, BEGUN], [1, AGREED], [2, UP], [10, WEAK], [11.9, UP], [60, AGREED]).acts).toEqual([]);
  expect(story([0, BEGUN], [1, AGREED], [2, UP], [10, WEAK], [13, AGREED]).acts).toEqual([[12, "restart"]]);
});

test("new addresses both sides know and that bring nothing within eight seconds: a new connection", () => {
  const { acts } = story([0, BEGUN], [1, AGREED], [2, UP], [10, WEAK], [13, AGREED], [22, WEAK]);

  expect(acts).toEqual([
    [12, "restart"],
    [21, "rebuild"],
  ]);
});

test("a restart nobody answers says nothing of the path: it is waited for a minute", () => {
  const { acts } = story([0, BEGUN], [1, AGREED], [2, UP], [10, WEAK], [71.9, WEAK], [73, WEAK]);

  expect(acts).toEqual([
    [12, "restart"],
    [72, "rebuild"],
  ]);
});

test("only a connection that was agreed on and did not come up has failed; one that held a minute clears the past", () => {
  const failed = story([0, BEGUN], [1, AGREED], [14, BEGUN]).state;
  expect(failed.failures).toBe(1);
  expect(story([0, BEGUN], [14, BEGUN]).state.failures).toBe(0);
  expect(story([0, BEGUN], [1, AGREED], [2, UP], [9, WEAK], [10, BEGUN]).state.failures).toBe(0);
  expect(story([0, BEGUN], [1, AGREED], [14, BEGUN], [15, AGREED], [16, UP], [90, BEGUN]).state.failures).toBe(0);
  expect(story([0, BEGUN], [1, AGREED], [14, BEGUN], [15, AGREED], [16, UP], [30, BEGUN]).state.failures).toBe(1);
});

test("the polite side acts four seconds after the other should have", () => {
  const polite: HealingEvent = { type: "begun", first: false };

  expect(story([0, polite], [1, AGREED], [2, UP], [10, WEAK], [17, AGREED]).acts).toEqual([[16, "restart"]]);
});

test("without the server nothing is done; what waited is done soon after it is back", () => {
  const gone: HealingEvent = { type: "line", open: false };
  const back: HealingEvent = { type: "line", open: true };

  expect(story([0, BEGUN], [1, UP], [10, gone], [11, WEAK], [70, back], [73, AGREED]).acts).toEqual([]);
  expect(story([0, BEGUN], [1, UP], [10, gone], [11, WEAK], [70, back], [75, UP]).acts).toEqual([[74, "restart"]]);
  expect(story([0, BEGUN], [1, UP], [10, gone], [11, WEAK], [70, back], [70.2, { type: "met" }]).acts).toEqual([
    [70.2, "restart"],
  ]);
});

test("another network is acted on by whichever side is on it, also while the old path still holds", () => {
  const polite: HealingEvent = { type: "begun", first: false };

  expect(story([0, polite], [1, UP], [10, { type: "moved" }], [60, UP]).acts).toEqual([[10, "restart"]]);
});

test("a voice that stops is acted on at once by the first side, and once", () => {
  const silent: HealingEvent = { type: "silent" };

  expect(story([0, BEGUN], [1, UP], [10, silent], [11, silent], [12, WEAK], [15, AGREED], [16, UP]).acts).toEqual([
    [10, "restart"],
  ]);
  expect(story([0, BEGUN], [1, UP], [10, silent], [11, AGREED], [60, UP]).acts).toEqual([[10, "restart"]]);
  expect(story([0, { type: "begun", first: false }], [1, UP], [10, silent], [12, UP]).acts).toEqual([]);
});

test("after two failures in a row the relay alone, then the other way again", () => {
  expect([0, 1, 2, 3, 4].map((failures) => byRelay(failures, false))).toEqual([false, false, true, false, true]);
  expect([0, 1, 2].map((failures) => byRelay(failures, true))).toEqual([true, false, true]);
});

test("the relay is reached without UDP where it can be, and with its credentials", () => {
  const turn = { username: "u", credential: "c" };
  const all = [
    { urls: "stun:s" },
    { urls: ["turn:t:3478?transport=udp", "turn:t:3478?transport=tcp", "turns:t:443"], ...turn },
  ];

  expect(relayServers(all)).toEqual([{ urls: ["turn:t:3478?transport=tcp", "turns:t:443"], ...turn }]);
  expect(relayServers([{ urls: "turn:t:3478", ...turn }])).toEqual([{ urls: ["turn:t:3478"], ...turn }]);
  expect(relayServers([{ urls: "stun:s" }])).toEqual([]);
});
