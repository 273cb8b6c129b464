import { beforeEach, expect, test, vi } from "vitest";

vi.mock("./media-devices", () => ({
  openMedia: () => Promise.resolve({ stream: new FakeStream(), camera: null, microphone: null }),
  closeMedia: () => undefined,
}));

class FakeStream {
  readonly #tracks = ["audio", "video"].map((kind) => ({ kind, enabled: true, addEventListener: () => undefined }));
  getTracks = () => this.#tracks;
  getAudioTracks = () => this.#tracks.slice(0, 1);
  getVideoTracks = () => this.#tracks.slice(1);
}

/** As after the page, the tab or the whole machine began anew. */
async function fresh(tab: "same tab" | "another tab") {
  if (tab === "another tab") sessionStorage.clear();
  vi.resetModules();
  return import("./local-media");
}

const wanted = ({ cameraOn, microphoneOn }: { cameraOn: boolean; microphoneOn: boolean }) => [cameraOn, microphoneOn];

/** The note is written behind the act. */
const written = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(async () => {
  sessionStorage.clear();
  await (await import("./drafts")).wipeDrafts();
});

test("a microphone that was off is off after a reload, and so is its track", async () => {
  const before = await fresh("same tab");
  await before.openLocalMedia();
  before.turnMicrophone(false);

  const after = await fresh("same tab");
  await after.openLocalMedia();

  expect(wanted(after.localMedia())).toEqual([true, false]);
  expect(after.localMedia().stream?.getAudioTracks()[0]?.enabled).toBe(false);
});

test("after a power cut in the call it is as it was, for as long as the call waits", async () => {
  const before = await fresh("another tab");
  await before.openLocalMedia();
  before.turnMicrophone(false);
  await written();

  const soon = await fresh("another tab");
  await soon.openLocalMedia();
  expect(wanted(soon.localMedia())).toEqual([true, false]);
  expect(soon.localMedia().stream?.getAudioTracks()[0]?.enabled).toBe(false);
  await written();

  const now = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(now + 16 * 60_000);
  const late = await fresh("another tab");
  await late.openLocalMedia();
  expect(wanted(late.localMedia())).toEqual([true, true]);
});

test("devices closed in good order leave nothing: the next call begins with voice", async () => {
  const before = await fresh("another tab");
  await before.openLocalMedia();
  before.turnMicrophone(false);
  before.closeLocalMedia();
  await written();

  const after = await fresh("another tab");
  await after.openLocalMedia();
  expect(wanted(after.localMedia())).toEqual([true, true]);
});
