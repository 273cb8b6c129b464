/** The roster's matrix and what opens over it. */
export * from "./roster";
export * from "./duty-words";
export * from "./swap";
export * from "./calendar-link";
export * from "./problem-late";
