/** What hides a diagnosis from who does not treat. */
import type { Schema } from "@/wire/schema";

export type Label = Schema<"Label">;
export const LABELS = ["hiv", "tb", "mental_health", "sexual_violence"] as const satisfies readonly Label[];
