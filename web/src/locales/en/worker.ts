import type { worker as vi } from "../vi/worker";

export const worker: { readonly [K in keyof typeof vi]: string } = {
  ring: "A station asks for a consult",
  practice: "Practice: a station asks for a consult",
  ringText: "Touch to open the worklist and take it.",
  over: "The ring is over",
  over_taken: "Another doctor has taken the case",
  over_answered: "You have answered this ring",
  overText: "Nothing is left to do.",
  test: "Test of the duty ring",
  testText: "This device receives notifications. This one goes by itself.",
  news: "Telemed has news",
  newsText: "Touch to open.",
  notice_shift_unconfirmed_own: "You have not begun your shift",
  notice_shift_armed: "You are rung as backup from now on",
  notice_shift: "A shift has not been begun",
  notice_gap: "The roster has a gap",
  notice_swap: "News of a swap",
  notice_roster: "Your duty has changed",
  notice_rotation: "News of a rotation",
  notice_handover: "News of a handover",
};
