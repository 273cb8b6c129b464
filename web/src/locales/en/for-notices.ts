/** The bell of both frames. */
export * from "./notices";
