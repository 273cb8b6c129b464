/** Papers before they are printed, and their codes. */
export * from "./paper";
export * from "./problem-late";
