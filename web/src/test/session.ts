/** What the server answers a sign-in, a renewal or an unlock with. */
import type { SessionAnswer } from "@/lib/http-client";

export function sessionOf(part: Partial<SessionAnswer> = {}): SessionAnswer {
  return {
    access_token: "t",
    expires_in_ms: 600_000,
    server_time_ms: Date.now(),
    sign_in_id: "si",
    user: { id: "u", name: "BS. Lò Mai Demo", profession: "doctor" },
    grants: [],
    locked: null,
    device: { id: "d", shared: false },
    demo: false,
    must_change_password: false,
    notices: [],
    ...part,
  };
}
