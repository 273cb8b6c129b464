/** The socket over a line of the test: long because each way to lose a line has its case. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { FakeSocket } from "@/test/fake-socket";

import { Problem } from "./problem";
import { SocketClient, type LinkState, type NewsFrame } from "./socket-client";

import type { ServerFrame } from "@/wire/frames";

let tickets: number;
let renewals: number;
let heard: NewsFrame[];
let states: LinkState["kind"][];
let back: boolean[];
let client: SocketClient;

function made(ticket: (signal: AbortSignal) => Promise<string> = async () => `ticket-${++tickets}`): SocketClient {
  client = new SocketClient({
    url: "ws://telemed.test/ws",
    tab: "tab-1",
    ticket,
    renew: async () => renewals++,
    connect: (url, protocol) => new FakeSocket(url, protocol) as unknown as WebSocket,
    random: () => 0.5,
  });
  client.onFrame((frame) => heard.push(frame));
  client.onState((state) => states.push(state.kind));
  client.onBack((resumed) => back.push(resumed));
  return client;
}

/** Any reliable frame: what it says does not matter here. */
const news = (s: number): ServerFrame => ({ type: "record", s, consult: "c", kind: "decision", id: `${s}` });
const numbers = () => heard.map((frame) => ("s" in frame ? frame.s : null));
const settle = () => vi.advanceTimersByTimeAsync(0);

async function connected(): Promise<FakeSocket> {
  made().open();
  await settle();
  FakeSocket.last.opens();
  FakeSocket.last.welcomes();
  return FakeSocket.last;
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.made = [];
  tickets = 0;
  renewals = 0;
  heard = [];
  states = [];
  back = [];
});
afterEach(() => {
  client.close();
  vi.useRealTimers();
});

test("the first frame is hello with a ticket; the ticket is not in the address", async () => {
  const socket = await connected();

  expect(socket.url).toBe("ws://telemed.test/ws");
  expect(socket.protocol).toBe("telemed.v1");
  expect(socket.sent[0]).toEqual({ type: "hello", ticket: "ticket-1", tab: "tab-1" });
  expect(states).toEqual(["connecting", "open"]);
});

test("a link that broke comes back with its token, the last number, and a new ticket", async () => {
  const first = await connected();
  first.says(news(1));
  first.says(news(2));

  first.breaks();
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();

  expect(FakeSocket.last.sent[0]).toEqual({
    type: "hello",
    ticket: "ticket-2",
    tab: "tab-1",
    resume: { link: "L1", token: "T1", last: 2 },
  });

  FakeSocket.last.welcomes({ resumed: true, token: "T2", last: 4 });
  FakeSocket.last.says(news(3));
  FakeSocket.last.says(news(4));

  expect(numbers()).toEqual([1, 2, 3, 4]);
  expect(back).toEqual([false, true]);
  expect(states).toEqual(["connecting", "open", "reconnecting", "open"]);
});

test("what is replayed twice is heard once", async () => {
  const socket = await connected();

  for (const s of [1, 2, 2, 1, 3]) socket.says(news(s));

  expect(numbers()).toEqual([1, 2, 3]);
});

test("a gap is never passed over: the link is taken anew from the last number", async () => {
  const first = await connected();
  first.says(news(1));
  first.says(news(3));

  expect(first.closedWith).toBe(4000);
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();

  expect(FakeSocket.last.sent[0]).toMatchObject({ resume: { last: 1 } });
  expect(numbers()).toEqual([1]);
});

test("a pong that knows of more than was heard is a gap too", async () => {
  const socket = await connected();
  socket.says(news(1));

  socket.says({ type: "pong", last: 2, server_time: "2026-08-20T13:00:00Z" });

  expect(socket.closedWith).toBe(4000);
});

test("a link the server forgot counts from one again and takes the snapshot", async () => {
  const first = await connected();
  first.says(news(1));
  first.breaks();
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();

  FakeSocket.last.welcomes({ link: "L2", resumed: false });
  FakeSocket.last.says({ type: "snapshot", s: 1, consults: [], rings: [] });

  expect(heard.map((frame) => frame.type)).toEqual(["record", "snapshot"]);
  expect(back).toEqual([false, false]);
});

test("frames are acknowledged every 32, and after five seconds what is left", async () => {
  const socket = await connected();

  for (let s = 1; s <= 33; s++) socket.says(news(s));

  expect(socket.sent.filter((frame) => frame.type === "ack")).toEqual([{ type: "ack", last: 32 }]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(socket.sent.filter((frame) => frame.type === "ack").at(-1)).toEqual({ type: "ack", last: 33 });
});

test("a silent link is given up, in a call much sooner", async () => {
  const first = await connected();

  await vi.advanceTimersByTimeAsync(30_100);
  expect(first.closedWith).toBe(4000);

  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();
  FakeSocket.last.welcomes({ resumed: true });
  const second = FakeSocket.last;
  client.brisk(true);
  await vi.advanceTimersByTimeAsync(12_100);
  expect(second.closedWith).toBe(4000);
});

test("attempts move apart, with jitter, to eight seconds at most", async () => {
  made(() => Promise.reject(new Problem({ code: "network" }))).open();
  const attempts: number[] = [];
  const spy = vi.spyOn(globalThis, "setTimeout");

  await vi.advanceTimersByTimeAsync(60_000);
  // 15 s is how long each attempt may take.
  for (const [, ms] of spy.mock.calls) if (typeof ms === "number" && ms !== 15_000) attempts.push(ms);

  expect(attempts.slice(0, 5)).toEqual([150, 300, 600, 1200, 2400]);
  // Half of 0.3, 0.6 … 8 s: `random` is 0.5.
  expect(Math.max(...attempts)).toBe(4_000);
});

test("in a call an attempt that hangs in a blackout is given up within seconds and made anew, every fourth has time", async () => {
  const given: AbortSignal[] = [];
  made((signal) => {
    given.push(signal);
    return given.length === 1 ? Promise.resolve("ticket") : new Promise(() => undefined);
  }).open();
  await settle();
  FakeSocket.last.opens();
  FakeSocket.last.welcomes();
  client.brisk(true);
  FakeSocket.last.breaks();

  await vi.advanceTimersByTimeAsync(20_000);

  // Half a second between them, and as long as some answers would have taken for each.
  expect(given.length).toBeGreaterThanOrEqual(4);
  expect(given.slice(0, -1).every(({ aborted }) => aborted)).toBe(true);
  expect(given.at(-1)?.aborted).toBe(false);
});

test("who comes back opens the socket while the ticket is on its way", async () => {
  const waits: ((ticket: string) => void)[] = [];
  made(() => new Promise((resolve) => waits.push(resolve))).open();
  await settle();
  expect(FakeSocket.made).toHaveLength(0);
  waits[0]!("ticket-1");
  await settle();
  FakeSocket.last.opens();
  FakeSocket.last.welcomes();

  FakeSocket.last.breaks();
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();
  expect([FakeSocket.made.length, FakeSocket.last.sent]).toEqual([2, []]);
  // The first may hang on a dead connection: another is asked for where the socket came through.
  waits[2]!("ticket-3");
  await settle();
  waits[1]!("ticket-2");
  await settle();

  expect(FakeSocket.last.sent).toMatchObject([{ type: "hello", ticket: "ticket-3", resume: { link: "L1" } }]);
});

test("a doubt about the link is settled within a second where answers come fast", async () => {
  const socket = await connected();
  client.brisk(true);
  socket.says({ type: "pong", last: 0, server_time: "2026-11-22T00:00:00Z" });

  client.probe();
  await vi.advanceTimersByTimeAsync(1_100);

  expect([socket.closedWith, states.at(-1)]).toEqual([4000, "reconnecting"]);
});

test("when the network is back nobody waits for the next attempt", async () => {
  const first = await connected();
  first.breaks();

  globalThis.dispatchEvent(new Event("online"));
  await settle();

  expect(FakeSocket.made).toHaveLength(2);
});

test("a refused ticket ends it: the session is over", async () => {
  made(() => Promise.reject(new Problem({ code: "unauthenticated", status: 401 }))).open();
  await settle();

  expect(client.state.kind).toBe("closed");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.made).toHaveLength(0);
});

test("what was sent while the link was away goes out when the same link is back; measurements do not", async () => {
  const first = await connected();
  first.breaks();
  client.send({ type: "media", call: "k", camera: false, microphone: true });
  client.send({ type: "measured", call: "k", measurement: { rtt_ms: 300 } });

  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();
  FakeSocket.last.welcomes({ resumed: true });

  expect(FakeSocket.last.typesSent()).toEqual(["hello", "media", "ping"]);
});

test("what was meant for a link the server forgot is not said to the new one", async () => {
  const first = await connected();
  first.breaks();
  client.send({ type: "media", call: "k", camera: false, microphone: true });

  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();
  FakeSocket.last.welcomes({ link: "L2" });

  expect(FakeSocket.last.typesSent()).toEqual(["hello", "ping"]);
});

test("a refusal comes to the one who sent the frame, and the socket stays", async () => {
  const socket = await connected();
  const refused = vi.fn();

  client.send({ type: "join", call: "k", generation: 1 }, refused);
  const { id } = socket.sent.at(-1) ?? {};
  socket.says({
    type: "problem",
    ref: id ?? null,
    problem: { type: "/problems/denied", title: "Denied", code: "denied", params: {}, errors: [] },
  });

  expect(refused).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: "denied" }));
  expect(client.state.kind).toBe("open");
});

test("news older than what was seen is dropped; a snapshot starts afresh", async () => {
  const socket = await connected();
  const field = (s: number, version: number): ServerFrame => ({
    type: "minutes_field",
    s,
    consult: "c",
    minutes: "m",
    field: "diagnosis",
    text: "",
    version,
    by: { id: "1", name: "", profession: "doctor" },
    at: "",
  });

  socket.says(field(1, 5));
  socket.says(field(2, 4));
  socket.says(field(3, 6));
  socket.says({ type: "snapshot", s: 4, consults: [], rings: [] });
  socket.says(field(5, 2));

  expect(numbers()).toEqual([1, 3, 4, 5]);
});

test("when somebody's rights changed, the session is renewed and the link is taken anew", async () => {
  const first = await connected();
  first.says(news(1));

  first.closes(4403);
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();

  expect(renewals).toBe(1);
  expect(FakeSocket.last.sent[0]).toEqual({ type: "hello", ticket: "ticket-2", tab: "tab-1" });

  FakeSocket.last.welcomes();
  FakeSocket.last.breaks();
  await vi.advanceTimersByTimeAsync(300);
  expect(renewals).toBe(1);
});

test("a link whose sign-in ended is never resumed; whether there is another, the ticket tells", async () => {
  const first = await connected();

  first.closes(4401);
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();

  expect(renewals).toBe(0);
  expect(FakeSocket.last.sent[0]).not.toHaveProperty("resume");
});

test("after a server that stopped as planned a page comes back within its spread, with a call much sooner", async () => {
  const first = await connected();
  const backAfter = async (ms: number) => {
    FakeSocket.last.says({ type: "drain", spread_ms: 20_000 });
    FakeSocket.last.closes(1001);
    const before = FakeSocket.made.length;
    await vi.advanceTimersByTimeAsync(ms - 1);
    const early = FakeSocket.made.length;
    await vi.advanceTimersByTimeAsync(2);
    return [early - before, FakeSocket.made.length - early];
  };

  expect(await backAfter(10_000)).toEqual([0, 1]);
  expect(FakeSocket.last).not.toBe(first);
  FakeSocket.last.opens();
  FakeSocket.last.welcomes({ link: "L2" });
  client.brisk(true);
  expect(await backAfter(2_000)).toEqual([0, 1]);
});

test("what has no answer is said again word for word on the same link, what has one is not", async () => {
  const first = await connected();
  const media = (camera: boolean) => client.send({ type: "media", call: "k", camera, microphone: true });
  for (const camera of [true, false, true]) media(camera);
  const [one, two, three] = first.sent.filter((frame) => frame.type === "media");
  first.says({ type: "done", ref: one?.id ?? 0 });
  first.breaks();
  media(false);
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();
  FakeSocket.last.welcomes({ resumed: true });

  const again = FakeSocket.last.sent.filter((frame) => frame.type === "media");
  expect(again.slice(0, 2)).toEqual([two, three]);
  expect(again).toHaveLength(3);
  expect(new Set(again.map(({ id }) => id)).size).toBe(3);

  FakeSocket.last.says({ type: "done", ref: again[2]?.id ?? 0 });
  FakeSocket.last.breaks();
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();
  FakeSocket.last.welcomes({ resumed: true });
  expect(FakeSocket.last.typesSent()).toEqual(["hello", "ping"]);
});

test("a knock is answered at once with what was handled, and shows a gap as a pong does", async () => {
  const socket = await connected();
  socket.says(news(1));

  socket.says({ type: "knock", last: 1 });
  expect(socket.sent.at(-1)).toEqual({ type: "ack", last: 1 });
  expect(socket.closedWith).toBeNull();

  socket.says({ type: "knock", last: 2 });
  expect(socket.closedWith).toBe(4000);
});

test("a frame this page does not know is counted and passed by", async () => {
  const socket = await connected();

  socket.says({ type: "of_tomorrow", s: 1 } as unknown as ServerFrame);
  socket.says(news(2));

  expect(numbers().at(-1)).toBe(2);
  expect(socket.closedWith).toBeNull();
});

test("news of a room's composition before the present one is dropped", async () => {
  const socket = await connected();
  const peer = { id: "1", name: "", profession: "doctor" } as const;
  const gone = (s: number, epoch: number): ServerFrame => ({
    type: "peer_gone",
    s,
    call: "k",
    peer,
    left: false,
    epoch,
  });

  socket.says(gone(1, 7));
  socket.says(gone(2, 6));
  socket.says(gone(3, 7));

  expect(numbers()).toEqual([1, 3]);
});

test("an attempt that is overtaken never speaks again", async () => {
  const first = await connected();
  first.breaks();
  await vi.advanceTimersByTimeAsync(300);
  FakeSocket.last.opens();
  FakeSocket.last.welcomes({ resumed: true });

  first.says(news(1));

  expect(heard).toEqual([]);
});

test("the next heartbeat is set when an answer is heard: a hidden page's own timers come once a minute", async () => {
  const socket = await connected();
  const pings = () => socket.typesSent().filter((type) => type === "ping").length;
  expect(pings()).toBe(1);

  await vi.advanceTimersByTimeAsync(3_000);
  socket.says({ type: "pong", last: 0, server_time: "2026-08-20T13:00:03Z" });
  await vi.advanceTimersByTimeAsync(9_900);
  expect(pings()).toBe(1);
  await vi.advanceTimersByTimeAsync(200);

  expect(pings()).toBe(2);
});

test("a call and a ring both keep the link brisk; it is so until both are over", async () => {
  const socket = await connected();
  const answered = async (ms: number) => {
    const before = socket.typesSent().length;
    socket.says({ type: "pong", last: 0, server_time: "2026-08-20T13:00:03Z" });
    await vi.advanceTimersByTimeAsync(ms);
    return socket.typesSent().length - before;
  };
  client.brisk(true);
  client.brisk(true);
  client.brisk(false);
  expect(await answered(4_100)).toBe(1);

  client.brisk(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(await answered(4_100)).toBe(0);
});
