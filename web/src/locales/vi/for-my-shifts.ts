/** One's own shifts, swaps and calendar link. */
export * from "./my-shifts";
export * from "./duty-words";
export * from "./swap";
export * from "./calendar-link";
export * from "./problem-late";
