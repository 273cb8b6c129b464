"""SQL of grants that a posting gives, ends and lets go on."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, update

from telemed.identity import tables
from telemed.identity.model import DatedGrant
from telemed.identity.store.people_admin import _grant_of
from telemed.infra.db import Tx
from telemed.kernel.actor import HOSPITAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Profession, Specialty

_grant, _person = tables.role_grant.c, tables.person.c


async def all_of(tx: Tx, person: UserId) -> list[DatedGrant]:
    """All there ever were."""
    return await _grants(tx, _grant.person_id == person)


async def given(tx: Tx, posting: UUID) -> list[DatedGrant]:
    """What it gives at the station."""
    return await _grants(tx, _grant.source_id == posting, _grant.continues.is_(None))


async def save_days(tx: Tx, one: DatedGrant) -> None:
    days = {"valid_from": one.valid_from, "valid_to": one.valid_to}
    await tx.execute(update(tables.role_grant).where(_grant.id == one.id).values(days))


async def clinicians(tx: Tx, hospital: FacilityId, on: date) -> dict[UserId, list[Specialty]]:
    """Doctors with open accounts whose clinical role there is not over on that day: it runs, or goes on later."""
    found = (
        select(_person.id, _grant.specialty)
        .distinct()
        .join(tables.role_grant, _grant.person_id == _person.id)
        .where(_grant.facility_id == hospital, _grant.role.in_(HOSPITAL), _person.disabled_at.is_(None))
        .where(or_(_grant.valid_to.is_(None), _grant.valid_to > on), _person.profession == Profession.DOCTOR)
        .where(or_(_grant.valid_to.is_(None), _grant.valid_to > _grant.valid_from))
        .order_by(_person.id, _grant.specialty)
    )
    held: dict[UserId, list[Specialty]] = defaultdict(list)
    for row in await tx.all(found):
        held[UserId(row.id)] += [Specialty(row.specialty)] if row.specialty else []
    return dict(held)


async def _grants(tx: Tx, *these: ColumnElement[bool]) -> list[DatedGrant]:
    found = select(tables.role_grant).where(*these).order_by(_grant.valid_from, _grant.id)
    return [_grant_of(row) for row in await tx.all(found.with_for_update())]
