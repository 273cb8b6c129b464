/** Short names for the generated types: `Schema<"ConsultSummary">`. */
import type { components } from "./api";

export type Schema<K extends keyof components["schemas"]> = components["schemas"][K];
