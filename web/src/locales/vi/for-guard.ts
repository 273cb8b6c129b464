/** What guards a patient: questions of a kind of case, allergies, identifiers, codes, approvals. */
export * from "./guard";
