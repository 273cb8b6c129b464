import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/problem";

export const problem: Same<typeof vi.problem> = {
  // The line, and what no code says better.
  network: "No network, not sent yet. What was typed is kept; try again when the line is back.",
  timeout: "The line is too slow, the server has not answered. What was typed is kept; try again.",
  unreadable: "The server's answer cannot be read. Try again, then tell the administrator.",
  unexpected: "Something unforeseen stopped this. Reload and try again.",
  invalid: "Some fields are not right. See the marked ones.",
  unauthenticated: "The session has ended. Sign in again to go on.",
  denied: "This account may not do this.",
  missing: "There is no such thing, or it belongs to another facility.",
  id_reused: "This id was already used with other content. Reload and send again.",
  stale: "Someone else has just changed this. Look at the new version, then do it again.",
  busy: "The server is busy. Wait a few seconds and try again.",
  other: "This could not be done. Try again, then tell the administrator the reference.",

  // The server's edge.
  validation: "Some fields are not right, so nothing was saved. Correct the marked ones and send again.",
  internal:
    "The server failed and this was not saved. Try again, then tell the administrator the reference. Emergency: telephone now.",
  body_too_large: "What was sent is too long for the server. Shorten it and send again.",
  body_too_slow: "The line is too slow, not all of it arrived. What was typed is kept; send again on a better line.",
  bad_request: "This page and the server are of different versions. Reload, then do it again.",
  content_type: "This page and the server are of different versions. Reload, then do it again.",
  method_not_allowed: "This page and the server are of different versions. Reload, then do it again.",
  no_such_address: "The server has no such address; this page may be an old version. Reload, then do it again.",
  too_many_requests:
    "Too much was asked of the server in a short time. Wait a few seconds and try again; emergencies and calls go on.",
  other_origin:
    "This page was opened from another address, so the server takes no changes from it. Open the address you were given, then tell the administrator.",

  // Signing in, and signing papers.
  sign_in_first: "This needs signing in. Sign in, then do it again.",
  sign_in_refused: "The username or the password is not right. Check capitals and the keyboard, then try again.",
  second_factor_needed:
    "The password is right. Type the 6 digits of your authenticator or a recovery code, or use a passkey.",
  second_factor_refused: "The code is not right or was used before. Wait for the next one, or use a recovery code.",
  pin_refused: "The PIN is not right. {left} tries are left on this computer.",
  pin_locked: "This computer takes no PIN of this person now. Sign in with the password.",
  screen_locked: "The screen is locked. Unlock it to go on; emergencies and calls go on meanwhile.",
  not_signed_in: "The session has ended and this was not saved. Sign in again, then do it again.",
  session_over: "The session has ended. Sign in again; drafts on this device are kept.",
  ticket_stale: "The link is not back yet. It reconnects by itself; reload if it takes long.",
  wrong_password: "The password is not right, nothing was done. Check capitals and the keyboard, then type it again.",
  too_many_sign_ins: "Too many wrong passwords. Wait a minute at most, then try again.",
  passwords_busy: "Many people are signing in at this moment. Wait a few seconds and try again.",
  passkey_refused: "This passkey opens no account here. Use another one, or sign in with the password.",
  ceremony_over: "This took too long, or was used before. Begin again.",
  "oidc.off": "This way of signing in is not used here. Sign in with the password.",
  "oidc.refused": "The other sign-in was not finished, took too long, or cannot be believed. Begin again.",
  "oidc.unknown_person":
    "Signed in there, but no account here belongs to this person. Ask the administrator, or use the password.",
  "oidc.unavailable": "The other sign-in does not answer. Try again later, or sign in with the password.",
};
