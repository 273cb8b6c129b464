/** Where the fields of the minutes stand on a page, and the way there. */
import type { FieldName } from "@/lib/minutes-state";

export type Goal = FieldName | "opinion";

/** Where a field stands on the page, to be led there. */
export const fieldId = (field: FieldName): string => `minutes-${field}`;

/** Leads to a field: into view, then the cursor into it. False: it is not on the page yet. */
export function goToField(field: Goal): boolean {
  const found = document.getElementById(field === "opinion" ? "minutes-opinion" : fieldId(field));
  if (!found) return false;
  // Two versions of it stand below: the choice is what one came for.
  const split = (found.matches("textarea") ? found.parentElement : found)?.querySelector<HTMLElement>(".split");
  const into = split?.querySelector("button") ?? (found.matches("textarea") ? found : found.querySelector("input"));
  (split ?? found).scrollIntoView({ block: "center" });
  into?.focus({ preventScroll: true });
  return true;
}
