/** The test of the line: fetched by whoever asks for one. */
export * from "./line";
