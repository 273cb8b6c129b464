import { t } from "@/lib/i18n";

import type { Faults, Place } from "./request-state";

/** What stands at a field the server did not take; null where there is nothing to say. */
export function faultText(faults: Faults, place: Place): string | null {
  const kind = faults.places[place];
  switch (kind) {
    case undefined:
      return null;
    case "empty":
      return t("request.fieldMissing");
    case "long":
      return t("request.fieldLong");
    case "bad":
      return t("request.fieldBad");
  }
}
