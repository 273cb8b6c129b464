/** What a request says beyond its first step, and asking a patient for consent. */
export * from "./consent-ask";
export * from "./request-late";
