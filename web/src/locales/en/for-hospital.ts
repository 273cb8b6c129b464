/** The specialist's ring and worklist. */
export * from "./ring";
export * from "./worklist";
export * from "./duty";
export * from "./shift-check";
