/** What places' lines carry: fetched by whoever looks at one. */
export * from "./link";
