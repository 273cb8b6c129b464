/** What guards a patient, by its wire types' names. */
import type { Schema } from "@/wire/schema";

export type AllergyLine = Schema<"AllergyLine">;
export type Sheet = Schema<"Sheet">;
export type IcdFound = Schema<"IcdFound">;
export type VitalsAge = Pick<Schema<"ConsultSummary">, "vitals_asked" | "vitals_at">;
