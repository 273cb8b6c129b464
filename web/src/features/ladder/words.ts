/** Words of the ladder that several of its parts say. */
import { t, tryT, word } from "@/lib/i18n";

import type { Kind, Specialty, Units } from "./ladder-state";

export function units(): Units {
  const [seconds = "", minutes = "", hours = "", none = ""] = t("ladderPlan.units").split("|");
  return { seconds, minutes, hours, none };
}

export const specialtyName = (specialty: Specialty | null): string =>
  specialty === null ? t("ladderPlan.general") : word("specialty", specialty);

/** `Người trực chính Nội`; of the general ladder without a specialty. */
export const kindText = (kind: Kind, specialty: Specialty | null): string =>
  (tryT(`ladderKind.${kind}`, { specialty: specialty === null ? "" : word("specialty", specialty) }) ?? kind).replace(
    /[,\s]+$/,
    "",
  );
