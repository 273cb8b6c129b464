/** Files of a case. */
export * from "./files";
export * from "./problem-late";
