"""Who people and facilities are: what other features ask for, within their own transaction."""

from collections.abc import Collection
from datetime import date, datetime

from telemed.identity import store
from telemed.identity.model import Facility, KnownAs, PersonPapers
from telemed.identity.wire import FacilityRef, PersonRef, facility_ref, person_ref
from telemed.infra.db import Tx
from telemed.kernel.actor import Grant
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import FacilityKind, Role, Specialty


async def people(tx: Tx, ids: Collection[UserId]) -> dict[UserId, PersonRef]:
    """Those of them that exist; a closed account still has its name."""
    return {person.id: person_ref(person) for person in await store.persons(tx, ids)}


async def known_as(tx: Tx, ids: Collection[UserId]) -> dict[UserId, KnownAs]:
    """What people are called in lists that others keep of them."""
    found = await store.persons(tx, ids)
    return {one.id: KnownAs(one.username, one.full_name, one.name) for one in found}


async def person_papers(tx: Tx, person_id: UserId) -> PersonPapers:
    """Raises Missing: there is no such person."""
    person = await store.person(tx, person_id)
    if person is None:
        raise Missing
    return PersonPapers(person.name, person.full_name, person.title, person.profession, person.license_no)


async def facilities(tx: Tx, ids: Collection[FacilityId]) -> dict[FacilityId, FacilityRef]:
    return {facility.id: facility_ref(facility) for facility in await store.facilities(tx, ids)}


async def places(tx: Tx) -> dict[FacilityId, FacilityRef]:
    """Every station and hospital, by kind and name."""
    found = await store.facilities_of(tx, {FacilityKind.STATION, FacilityKind.HOSPITAL})
    return {one.id: facility_ref(one) for one in found}


async def facility(tx: Tx, facility_id: FacilityId) -> Facility:
    """Raises Missing: there is no such facility."""
    return await store.facility(tx, facility_id)


async def holders(
    tx: Tx, at_facility: FacilityId, roles: Collection[Role], specialty: Specialty | None, at: datetime
) -> list[UserId]:
    """People with open accounts who hold one of `roles` there on that day; of any specialty if none is named."""
    return await store.holders(tx, at_facility, roles, specialty, at.astimezone(LOCAL).date())


async def staff(
    tx: Tx, at_facility: FacilityId, roles: Collection[Role], first: date, until: date
) -> dict[UserId, tuple[Grant, ...]]:
    """Who holds one of `roles` there on any of these days, with what they hold: also who is posted elsewhere then."""
    return await store.staff(tx, at_facility, roles, first, until)


async def offers(tx: Tx, roles: Collection[Role], at: datetime) -> dict[FacilityId, list[Specialty]]:
    """What each facility offers: the specialties that somebody holds there in one of `roles` on that day."""
    return await store.offers(tx, roles, at.astimezone(LOCAL).date())


async def duty_phones(tx: Tx, ids: Collection[UserId]) -> dict[UserId, str]:
    """Of those who have one and whose account is open. It is told to a gateway, to its owner, and to who keeps it."""
    return await store.duty_phones(tx, ids)
