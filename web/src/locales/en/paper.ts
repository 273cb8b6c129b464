/** A paper before it is printed, and what its code tells whoever holds it. */
import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/paper";

export const paper: Same<typeof vi.paper> = {
  print: "Print",
  makeCopy: "Make a paper copy",
  printCopy: "Print the copy",
  download: "Download the original",
  downloadCopy: "Download the copy",
  aboutDraft: "A draft, not signed by all. It does not stand for the signed paper.",
  aboutOriginal:
    "The original as signed. A copy for paper says at its foot who printed it, when, and its code; each copy is written down.",
  aboutCopy: "The copy's code is {code}. Printed again it is the same.",
  noViewer: "This browser cannot show a PDF in the page.",
  openTab: "Open the file",
  lookTitle: "Look up a paper",
  lookAbout: "Type the code at the paper's foot, or scan the QR code.",
  code: "Code",
  look: "Look up",
  none: "No paper has this code. Compare it with the paper, letter by letter.",
  minutes: "Consultation minutes",
  extract: "Extract of the minutes",
  referral: "Referral form",
  follow_up: "Follow-up slip",
  valid: "This paper is valid",
  superseded: "Another paper has taken its place",
  withdrawn: "This paper was withdrawn",
  expired: "This paper has run out",
  form: "Kind of paper",
  number: "Number",
  issuer: "Issued by",
  day: "Day",
  until: "Valid to the end of",
  noName: "This page does not tell the patient's name.",
  made: "Copy printed by {name} at {at}",
  toCase: "Open in the record",
};
