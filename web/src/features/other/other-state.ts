/** Which of a person's roles still wait for their screens. */
import type { Schema } from "@/wire/schema";

const WITHOUT = ["coordinator"] as const;
export type RoleWithout = (typeof WITHOUT)[number];

/** In the order of the work, each once, however many places it is held at. */
export function rolesWithout(grants: readonly { readonly role: Schema<"Role"> }[]): readonly RoleWithout[] {
  return WITHOUT.filter((role) => grants.some((grant) => grant.role === role));
}
