/** What guards the patient, on a card: allergies, old vital signs, what speaks for an emergency. */
import { AllergyTag, VitalsAskedTag } from "@/ui/allergy-tag";

import type { Summary } from "@/lib/ring-board";

export default function CardGuard({ consult }: { consult: Summary }) {
  if (consult.masked || consult.practice) return null;
  return (
    <span className="row t">
      <AllergyTag allergy={consult.allergy} />
      <VitalsAskedTag summary={consult} />
    </span>
  );
}
