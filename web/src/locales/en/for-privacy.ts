/** The privacy officer's place. */
export * from "./audit";
export * from "./problem-late";
