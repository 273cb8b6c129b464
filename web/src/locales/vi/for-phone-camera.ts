/** The page of a phone that is a second camera. */
export * from "./phone-camera";
export * from "./problem-late";
