/** Rows of the access trail, with what does not matter to the claim by default. */
import { HOSPITAL } from "./consults";

import type { Schema } from "@/wire/schema";

export function auditRowOf(part: Partial<Schema<"AuditRow">> = {}): Schema<"AuditRow"> {
  return {
    id: "0190a000-0000-7000-8000-00000000aaaa",
    at: "2026-08-20T13:13:41Z",
    n: 7,
    person: { id: "0190a000-0000-7000-8000-00000000bbbb", name: "BS. Vàng Hạ Demo", profession: "doctor" },
    grant: { role: "specialist", facility: HOSPITAL },
    by_key: null,
    system: null,
    action: "read",
    entity: "consult",
    entity_id: "0190a000-0000-7000-8000-00000000cccc",
    case: { id: "0190a000-0000-7000-8000-00000000cccc", code: "BL-0431" },
    outcome: "ok",
    reason: null,
    because: "team",
    ...part,
  };
}
