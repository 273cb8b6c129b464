"""What the demo shows of planning: each state that a screen has, true to its own rows, and written once."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from telemed import identity
from telemed.demo import people as demo
from telemed.demo.people import seed_people
from telemed.demo.plans import seed_plans
from telemed.demo.roster import AHEAD, seed_roster
from telemed.identity import store
from telemed.identity.tables import role_grant
from telemed.infra.db import Database
from telemed.infra.jobs import job_table
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.values import Role, Specialty, Tier
from telemed.reports import wire_coverage as wire
from telemed.reports.service_coverage import CoverageWall
from telemed.schedules import Schedules, duty_then, outlook_days, tables
from telemed.schedules.service.duty import no_checks
from telemed.schedules.store import rosters, rotations, versions
from telemed.sessions import plans_of
from telemed.sessions.tables import ladder_plan
from tests.people import PASSWORDS, SYSTEM

TAM_DUONG, THAN_UYEN = demo.facility_id(demo.TAM_DUONG), demo.facility_id(demo.THAN_UYEN)
DAY = timedelta(days=1)
PLANNED = (
    *(tables.shift, tables.roster_version, tables.draft_shift, tables.roster_pattern, tables.absence),
    *(tables.rotation, tables.assignment, ladder_plan, role_grant, job_table),
)


async def seed(db: Database, now: datetime) -> None:
    await seed_people(db, PASSWORDS)
    await seed_roster(db, now)
    await seed_plans(db, now)


@pytest.fixture
async def seeded(db: Database, clock: ManualClock) -> Database:
    await seed(db, clock.now())
    return db


async def size(db: Database) -> list[int]:
    async with db.transaction(SYSTEM) as tx:
        return [await tx.scalar(select(func.count()).select_from(table)) for table in PLANNED]


async def test_seeding_again_changes_nothing(seeded: Database, clock: ManualClock) -> None:
    before = await size(seeded)

    await seed(seeded, clock.now())

    assert await size(seeded) == before


async def test_rotations_run_end_soon_are_to_come_and_are_over(seeded: Database, clock: ManualClock) -> None:
    today = clock.now().astimezone(LOCAL).date()
    async with seeded.transaction(SYSTEM) as tx:
        found = await rotations.known(tx, date(2026, 1, 1))
        states = Counter((one.state(today).value, one.signed) for one in found)
        assert states == {("active", True): 3, ("planned", True): 1, ("planned", False): 1, ("completed", True): 1}
        assert sum(one.ends_soon(today) for one in found) == 1
        for one in found:  # a station that has a doctor has one who may work there, and the hospital has not
            there = await identity.holders(tx, one.station, {Role.STATION_DOCTOR}, None, clock.now())
            assert (one.person in there) == (one.state(today).value == "active")


async def test_nobody_who_is_posted_is_on_the_roster(seeded: Database, clock: ManualClock) -> None:
    async with seeded.transaction(SYSTEM) as tx:
        both = select(func.count()).where(tables.rotation.c.person_id == tables.shift.c.person_id)
        assert await tx.scalar(both) == 0


async def test_every_assigned_station_has_a_second_hospital(seeded: Database, clock: ManualClock) -> None:
    schedules = Schedules(clock)
    async with seeded.transaction(SYSTEM) as tx:
        for code in ("03390", "03595"):
            station = demo.facility_id(code)
            first = await schedules.assigned_hospital(tx, station)
            second = await schedules.assigned_hospital(tx, station, rank=2)
            assert {first, second} == {TAM_DUONG, THAN_UYEN}


async def test_the_wall_shows_every_state_and_tonight_only_the_demo_specialists_are_late(
    seeded: Database, clock: ManualClock
) -> None:
    manager = demo.person_id("quanly.tamduong")
    async with seeded.transaction(SYSTEM) as tx:
        actor = Actor(manager, await store.grants_of(tx, manager, date(2026, 11, 22)))
    clock.advance(timedelta(hours=7))  # 17:00
    found = await CoverageWall(seeded, Schedules(clock), no_checks).coverage(actor, wire.CoverageQuery())

    states = Counter(half.state.value for h in found.hospitals for row in h.specialties for half in row.halves)
    assert {"named", "backup", "empty"} <= set(states)
    late = {line.person.id for line in found.tonight.lines if line.late_ms is not None and line.person}
    assert late >= {demo.person_id(star) for star in demo.STARS.values()}
    assert found.tonight.empty == found.tonight.backup == 0
    assert [h.version for h in found.hospitals] == [7, 7]


async def test_the_leave_leaves_its_hours_to_the_second_tier(seeded: Database, clock: ManualClock) -> None:
    async with seeded.transaction(SYSTEM) as tx:
        ahead = await outlook_days(tx, date(2026, 11, 26), 2)
    cut = ahead.hospitals[TAM_DUONG].cut[Specialty.PAEDIATRICS]

    assert "backup" in {one.state.value for one in cut}


async def test_a_ring_of_last_month_replays_by_the_version_of_its_week(seeded: Database, clock: ManualClock) -> None:
    at = clock.now() - 20 * DAY
    async with seeded.transaction(SYSTEM) as tx:
        then = await duty_then(tx, TAM_DUONG, Specialty.INTERNAL, at)
        known = [
            duty.person
            for duty in await Schedules(clock).on_duty(tx, TAM_DUONG, at)
            if duty.specialty in {Specialty.INTERNAL, None}
        ]
    assert then.version == max(line.shift.roster_version for line in then.lines)
    assert [one.person for one in then.answering] == known
    assert [one.tier for one in then.answering] == [Tier.FIRST, Tier.SECOND, Tier.LEADER]


async def test_the_draft_of_the_week_after_next_lacks_a_night_and_gives_way_as_the_roster_grows(
    seeded: Database, clock: ManualClock
) -> None:
    async with seeded.transaction(SYSTEM) as tx:
        draft = [one.shift for one in (await rosters.draft(tx, TAM_DUONG)).drafted]
    hours = sorted(one.starts_at for one in draft)
    assert (len(draft), hours[0] >= clock.now() + AHEAD - DAY) == (13, True)
    assert max(b - a for a, b in pairwise(hours)) == DAY

    clock.advance(3 * DAY)
    await seed(seeded, clock.now())

    async with seeded.transaction(SYSTEM) as tx:
        left = [one.shift for one in (await rosters.draft(tx, TAM_DUONG)).drafted]
        in_force = await versions.in_force(tx, TAM_DUONG)
    assert 0 < len(left) < len(draft)
    assert in_force is not None
    assert in_force > 7


async def test_surgery_has_a_ladder_of_its_own_in_two_versions(seeded: Database, clock: ManualClock) -> None:
    async with seeded.transaction(SYSTEM) as tx:
        now = await plans_of(tx, TAM_DUONG, clock.now())
        before = await plans_of(tx, TAM_DUONG, clock.now() - 20 * DAY)
    surgery = now.of(Specialty.SURGERY)
    assert surgery is not None
    assert [(step.kind.value, str(step.place)) for step in surgery.steps] == [
        ("first", "own"),
        ("second", "own"),
        ("first", "second"),
        ("head", "own"),
        ("leader", "own"),
    ]
    assert now.of(Specialty.INTERNAL) is None
    first = before.of(Specialty.SURGERY)
    assert first is not None
    assert (first.number, surgery.number, len(first.steps)) == (1, 2, 4)


def test_the_clock_of_these_tests_is_a_sunday() -> None:
    assert datetime(2026, 11, 22, 3, tzinfo=UTC).astimezone(LOCAL).isoweekday() == 7
