/** One's own security, and the invitation that begins an account. */
export * from "./security";
export * from "./problem-late";
