/** Reading back, signing, sealing, and the editions of the minutes: fetched with their parts. */
import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/editions";

export const editions: Same<typeof vi.editions> = {
  heard: "Heard, right",
  readBy: "{name} read it back {time}",
  heardBy: "{name} confirmed {time}",
  movedTitle: "The minutes have changed, not signed",
  readNew: "Read the new text",
  changedSince: "Different from what was read",
  sameWords: "The words are the same.",
  newOpinion: "Added opinion",
  signsText: "The signature covers the text shown here, code {check}.",
  signPasskey: "Sign by passkey",
  signedByKey: "Signed {time}, by passkey",
  sealWaiting: "Being sealed.",
  sealed: "Sealed: {who}, {time}.",
  sealFailed: "Not sealed yet: {why}.",
  sealAgain: "Seal again",
  editions: "Editions of the minutes",
  editionN: "Edition {n}",
  inForce: "in force",
  replaced: "replaced",
  beingWritten: "being written, not in force yet",
  editionBy: "{name} began it {time}. Reason: {reason}",
  editionSigned: "All signed {time}, code {check}",
  broken: "This edition no longer fits the code that was signed. Tell the administrator.",
  compare: "Compare with this one",
  compareTitle: "Edition {n} beside edition {m}",
  correct: "Correct the signed minutes",
  correctTitle: "Begin a further edition?",
  correctText:
    "What is signed stays as it is, and in force until the further edition is signed by all. That one is confirmed and signed anew.",
  correctReason: "Reason",
  correctGo: "Begin the edition",
  correcting: "Edition {n}: {reason}. The one before stays in force until all have signed this one.",
  printExtract: "Print the extract",
};

export const sealFault: Same<typeof vi.sealFault> = {
  key_expired: "the certificate is out of date",
  key_not_yet_valid: "the certificate is not valid yet",
  key_revoked: "the certificate was revoked",
  key_unreadable: "the key cannot be read",
  crl_unreadable: "the list of revoked certificates cannot be read",
  token_gone: "the token is not there",
  refused: "the key refused",
};
