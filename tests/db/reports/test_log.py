"""The consult log on a real database: whose rows, totals that agree with them, pages without gaps, a true timeline."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId
from telemed.kernel.values import FacilityKind, Role, Tier
from telemed.reports import wire
from telemed.reports.policy import NoLog
from telemed.reports.service import Reports
from telemed.sessions import timers
from telemed.sessions.wire import RequestFields
from tests import build
from tests.build import World


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
async def manager(world: World) -> Actor:
    return await build.add_person(world.db, "Quản Lý Demo", Role.HOSPITAL_MANAGER, world.hospital)


@pytest.fixture
def reports(world: World) -> Reports:
    return Reports(world.db, world.clock)


async def test_a_row_says_who_was_on_duty_who_was_rung_and_who_answered(
    world: World, manager: Actor, reports: Reports
) -> None:
    one, two = world.specialists
    await world.on_duty(one)
    await world.on_duty(two, Tier.SECOND)
    known = await build.add_patient(world.db, world.station, full_name="Giàng Thị Sua Demo")
    asked = await world.requested(patient_id=known)
    world.clock.advance(timedelta(minutes=2))
    runner = JobRunner(world.db, world.clock)
    timers.register(runner, world.consults, world.calls)
    await runner.run_due()
    world.clock.advance(timedelta(seconds=38))
    await world.consults.accept(two, ConsultId(asked.id))

    (row,) = (await reports.page(manager, wire.LogQuery())).rows

    assert row.on_duty is not None
    assert row.answered_by is not None
    assert (row.on_duty.id, row.answered_by.id) == (one.id, two.id)
    assert [(r.person.id, r.state) for r in row.rung] == [(one.id, "missed"), (two.id, "accepted")]
    assert row.wait_ms == 158_000
    assert row.patient_mask == "G.T.S.D."
    assert "Giàng" not in row.model_dump_json()


async def test_pages_follow_each_other_without_gap_or_double_and_back(
    world: World, manager: Actor, reports: Reports
) -> None:
    codes = []
    for _ in range(7):
        codes.append((await world.requested()).code)
        world.clock.advance(timedelta(seconds=1))
    first = await reports.page(manager, wire.LogQuery(limit=3))
    second = await reports.page(manager, wire.LogQuery(limit=3, after=first.older))
    third = await reports.page(manager, wire.LogQuery(limit=3, after=second.older))
    back = await reports.page(manager, wire.LogQuery(limit=3, before=third.newer))

    pages = [[row.code for row in page.rows] for page in (first, second, third)]
    assert [code for page in pages for code in page] == codes[::-1]
    assert (first.newer, third.older) == (None, None)
    assert [row.code for row in back.rows] == pages[1]


async def test_totals_are_those_of_the_rows(world: World, manager: Actor, reports: Reports) -> None:
    for _ in range(3):
        await world.accepted()
        world.clock.advance(timedelta(seconds=5))
    left = await world.requested()
    await world.consults.cancel(world.station_doctor, ConsultId(left.id), "test")

    page = await reports.page(manager, wire.LogQuery())

    totals = page.totals
    assert (totals.consults, totals.answered) == (4, 3)
    assert totals.views["all"] == len(page.rows) == 4
    assert sum(day.consults for day in totals.by_day) == 4
    assert {row.verdict for row in page.rows} == {"live", "cancelled"}


async def test_a_case_withdrawn_in_time_is_no_unanswered_one_later(
    world: World, manager: Actor, reports: Reports
) -> None:
    await world.on_duty(world.specialists[0])
    asked = await world.requested()
    await world.consults.cancel(world.station_doctor, ConsultId(asked.id), "test")
    world.clock.advance(timedelta(days=1))

    page = await reports.page(manager, wire.LogQuery())

    assert [row.verdict for row in page.rows] == ["cancelled"]
    assert (page.totals.views["unanswered"], page.totals.views["late"]) == (0, 0)


async def test_each_sees_only_their_own_hospital(world: World, reports: Reports) -> None:
    asked = await world.requested()
    other = await build.add_facility(world.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    stranger = await build.add_person(world.db, "Khác Demo", Role.HOSPITAL_MANAGER, other)
    technician = await build.add_person(world.db, "Kỹ Thuật Demo", Role.HOSPITAL_ADMIN, world.hospital)

    assert (await reports.page(stranger, wire.LogQuery())).rows == []
    with pytest.raises(Missing):
        await reports.timeline(stranger, ConsultId(asked.id))
    with pytest.raises(NoLog):
        await reports.page(technician, wire.LogQuery())
    with pytest.raises(NoLog):
        await reports.csv(world.specialists[0], wire.LogQuery())


async def test_the_timeline_tells_every_fact_in_order_and_why_each_was_there(
    world: World, manager: Actor, reports: Reports
) -> None:
    one, _ = world.specialists
    shift = await world.on_duty(one)
    taken = await world.accepted(one)

    told = await reports.timeline(manager, ConsultId(taken.id))

    assert [entry.kind for entry in told.entries] == [
        "consult_drafted",
        "consent_recorded",
        "consult_sent",
        "ring_started",
        "ring_ended",
        "consult_accepted",
        "call_opened",
    ]
    chair = next(who for who in told.participants if who.role == "chair")
    assert (chair.why, chair.tier, chair.roster_version) == ("shift", "first", 7)
    assert chair.shift_starts_at == world.clock.now() - timedelta(hours=1)
    assert shift not in {value for entry in told.entries for value in entry.params.values()}
    async with world.db.transaction(build.BUILDER) as tx:
        query = select(audit_table.c.entity).where(audit_table.c.actor_id == manager.id)
        assert {row.entity for row in await tx.all(query)} == {"timeline"}


async def test_the_csv_opens_in_a_spreadsheet_and_runs_nothing(world: World, manager: Actor, reports: Reports) -> None:
    fields = wire.LogQuery.model_fields
    assert "text" not in fields, "a patient's name must never be put into an address"
    await world.requested(request=RequestFields(reason="=cmd|'/c calc'!A1"))

    text = b"".join([chunk async for chunk in await reports.csv(manager, wire.LogQuery())])

    assert text.startswith(b"\xef\xbb\xbfcode,sent_at")
    assert b"'=cmd" in text
    assert b"\r\n" in text
