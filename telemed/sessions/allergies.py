"""What a patient cannot bear: as this consult says it, or, until somebody asks again, as an earlier one said."""

from collections.abc import Sequence

from telemed.infra.db import Tx
from telemed.kernel.ids import ConsultId
from telemed.sessions import policy, store_safety, wire_safety
from telemed.sessions.model import Allergy, Consult


def line(c: Consult) -> wire_safety.AllergyLine:
    return wire_safety.AllergyLine(state=c.request.allergy, text=c.request.allergies, said_at=None)


async def of(tx: Tx, consults: Sequence[Consult]) -> dict[ConsultId, wire_safety.AllergyLine]:
    """For each of these. Earlier words only for who treats, and as far as the wall lets them be seen."""
    found = {c.id: line(c) for c in consults}
    unasked = [c for c in consults if c.patient and c.request.allergy is Allergy.UNASKED]
    asking = [c for c in unasked if tx.actor.is_system or policy.treats(tx.actor, c) is not None]
    said = await store_safety.said_allergies(tx, {c.patient for c in asking if c.patient}) if asking else []
    for c in asking:
        before = next((one for one in said if one.patient == c.patient and one.consult != c.id), None)
        if before:
            found[c.id] = wire_safety.AllergyLine(state=before.allergy, text=before.text, said_at=before.at)
    return found
