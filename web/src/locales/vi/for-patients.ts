/** A station's patients. */
export * from "./patients";
export * from "./problem-late";
