// @vitest-environment node
/** The golden transcripts, played to our own client: what the server is proved to say, this side must make sense of. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { FakeSocket } from "@/test/fake-socket";

import { SocketClient, type NewsFrame, type OutFrame } from "./socket-client";

import type { ServerFrame } from "@/wire/frames";

const golden = import.meta.glob<ServerFrame>("../../../tests/wire/golden/*.json", { eager: true, import: "default" });
const transcripts = import.meta.glob<{ readonly steps: readonly Step[] }>("../../../tests/wire/transcripts/*.json", {
  eager: true,
  import: "default",
});
const NAMES = Object.keys(transcripts).map((path) => path.split("/").at(-1) ?? "");

interface Step {
  readonly page?: string;
  readonly opens?: string;
  readonly resume?: string;
  readonly token?: string;
  readonly tab?: string;
  readonly says?: { readonly type: string; readonly id?: number; readonly last?: number };
  readonly hears?: Partial<ServerFrame> & { readonly type: ServerFrame["type"] };
  readonly hears_nothing?: true;
  readonly is_closed?: number;
  readonly is_cut?: true;
}

/** A page of ours: through all its sockets, as long as it lives. */
interface Page {
  readonly client: SocketClient;
  readonly tab: string;
  readonly heard: NewsFrame[];
  readonly refused: number[];
  /** Of the transcript's ids which of its own. */
  readonly ids: Map<number, number>;
  readonly sockets: FakeSocket[];
  link: string;
  token: string;
  /** The highest number it was given. */
  last: number;
  /** The server has told it to come back within so long. */
  spreadMs: number | null;
}
const socketOf = ({ sockets }: Page): FakeSocket => {
  const socket = sockets.at(-1);
  if (!socket) throw new Error("no socket yet");
  return socket;
};

let pages: Map<string, Page>;
/** A socket the transcript knows by a name of its own; its page may have a newer one. */
let named: Map<string, FakeSocket>;
let people: Map<string, string>;
let made: number;

/** Everybody's pings are answered meanwhile, but those of `dead`. */
async function pass(ms: number, dead?: Page): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    await vi.advanceTimersByTimeAsync(Math.min(left, 500));
    for (const page of pages.values()) {
      const asked = page !== dead && page.client.state.kind === "open" && socketOf(page).typesSent().at(-1) === "ping";
      if (asked) socketOf(page).says({ type: "pong", last: page.last, server_time: "2026-11-22T03:00:00Z" });
    }
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
  pages = new Map();
  named = new Map();
  made = 0;
});
afterEach(() => {
  for (const { client } of pages.values()) client.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function opens(name: string, { opens: who, resume, token, tab = name }: Step): Promise<void> {
  // With a forged token nobody of ours comes.
  const before = resume === undefined || token !== undefined ? undefined : pages.get(resume);
  const page = before ?? fresh(tab);
  pages.set(name, page);
  if (before === undefined) page.client.open();
  else {
    // The line is dead, which the page may not have been told of.
    const sockets = before.sockets.length;
    const since = page.spreadMs === null ? 12_000 : page.spreadMs;
    before.client.probe();
    await pass(page.spreadMs === null ? 0 : since / 2 - 1, before);
    // A server that stops must not have all of them at its door at once.
    expect(before.sockets).toHaveLength(sockets);
    await pass(since, before);
    expect(before.sockets, `${name} comes back by itself, once`).toHaveLength(sockets + 1);
    page.spreadMs = null;
  }
  await vi.advanceTimersByTimeAsync(0);
  const socket = socketOf(page);
  named.set(name, socket);
  socket.opens();
  const hello = { type: "hello", ticket: who, tab: page.tab };
  const { link, last } = page;
  expect(socket.sent).toEqual([before ? { ...hello, resume: { link, token: page.token, last } } : hello]);
}

function fresh(tab: string): Page {
  const heard: NewsFrame[] = [];
  const sockets: FakeSocket[] = [];
  const client = new SocketClient({
    url: "ws://telemed.test/ws",
    tab,
    ticket: async () => people.get(tab) ?? "",
    renew: async () => undefined,
    connect: (url, protocol) => {
      sockets.push(new FakeSocket(url, protocol));
      return sockets.at(-1) as unknown as WebSocket;
    },
    random: () => 0.5,
  });
  client.onFrame((frame) => heard.push(frame));
  return { client, tab, heard, refused: [], ids: new Map(), sockets, link: "", token: "", last: 0, spreadMs: null };
}

/** Only what a page of ours would say; a frame said twice on one link, or a false number, is the transcript's own. */
async function says(page: Page, { id, ...frame }: NonNullable<Step["says"]>): Promise<void> {
  if (frame.type === "ack") {
    if (frame.last !== page.last) return;
    await pass(5_000);
    expect(socketOf(page).sent).toContainEqual(frame);
  } else if (frame.type !== "hello" && !(id !== undefined && page.ids.has(id))) {
    page.client.send(frame as unknown as OutFrame, () => page.refused.push(id ?? 0));
    const { id: own, ...said } = socketOf(page).sent.at(-1) ?? {};
    expect(said).toEqual(frame);
    if (id !== undefined) page.ids.set(id, Number(own));
  }
}

function hears(page: Page, fields: NonNullable<Step["hears"]>): void {
  const frame = { ...golden[`../../../tests/wire/golden/${fields.type}.json`], ...fields } as ServerFrame & {
    s?: number;
    ref?: number;
    epoch?: number;
  };
  const before = page.heard.length;
  const socket = socketOf(page);
  if (frame.type === "drain") page.spreadMs = frame.spread_ms;
  if (frame.type === "welcome") {
    [page.link, page.token] = [frame.resumed ? page.link : `link ${++made}`, `token ${++made}`];
    if (!frame.resumed) page.last = 0;
    socket.says({ ...frame, link: page.link, token: page.token });
    expect(page.client.state.kind).toBe("open");
    return;
  }
  if ("epoch" in frame) frame.epoch = ++made;
  if ("ref" in frame) frame.ref = page.ids.get(fields.type === "problem" ? (frame.ref ?? 0) : frame.ref) ?? 0;
  if (!("s" in frame)) {
    socket.says(frame);
    expect(page.heard).toHaveLength(before);
    if (frame.type === "knock") expect(socket.sent.at(-1)).toEqual({ type: "ack", last: page.last });
    return;
  }
  frame.s = (fields as { s?: number }).s ?? page.last + 1;
  const isNew = frame.s > page.last;
  page.last = Math.max(page.last, frame.s);
  socket.says(frame);
  expect(page.heard.slice(before), isNew ? "heard" : "heard before").toEqual(isNew ? [frame] : []);
  expect(socket.closedWith).toBeNull();
}

async function play(name: string): Promise<void> {
  const { steps } = transcripts[`../../../tests/wire/transcripts/${name}`] ?? { steps: [] };
  expect(steps).not.toEqual([]);
  people = new Map(steps.flatMap(({ page, tab, opens: who }) => (who ? [[tab ?? page ?? "", who]] : [])));
  for (const [number, step] of steps.entries()) {
    const page = pages.get(step.page ?? "");
    try {
      if (step.page === undefined) continue;
      if (step.opens !== undefined) await opens(step.page, step);
      else if (page === undefined) throw new Error("no such page");
      else if (step.says) await says(page, step.says);
      else if (step.hears) hears(page, step.hears);
      else if (step.hears_nothing) {
        const before = page.heard.length;
        socketOf(page).says({ type: "pong", last: page.last, server_time: "2026-11-22T03:00:00Z" });
        expect([socketOf(page).closedWith, page.heard.length]).toEqual([null, before]);
      } else if (step.is_cut) socketOf(page).breaks();
      else if (step.is_closed !== undefined) {
        const { state } = page.client;
        const closed = named.get(step.page)!;
        closed.closes(step.is_closed);
        // Of a socket that a newer one has replaced nothing is heard.
        expect(page.client.state.kind).toBe(closed === socketOf(page) ? "reconnecting" : state.kind);
      } else throw new Error("this is no step of a page");
    } catch (error) {
      throw new Error(`step ${number + 1}: ${JSON.stringify(step)}: ${String(error)}`, { cause: error });
    }
  }
}

test.each(NAMES)("our client plays its part in %s", (name) => play(name));

test("what the server refuses in them comes to who asked", async () => {
  await play("second_tab.json");

  expect(pages.get("tab2")?.refused).toEqual([1]);
  expect(pages.get("tram")?.refused).toEqual([5]);
});
