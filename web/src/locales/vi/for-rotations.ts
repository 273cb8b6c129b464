/** Doctors posted to stations. */
export * from "./rotations";
