/** How an account stands: sign, word, colour third. */
import { word } from "@/lib/i18n";
import { StateTag } from "@/ui/tags";

import { statusLook, type Status } from "./people-state";

export function StatusTag({ status }: { status: Status }) {
  const [tone, icon] = statusLook(status);
  return (
    <StateTag tone={tone} icon={icon}>
      {word("personStatus", status)}
    </StateTag>
  );
}
