/** The log and what stands behind each of its rows. */
export * from "./log";
export * from "./timeline";
export * from "./period";
export * from "./problem-late";
export * from "./duty";
