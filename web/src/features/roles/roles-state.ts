/** The server's role table in groups. Pure. */
import type { Schema } from "@/wire/schema";

export type Role = Schema<"RoleView">;
export type Group = "station" | "hospital" | "other";

export function groupOf(role: Role): Group {
  if (role.at.length !== 1) return "other";
  const [kind] = role.at;
  if (kind === "hospital") return "hospital";
  return kind === "station" && role.clinical ? "station" : "other";
}

/** What it needs before it can be held, most telling first. */
export function needsOf(role: Role): readonly ("needsSpecialty" | "needsDoctor" | "needsClinical")[] {
  return [
    ...(role.needs_doctor ? (["needsDoctor"] as const) : role.clinical ? (["needsClinical"] as const) : []),
    ...(role.needs_specialty ? (["needsSpecialty"] as const) : []),
  ];
}
