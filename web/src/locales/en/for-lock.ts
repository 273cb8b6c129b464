export * from "./lock";
