/** Keeping people, facilities, assignments. */
export * from "./people";
export * from "./facility";
export * from "./assignment";
export * from "./holiday";
export * from "./exchange";
export * from "./roles";
export * from "./problem-late";
