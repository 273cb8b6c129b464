/** Which screens a person gets, by the strongest of their grants. Comfort only: the server decides what may be done. */
import type { SessionAnswer } from "@/lib/http-client";

export type Place = "station" | "specialist" | "manager" | "admin" | "privacy" | "other";
type Grant = SessionAnswer["grants"][number];

const PLACES: readonly (readonly [Place, readonly string[]])[] = [
  ["station", ["station_head", "station_doctor", "station_assistant", "station_nurse"]],
  ["specialist", ["dept_head", "specialist"]],
  ["manager", ["hospital_manager"]],
  ["admin", ["hospital_admin"]],
  ["privacy", ["privacy_officer"]],
];

export function placeOf(grants: readonly Grant[]): { place: Place; grant: Grant | null } {
  for (const [place, roles] of PLACES) {
    for (const role of roles) {
      const held = grants.filter((one) => one.role === role);
      // Who watches a hospital and its stations works at the hospital.
      const grant = held.find(({ facility }) => facility.kind !== "station") ?? held[0];
      if (grant) return { place, grant };
    }
  }
  return { place: "other", grant: grants[0] ?? null };
}
