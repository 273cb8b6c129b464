/** The identity card's code: finds whose it is, or begins a new patient with what it says. */
import { dateText } from "@/lib/clock";
import { ScanDialog } from "@/ui/scan-card";

import { searchPatients } from "./request-api";
import { emptyNewPatient, type NewPatient, type PatientView } from "./request-state";

import type { IdentityCard } from "@/lib/identity-card";

export default function Scan({
  fresh,
  onFresh,
  onKnown,
  onClose,
}: {
  fresh: NewPatient | null;
  onFresh: (fresh: NewPatient) => void;
  onKnown: (known: PatientView) => void;
  onClose: () => void;
}) {
  const scanned = async (card: IdentityCard) => {
    // Without a line the card alone speaks; a second record is found when there is one again.
    const [known] = await searchPatients(card.nationalId).catch(() => []);
    if (known === undefined) onFresh(freshOf(card, fresh));
    else onKnown(known);
    onClose();
  };
  return <ScanDialog open onClose={onClose} onCard={(card) => void scanned(card)} />;
}

/** A card knows number, name, birth and sex better than memory does; its address is of the old three tiers. */
export function freshOf(card: IdentityCard, typed: NewPatient | null): NewPatient {
  const before = typed ?? emptyNewPatient;
  return {
    ...before,
    name: card.name,
    nationalId: card.nationalId,
    ...(card.birth !== null && { birth: dateText(card.birth) }),
    ...(card.sex !== "unknown" && { sex: card.sex }),
    more: {
      ...before.more,
      ...(card.oldId !== "" && { other_id_kind: "cmnd" as const, other_id: card.oldId }),
      ...(card.address !== "" && { legacy_address: card.address.slice(0, 200) }),
    },
  };
}
