"""Practice: it rings as the real thing does, disturbs no real one, is on no paper and in no count."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied
from telemed.kernel.ids import CallId, ChangeId, ConsultId, uuid7
from telemed.kernel.values import Role, Tier, Urgency
from telemed.records.service.debts import Debts
from telemed.reports import wire as reports_wire
from telemed.reports.service import Reports
from telemed.sessions import State, tables, wire
from telemed.sessions.model import PracticeHasNone, PracticeOnly
from tests import build
from tests.build import World
from tests.db.sessions.ladders import TwoHospitals, two_hospitals


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
async def two(world: World) -> TwoHospitals:
    return await two_hospitals(world)


async def practised(world: World, urgency: Urgency = Urgency.STAT, **more: object) -> wire.ConsultSummary:
    return await world.requested(urgency, practice=True, **more)


async def test_it_rings_by_the_same_ladder_marked_and_counted_apart(world: World) -> None:
    doctor = world.specialists[0]
    await world.on_duty(doctor)

    first = await practised(world)
    real = await world.requested()
    second = await practised(world, Urgency.URGENT, consents=[])

    assert (first.code, second.code, real.code) == ("TH-TD-0001", "TH-TD-0002", "TD-0001")
    assert (first.practice, real.practice) == (True, False)
    cards = await world.consults.rings_for(doctor)
    assert {card.consult.code: card.consult.practice for card in cards} == {
        "TH-TD-0001": True,
        "TH-TD-0002": True,
        "TD-0001": False,
    }


async def test_it_is_about_nobody(world: World) -> None:
    patient = await build.add_patient(world.db, world.station)
    await world.on_duty(world.specialists[0])

    with pytest.raises(PracticeHasNone):
        await practised(world, patient_id=patient)
    asked = await practised(world)
    change = wire.ConsultChange(seen_version=asked.version, patient_id=patient)
    with pytest.raises(PracticeHasNone):
        await world.consults.change(world.station_doctor, ConsultId(asked.id), ChangeId(uuid7()), change)


async def test_it_never_wakes_who_seems_out_of_reach_nor_disturbs_who_talks(two: TwoHospitals) -> None:
    one, other = two.world.specialists
    await two.world.on_duty(one)
    await two.world.on_duty(other, Tier.LEADER, None)
    busy = await two.world.accepted(other)
    assert busy.call
    await two.world.calls.join(other, CallId(busy.call.id))
    await two.world.presence.unlinked(one.id)
    two.world.clock.advance(timedelta(minutes=5))

    asked = await practised(two.world)

    assert [row.note for row in await two.rings(asked.id)] == [
        "unreachable",
        "empty",
        "unreachable",
        "empty",
        "in_call",
    ]


async def test_a_practice_call_is_no_reason_to_pass_a_doctor_over(two: TwoHospitals) -> None:
    doctor = two.world.specialists[0]
    await two.world.on_duty(doctor)
    asked = await practised(two.world)
    taken = await two.world.consults.accept(doctor, ConsultId(asked.id))
    assert taken.call
    await two.world.calls.join(doctor, CallId(taken.call.id))
    patient = await build.add_patient(two.world.db, two.world.station)

    real = await two.asked(Urgency.URGENT, patient_id=patient)

    assert await two.ringing(real.id) == {doctor.id}


async def test_either_side_ends_it_and_nobody_else(world: World) -> None:
    doctor, colleague = world.specialists
    await world.on_duty(doctor)
    for ends in (world.station_doctor, colleague):
        asked = await practised(world)
        await world.consults.accept(doctor, ConsultId(asked.id))
        over = await world.consults.end_practice(ends, ConsultId(asked.id))
        again = await world.consults.end_practice(ends, ConsultId(asked.id))
        assert (over.state, again.version) == (State.CLOSED, over.version)
        assert over.call is not None
        assert over.call.ended_at is not None
    asked = await practised(world)
    viewer = await build.add_person(world.db, "Viewer Demo", Role.COORDINATOR, world.hospital)
    with pytest.raises(Denied):
        await world.consults.end_practice(viewer, ConsultId(asked.id))
    real = await world.requested()
    with pytest.raises(PracticeOnly):
        await world.consults.end_practice(world.station_doctor, ConsultId(real.id))


async def test_a_forgotten_one_is_over_in_half_an_hour(two: TwoHospitals) -> None:
    await two.world.on_duty(two.world.specialists[0])
    asked = await practised(two.world)

    for _ in range(31):
        await two.pass_time(timedelta(minutes=1))

    assert (await two.world.consults.summary(ConsultId(asked.id))).state is State.EXPIRED
    assert await two.ringing(asked.id) == set()


async def test_no_list_and_no_total_counts_it(world: World, db: Database) -> None:
    manager = await build.add_person(db, "Manager Demo", Role.HOSPITAL_MANAGER, world.hospital)
    doctor = world.specialists[0]
    await world.on_duty(doctor)
    asked = await practised(world)
    await world.consults.accept(doctor, ConsultId(asked.id))

    page = await Reports(db, world.clock).page(manager, reports_wire.LogQuery())
    owed = await Debts(db, world.consults).of(doctor)

    assert (page.rows, page.totals.consults, owed.debts) == ([], 0, [])
    async with db.transaction(build.BUILDER) as tx:
        assert await tx.scalar(select(func.count()).select_from(tables.consult)) == 1
