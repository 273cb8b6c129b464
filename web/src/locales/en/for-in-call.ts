/** What a room says when something happens in it. */
export * from "./in-call";
