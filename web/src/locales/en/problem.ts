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

  // Duty and who supports whom.
  no_hospital:
    "No hospital supports this station today, so nobody could be rung. Telephone the hospital, then tell the administrator.",
  "shift.not_yours": "This shift is another person's. Only they can confirm it.",
  "shift.too_early": "The shift begins in more than 60 minutes. Confirm it nearer its time.",
  "shift.over": "This shift has ended, or was swapped or dropped. Look at the roster again.",
  "shift.not_over": "The shift is not over yet. Close it when it has ended.",
  "shift.overlap": "This person is already on duty in these hours. Choose other hours or another person.",

  // The case.
  "consult.incomplete":
    "The request lacks what the doctor needs, so it was not sent. Fill the marked field and send again.",
  "consent.needed":
    "The patient was not asked whether the record may be sent, so it was not. Ask, record it, then send; in an emergency use the emergency call.",
  "consent.refused":
    "The patient does not agree to send the record, so it was not sent. Treat at the station, or ask a doctor by telephone without a name.",
  "consent.incomplete":
    "The consent lacks who spoke, as whom, the child's answer or the reason, so it was not kept. Fill it in and record again.",
  "consent.ground":
    "The ground of emergency holds for sending the record to the hospital only. Ask the patient and record the answer.",
  "consent.child_refused":
    "A child of 7 or more does not agree, so it cannot be recorded as agreed. Record “does not agree”.",
  "consent.nothing_to_withdraw":
    "This was not agreed to, or was taken back before, so there is nothing to withdraw. Look at the consents again.",
  "consent.unknown_text":
    "This page is older than the server, so the consent was not kept. Reload the page and record again.",
  "consult.wrong_state": "The case has moved on, so this can no longer be done. Look at it as it is now.",
  "consult.already_accepted": "Another doctor took this case first. There is nothing more to do.",
  "consult.stat_needs_voice":
    "An emergency is answered by voice: not in writing, not sent back, not put off. Take it and ask in the room.",
  "consult.urgency_only_rises":
    "Once sent, urgency can only be raised, so it stays. If the patient is better, tell the doctor.",
  "consult.own_case": "Who asked cannot also answer. Wait for another doctor.",
  "consult.not_yours":
    "This case belongs to another facility or another doctor. Go home to see the cases that are open here.",

  // The room.
  "call.ended": "This call has ended. While the case is open a new one can be started from it.",
  "call.full": "Somebody else of this side is in the room. Try again when they have left.",
  "call.not_in_room": "This page is not in the room. Enter again, then go on.",
  "call.nobody_there": "The other side is not in the room. When they come it connects by itself.",
  "call.stale_generation": "The connection was just replaced by a new one. It mends by itself.",
  "call.bad_description":
    "The server cannot take this browser's call settings, so there is no picture or sound. Reload; if it stays so, telephone and tell the administrator.",

  // Trying the line.
  "line_test.busy":
    "All line tests are taken. Try again in half a minute. The case goes on ringing and the room can be entered.",
  "line_test.unavailable":
    "The line test did not answer. Try again. The case goes on ringing and the room can be entered.",
  "line_test.bad_offer": "This browser cannot do the line test. The room can be entered; use a recent Chrome or Edge.",

  // Minutes.
  "minutes.locked": "The minutes are signed and locked. Look at the signed ones, or print them.",
  "minutes.field_changed": "The other side changed this item. Look at both and choose.",
  "minutes.unknown_place": "Choose one of the three places.",
  "minutes.conclusion_incomplete": "An item of the conclusion is empty. Fill all 5, then confirm.",
  "minutes.not_concluded": "The chair has not confirmed the conclusion yet. Sign after that.",
  "minutes.consult_over":
    "The case was withdrawn or ran out; nothing more can be written. Send a new request if it is needed.",
  "minutes.document_changed": "The minutes have just changed, nothing was signed. Read them again, then sign.",
  "minutes.line_signed": "Somebody else signed this line. Look at the signatures again.",
  "minutes.same_person": "Chair and secretary are two people; nothing was signed. Somebody else signs the other line.",

  // Records.
  "record.not_yours": "This record belongs to another facility or another person. Ask whoever has the case.",

  // Made by the browser itself.
  "minutes.unsent": "Some words could not be sent yet. Wait for the network and try again.",
};
