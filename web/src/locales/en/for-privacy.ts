/** The privacy officer's place. */
export * from "./audit";
export * from "./period";
export * from "./problem-late";
