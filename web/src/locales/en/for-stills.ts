/** Pictures in a call. */
export * from "./stills";
export * from "./problem-late";
