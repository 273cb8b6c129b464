/** What this person may do with the patient's word of a case, and how it is kept. */
import { useConsultNews } from "./consults";
import { useConsentTexts } from "./consent-texts";
import { useMe } from "./session";

import { putConsent, type ConsentDesk } from "@/lib/consent";
import { changeConsult, type Summary } from "@/lib/consult-api";

export function useConsentDesk(summary: Summary): ConsentDesk {
  const me = useMe();
  const asks = me.place === "station";
  const texts = useConsentTexts(asks);
  const { keep } = useConsultNews();
  return {
    texts,
    asks,
    labels: asks || summary.specialist?.id === me.id,
    say: async (words) => {
      for (const word of words) keep(await putConsent(summary.id, word));
    },
    label: async (labels) => {
      keep(await changeConsult(summary.id, summary.version, { labels: [...labels] }));
    },
  };
}
