/** What every place that meets consults reads. */
export * from "./station";
export * from "./reach";
export * from "./consent";
export * from "./call";
export * from "./minutes";
