/** Registers the service worker once the page has what it needs: it must not compete with the first screen for a thin line. */
import { workerAddress } from "@/lib/trusted";

export function keepAppOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    setTimeout(() => {
      // Refused on plain HTTP beyond this machine: the app then simply needs the network to start.
      navigator.serviceWorker
        .register(workerAddress())
        .then(async (worker) => (await import("./update")).mindUpdates(worker))
        .catch(() => undefined);
    }, 3_000);
  });
}
