"""Postings to a station: what another feature's rotation does to a person's grants, in its transaction.

The rotation's row comes first: whoever posts may write grants of the people they post only (`infra/wall.py`).
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

from telemed.identity import endings
from telemed.identity.model import DatedGrant
from telemed.identity.model_people import AccountClosed, Source, WrongProfession, fits
from telemed.identity.model_posting import Posting, moved, stand_still
from telemed.identity.store import people_admin, postings
from telemed.infra.db import Tx
from telemed.kernel.ids import FacilityId, GrantId, UserId, uuid7
from telemed.kernel.values import Role, Specialty


async def post(tx: Tx, posting: Posting) -> None:
    """In its days the person is the station's doctor and not the hospital's.

    Raises:
        Missing: there is no such person.
        AccountClosed, WrongProfession
    """
    known = await people_admin.lock_person(tx, posting.person)
    if not known.active:
        raise AccountClosed
    if not fits(Role.STATION_DOCTOR, known.profession):
        raise WrongProfession
    await _give(tx, posting)


async def extend(tx: Tx, longer: Posting, since: date) -> None:
    """`since` is where it would have ended: from there on its days are given by the new document."""
    await people_admin.lock_person(tx, longer.person)
    await _move(tx, longer.id, longer.person, longer.ends_on)
    await _give(tx, replace(longer, starts_on=since))


async def end_posting(tx: Tx, posting: UUID, person: UserId, on: date) -> None:
    """`on` is the first day without; if that is its first day, it never was. What stood still goes on from there."""
    await people_admin.lock_person(tx, person)
    for one in await postings.given(tx, posting):
        if one.valid_to is None or on < one.valid_to:
            await people_admin.end_grant(tx, one.id, max(on, one.valid_from))
    await _move(tx, posting, person, on)
    await endings.rights_changed(tx, person)


async def clinicians(tx: Tx, hospital: FacilityId, on: date) -> dict[UserId, list[Specialty]]:
    """Doctors who hold a clinical role there, or will again after a posting, with what they answer for."""
    return await postings.clinicians(tx, hospital, on)


async def _give(tx: Tx, posting: Posting) -> None:
    new = DatedGrant(
        id=GrantId(uuid7()),
        person=posting.person,
        role=Role.STATION_DOCTOR,
        facility=posting.station,
        valid_from=posting.starts_on,
        valid_to=posting.ends_on,
        source=Source.ROTATION,
        source_id=posting.id,
        document=posting.document,
        given_by=None if tx.actor.is_system else tx.actor.id,
    )
    await people_admin.add_grant(tx, new)
    held = await postings.all_of(tx, posting.person)
    for cut in stand_still(held, posting.starts_on, posting.ends_on, posting.id):
        await postings.save_days(tx, cut.ended)
        await people_admin.add_grant(tx, cut.going_on)
    await endings.rights_changed(tx, posting.person)


async def _move(tx: Tx, posting: UUID, person: UserId, since: date) -> None:
    for one in moved(await postings.all_of(tx, person), posting, since):
        await postings.save_days(tx, one)
