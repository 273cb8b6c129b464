/** Asking a patient for consent. */
export * from "./consent-ask";
