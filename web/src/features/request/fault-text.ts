/** What stands at a field the server did not take. */
import { t } from "@/lib/i18n";

import type { Faults, Place } from "./places";

/** Null where there is nothing to say. */
export function faultText(faults: Faults, place: Place): string | null {
  const kind = faults.places[place];
  if (kind === undefined) return null;
  switch (kind) {
    case "empty":
      return t("request.fieldMissing");
    case "long":
      return t("request.fieldLong");
    case "bad":
      return t("request.fieldBad");
  }
}
