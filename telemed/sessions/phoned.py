"""How telephone calls of a case look to screens: the station's half and the hospital's."""

from collections.abc import Sequence

from telemed import identity
from telemed.infra.db import Tx
from telemed.kernel.ids import ConsultId
from telemed.sessions import store_phone_advice as store
from telemed.sessions import wire_phone_advice as wire
from telemed.sessions.phone_advice import PhoneAdvice


async def halves(tx: Tx, consult: ConsultId) -> tuple[list[wire.PhoneNoteView], list[wire.PhoneAdviceView]]:
    """What the station kept, what the hospital kept, each oldest first."""
    notes = await store.notes_of_consult(tx, consult)
    people = await identity.people(tx, {note.by for note in notes})
    kept = [
        wire.PhoneNoteView(
            id=note.id,
            at=note.at,
            by=people[note.by],
            number=note.number,
            spoke_with=note.spoke_with,
            advice=note.advice,
        )
        for note in notes
    ]
    return kept, await advice_views(tx, await store.of_consult(tx, consult))


async def advice_views(tx: Tx, found: Sequence[PhoneAdvice]) -> list[wire.PhoneAdviceView]:
    people = await identity.people(tx, {one.person for one in found})
    codes = await store.codes(tx, [one.consult for one in found if one.consult])
    return [
        wire.PhoneAdviceView(
            id=one.id,
            hospital_id=one.hospital,
            code=one.code,
            caller=one.caller,
            subject=one.subject,
            told=one.told,
            advice=one.advice,
            given_at=one.given_at,
            given_by=people[one.person],
            made_at=one.made_at,
            consult_id=one.consult,
            consult_code=codes.get(one.consult) if one.consult else None,
            merged_at=one.merged_at,
        )
        for one in found
    ]
