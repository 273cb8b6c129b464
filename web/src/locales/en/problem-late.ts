import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/problem-late";

export const problemLate: Same<typeof vi.problemLate> = {
  // Other systems.
  "exchange.unfit":
    "A value does not fit its column in the insurance's table. Correct it in the record, then read again.",
  "exchange.key_refused": "This key opens nothing any more. Give that software a new one.",
  "exchange.keys_only": "This address is for software with a key. Use the pages here.",
  "exchange.kind_not_given": "This key was not given that kind of data. Give a new one with it.",
  "exchange.no_kinds": "Nothing to read is chosen. Choose consults first, then their parts.",
  "exchange.bad_expiry": "A key ends on a day to come, within {days} days. Choose again.",
  "exchange.too_many_keys": "This place has {most} working keys. Revoke one that is not used, then give another.",
  "exchange.bad_place": "The list has moved. Ask from the start.",
  "exchange.bad_span": "A span has a beginning and an end, at most {days} days apart. Choose again.",
  "webhook.bad_address": "An address begins with https, is outside this network and has no password in it. Correct it.",
  "webhook.no_topics": "Nothing to tell is chosen. Choose at least one.",
  "webhook.too_many": "This place has {most} addresses. Remove one that is not used, then add another.",
  "webhook.message_taken": "The other side has taken this message; it needs no sending again.",
  "webhook.stopped": "This address is stopped. Tell it again first, then send a test.",
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
  "minutes.not_signed": "The minutes are not signed yet, so no further edition is needed. Edit the draft.",
  "minutes.not_a_correction": "These are the first minutes of the case and cannot be given up.",
  "minutes.correction_open": "Edition {edition} of these minutes is being written already. Open that one.",
  "minutes.nothing_to_read": "This item is empty. Fill it, then read it back.",
  "passkey.none": "This account has no passkey to sign with. Sign by the password.",
  "passkey.signer_not_shown":
    "The passkey did not show who signs, so nothing was signed. Try again, or use the password.",
  "seal.off": "This server has no key to seal papers with. Tell the operator.",
  "decision.outcomes_contradict": "These two outcomes cannot both hold, so nothing was saved. Take one away.",
  "decision.exists": "The station has already decided on this case. Open it to see.",
  "decision.too_early": "There is no conclusion and no transfer yet. Decide after the conclusion.",
  "decision.incomplete":
    "Departing from the advice needs the items and the reason. Fill the marked field and save again.",

  // Referral.
  "referral.incomplete":
    "The referral has {missing} empty lines, so it was not signed. Fill the marked one, then sign.",
  "referral.locked": "The referral is signed, sent or dropped; it takes no more changes. Look at it as it is.",
  "paper.not_final": "This paper is not signed by all yet, so it has no copies. Wait for the signatures, then print.",
  "referral.not_signed": "The referral is not signed yet. Sign it, then send it.",
  "referral.open_exists": "This patient already has an open referral to that place. Go on with that one.",
  "referral.too_early":
    "Nobody has taken the case and it was not transferred, so there is no referral yet. If the patient must go now, transfer.",
  "referral.no_hospital": "A referral goes to a hospital. Choose the destination again.",
  "referral.not_now": "The referral is no longer at this step. Look at it again.",
  "referral.not_fit_unexplained": "The patient is not fit to travel: say why they go all the same.",
  "referral.same_place": "Choose another hospital than the sender and the one that has it.",
  "follow_up.over": "This appointment was marked otherwise, or its day is not over. Look at it again.",
  "follow_up.past": "That day is over. Choose one to come.",
  "follow_up.exists": "The case has an appointment that day. Use that one.",
  "result.too_early": "The day has not come, or the case has no conclusion. Wait for the day.",

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
  "holiday.day_passed": "Holidays are set or removed from today on. Choose another day.",
  "assignment.wrong_kind": "Only a station is assigned, and only to a hospital. Choose again.",
  "assignment.twice":
    "This hospital already supports the station, as the first or the second one. Choose another, or end that first.",
  "assignment.needed":
    "A station always has a hospital that is asked first. To change it, assign another from a day on.",
  "assignment.over": "This assignment has ended, or ends before that day. Reload to see.",

  // Rosters, leave.
  "roster.cell_taken": "Somebody has just put this doctor on duty in these hours. Look at the cell again, then choose.",
  "roster.draft_moved": "The draft, or the roster in force, changed since the preview. Preview again, then publish.",
  "roster.nothing_drafted": "The draft changes nothing, so there is nothing to publish. Plan a shift first.",
  "roster.blocked":
    "Somebody would be on duty twice, on leave or posted. Put each cell that is named right, then try again.",
  "roster.begun": "This shift has begun, so a draft no longer changes it. Replace it now, with the reason.",
  "roster.not_staff": "This person does not answer for the hospital on these days. Choose another.",
  "roster.not_a_part": "These hours are no part of the shift, or are over. Correct the hours.",
  "absence.overlap": "This person is on leave in these days already. Withdraw that leave, or change the days.",
  "absence.over": "This leave is over and no longer changes.",

  // Swaps, rotations.
  "swap.over": "This swap was answered, judged or withdrawn. Reload to see.",
  "swap.pending": "One of the shifts is part of another open swap. Wait for it, or withdraw that one first.",
  "swap.too_late": "The shift has begun, so it cannot be swapped. If somebody must take over, tell the head.",
  "swap.shift_gone": "One of the shifts has just been swapped or cancelled. Look at the roster and propose another.",
  "swap.wrong_shift": "One gives one's own shift for one of theirs at the same hospital. Choose again.",
  "swap.unfit": "One of both does not hold the other shift's specialty on that day. Choose another person or shift.",
  "swap.away": "One of both is on leave or posted to a station in those hours. Choose another person or shift.",
  "swap.own": "Nobody approves a swap of their own. Ask another head or the hospital's manager.",
  "rotation.overlap": "This doctor is posted to a station in these days already. Change the days, or choose another.",
  "rotation.shifts":
    "This doctor has {count} published shifts in these days. Find somebody for them, or choose to cancel them on saving.",
  "rotation.shift_running": "This doctor is on duty now. Begin on the day after the shift ends.",
  "rotation.over": "This rotation has ended or was cancelled. Add a new one.",
  "rotation.unsigned": "There is no decision yet. Enter its number first, or cancel the plan.",
  "rotation.signed": "There is a decision already. To add days, extend it.",
  "rotation.begun": "This rotation has begun, so it cannot be cancelled. End it early instead.",
  "rotation.not_begun": "This rotation has not begun, so it cannot be ended early. Cancel it if nobody goes.",
  "rotation.day_passed": "A rotation begins and ends today at the earliest. Choose another day.",
  "rotation.days":
    "This last day does not fit: after the first, within two years; an extension is longer, an early end shorter.",
  "rotation.not_of_hospital": "Only a doctor who treats patients at this hospital can be posted by it. Choose another.",
  "rotation.wrong_station": "A doctor is posted to a station. Choose again.",
  "rotation.note_needed": "Another purpose needs a word on what it is. Fill it in and save again.",
  "rotation.hours": "These hours do not fit: each ends after it begins, and they do not overlap. Correct them.",
  "consult.practice": "A practice case has no patient, decision, referral or signed paper. Do that in a real case.",
  "consult.not_practice": "This is a real case: it cannot be ended as practice. Cancel or close it as usual.",
  "call.elsewhere": "You are in this call in another tab or on another device. To go on here, choose “Continue here”.",
  "phone_advice.wrong_code":
    "No case has this code: a digit was misheard or mistyped. Ask the station to read it again.",
  "phone_advice.not_then": "The advice must be of the last two weeks. Correct the time.",
  "phone_advice.too_many": "{most} pieces of advice wait for their cases. Wait until the stations are back.",
  "file.too_large":
    "This file is too large. Take a picture with the camera in the consult room; cut other files shorter.",
  "file.quota": "This case has all the pictures it may hold ({files}).",
  "file.no_room":
    "The server is nearly out of space and takes no pictures. Tell the operator; it is still on this device.",
  "file.no_picture":
    "This file is of another kind: pictures (JPEG, PNG, WebP), PDF, DICOM, MP4 or WebM video, and sound are taken.",
  "file.unreadable":
    "This file could not be opened: it is damaged, has a password, or is not safe. Export it again, or send a photo of it.",
  "file.too_long": "Videos may be 3 minutes long, sound 15. Cut it shorter and send it again.",
  "file.no_page": "There is no such page, or it cannot be drawn. Choose another.",
  "file.not_dicom": "This is no DICOM file, so its grey cannot be windowed.",
  "file.case_over": "The case is closed, withdrawn or expired: no more pictures or strokes can be added.",
  "file.not_arriving": "This picture is in the record already, or was taken back. Reload to see.",
  "file.not_kept": "This picture has not arrived yet. Open it when it is here.",
  "file.drawn_full": "There is too much drawn on this picture. Take some strokes back first.",
  "upload.offset": "The picture is half sent from elsewhere. The device goes on by itself.",
  "upload.hash": "The picture arrived damaged and was thrown away. Send it again.",
  "upload.too_much": "The picture arrived damaged and was thrown away. Send it again.",
  "camera.bad_code": "The code is wrong, was used, or has run out. Ask the station for a new one.",
  "camera.out": "This phone is no camera of the consult any more: it is over, or the station sent it away.",
  "camera.too_many": "Four phones are in this consult. Send one away before adding another.",
  "handover.open": "Somebody is asked to take this case over already. Withdraw that first, then ask another.",
  "handover.over": "This handover was answered or withdrawn. Reload to see who has the case.",
  "handover.cannot_relieve": "A case passes to another doctor of the hospital that answers it. Choose again.",
  "ladder.leader_last":
    "The last step must be the hospital's own duty leader, for all three urgencies. Add it back at the end.",
  "ladder.not_a_hospital": "One step rings a place that is no hospital. Choose its hospital again.",
  "link.changed": "Somebody else changed this place's link settings just now. Look again, then save.",
  "calendar_link.too_many": "There are {most} calendar links already. Revoke one that is not used, then make another.",
  "coverage.no_gap": "Somebody has these hours meanwhile, or they are over: nobody needs to be told. Reload to see.",
  "push.unknown_service": "The server does not know this browser's notification service. Use Chrome, Edge or Firefox.",
  "push.bad_keys": "The browser did not register properly. Turn notifications off and on again.",
  "shift.not_confirmed":
    "The ring is tested only once you are on duty and the shift has not ended. Confirm the shift first.",
  "person.bad_phone": "This is not a telephone number of Vietnam. Check each digit.",

  // Made by the browser itself.
  "referral.unsent":
    "Something typed is not saved yet. Wait for the network, or see the marked field, then sign again.",

  // The case, the room, duty: told of once the first screen stands.
  no_hospital:
    "No hospital supports this station today, so nobody could be rung. Telephone the hospital, then tell the administrator.",
  "shift.not_yours": "This shift is another person's. Only they can confirm it.",
  "shift.too_early": "The shift begins in more than 60 minutes. Confirm it nearer its time.",
  "shift.over": "This shift has ended, or was swapped or dropped. Look at the roster again.",
  "shift.not_over": "The shift is not over yet. Close it when it has ended.",
  "shift.overlap": "This person is already on duty in these hours. Choose other hours or another person.",
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
  "call.ended": "This call has ended. While the case is open a new one can be started from it.",
  "call.full": "Somebody else of this side is in the room. Try again when they have left.",
  "call.not_in_room": "This page is not in the room. Enter again, then go on.",
  "call.nobody_there": "The other side is not in the room. When they come it connects by itself.",
  "call.stale_generation": "The connection was just replaced by a new one. It mends by itself.",
  "call.bad_description":
    "The server cannot take this browser's call settings, so there is no picture or sound. Reload; if it stays so, telephone and tell the administrator.",
  "line_test.busy":
    "All line tests are taken. Try again in half a minute. The case goes on ringing and the room can be entered.",
  "line_test.unavailable":
    "The line test did not answer. Try again. The case goes on ringing and the room can be entered.",
  "line_test.bad_offer": "This browser cannot do the line test. The room can be entered; use a recent Chrome or Edge.",
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
  "record.not_yours": "This record belongs to another facility or another person. Ask whoever has the case.",
  "minutes.unsent": "Some words could not be sent yet. Wait for the network and try again.",

  // Records of one person.
  "patient.itself": "This is one and the same record. Choose another.",
  "patient.already_joined": "One of the two is joined with another record already. Reload and look.",
  "patient.has_joined": "Other records are joined with this one, so it has to be kept. Keep it, or part them before.",
  "patient.both_referred": "Both have an open referral to the same hospital. Close or cancel one, then join.",
  "patient.not_joined": "These records are no longer joined. Reload and look.",
  "template.unknown": "This template is no longer used. Reload the page.",
  "template.bad_answer": "An answer does not belong to this template. Look at the questions again.",
  "approval.other_content": "The content has just changed. Reload, read and approve the new version.",
  "identity.two_needed": "At least two different particulars are to be compared.",
};
