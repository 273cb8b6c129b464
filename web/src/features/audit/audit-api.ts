/** What the trail's screens ask of the server. */
import { api, fileUrl, ok } from "@/lib/http-client";

import { narrowed, queryOf, type Chain, type Filters } from "./audit-state";

export const getPage = (filters: Filters, signal: AbortSignal) =>
  ok(api.GET("/api/audit", { params: { query: queryOf(filters) }, signal }));

export const getPeople = async () => (await ok(api.GET("/api/audit/people"))).people;

export const getFacilities = async () => (await ok(api.GET("/api/facilities"))).facilities;

export const getHeads = async () => (await ok(api.GET("/api/audit/heads"))).heads;

export const getChain = (): Promise<Chain> => ok(api.GET("/api/audit/chain"));

export const beginCheck = (): Promise<Chain> => ok(api.POST("/api/audit/chain/check"));

export const stopCheck = (): Promise<Chain> => ok(api.DELETE("/api/audit/chain/check"));

/** The whole filter, whichever page is open. */
export async function saveExport(filters: Filters): Promise<void> {
  const query = new URLSearchParams(queryOf(narrowed(filters, {})));
  const url = await fileUrl(`/api/audit.jsonl?${query.toString()}`);
  const link = document.createElement("a");
  link.href = url;
  link.download = `nhat-ky-truy-cap${filters.from && `-${filters.from}`}${filters.to && `-${filters.to}`}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
