import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { closePush, keepPush, openPush, type PushAddress, type PushServer } from "./push";
import { PUSH_MARK, pushMark } from "./push-mark";

const KEY = "AQID"; // bytes 1 2 3
let allowed: NotificationPermission;
let made: number;
let held: ReturnType<typeof subscription> | null;
let told: { id: string; address: PushAddress }[];
let forgotten: string[];
let dead: string[];

function subscription(endpoint: string, key = [1, 2, 3]) {
  return {
    endpoint,
    options: { applicationServerKey: new Uint8Array(key).buffer },
    getKey: (name: string) => new TextEncoder().encode(name).buffer,
    unsubscribe: async () => {
      held = null;
      return true;
    },
  };
}
const server: PushServer = {
  key: async () => KEY,
  tell: async (id, address) => {
    told.push({ id, address });
    return !dead.includes(address.endpoint);
  },
  forget: async (id) => forgotten.push(id),
};

beforeEach(() => {
  allowed = "granted";
  made = 0;
  held = null;
  told = [];
  forgotten = [];
  dead = [];
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("PushManager", function PushManager() {});
  vi.stubGlobal("Notification", {
    requestPermission: async () => allowed,
    get permission() {
      return allowed;
    },
  });
  const worker = {
    getNotifications: async () => [],
    pushManager: {
      getSubscription: async () => held,
      subscribe: async () => (held = subscription(`https://push.test/${++made}`)),
    },
  };
  Object.defineProperty(navigator, "serviceWorker", {
    configurable: true,
    value: { ready: Promise.resolve(worker), getRegistration: async () => worker },
  });
});
afterEach(() => vi.unstubAllGlobals());

test("allowed in the click, the server learns where this browser is woken; asked again, it is the same", async () => {
  expect(await openPush("son", server, true)).toBe("on");
  expect(await openPush("son", server, true)).toBe("on");

  expect(told).toHaveLength(2);
  expect(told[0]?.id).toBe(told[1]?.id);
  expect(told[0]?.address).toEqual({ endpoint: "https://push.test/1", p256dh: "cDI1NmRo", auth: "YXV0aA" });
  expect(forgotten).toEqual([]);
});

test("each reason why it cannot be woken has its name", async () => {
  allowed = "denied";
  expect(await openPush("son", server, true)).toBe("blocked");
  allowed = "default";
  expect(await openPush("son", server, true)).toBe("unasked");
  allowed = "granted";
  expect(await openPush("son", { ...server, key: () => Promise.reject(new Error("line")) }, true)).toBe("untold");
  vi.stubGlobal("isSecureContext", false);
  expect(await openPush("son", server, true)).toBe("insecure");
  expect(told).toEqual([]);
});

test("made for another key of the server, an address is made anew", async () => {
  held = subscription("https://push.test/old", [9]);

  await openPush("son", server, true);

  expect(told.map(({ address }) => address.endpoint)).toEqual(["https://push.test/1"]);
});

test("an address the server knows to be dead is made anew, once", async () => {
  dead = ["https://push.test/1"];
  expect(await openPush("son", server, true)).toBe("on");
  expect(told.map(({ address }) => address.endpoint)).toEqual(["https://push.test/1", "https://push.test/2"]);

  dead = ["https://push.test/2", "https://push.test/3"];
  expect(await openPush("son", server, true)).toBe("unreachable");
});

test("an address the browser changed is told at the next start, and the old one forgotten", async () => {
  await openPush("son", server, true);
  const [first] = pushMark() ?? [];
  held = subscription("https://push.test/new");

  await keepPush("son", server);

  expect(told.at(-1)?.address.endpoint).toBe("https://push.test/new");
  expect(forgotten).toEqual([first]);
});

test("the next person at this browser is not woken for the one before", async () => {
  await openPush("son", server, true);

  await keepPush("ha", server);

  expect(held).toBeNull();
  expect(localStorage.getItem(PUSH_MARK)).toBeNull();
});

test("closed, nothing is left of it", async () => {
  await openPush("son", server, true);

  await closePush();

  expect([held, pushMark()]).toEqual([null, null]);
});
