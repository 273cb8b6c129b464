/** What administrators ask of accounts. */
import { api, ok } from "@/lib/http-client";
import { uuid7 } from "@/lib/uuid7";

import type { Schema } from "@/wire/schema";

export type Person = Schema<"PersonDetail">;
export type PersonRow = Schema<"PersonRow">;
export type Grant = Schema<"GrantRow">;
export type Role = Schema<"RoleView">;
export type Invitation = Schema<"InvitationLink">;

export const findPeople = (body: Schema<"PersonSearch">, signal?: AbortSignal) =>
  ok(api.POST("/api/people/search", { body, ...(signal && { signal }) }));

export const readPerson = (id: string, signal?: AbortSignal): Promise<Person> =>
  ok(api.GET("/api/people/{id}", { params: { path: { id } }, ...(signal && { signal }) }));

export const readRoles = async (): Promise<readonly Role[]> => (await ok(api.GET("/api/roles"))).roles;

export const readAdministered = () => ok(api.GET("/api/administered-facilities"));

export const putPerson = (id: string, body: Schema<"NewPerson">): Promise<Person> =>
  ok(api.PUT("/api/people/{id}", { params: { path: { id } }, body }));

export const changePerson = (id: string, body: Schema<"PersonChange">): Promise<Person> =>
  ok(api.POST("/api/people/{id}/changes/{change_id}", { params: { path: { id, change_id: uuid7() } }, body }));

export const invite = (id: string): Promise<Invitation> =>
  ok(api.POST("/api/people/{id}/invitation", { params: { path: { id } } }));

export const disable = (id: string, reason: string): Promise<Person> =>
  ok(api.POST("/api/people/{id}/disable", { params: { path: { id } }, body: { reason } }));

export const enable = (id: string): Promise<Person> =>
  ok(api.POST("/api/people/{id}/enable", { params: { path: { id } } }));

export const resetFactor = (id: string): Promise<Person> =>
  ok(api.POST("/api/people/{id}/reset-second-factor", { params: { path: { id } } }));

export const signOutPerson = (id: string): Promise<Person> =>
  ok(api.POST("/api/people/{id}/sign-out", { params: { path: { id } } }));

export const putGrant = (id: string, body: Schema<"NewGrant">): Promise<Person> =>
  ok(api.PUT("/api/grants/{id}", { params: { path: { id } }, body }));

export const endGrant = (id: string, on: string): Promise<Person> =>
  ok(api.POST("/api/grants/{id}/end", { params: { path: { id } }, body: { on } }));
