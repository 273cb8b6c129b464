/** Words of signing and of editions. */
export * from "./editions";
