/* Pushes: the server wakes this browser while no page of ours is in sight. WORDS is put in front at build time.
   A push says that somebody is called, never who is ill or from where. */
/* global WORDS */

/** An open page that shows the ring itself is asked first; one that is busy or frozen must not keep the bell silent. */
const PAGE_ANSWERS_MS = 300;
const PAGE_TRIES = 4;
const RECEIPT_AGAIN_MS = [1_000, 4_000, 15_000];
/** What goes by itself. */
const SHOWN_MS = 4_000;
/** Pushes overtake each other: a ring that is over already must not begin. */
const ended = new Set();

addEventListener("push", (event) => {
  event.waitUntil(pushed(readNews(event.data)));
});

addEventListener("notificationclick", (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(Promise.all([come(notification.data ?? {}), receipt(notification.data?.receipt, "seen")]));
});

// The browser has another address from now on. Only a page is signed in and can tell the server.
addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renewed(event.oldSubscription?.options));
});

function readNews(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

async function pushed(news) {
  const t = await speaking();
  switch (news.kind) {
    case "ring":
      await Promise.all([rung(news, t("worker.ring"), t), receipt(news.receipt, "delivered")]);
      return;
    case "practice_ring":
      await Promise.all([rung(news, t("worker.practice"), t), receipt(news.receipt, "delivered")]);
      return;
    case "quiet_ring":
      await Promise.all([rung(news, t("worker.ring"), t, { silent: true }), receipt(news.receipt, "delivered")]);
      return;
    case "ring_over":
      await over(news, t);
      return;
    case "test":
      await Promise.all([tested(t), receipt(news.receipt, "delivered")]);
      return;
    default:
      // Also what comes from a server newer than this worker: a browser wants to see something for every push.
      await noticed(news, t);
  }
}

const LOUD = { renotify: true, requireInteraction: true, vibrate: [400, 200, 400, 200, 400] };

async function rung(news, title, t, how = LOUD) {
  if (ended.has(news.id) || (await shownByPage(news.id))) return;
  const data = { ring: news.id, receipt: news.receipt };
  await shown(title, t("worker.ringText"), { tag: news.id, ...how, data });
}

/** The page that is in sight has its own bell. */
async function noticed({ id, code = "" }, t) {
  if (await anyInSight()) return;
  const [subject] = code.split("_");
  const title = t(`worker.notice_${code}`) ?? t(`worker.notice_${subject}`) ?? t("worker.news");
  await shown(title, t("worker.newsText"), { tag: id ?? "news" });
}

/** What rang is over: its own notification says so once, without a sound, and needs nobody to close it. */
async function over(news, t) {
  ended.add(news.id);
  const held = await registration.getNotifications({ tag: news.id });
  if (held.length === 0) return;
  if (await anyInSight()) {
    for (const one of held) one.close();
    return;
  }
  const how = t(`worker.over_${news.code}`) ?? t("worker.over");
  await shown(how, t("worker.overText"), { tag: news.id, silent: true });
  // Who answered it themselves needs no word of it; browsers only want to see one for each push.
  if (news.code === "answered") await goes(news.id);
}

/** Silent: who is at the page sees its result there; elsewhere it stands for some seconds and is gone. */
async function tested(t) {
  if (await anyInSight()) return;
  await shown(t("worker.test"), t("worker.testText"), { tag: "test", silent: true });
  await goes("test");
}

async function goes(tag) {
  await new Promise((done) => setTimeout(done, SHOWN_MS));
  for (const one of await registration.getNotifications({ tag })) one.close();
}

const shown = (title, body, options) =>
  registration.showNotification(title, { body, icon: "/icon.svg", badge: "/icon.svg", ...options });

const pages = () => clients.matchAll({ type: "window", includeUncontrolled: true });
const anyInSight = async () => (await pages()).some((page) => page.visibilityState === "visible");

/** The push and the page's own news of the ring race each other, so it is asked more than once. */
async function shownByPage(ring) {
  for (let tries = 0; tries < PAGE_TRIES; tries++) {
    const asked = (await pages()).filter((page) => page.visibilityState === "visible");
    if (asked.length === 0) return false;
    const answers = await Promise.all(asked.map((page) => doesShow(page, ring)));
    if (answers.includes(true)) return true;
    await new Promise((again) => setTimeout(again, PAGE_ANSWERS_MS));
  }
  return false;
}

function doesShow(page, ring) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data === true);
    page.postMessage({ kind: "shows", ring }, [port2]);
    setTimeout(() => answer(false), PAGE_ANSWERS_MS);
  });
}

/** To the page that is open, else to a new one. A page in a call is not sent elsewhere: it shows the ring itself. */
async function come({ ring }) {
  const open = await pages();
  const page = open.find((one) => one.focused) ?? open.find((one) => one.visibilityState === "visible") ?? open[0];
  if (!page) {
    await clients.openWindow("/");
    return;
  }
  page.postMessage({ kind: "open", ring });
  await page.focus().catch(() => undefined);
}

/** The token in the push is the proof; without it, and without a line, the server counts the push as not arrived. */
async function receipt(token, state) {
  if (!token) return;
  const ask = { method: "POST", headers: { "content-type": "application/json" }, keepalive: true, credentials: "omit" };
  for (const wait of [...RECEIPT_AGAIN_MS, null]) {
    const answer = await fetch("/api/push/receipts", { ...ask, body: JSON.stringify({ receipt: token, state }) }).catch(
      () => null,
    );
    if (answer !== null && answer.status < 500) return;
    if (wait !== null) await new Promise((again) => setTimeout(again, wait));
  }
}

async function renewed(options) {
  if (options) await registration.pushManager.subscribe(options).catch(() => undefined);
  for (const page of await pages()) page.postMessage({ kind: "renew" });
}

/** The page keeps its language where a worker can read it. */
async function speaking() {
  const kept = await (await caches.open("language")).match("/language");
  const words = WORDS[(await kept?.text()) ?? "vi"] ?? WORDS.vi;
  return (key) => words[key.slice("worker.".length)];
}
