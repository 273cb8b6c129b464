/** A page left open at a station tries its line once a night, while nobody needs it: what the evening may expect. */
import { serverNow } from "./clock";
import { LineTest } from "./line-test";
import { localMedia } from "./local-media";
import { onRunningCall, runningCall } from "./running-call";

const DONE = "telemed.night";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Vietnam keeps one time all year. */
const LOCAL_MS = 7 * HOUR_MS;
const [FROM_MS, TO_MS] = [1 * HOUR_MS, 4 * HOUR_MS];
/** A machine that slept through its minute still has the rest of the night. A page just opened is opened for somebody. */
const LOOK_EVERY_MS = 5 * 60_000;

/** Which night it is, and how long until its chosen moment; `share` of it, 0 to 1, spreads the stations. */
export function nextNight(now: number, share: number): { readonly night: string; readonly inMs: number } {
  const midnight = Math.floor((now + LOCAL_MS) / DAY_MS) * DAY_MS - LOCAL_MS;
  const at = (start: number) => start + FROM_MS + share * (TO_MS - FROM_MS);
  const over = now >= midnight + TO_MS;
  const start = over ? midnight + DAY_MS : midnight;
  const night = new Date(start + LOCAL_MS).toISOString().slice(0, 10);
  return { night, inMs: Math.max(0, at(start) - now) };
}

let running: { readonly facility: string; readonly stop: () => void } | null = null;

/** Begins once for a page, however often its frame is drawn; another place takes over from the one before. */
export function watchNights(facility: string | undefined): void {
  if (running?.facility === facility || facility === undefined) return;
  running?.stop();
  const share = Math.random();
  const look = () => {
    const { night, inMs } = nextNight(serverNow(), share);
    if (inMs === 0 && localStorage.getItem(DONE) !== night) void probe(facility, night);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  running = { facility, stop: () => clearInterval(timer) };
}

/** One page of this browser, and none while somebody talks or sits before a camera. A locked screen does not stop it. */
async function probe(facility: string, night: string): Promise<void> {
  if (runningCall() !== null || localMedia().state !== "closed" || !navigator.onLine) return;
  await navigator.locks.request(DONE, { ifAvailable: true }, async (mine) => {
    if (mine === null || localStorage.getItem(DONE) === night) return;
    // Without a line it is tried again at the next look.
    const test = new LineTest(facility, null, (state) => {
      if (state.kind === "done") localStorage.setItem(DONE, night);
    });
    // What it measures with, the call needs.
    const watched = onRunningCall(() => test.stop());
    await test.start();
    watched();
  });
}
