/** Counts over many cases. */
export * from "./totals";
export * from "./problem-late";
