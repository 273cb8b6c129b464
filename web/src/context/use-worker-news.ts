/** What the service worker asks of a page or tells it: who shows a ring, which one a person touched, a new address. */
import { useEffect, useRef } from "react";

export type WorkerNews =
  /** A push came: does this page show that ring already? */
  | { readonly kind: "shows"; readonly ring: string }
  /** Somebody touched the notification. */
  | { readonly kind: "open"; readonly ring?: string }
  | { readonly kind: "renew" };

/** What `handler` answers goes back to the worker; null leaves the answer to another part of the page. */
export function useWorkerNews(handler: (news: WorkerNews) => boolean | null): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const workers = (navigator as Partial<Navigator>).serviceWorker;
    const heard = ({ data, ports }: MessageEvent<WorkerNews>) => {
      const answer = latest.current(data);
      if (answer !== null) ports[0]?.postMessage(answer);
    };
    workers?.addEventListener("message", heard);
    workers?.startMessages();
    return () => workers?.removeEventListener("message", heard);
  }, []);
}

/** What a push showed of a ring that is over, where this page learns of it first. */
export async function putAway(ring: string): Promise<void> {
  const worker = await (navigator as Partial<Navigator>).serviceWorker?.getRegistration();
  for (const shown of (await worker?.getNotifications({ tag: ring })) ?? []) shown.close();
}
