/** Coverage: tonight and the coming days. */
export * from "./coverage";
