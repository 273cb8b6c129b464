import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { PhoneCamera } from "./phone-camera";

const relay = (username: string) => ({ urls: ["turn:relay.test:443"], username, credential: "secret" });
const news = (turn: number, offered: number | null) => ({
  camera_id: "c",
  station: "Trạm Bình Lư",
  turn,
  offered,
  answer: null,
  wanted: [],
  ice_servers: [relay(`${turn}:x`)],
});

class Connection extends EventTarget {
  static readonly made: Connection[] = [];
  iceGatheringState = "complete";
  connectionState = "new";
  localDescription = { sdp: "v=0 ours" };
  readonly config: RTCConfiguration;
  constructor(config: RTCConfiguration) {
    super();
    this.config = config;
    Connection.made.push(this);
  }
  addTransceiver(): void {}
  async setLocalDescription(): Promise<void> {}
  close(): void {}
}

const TRACK = { getSettings: () => ({ width: 1_280 }), stop: () => undefined };
let offered: number | null = null;
let turn = 0;
let asked: string[] = [];
let fail: (path: string) => boolean = () => false;
let told: () => void = () => undefined;
/** The next question waits, as the server makes it wait, until the test says that there is news. */
let next = Promise.resolve();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("RTCPeerConnection", Connection);
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: async () => STREAM } });
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname.replace("/api/phone", "");
    asked.push(path);
    if (fail(path)) throw new TypeError("the line broke");
    if (path === "/offer") {
      offered = ((await request.json()) as { number: number }).number;
      return new Response(null, { status: 204 });
    }
    if (path === "/news") {
      await next;
      next = new Promise((resolve) => (told = resolve));
    }
    return Response.json(news(++turn, offered));
  });
});
const STREAM = { getTracks: () => [TRACK], getVideoTracks: () => [TRACK] };
afterEach(() => {
  [offered, turn, asked, fail, next] = [null, 0, [], () => false, Promise.resolve()];
  Connection.made.length = 0;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const soon = () => vi.advanceTimersByTimeAsync(0);
const servers = () => Connection.made.map(({ config }) => config.iceServers?.[0]?.username);

test("a phone offers its picture by the relay it is told of as it comes in", async () => {
  const camera = new PhoneCamera();

  camera.start("s".repeat(32));
  await soon();

  expect(servers()).toEqual(["1:x"]);
  camera.stop();
});

test("loaded again it waits for the relay before it offers anything", async () => {
  sessionStorage.setItem("telemed.camera", "t".repeat(32));
  const camera = new PhoneCamera();

  camera.start(null);
  await soon();

  expect(asked.slice(0, 2)).toEqual(["/news", "/offer"]);
  expect(servers()).toEqual(["1:x"]);
  camera.stop();
});

test("a connection that failed is made anew with what is good by then", async () => {
  const camera = new PhoneCamera();
  camera.start("s".repeat(32));
  await soon();
  const [first] = Connection.made;
  if (first) first.connectionState = "failed";

  told();
  await soon();

  expect(servers()).toEqual(["1:x", `${turn}:x`]);
  camera.stop();
});

test("a line that breaks on an offer is no camera that was refused, and the offer is made again", async () => {
  fail = (path) => path === "/offer" && Connection.made.length === 1;
  const camera = new PhoneCamera();

  camera.start("s".repeat(32));
  await soon();

  expect(camera.state.noCamera).toBeNull();
  expect(Connection.made).toHaveLength(2);
  expect(offered).not.toBeNull();
  camera.stop();
});
