import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/problem-late";

export const problemLate: Same<typeof vi.problemLate> = {
  // One's own security, invitations.
  pin_too_simple: "This PIN is easy to guess. Choose six other digits, not all equal and not in a row.",
  "password.too_short": "The password is too short: at least {min} characters. A long sentence one remembers is best.",
  "password.has_name": "The password must not contain the name or the username. Choose another sentence.",
  "password.too_simple":
    "The password is one piece over and over, or a straight row, so it is easily guessed. Choose another sentence.",
  "password.common": "Many people use this password, so it is tried first. Choose another sentence.",
  "password.same": "The new password is the old one. Choose another.",
  "password.longer_first":
    "Without a second factor the password needs at least {min} characters. Change it to a longer one first, then remove this.",
  code_refused:
    "The code is not right, or was used before. Check the phone's clock, wait for the next code and type that.",
  "totp.on": "Codes of an authenticator app are already in use. Remove that one first, then add the new one.",
  "second_factor.none":
    "There is no second factor yet, so recovery codes are not needed. Add an authenticator app or a passkey first.",
  "second_factor.last": "This is the only second factor, so it stays. Add another one first, then remove it.",
  "passkey.unfit": "This device could not make a passkey for this site. Try again, or use another device or key.",
  "passkey.known": "This passkey was added before. There is nothing more to do.",
  "passkey.too_many": "There are too many passkeys. Remove one that is not used, then add.",
  invitation_over: "This link was used, replaced by a newer one, or has run out. Ask the administrator for a new one.",

  // The station's decision.
  "decision.exists": "The station has already decided on this case. Open it to see.",
  "decision.too_early": "There is no conclusion and no transfer yet. Decide after the conclusion.",
  "decision.incomplete":
    "Departing from the advice needs the items and the reason. Fill the marked field and save again.",

  // Referral.
  "referral.incomplete":
    "The referral has {missing} empty lines, so it was not signed. Fill the marked one, then sign.",
  "referral.locked": "The referral is signed, sent or dropped; it takes no more changes. Look at it as it is.",
  "referral.not_signed": "The referral is not signed yet. Sign it, then send it.",
  "referral.open_exists": "This patient already has an open referral to that place. Go on with that one.",
  "referral.too_early":
    "Nobody has taken the case and it was not transferred, so there is no referral yet. If the patient must go now, transfer.",
  "referral.no_hospital": "A referral goes to a hospital. Choose the destination again.",

  // Consult log.
  "log.denied": "This account may not read or take away the consult log. Ask the administrator if it is needed.",
  "log.bad_mark": "This place in the log cannot be found. Start at the newest case again.",
  "audit.denied": "The access trail is for privacy officers.",
  "audit.bad_mark": "That place in the trail cannot be found. Start again at the newest row.",

  // Opened cases, patients' own data, totals.
  "privacy.denied": "This account may not do this here. Ask whoever is in charge of it, or the administrator.",
  "access.no_such_case": "No case that was sent has this code. Check the code and try again.",
  "access.already_reviewed": "This opening was reviewed already, or waits for an answer. Reload to see it.",
  "access.own": "Nobody reviews what they opened themselves. Ask another privacy officer.",
  "access.question_needed": "Asking for an explanation needs a question. Write it and send again.",
  "data_request.closed": "This request was answered already, or is of another kind. Reload to see it.",
  "data_request.not_approved": "The privacy officer has not approved this erasure yet. Wait for it, then erase.",
  "data_request.kept_by_law":
    "The law has this patient's records kept until the end of {until}, so they cannot be erased yet. Answer the patient so.",
  "data_request.erased": "This patient's identity was erased before. Nothing is left to do.",
  "totals.bad_period": "These days are no period: the end must follow the beginning, within ten years. Choose again.",

  // People, roles, facilities, assignments.
  "person.username_taken": "Somebody else has this username. Choose another.",
  "person.disabled": "This account is locked. Unlock it first.",
  "person.own": "Nobody locks their own account or changes their own roles. Ask another administrator.",
  "person.holds_more":
    "This person oversees others elsewhere, so the account is not yours to change. Ask the province.",
  "grant.overlap": "This person has that role there in these days. Choose a day after the other one ends.",
  "grant.over": "This role has ended, or ends before that day. To prolong it, add a new one.",
  "grant.too_many": "This person holds too many roles at once. End those not used, then add.",
  "grant.day_passed": "Roles begin and end today at the earliest. Choose another day.",
  "grant.ends_before": "The last day must come after the first. Choose again.",
  "grant.end_needed": "A rotation or a temporary role needs its last day. Fill it in.",
  "grant.specialty_needed": "This role is held for one specialty. Choose it.",
  "grant.specialty_refused": "This role has no specialty. Clear it and save again.",
  "grant.wrong_facility": "This role does not exist at such a facility. Choose another.",
  "grant.wrong_profession":
    "This person's profession may not hold that role. Check the profession or choose another role.",
  "facility.taken": "These letters or this code belong to another facility. Choose again.",
  "facility.prefix_needed": "A station needs two or three letters that begin its case codes. Fill them in.",
  "facility.document_needed": "Others than doctors sign only by a document of the head. Fill in its number.",
  "assignment.overlap": "Somebody has just changed this station's hospital. Reload to see.",
  "assignment.planned": "A change is already planned for this station. Withdraw it first.",
  "assignment.same": "This hospital supports the station already. Choose another.",
  "assignment.begun": "It has begun, so it cannot be withdrawn. Change the hospital from a new day.",
  "assignment.day_passed": "Changes begin today at the earliest. Choose another day.",
  "assignment.wrong_kind": "Only a station is assigned, and only to a hospital. Choose again.",

  // Made by the browser itself.
  "referral.unsent":
    "Something typed is not saved yet. Wait for the network, or see the marked field, then sign again.",
};
