/** What a person may see and plan of duty, and at which hospitals. Comfort only: the server decides. */
import { useQuery } from "@tanstack/react-query";

import { fetchHospitals } from "@/lib/hospitals";
import { useMe, type Grant } from "./session";

import type { Schema } from "@/wire/schema";

export type DutyHospital = Pick<Schema<"FacilityRef">, "id" | "name" | "short_name">;

const ANSWER: ReadonlySet<string> = new Set(["specialist", "dept_head"]);
const PLAN: ReadonlySet<string> = new Set(["dept_head", "hospital_manager"]);
const SEE: ReadonlySet<string> = new Set([...ANSWER, ...PLAN, "coordinator", "province_viewer"]);

export interface DutyRights {
  /** Rosters, coverage, rotations, ladders may be looked at. */
  readonly sees: boolean;
  /** Has shifts of their own. */
  readonly answers: boolean;
  readonly plans: boolean;
  /** Looks at every hospital. */
  readonly everywhere: boolean;
}

export function dutyRightsOf(grants: readonly Pick<Grant, "role" | "facility">[]): DutyRights {
  const holds = (roles: ReadonlySet<string>) => grants.some(({ role }) => roles.has(role));
  return {
    sees: holds(SEE),
    answers: holds(ANSWER),
    plans: holds(PLAN),
    everywhere: grants.some(({ role, facility }) => SEE.has(role) && facility.kind === "province"),
  };
}

/** The hospitals whose rosters this person may open; undefined until the list has come. */
export function useDutyHospitals(): {
  readonly hospitals: readonly DutyHospital[] | undefined;
  readonly problem: unknown;
} {
  const { grants } = useMe();
  const { everywhere } = dutyRightsOf(grants);
  const all = useQuery({ queryKey: ["hospitals"], queryFn: fetchHospitals, enabled: everywhere });
  if (everywhere) return { hospitals: all.data, problem: all.error };
  const own = grants.filter(({ role, facility }) => SEE.has(role) && facility.kind === "hospital");
  return { hospitals: [...new Map(own.map(({ facility }) => [facility.id, facility])).values()], problem: null };
}
