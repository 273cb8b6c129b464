/** What administrators ask of keys and of addresses that are told of facts. */
import { api, ok } from "@/lib/http-client";
import { uuid7 } from "@/lib/uuid7";

import type { Schema } from "@/wire/schema";

export type Desk = Schema<"ExchangeDesk">;
export type Key = Schema<"KeyView">;
export type Hook = Schema<"HookView">;
export type Data = Key["kinds"][number];
export type Topic = Hook["topics"][number];

export const readDesk = (signal: AbortSignal): Promise<Desk> => ok(api.GET("/api/exchange", { signal }));

export const putKey = (id: string, body: Schema<"NewKey">): Promise<Schema<"NewKeyView">> =>
  ok(api.PUT("/api/exchange/keys/{id}", { params: { path: { id } }, body }));

export const revokeKey = (id: string): Promise<Key> =>
  ok(api.POST("/api/exchange/keys/{id}/revoke", { params: { path: { id } } }));

export const putHook = (id: string, body: Schema<"NewHook">): Promise<Schema<"NewHookView">> =>
  ok(api.PUT("/api/exchange/webhooks/{id}", { params: { path: { id } }, body }));

export const tryHook = (id: string): Promise<Hook> =>
  ok(api.POST("/api/exchange/webhooks/{id}/tests/{message_id}", { params: { path: { id, message_id: uuid7() } } }));

export const sendAgain = (id: string, messageId: string): Promise<Hook> =>
  ok(
    api.POST("/api/exchange/webhooks/{id}/messages/{message_id}/again", {
      params: { path: { id, message_id: messageId } },
    }),
  );

export const changeSecret = (id: string, changeId: string, leaked: boolean): Promise<Schema<"NewHookView">> =>
  ok(
    api.PUT("/api/exchange/webhooks/{id}/secrets/{change_id}", {
      params: { path: { id, change_id: changeId } },
      body: { leaked },
    }),
  );

export const stopHook = (id: string): Promise<Hook> =>
  ok(api.POST("/api/exchange/webhooks/{id}/stop", { params: { path: { id } } }));

export const startHook = (id: string): Promise<Hook> =>
  ok(api.POST("/api/exchange/webhooks/{id}/start", { params: { path: { id } } }));

export const removeHook = (id: string): Promise<unknown> =>
  ok(api.DELETE("/api/exchange/webhooks/{id}", { params: { path: { id } } }));
