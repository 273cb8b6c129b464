/** The one page of roles whose screens are not built yet. */
export * from "./other";
