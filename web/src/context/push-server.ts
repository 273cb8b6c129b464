/** What a browser that can be woken says to our server. */
import { api, ok } from "@/lib/http-client";

import type { PushServer } from "@/lib/push";

export const pushServer: PushServer = {
  key: async () => (await ok(api.GET("/api/push/key"))).key,
  tell: async (id, body) => {
    const reach = await ok(api.PUT("/api/push/subscriptions/{id}", { params: { path: { id } }, body }));
    return reach.subscriptions.some((one) => one.id === id);
  },
  forget: (id) => ok(api.DELETE("/api/push/subscriptions/{id}", { params: { path: { id } } })),
};
