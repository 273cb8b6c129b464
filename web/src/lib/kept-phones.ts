/** The hospital's numbers, which stay on this machine for the day the network is gone, or nobody is signed in. */
import type { Schema } from "@/wire/schema";

export type Phone = Schema<"Phone">;
const KEPT = "telemed.phones";

export function keepPhones(phones: readonly Phone[]): void {
  localStorage.setItem(KEPT, JSON.stringify(phones));
}

export function keptPhones(): readonly Phone[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? (kept as Phone[]) : [];
  } catch {
    return [];
  }
}
