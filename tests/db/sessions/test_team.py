"""Who was asked about a case, or answered it, may open it whatever becomes of shifts, departments and hands."""

from datetime import timedelta

import pytest

from telemed.infra.db import Database
from telemed.infra.scope import PAST_CASES_FOR
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import ConsultId, RingId
from telemed.kernel.values import Role, Specialty
from telemed.sessions import wire
from tests import build
from tests.build import World


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


async def surgeon(world: World) -> Actor:
    return await build.add_person(world.db, "Surgeon Demo", Role.SPECIALIST, world.hospital, Specialty.SURGERY)


async def may_open(world: World, actor: Actor, consult: ConsultId) -> bool:
    try:
        await world.consults.detail(actor, consult)
    except (Denied, Missing):
        return False
    return True


async def test_another_department_opens_nothing_until_it_is_asked(world: World) -> None:
    await world.on_duty(world.specialists[0])
    asked = await world.requested()
    other = await surgeon(world)
    consult = ConsultId(asked.id)
    assert not await may_open(world, other, consult)

    why = wire.Decline(reason="wrong_specialty", specialty=Specialty.SURGERY)
    ring = (await world.consults.rings_for(world.specialists[0]))[0]
    await world.consults.decline(world.specialists[0], RingId(ring.ring_id), why)

    assert await may_open(world, other, consult)
    assert await may_open(world, world.specialists[0], consult), "who was asked first sees where it went"


async def test_who_answered_keeps_it_for_a_while_after_it_was_closed_and_no_longer(world: World) -> None:
    taken = await world.accepted()
    consult, doctor = ConsultId(taken.id), world.specialists[0]
    colleague = world.specialists[1]
    async with world.db.transaction(build.BUILDER) as tx:
        await world.consults.conclude(tx, consult, doctor.id)
        await world.consults.close(tx, consult)

    assert await may_open(world, doctor, consult)
    assert not await may_open(world, colleague, consult), "of the same department, but only asked"

    world.clock.advance(PAST_CASES_FOR - timedelta(minutes=1))
    assert await may_open(world, doctor, consult)
    world.clock.advance(timedelta(minutes=2))
    assert not await may_open(world, doctor, consult)
    assert await may_open(world, world.station_doctor, consult)
