/** Single cases this person has opened for a reason: which, for how long, and what the privacy officer asks about it. */
import { useQuery, type UseQueryResult } from "@tanstack/react-query";

import { api, ok } from "@/lib/http-client";

import type { Grant } from "./session";
import type { Schema } from "@/wire/schema";

export type Ground = Schema<"Ground">;
export type OpenedCases = Schema<"AccessList">;

const DOCTORS = new Set(["station_doctor", "station_head", "specialist", "dept_head"]);
/** An opening ends by the clock, and a question may come at any time. */
const LOOK_EVERY_MS = 60_000;

/** For what this person may open a case that is not theirs. Comfort only: the server decides. */
export function groundsOf(grants: readonly Pick<Grant, "role" | "facility">[]): readonly Ground[] {
  const grounds = new Set<Ground>();
  for (const { role, facility } of grants) {
    if (DOCTORS.has(role)) grounds.add("emergency");
    if (role === "province_viewer" && facility.kind === "province") grounds.add("inspection").add("complaint");
    if (role === "hospital_manager") grounds.add("management");
  }
  return [...grounds];
}

export function useOpenedCases(): UseQueryResult<OpenedCases> {
  return useQuery({
    queryKey: ["accesses"],
    queryFn: ({ signal }) => ok(api.GET("/api/accesses", { signal })),
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** Whether a kept answer is about this case or somebody in it: none may outlive the right to it, nor a refusal come before. */
export function isOfCase(queryKey: readonly unknown[], consult: string): boolean {
  const [what] = queryKey;
  return (typeof what === "string" && what.startsWith("patient")) || queryKey.includes(consult);
}
