/** What administrators ask of facilities. */
import { api, ok } from "@/lib/http-client";
import { uuid7 } from "@/lib/uuid7";

import type { Schema } from "@/wire/schema";

export type Facility = Schema<"FacilityView">;

export const readAdministered = () => ok(api.GET("/api/administered-facilities"));

export const putFacility = (id: string, body: Schema<"NewFacility">): Promise<Facility> =>
  ok(api.PUT("/api/facilities/{id}", { params: { path: { id } }, body }));

export const changeFacility = (id: string, body: Schema<"FacilityChange">): Promise<Facility> =>
  ok(api.POST("/api/facilities/{id}/changes/{change_id}", { params: { path: { id, change_id: uuid7() } }, body }));
