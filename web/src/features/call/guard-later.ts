/** What guards the patient in the room: small, and fetched beside it. */
import "@/lib/guard-words";

import { withWords } from "@/lib/i18n";
import { later } from "@/ui/later";

export const Guard = later(
  async () => (await withWords(["consult", "guard"], import("./guard"))).default,
  "quiet",
).Part;
