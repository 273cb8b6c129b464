export * from "./lock";
export * from "./problem-late";
