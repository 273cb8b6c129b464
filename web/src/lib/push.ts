/** Lets the server wake this browser: asked for, told to the server, renewed. A push carries no word of a patient. */
import { currentLanguage } from "./i18n";
import { PUSH_MARK, pushMark } from "./push-mark";
import { uuid7 } from "./uuid7";

/** Where the server can reach this browser while no page of ours is open. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/**
 * blocked: the person, or who runs the machine, forbade it. unasked: no answer yet. insecure: no https here.
 * unsupported: this browser cannot. unreachable: its maker's service gave no address. untold: our server does not know.
 */
export type PushWay = "on" | "blocked" | "unasked" | "insecure" | "unsupported" | "unreachable" | "untold";

export interface PushServer {
  readonly key: () => Promise<string>;
  /** False: the server was told already that this address is dead. */
  readonly tell: (id: string, address: PushAddress) => Promise<boolean>;
  readonly forget: (id: string) => Promise<unknown>;
}

/** The worker is registered a few seconds after the page stands. */
const WORKER_WITHIN_MS = 8_000;
/** A browser that does not reach its maker tries on for hours without a word. */
const ADDRESS_WITHIN_MS = 10_000;

function unable(): Extract<PushWay, "insecure" | "unsupported"> | null {
  if (!globalThis.isSecureContext) return "insecure";
  const able = "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;
  return able ? null : "unsupported";
}

/**
 * Makes this browser reachable. Call it within a click: browsers ask people only then.
 *
 * `ask` false renews silently what was granted before, and changes nothing otherwise.
 */
export async function openPush(person: string, server: PushServer, ask: boolean): Promise<PushWay> {
  const cannot = unable();
  if (cannot !== null) return cannot;
  const allowed = ask ? await Notification.requestPermission() : Notification.permission;
  if (allowed !== "granted") return allowed === "denied" ? "blocked" : "unasked";
  const worker = await within(WORKER_WITHIN_MS, navigator.serviceWorker.ready);
  if (worker === null) return "unsupported";
  const key = await server.key().catch(() => null);
  if (key === null) return "untold";
  await keepLanguage().catch(() => undefined);
  return tell(worker, key, person, server, true);
}

async function tell(
  worker: ServiceWorkerRegistration,
  key: string,
  person: string,
  server: PushServer,
  anew: boolean,
): Promise<PushWay> {
  const found = await within(ADDRESS_WITHIN_MS, subscribed(worker, key)).catch(() => null);
  if (found === null) return "unreachable";
  const mark = markOf();
  const mine = mark?.person === person;
  const id = mine && mark.endpoint === found.endpoint ? mark.id : uuid7();
  try {
    if (!(await server.tell(id, addressOf(found)))) {
      await found.unsubscribe();
      localStorage.removeItem(PUSH_MARK);
      return anew ? await tell(worker, key, person, server, false) : "unreachable";
    }
  } catch {
    return "untold";
  }
  localStorage.setItem(PUSH_MARK, `${id} ${person} ${found.endpoint}`);
  if (mine && mark.id !== id) await server.forget(mark.id).catch(() => undefined);
  return "on";
}

/**
 * At each start: an address that the browser has changed is told anew. One that was made for somebody else must not wake
 * this machine for them while another person sits at it.
 */
export async function keepPush(person: string, server: PushServer): Promise<void> {
  const mark = markOf();
  if (mark === null || unable() !== null) return;
  if (mark.person !== person) return closePush();
  const held = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();
  if (held?.endpoint !== mark.endpoint) await openPush(person, server, false);
}

/** This browser can no longer be woken, whatever the server still believes; what it showed is put away. */
export async function closePush(): Promise<void> {
  localStorage.removeItem(PUSH_MARK);
  if (unable() !== null) return;
  const worker = await navigator.serviceWorker.getRegistration();
  if (!worker) return;
  for (const shown of await worker.getNotifications()) shown.close();
  await (await worker.pushManager.getSubscription())?.unsubscribe();
}

function markOf(): { readonly id: string; readonly person: string; readonly endpoint: string } | null {
  const [id, person, endpoint] = pushMark() ?? [];
  return id && person && endpoint ? { id, person, endpoint } : null;
}

/** In a place where the service worker, too, can read it. */
async function keepLanguage(): Promise<void> {
  await (await caches.open("language")).put("/language", new Response(currentLanguage()));
}

async function subscribed(worker: ServiceWorkerRegistration, key: string): Promise<PushSubscription> {
  const held = await worker.pushManager.getSubscription();
  if (held && textOf(held.options.applicationServerKey) === key) return held;
  // Another key of the server: an address made for the old one is refused for good.
  await held?.unsubscribe();
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function addressOf(found: PushSubscription): PushAddress {
  return { endpoint: found.endpoint, p256dh: textOf(found.getKey("p256dh")), auth: textOf(found.getKey("auth")) };
}

/** Null when it takes longer. */
function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  return Promise.race([work, new Promise<null>((late) => setTimeout(() => late(null), ms))]);
}

/** base64url without padding, as VAPID keys are written. */
function textOf(bytes: ArrayBuffer | null): string {
  if (bytes === null) return "";
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
