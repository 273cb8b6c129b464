/** The ladder editor and its dry run. */
export * from "./ladder-plan";
