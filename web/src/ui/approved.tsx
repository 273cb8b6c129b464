/** Who took clinical responsibility for limits or a template, or that nobody has. */
import { dateText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { StateTag } from "./tags";

import type { Sheet } from "@/lib/guard";

export function Approved({ sheet }: { sheet: Sheet }) {
  const last = sheet.approvals.at(-1);
  if (last === undefined)
    return (
      <StateTag tone="warn" icon="alert">
        {t("guard.unapproved")}
      </StateTag>
    );
  return (
    <StateTag tone="ok" icon="check">
      {t("guard.approvedBy", { who: last.person.name, hospital: last.hospital.short_name, at: dateText(last.at) })}
    </StateTag>
  );
}
