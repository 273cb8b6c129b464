import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { gathered, PhoneLink } from "./phone-link";

const RELAY = { urls: ["turn:relay.test:443?transport=tcp"], username: "1:x", credential: "secret" };
const OFFER = { number: 3, sdp: "v=0 theirs" };

class Connection extends EventTarget {
  static readonly made: Connection[] = [];
  iceGatheringState: RTCIceGatheringState = "complete";
  connectionState = "new";
  localDescription = { sdp: "v=0 ours" };
  ontrack: unknown = null;
  onconnectionstatechange: unknown = null;
  readonly config: RTCConfiguration;
  constructor(config: RTCConfiguration = {}) {
    super();
    this.config = config;
    Connection.made.push(this);
  }
  async setRemoteDescription(): Promise<void> {}
  async setLocalDescription(): Promise<void> {}
  close(): void {}
  /** The test's side. */
  finds(type: string): void {
    const event = new Event("icecandidate") as Event & { candidate?: unknown };
    event.candidate = { type };
    this.dispatchEvent(event);
  }
  becomesComplete(): void {
    this.iceGatheringState = "complete";
    this.dispatchEvent(new Event("icegatheringstatechange"));
  }
}

const asked: { path: string; body: unknown }[] = [];
let refused = false;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("RTCPeerConnection", Connection);
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname;
    asked.push({ path, body: request.method === "POST" ? await request.json() : null });
    if (refused) return Response.json({ code: "missing", status: 404 }, { status: 404 });
    return path === "/api/ice-servers"
      ? Response.json({ ice_servers: [RELAY], lasts_ms: 3_600_000 })
      : new Response(null, { status: 204 });
  });
});
afterEach(() => {
  [asked.length, Connection.made.length, refused] = [0, 0, false];
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("the station answers a phone with the relay of a call, so that both meet from behind two networks", async () => {
  await new PhoneLink("c", () => undefined).offered(OFFER);

  expect(Connection.made.map(({ config }) => config)).toEqual([{ iceServers: [RELAY] }]);
  expect(asked.at(-1)).toEqual({ path: "/api/second-cameras/c/answer", body: { number: 3, sdp: "v=0 ours" } });
});

test("what was offered is answered once; when that failed, once more", async () => {
  const link = new PhoneLink("c", () => undefined);
  refused = true;
  await expect(link.offered(OFFER)).rejects.toMatchObject({ status: 404 });

  refused = false;
  await link.offered(OFFER);
  await link.offered({ ...OFFER });

  expect(asked.filter(({ path }) => path.endsWith("/answer"))).toHaveLength(1);
});

const settled = async (work: Promise<unknown>): Promise<boolean> => {
  let done = false;
  void work.then(() => (done = true));
  await vi.advanceTimersByTimeAsync(0);
  return done;
};

test("a slow relay is waited for, an address that nobody answers from is not", async () => {
  const connection = new Connection();
  connection.iceGatheringState = "gathering";
  const work = gathered(connection as unknown as RTCPeerConnection);

  connection.finds("host");
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await settled(work)).toBe(false);

  connection.finds("relay");
  await vi.advanceTimersByTimeAsync(500);
  expect(await settled(work)).toBe(true);
});

test("all that was found is enough, and so is what was found in eight seconds", async () => {
  const [quick, never] = [new Connection(), new Connection()];
  quick.iceGatheringState = never.iceGatheringState = "gathering";
  const works = [quick, never].map((one) => gathered(one as unknown as RTCPeerConnection));

  quick.becomesComplete();
  expect(await Promise.all(works.map(settled))).toEqual([true, false]);

  await vi.advanceTimersByTimeAsync(8_000);
  expect(await settled(works[1] as Promise<void>)).toBe(true);
});
