"""People who keep accounts, the accounts they keep, and the roles they give, for tests of administration."""

from datetime import date
from pathlib import Path

from sqlalchemy import update

from telemed.identity import store, tables
from telemed.identity.model import Facility
from telemed.identity.model_people import Source
from telemed.identity.service.people import People
from telemed.identity.service.second_factors import SecondFactors
from telemed.identity.wire_people import NewGrant, PersonDetail
from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.ids import FacilityId, GrantId, UserId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role
from telemed.schedules import Schedules
from tests.people import SYSTEM, Held, add_person

TODAY = date(2026, 11, 22)


def people_of(db: Database, clock: Clock, keys: Path) -> People:
    return People(db, SecondFactors(keys), Schedules(clock).coming_shifts)


async def add_province(db: Database) -> FacilityId:
    new = Facility(FacilityId(uuid7()), "Sở Y tế", "Sở Y tế", FacilityKind.PROVINCE)
    async with db.transaction(SYSTEM) as tx:
        await store.add_facility(tx, new)
    return new.id


async def employed(
    db: Database,
    username: str,
    at: FacilityId,
    *held: Held,
    profession: Profession = Profession.DOCTOR,
    password: bool = True,
) -> Actor:
    """Somebody with an account kept at `at`, acting with what they hold today."""
    new = await add_person(db, username, *held, **({} if password else {"password_hash": None}))
    async with db.transaction(SYSTEM) as tx:
        row = update(tables.person).where(tables.person.c.id == new.id)
        await tx.execute(row.values(facility_id=at, profession=profession))
        return Actor(new.id, await store.grants_of(tx, new.id, tx.at.astimezone(LOCAL).date()))


def a_grant(person: UserId, at: FacilityId, role: object = Role.COORDINATOR, **more: object) -> NewGrant:
    body = {"person_id": person, "role": role, "facility_id": at, "valid_from": TODAY, "source": Source.EMPLOYMENT}
    return NewGrant.model_validate(body | more)


async def give(people: People, by: Actor, grant: NewGrant) -> PersonDetail:
    return await people.give(by, GrantId(uuid7()), grant)


async def told(db: Database, kind: str) -> int:
    async with db.transaction(SYSTEM) as tx:
        return len(await tx.all(event_table.select().where(event_table.c.kind == kind)))
