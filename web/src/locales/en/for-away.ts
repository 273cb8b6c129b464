/** Without a link. */
export * from "./away";
