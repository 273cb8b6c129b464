/** The minutes' routes. A change, an opinion and a signature each carry an id made here. */
import { api, ok } from "./http-client";

import type { FieldName, MinutesView } from "./minutes-state";

export interface MinutesWire {
  readonly load: (consult: string) => Promise<MinutesView>;
  readonly change: (
    minutes: string,
    id: string,
    body: { field: FieldName; text: string; seen_version: number },
  ) => Promise<MinutesView>;
  readonly opinion: (minutes: string, id: string, text: string) => Promise<MinutesView>;
  readonly conclude: (minutes: string) => Promise<MinutesView>;
}

export const minutesWire: MinutesWire = {
  load: (id) => ok(api.GET("/api/consults/{id}/minutes", { params: { path: { id } } })),
  change: (id, change_id, body) =>
    ok(api.POST("/api/minutes/{id}/changes/{change_id}", { params: { path: { id, change_id } }, body })),
  opinion: (id, opinion_id, text) =>
    ok(api.PUT("/api/minutes/{id}/opinions/{opinion_id}", { params: { path: { id, opinion_id } }, body: { text } })),
  conclude: (id) => ok(api.POST("/api/minutes/{id}/conclude", { params: { path: { id } } })),
};
