/** A made-up passport for this folder's tests. */
import { STATION } from "./consults";

import type { Cell, Passport } from "@/features/link/link-state";

export const cellOf = (part: Partial<Cell> = {}): Cell => ({
  weekday: 0,
  hour: 9,
  looks: 10,
  up_kbps: 420,
  down_kbps: 380,
  rtt_ms: 110,
  loss_pct: 0.6,
  concealed_pct: 0.2,
  rung: "video",
  ...part,
});

export const passportOf = (part: Partial<Passport> = {}): Passport => ({
  facility: STATION,
  first_rung: "voice",
  ceiling: null,
  relay_until: null,
  weak_hours: [{ from_hour: 17, until_hour: 20, rung: "voice" }],
  cells: [cellOf(), cellOf({ hour: 18, up_kbps: 60, rung: "voice" })],
  month: { since: "2026-10-31T17:00:00Z", until: "2026-11-30T17:00:00Z", bytes: 412_000_000, calls: 9 },
  before: [],
  settings: { sim: "Viettel 4G", cap_mb: 500, capped_rung: "voice", billing_day: 1 },
  changed_at: null,
  may_set: true,
  ...part,
});
