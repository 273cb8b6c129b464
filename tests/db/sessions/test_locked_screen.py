"""What somebody behind a locked screen may still do: a cry for help goes out, nothing else is sent."""

from dataclasses import replace

import pytest

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import ScreenLocked
from telemed.kernel.ids import ConsultId, uuid7
from telemed.kernel.values import Urgency
from telemed.sessions import State
from tests import build
from tests.build import World, new_consult


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


async def test_a_stat_request_is_never_refused(world: World) -> None:
    await world.on_duty(world.specialists[0])

    asked = await world.consults.create(
        replace(world.station_doctor, locked=True), ConsultId(uuid7()), new_consult(world, Urgency.STAT)
    )

    assert asked.state is State.WAITING


@pytest.mark.parametrize(("urgency", "send"), [(Urgency.URGENT, True), (Urgency.ROUTINE, True), (Urgency.STAT, False)])
async def test_everything_else_waits_until_it_is_unlocked(world: World, urgency: Urgency, send: bool) -> None:
    with pytest.raises(ScreenLocked):
        await world.consults.create(
            replace(world.station_doctor, locked=True), ConsultId(uuid7()), new_consult(world, urgency, send=send)
        )


@pytest.mark.parametrize("urgency", Urgency)
async def test_a_draft_is_sent_only_when_a_life_is_at_stake(world: World, urgency: Urgency) -> None:
    await world.on_duty(world.specialists[0])
    draft = ConsultId((await world.requested(urgency, send=False)).id)
    locked = replace(world.station_doctor, locked=True)

    if urgency is Urgency.STAT:
        assert (await world.consults.send(locked, draft)).state is State.WAITING
    else:
        with pytest.raises(ScreenLocked):
            await world.consults.send(locked, draft)


async def test_a_ring_is_answered_from_behind_the_lock(world: World) -> None:
    await world.on_duty(world.specialists[0])
    asked = await world.requested()

    taken = await world.consults.accept(replace(world.specialists[0], locked=True), ConsultId(asked.id))

    assert taken.state is State.ACCEPTED
