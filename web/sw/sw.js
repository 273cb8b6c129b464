/* The service worker: starts the app without a network. VERSION and FILES are put in front at build time.
   It keeps programs only: nothing of /api or /ws ever enters a cache, so no patient's data lies here. */
/* global VERSION, FILES */
const PREFIX = "telemed-";
const CURRENT = PREFIX + VERSION;
const PAGE = "/";

addEventListener("install", (event) => {
  event.waitUntil(
    filled()
      // The first of all begins at once; a later one waits until a page says that nobody is in a call.
      .then(() => registration.active ?? skipWaiting()),
  );
});

/** Only what no version before has is fetched; an install that a weak line broke goes on from there. */
async function filled() {
  const cache = await caches.open(CURRENT);
  const programs = FILES.filter((path) => path !== PAGE);
  await Promise.all(
    programs.map(async (path) => {
      const held = path.startsWith("/assets/") ? await caches.match(path) : undefined;
      await (held ? cache.put(path, held) : cache.add(path));
    }),
  );
  // Last, for a cache with its page is whole; and never the page of before.
  await cache.add(new Request(PAGE, { cache: "no-cache" }));
}

addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(takeOver());
});

/** Every page is asked: one that does not answer may be a call's. */
async function takeOver() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const answers = await Promise.all(open.map((page) => idle(page)));
  if (answers.every(Boolean)) await skipWaiting();
}

const IDLE_WITHIN_MS = 2_000;

function idle(page) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data === true);
    page.postMessage({ kind: "idle" }, [port2]);
    setTimeout(() => answer(false), IDLE_WITHIN_MS);
  });
}

addEventListener("activate", (event) => {
  event.waitUntil(tidied().then(() => clients.claim()));
});

/** The last whole version before stays one turn longer: an open page may still ask for its parts. */
async function tidied() {
  const others = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== CURRENT);
  const pages = await Promise.all(others.map((key) => caches.match(PAGE, { cacheName: key })));
  const before = others.findLast((_, place) => pages[place]);
  await Promise.all(others.filter((key) => key !== before).map((key) => caches.delete(key)));
}

/** What the server answers itself, and no screen has. */
const NO_SCREEN = /^\/(api|ws|ical|healthz|readyz|metrics)(\/|$)/;

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || NO_SCREEN.test(url.pathname)) return;
  if (request.mode === "navigate") event.respondWith(kept(PAGE, event));
  else if (url.pathname.startsWith("/assets/") || FILES.includes(url.pathname)) {
    event.respondWith(kept(url.pathname, event));
  }
});

async function kept(path, event) {
  const found =
    (await caches.match(path, { cacheName: CURRENT })) ?? (path === PAGE ? undefined : await caches.match(path));
  if (found) return found;
  const answer = await fetch(event.request);
  // Names under /assets/ hold a hash of the content, so keeping them is right, but for a page that came instead of one.
  const whole = answer.ok && !answer.redirected && !/html/.test(answer.headers.get("content-type") ?? "");
  if (whole && path.startsWith("/assets/")) event.waitUntil(keep(path, answer.clone()));
  return answer;
}

/** A full disk costs the next start, not this one. */
async function keep(path, answer) {
  const cache = await caches.open(CURRENT);
  await cache.put(path, answer).catch(() => undefined);
}
