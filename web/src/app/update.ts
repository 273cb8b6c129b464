/** A new program is taken up when nobody at this browser is in a call, and shown when nobody looks. */
import { onRunningCall, runningCall } from "@/lib/running-call";

const LOOK_EVERY_MS = 6 * 3_600_000;
/** Out of sight for so long, a page begins anew with the new program; what is typed is in its draft. */
const UNSEEN_MS = 60_000;

export function mindUpdates(worker: ServiceWorkerRegistration): void {
  const workers = navigator.serviceWorker;
  // The first worker takes over a page that has its program already.
  const old = workers.controller !== null;
  let fresh = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const takeOver = () => {
    if (runningCall() === null) worker.waiting?.postMessage("take-over");
  };
  const beginAnew = () => {
    clearTimeout(timer);
    if (fresh && document.visibilityState === "hidden" && runningCall() === null)
      timer = setTimeout(() => runningCall() === null && location.reload(), UNSEEN_MS);
  };
  const installing = () => worker.installing?.addEventListener("statechange", takeOver);
  workers.addEventListener("message", ({ data, ports }: MessageEvent<{ readonly kind?: string }>) => {
    if (data.kind === "idle") ports[0]?.postMessage(runningCall() === null);
  });
  workers.addEventListener("controllerchange", () => {
    fresh = old;
    beginAnew();
  });
  worker.addEventListener("updatefound", installing);
  document.addEventListener("visibilitychange", beginAnew);
  onRunningCall(takeOver);
  setInterval(() => void worker.update().catch(() => undefined), LOOK_EVERY_MS);
  installing();
  takeOver();
}
