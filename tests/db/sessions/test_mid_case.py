"""A shift that ends: what counts as served, and who is told that a case is still in their hands."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.infra.relay import Relay
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.values import Tier
from telemed.schedules import ShiftState, store
from telemed.schedules.service.watch import Watch
from telemed.sessions import answered_from, reactions
from telemed.sessions.service_phone_advice import Telephone
from tests import build
from tests.build import World

SHIFT_LEFT = timedelta(hours=11)


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
def relay(world: World) -> Relay:
    made = Relay(world.db, world.clock)
    reactions.subscribe(made, world.schedules, Telephone(world.db, world.consults))
    return made


async def minute(world: World, relay: Relay) -> None:
    async with world.db.transaction(build.BUILDER) as tx:
        await Watch(answered_from).minute(tx)
    await relay.drain()


async def due(world: World) -> list[tuple[UUID, str]]:
    async with world.db.transaction(build.BUILDER) as tx:
        query = select(event_table.c.consult_id, event_table.c.data).where(event_table.c.kind == "handover_due")
        return [(row.consult_id, row.data["user"]) for row in await tx.all(query)]


async def state_of(world: World, actor: Actor) -> ShiftState:
    async with world.db.transaction(build.BUILDER) as tx:
        (shift,) = await store.shifts_by_id(tx, [world.shifts[actor.id]])
        return shift.state


async def test_who_answered_a_ring_of_an_unconfirmed_shift_has_done_it(world: World, relay: Relay) -> None:
    answered, silent = world.specialists
    await world.on_duty(answered)
    await world.on_duty(silent, Tier.SECOND)
    await world.accepted(answered)

    world.clock.advance(SHIFT_LEFT)
    await minute(world, relay)

    assert await state_of(world, answered) is ShiftState.DONE
    assert await state_of(world, silent) is ShiftState.MISSED


async def test_a_shift_that_ends_in_mid_case_tells_its_holder_once(world: World, relay: Relay) -> None:
    holder = world.specialists[0]
    await world.on_duty(holder)
    case = await world.accepted(holder)
    await minute(world, relay)
    assert await due(world) == []

    world.clock.advance(SHIFT_LEFT)
    await minute(world, relay)
    await minute(world, relay)

    assert await due(world) == [(case.id, str(holder.id))]


async def test_who_goes_on_in_the_next_shift_hands_nothing_over(world: World, relay: Relay) -> None:
    holder = world.specialists[0]
    await world.on_duty(holder)
    await world.accepted(holder)
    world.clock.advance(SHIFT_LEFT + timedelta(hours=1))
    await world.on_duty(holder)  # it began where the other ended

    await minute(world, relay)

    assert await due(world) == []
