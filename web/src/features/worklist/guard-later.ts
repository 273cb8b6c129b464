/** What guards the patient on a card, fetched beside the list. */
import "@/lib/guard-words";

import { withWords } from "@/lib/i18n";
import { later } from "@/ui/later";

export const CardGuard = later(
  async () => (await withWords(["consult", "guard"], import("./guard"))).default,
  "quiet",
).Part;
