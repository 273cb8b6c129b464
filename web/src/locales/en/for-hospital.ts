/** The specialist's ring and worklist. */
export * from "./ring";
export * from "./worklist";
