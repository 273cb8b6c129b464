/** What every page has at once: sign-in, frames, problems. */
export * from "./common";
export * from "./problem";
export * from "./shell";
export * from "./sign-in";
