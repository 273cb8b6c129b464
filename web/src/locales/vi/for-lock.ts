/** The locked screen, fetched ahead because it must stand even when the line dies. */
export * from "./lock";
export * from "./problem-late";
