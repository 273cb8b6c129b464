/* The service worker: starts the app without a network. VERSION and FILES are put in front at build time.
   It keeps programs only: nothing of /api or /ws ever enters a cache, so no patient's data lies here. */
/* global VERSION, FILES */
const PREFIX = "telemed-";
const CURRENT = PREFIX + VERSION;

addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CURRENT)
      .then((cache) => cache.addAll(FILES))
      .then(() => skipWaiting()),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      // The version before stays one turn longer: an open call's page may still ask for its parts.
      .then((keys) => keys.filter((key) => key.startsWith(PREFIX) && key !== CURRENT).slice(0, -1))
      .then((old) => Promise.all(old.map((key) => caches.delete(key))))
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (!/^\/(api|ws|healthz|readyz|metrics)(\/|$)/.test(url.pathname)) event.respondWith(kept("/", request));
  } else if (url.pathname.startsWith("/assets/") || FILES.includes(url.pathname)) {
    event.respondWith(kept(url.pathname, request));
  }
});

async function kept(path, request) {
  const cache = await caches.open(CURRENT);
  const found = (await cache.match(path)) ?? (path === "/" ? undefined : await caches.match(path));
  if (found) return found;
  const answer = await fetch(request);
  // Names under /assets/ hold a hash of the content, so keeping them is always right.
  if (answer.ok && path.startsWith("/assets/")) await cache.put(path, answer.clone());
  return answer;
}
