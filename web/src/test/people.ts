/** Accounts as the server tells them; a test says only what matters to it. */
import { HOSPITAL, STATION } from "./consults";

import type { Schema } from "@/wire/schema";

export const TABLE: readonly Schema<"RoleView">[] = [
  {
    role: "station_doctor",
    sees: "station",
    rights: ["prepare", "request", "see_identity"],
    at: ["station"],
    needs_specialty: false,
    needs_doctor: true,
    clinical: true,
  },
  {
    role: "specialist",
    sees: "department_open",
    rights: ["answer", "see_identity"],
    at: ["hospital"],
    needs_specialty: true,
    needs_doctor: true,
    clinical: true,
  },
  {
    role: "hospital_admin",
    sees: "nothing",
    rights: ["manage_people"],
    at: ["hospital", "province", "station"],
    needs_specialty: false,
    needs_doctor: false,
    clinical: false,
  },
];

export function facilityOf(part: Partial<Schema<"FacilityView">> = {}): Schema<"FacilityView"> {
  return {
    ...HOSPITAL,
    code: null,
    prefix: "BTD",
    commune_code: null,
    authority: "Sở Y tế",
    emergency_phone: "02130000001",
    leader_phone: null,
    signing_professions: ["doctor"],
    signing_document: null,
    version: 1,
    people: 27,
    ...part,
  };
}

export const STATION_VIEW = facilityOf({ ...STATION, prefix: "BL", people: 4 });

export function heldOf(part: Partial<Schema<"GrantRow">> = {}): Schema<"GrantRow"> {
  return {
    id: "grant-1",
    role: "specialist",
    facility: HOSPITAL,
    specialty: "internal",
    valid_from: "2026-01-01",
    valid_to: null,
    source: "employment",
    document: null,
    given_by: null,
    may_end: true,
    ...part,
  };
}

export function accountOf(part: Partial<Schema<"PersonDetail">> = {}): Schema<"PersonDetail"> {
  return {
    id: "0190a000-0000-7000-8000-0000000000aa",
    name: "BS. Nguyễn Hà Demo",
    full_name: "Nguyễn Hà Demo",
    title: "BS.",
    username: "ha.nguyen",
    profession: "doctor",
    license_no: "000118/LCH",
    duty_phone: null,
    status: "active",
    disabled_reason: null,
    facility: HOSPITAL,
    grants: [heldOf()],
    second_factor: "totp",
    seen_at: null,
    invitation_expires_at: null,
    created_at: "2026-01-01T00:00:00Z",
    password_set_at: "2026-01-02T00:00:00Z",
    disabled_at: null,
    version: 1,
    coming_shifts: 0,
    may_keep: true,
    may_close: true,
    may_give: true,
    ...part,
  };
}
