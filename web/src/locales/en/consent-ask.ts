import type {
  consentAsk as askOf,
  consentPlace as placeOf,
  purpose as purposeOf,
  representative as representativeOf,
} from "@/locales/vi/consent-ask";
import type { Same } from "@/locales/vi";

export const consentAsk: Same<typeof askOf> = {
  readAloud: "Read aloud to the patient and family:",
  who: "Who answers?",
  patient: "The patient",
  relative: "A representative",
  small: "Under 7 years: the representative answers.",
  child: "From 7 to under 18 years: the representative answers, and the child is asked too.",
  unconscious: "Glasgow 8 or less: the representative answers. In danger of life call the emergency and ask after.",
  childAsked: "The child's own answer",
  childNo: "The child does not agree: only “Does not agree” can be recorded.",
  name: "Representative's full name",
  relation: "Relation to the patient",
  relationHint: "For example: mother, husband, village head",
  representative: "Representative of what kind?",
  choose: "Choose one",
  how: "How is it recorded?",
  spoken: "Spoken before the one who records",
  signed: "Signature or thumb print on paper",
  interpreter: "Interpreter",
  ifAny: "if any",
  yes: "Agrees",
  no: "Does not agree",
  recordTitle: "Record consent",
  withdrawTitle: "Withdraw consent",
  withdrawText: "The patient or representative may withdraw at any time without a reason. Both ends see it at once.",
  withdrawShare: "The hospital can no longer open the patient's name. What was advised stays in the station's record.",
  labelsTitle: "Specially protected record",
  labelsText:
    "Coordinators, managers and reports do not see the diagnosis; those who treat see all. Only who asked or the doctor who holds the case may take a label away.",
  labelsSave: "Save",
  lacking: "Missing: {list}",
};

export const purpose: Same<typeof purposeOf> = {
  share: "Send the record for the consultation",
  video: "Use the camera in the consultation",
  photo: "Send photographs with the record",
  recording: "Record the call",
};

export const representative: Same<typeof representativeOf> = {
  statutory: "By law: parent, guardian",
  chosen_by_family: "Chosen by the family",
  chosen_by_patient: "Chosen by the patient beforehand",
  authorised: "With a written authorisation",
  legal_entity: "Institution in charge of the patient",
  volunteer: "Volunteer",
};

export const consentPlace: Same<typeof placeOf> = {
  who: "who answers",
  relative: "the representative's name",
  representative: "the kind of representative",
  child: "the child's answer",
  how: "how it is recorded",
  agreed: "the answer",
};
