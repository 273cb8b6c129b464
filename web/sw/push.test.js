// @vitest-environment node
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

import { beforeEach, expect, test } from "vitest";

const WORDS = {
  vi: {
    ring: "Có ca",
    practice: "Ca diễn tập",
    ringText: "Mở",
    over_taken: "Đã có người nhận",
    over_answered: "Đã trả lời",
    over: "Hết",
    overText: "",
  },
  en: { ring: "A case", ringText: "Open" },
};
WORDS.vi = { ...WORDS.vi, test: "Thử", testText: "", news: "Tin mới", newsText: "", notice_swap: "Đổi ca" };

let heard, shown, sent, pages, opened, language, subscribed;

/** A browser around the worker: what it shows, whom it asks, what it tells the server. */
beforeEach(() => {
  heard = {};
  shown = [];
  sent = [];
  pages = [];
  opened = [];
  language = null;
  subscribed = [];
  const source = readFileSync("sw/push.js", "utf8");
  runInNewContext(source, {
    WORDS,
    Promise,
    MessageChannel,
    setTimeout: (work, ms) => setTimeout(work, Math.min(ms, 5)),
    addEventListener: (name, listener) => (heard[name] = listener),
    caches: { open: async () => ({ match: async () => language && { text: async () => language } }) },
    clients: { matchAll: async () => pages, openWindow: async (at) => opened.push(at) },
    registration: {
      showNotification: async (title, options) => {
        for (const held of shown.filter(({ tag }) => tag === options.tag)) held.close();
        shown.push({ title, ...options, close: () => (shown = shown.filter(({ tag }) => tag !== options.tag)) });
      },
      getNotifications: async ({ tag }) => shown.filter((one) => one.tag === tag),
      pushManager: { subscribe: async (options) => subscribed.push(options) },
    },
    fetch: async (path, { body, credentials }) => {
      sent.push({ path, credentials, ...JSON.parse(body) });
      return { status: 204 };
    },
  });
});

const event = (name, more) => {
  let done;
  heard[name]({ waitUntil: (work) => (done = work), ...more });
  return done;
};
const push = (news) => event("push", { data: { json: () => news } });
const page = (visibilityState, answer) => {
  const made = { visibilityState, focused: false, told: [], focus: async () => (made.focused = true) };
  made.postMessage = (news, ports = []) => {
    made.told.push(news);
    if (answer !== undefined) for (const port of ports) port.postMessage(answer);
  };
  return made;
};
const RING = { kind: "ring", id: "r1", receipt: "token" };

test("a ring stays in sight until somebody answers, says nothing of whom, and is told as arrived", async () => {
  await push(RING);

  expect(shown).toMatchObject([{ title: "Có ca", body: "Mở", tag: "r1", requireInteraction: true }]);
  expect(sent).toEqual([{ path: "/api/push/receipts", credentials: "omit", receipt: "token", state: "delivered" }]);
});

test("a routine ring makes no sound", async () => {
  await push({ ...RING, kind: "quiet_ring" });

  expect(shown).toMatchObject([{ tag: "r1", silent: true }]);
});

test("a page in sight that shows the ring is enough", async () => {
  pages = [page("visible", true)];
  await push(RING);

  expect(shown).toEqual([]);
  expect(sent).toMatchObject([{ state: "delivered" }]);
});

test("a page that is hidden, signed out or frozen does not keep the ring from showing", async () => {
  pages = [page("hidden", true), page("visible", false), page("visible")];
  await push(RING);

  expect(shown).toHaveLength(1);
});

test("once taken, what rang says so without a sound", async () => {
  await push(RING);
  await push({ kind: "ring_over", id: "r1", code: "taken" });

  expect(shown).toMatchObject([{ title: "Đã có người nhận", tag: "r1", silent: true }]);
  expect(shown[0].requireInteraction).toBeUndefined();
});

test("a ring that comes after its own end does not begin", async () => {
  await push({ kind: "ring_over", id: "r1" });
  await push(RING);

  expect(shown).toEqual([]);
});

test("answered on another device, it goes by itself", async () => {
  await push(RING);
  await push({ kind: "ring_over", id: "r1", code: "answered" });

  expect(shown).toEqual([]);
});

test("a test is silent, goes by itself, and is told as arrived", async () => {
  await push({ kind: "test", id: "s1", receipt: "token" });

  expect(shown).toEqual([]);
  expect(sent).toMatchObject([{ receipt: "token", state: "delivered" }]);
});

test("touched, the page that is open comes to the front and opens the ring; without one a new page does", async () => {
  await push(RING);
  const [notification] = shown;
  await event("notificationclick", { notification });
  expect(opened).toEqual(["/"]);

  const open = page("hidden");
  pages = [open];
  await event("notificationclick", { notification });
  expect(open.told).toEqual([{ kind: "open", ring: "r1" }]);
  expect(open.focused).toBe(true);
  expect(sent.map(({ state }) => state)).toEqual(["delivered", "seen", "seen"]);
});

test("a notice names its subject; what this worker does not know shows something all the same", async () => {
  await push({ kind: "notice", id: "n1", code: "swap_proposed" });
  await push({ kind: "of tomorrow" });

  expect(shown.map(({ title }) => title)).toEqual(["Đổi ca", "Tin mới"]);
});

test("it speaks the language of the page", async () => {
  language = "en";
  await push(RING);

  expect(shown[0].title).toBe("A case");
});

test("another address of the browser is told to the pages, which are signed in", async () => {
  pages = [page("visible")];
  await event("pushsubscriptionchange", { oldSubscription: { options: { userVisibleOnly: true } } });

  expect(subscribed).toEqual([{ userVisibleOnly: true }]);
  expect(pages[0].told).toEqual([{ kind: "renew" }]);
});
