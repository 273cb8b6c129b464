"""A hospital's doctor posted to a station: asks for the station, is rung for nothing, and the dates alone decide it."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from telemed.identity import store as identity
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.ids import ConsultId, RotationId, uuid7
from telemed.kernel.values import Role, Tier
from telemed.schedules.model_rotation import RotationPurpose
from telemed.schedules.service.rotations import Rotations
from telemed.schedules.wire_rotations import NewRotation
from telemed.sessions.tables import consult, ring
from tests import build
from tests.build import World, new_consult


async def posted(world: World, doctor: Actor, days: int = 30) -> RotationId:
    manager = await build.add_person(world.db, "Manager Demo", Role.HOSPITAL_MANAGER, world.hospital)
    today = world.clock.now().astimezone(LOCAL).date()
    new = NewRotation(
        person_id=doctor.id,
        hospital_id=world.hospital,
        station_id=world.station,
        decision_no="118/QĐ-BV",
        starts_on=today,
        ends_on=today + timedelta(days=days),
        purpose=RotationPurpose.EXPERT_SUPPORT,
    )
    rotation = RotationId(uuid7())
    await Rotations(world.db).post(manager, rotation, new)
    return rotation


async def now(world: World, doctor: Actor) -> Actor:
    """With the rights of this day."""
    async with world.db.transaction(build.BUILDER) as tx:
        today = world.clock.now().astimezone(LOCAL).date()
        return Actor(doctor.id, await identity.grants_of(tx, doctor.id, today))


async def rung(world: World, asked: UUID) -> set[UUID]:
    found = select(ring.c.user_id).where(ring.c.consult_id == asked, ring.c.user_id.is_not(None))
    async with world.db.transaction(build.BUILDER) as tx:
        return {row.user_id for row in await tx.all(found)}


async def test_what_a_posted_doctor_asks_for_is_kept_with_the_rotation(db: Database, clock: ManualClock) -> None:
    world = await build.world(db, clock)
    rotation = await posted(world, world.specialists[0])
    rotating = await now(world, world.specialists[0])

    asked = await world.consults.create(rotating, ConsultId(uuid7()), new_consult(world))
    usual = await world.requested()

    async with db.transaction(build.BUILDER) as tx:
        kept = {row.id: row.rotation_id for row in await tx.all(select(consult.c.id, consult.c.rotation_id))}
    assert kept == {asked.id: rotation, usual.id: None}


async def test_a_posted_doctor_is_not_rung_until_the_last_day_is_over(db: Database, clock: ManualClock) -> None:
    world = await build.world(db, clock)
    away, there = world.specialists
    await posted(world, away, days=1)
    await world.on_duty(away)  # put on the roster behind the rotation's back
    await world.on_duty(there, Tier.SECOND)

    first = await world.requested()
    clock.advance(timedelta(hours=14))  # past midnight
    await world.on_duty(away)
    second = await world.requested()

    assert await rung(world, first.id) == {there.id}
    assert await rung(world, second.id) == {away.id}
    assert (await now(world, away)).grants == away.grants
