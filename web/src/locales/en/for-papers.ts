/** The papers after the call, and what log and timeline say of them. */
export * from "./decision";
export * from "./referral";
export * from "./problem-late";
