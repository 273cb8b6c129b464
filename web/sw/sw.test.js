// @vitest-environment node
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

import { beforeEach, expect, test } from "vitest";

const ORIGIN = "http://telemed.test";
let heard, pages, skipped, active, stores, fetched, line, full;

/** Its caches, by name; what is in them by path. */
function cacheOf(name) {
  if (!stores.has(name)) stores.set(name, new Map());
  const store = stores.get(name);
  const put = async (path, answer) => {
    if (full) throw new DOMException("full", "QuotaExceededError");
    store.set(path, await answer.text());
  };
  return {
    put,
    add: async (asked) => {
      const answer = await loaded(asked);
      if (!answer.ok) throw new TypeError("not ok");
      await put(typeof asked === "string" ? asked : new URL(asked.url).pathname, answer);
    },
  };
}
const caches = {
  open: async (name) => cacheOf(name),
  keys: async () => [...stores.keys()],
  delete: async (name) => stores.delete(name),
  match: async (path, { cacheName } = {}) => {
    for (const [name, store] of stores)
      if ((cacheName ?? name) === name && store.has(path)) return new Response(store.get(path));
    return undefined;
  },
};
async function loaded(asked) {
  const path = typeof asked === "string" ? asked : new URL(asked.url).pathname;
  fetched.push(asked.cache === "no-cache" ? `${path} anew` : path);
  return line(path);
}

/** A browser around the worker. */
function started(version, files = ["/", "/assets/a.js", "/icon.svg"]) {
  heard = {};
  runInNewContext(readFileSync("sw/sw.js", "utf8"), {
    VERSION: version,
    FILES: files,
    Promise,
    MessageChannel,
    URL,
    Request: class extends Request {
      constructor(path, how) {
        super(ORIGIN + path, how);
      }
    },
    setTimeout: (work, ms) => setTimeout(work, Math.min(ms, 20)),
    addEventListener: (name, listener) => (heard[name] = listener),
    caches,
    fetch: loaded,
    clients: { matchAll: async () => pages, claim: async () => undefined },
    registration: {
      get active() {
        return active;
      },
    },
    skipWaiting: async () => void skipped++,
    location: { origin: ORIGIN },
  });
}

beforeEach(() => {
  [pages, skipped, active, stores, fetched, full] = [[], 0, undefined, new Map(), [], false];
  line = (path) => new Response(`bytes of ${path}`, { headers: { "content-type": "text/javascript" } });
  started("2");
});

const happens = async (name, event = {}) => {
  const works = [];
  heard[name]({ ...event, waitUntil: (work) => works.push(work) });
  await Promise.all(works);
};
/** What the worker answers; null where it leaves it to the browser. */
const asked = async (path, { mode = "cors", method = "GET", origin = ORIGIN } = {}) => {
  const works = [];
  let answer = null;
  const request = { url: origin + path, mode, method };
  heard.fetch({ request, respondWith: (found) => (answer = found), waitUntil: (work) => works.push(work) });
  const text = answer && (await (await answer).text());
  await Promise.all(works);
  return text;
};
const page = (answer) => ({
  postMessage: ({ kind }, [port]) => kind === "idle" && answer !== null && port.postMessage(answer),
});
const noLine = () => Promise.reject(new TypeError("no line"));

test("the first worker begins at once, a later one waits", async () => {
  await happens("install");
  expect(skipped).toBe(1);

  active = {};
  await happens("install");
  expect(skipped).toBe(1);
});

test("it takes over when every page says that nobody is in a call", async () => {
  pages = [page(true), page(true)];
  await happens("message", { data: "take-over" });

  expect(skipped).toBe(1);
});

test("a call keeps it waiting, and so does a page that does not answer", async () => {
  pages = [page(true), page(false)];
  await happens("message", { data: "take-over" });
  pages = [page(null)];
  await happens("message", { data: "take-over" });

  expect(skipped).toBe(0);
});

test("without a line every address of a screen begins the app, however deep", async () => {
  await happens("install");
  line = noLine;

  for (const path of ["/", "/consults/019abc00-0000-7000-8000-000000000021/waiting", "/request?from=home", "/phone"])
    expect(await asked(path, { mode: "navigate" })).toBe("bytes of /");
  expect(await asked("/assets/a.js")).toBe("bytes of /assets/a.js");
});

test("what the server answers about somebody never passes through it, and enters no cache", async () => {
  await happens("install");
  const before = [...stores.get("telemed-2").keys()];

  for (const path of ["/api/consults", "/api", "/api/minutes/1/pdf", "/ws", "/ical/secret.ics", "/healthz", "/metrics"])
    for (const mode of ["navigate", "cors"]) expect(await asked(path, { mode })).toBeNull();
  expect(await asked("/assets/a.js", { method: "POST" })).toBeNull();
  expect(await asked("/assets/a.js", { origin: "http://elsewhere.test" })).toBeNull();
  expect(await asked("/somewhere/else.json")).toBeNull();

  expect([...stores.keys()]).toEqual(["telemed-2"]);
  expect([...stores.get("telemed-2").keys()]).toEqual(before);
});

test("a program of another place is kept when it is first used; a page that came instead of one is not", async () => {
  await happens("install");
  await asked("/assets/specialist.js");
  line = () => new Response("sign in to this wifi", { headers: { "content-type": "text/html" } });
  expect(await asked("/assets/manager.js")).toBe("sign in to this wifi");

  line = noLine;
  expect(await asked("/assets/specialist.js")).toBe("bytes of /assets/specialist.js");
  await expect(asked("/assets/manager.js")).rejects.toThrow("no line");
});

test("a full disk does not keep a program from the page that asks for it", async () => {
  await happens("install");
  full = true;

  expect(await asked("/assets/specialist.js")).toBe("bytes of /assets/specialist.js");
});

test("a new version fetches only what is new, and its page never from the browser's own store", async () => {
  await happens("install");
  fetched = [];

  started("3", ["/", "/assets/a.js", "/assets/b.js", "/icon.svg"]);
  await happens("install");

  expect(fetched.sort()).toEqual(["/ anew", "/assets/b.js", "/icon.svg"]);
});

test("an install that a weak line broke goes on where it stopped", async () => {
  const all = line;
  line = (path) => (path === "/icon.svg" ? noLine() : all(path));
  await expect(happens("install")).rejects.toThrow("no line");
  fetched = [];

  line = all;
  await happens("install");
  expect(fetched).not.toContain("/assets/a.js");
  expect(skipped).toBe(1);
});

test("old versions go, but the last whole one stays a turn: an open page asks for its parts", async () => {
  cacheOf("language");
  for (const version of ["0", "1"]) {
    started(version, ["/", `/assets/only-${version}.js`]);
    await happens("install");
  }
  // Its install never came to its end.
  stores.set("telemed-1b", new Map([["/assets/half.js", "x"]]));
  started("2");
  await happens("install");

  await happens("activate");

  expect([...stores.keys()].sort()).toEqual(["language", "telemed-1", "telemed-2"]);
  line = noLine;
  expect(await asked("/assets/only-1.js")).toBe("bytes of /assets/only-1.js");
});
