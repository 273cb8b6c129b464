"""Tonight in one answer, the days to come, a past minute: what the screens are given."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from telemed.infra.audit import audit_table
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Role, Specialty, Tier
from telemed.reports import wire_coverage as wire
from telemed.reports.service_coverage import CoverageWall
from telemed.schedules import ChannelCheck, Schedules, Shift, store
from telemed.schedules.model import Assignment, ShiftState
from telemed.schedules.service.watch import Watch
from telemed.sessions import tables as sessions
from tests.db.schedules.away import on_leave, publish
from tests.db.schedules.rosters import HOUR, NEW_YEAR, assign, put, shift
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station

DAY = 24 * HOUR
FIVE = datetime(2026, 11, 22, 10, tzinfo=UTC)  # 17:00 in Lai Châu: tonight begins
INTERNAL = Specialty.INTERNAL


@pytest.fixture
def clock() -> ManualClock:
    """Twenty past eight in the evening."""
    return ManualClock(FIVE + 3 * HOUR + HOUR / 3)


async def untested(tx: Tx, shifts: Collection[ShiftId]) -> dict[ShiftId, list[ChannelCheck]]:
    return {}


@pytest.fixture
def wall(db: Database, clock: ManualClock) -> CoverageWall:
    return CoverageWall(db, Schedules(clock), untested)


@pytest.fixture
async def hospital(db: Database) -> FacilityId:
    return await add_hospital(db)


@pytest.fixture
async def manager(db: Database, hospital: FacilityId) -> Actor:
    return await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, hospital))


async def specialist(db: Database, name: str, hospital: FacilityId, specialty: Specialty = INTERNAL) -> UserId:
    return (await add_person(db, name, Held(Role.SPECIALIST, hospital, specialty))).id


def night(person: UserId, hospital: FacilityId, *, confirmed: bool = True, specialty: Specialty = INTERNAL) -> Shift:
    """From 17:00 for fourteen hours."""
    made = replace(shift(person, hospital, FIVE, 14), specialty=specialty)
    return replace(made, state=ShiftState.CONFIRMED, confirmed_at=FIVE) if confirmed else made


async def ladder(db: Database, hospital: FacilityId, by: Actor, place: str) -> None:
    """First the own first tier, then that of another place, then the leader."""
    waits = {"stat": 60, "urgent": 60, "routine": 60}
    steps = [
        {"kind": kind, "place": where, "wait_s": waits, "with_previous": []}
        for kind, where in (("first", "own"), ("first", place), ("leader", "own"))
    ]
    async with db.transaction(SYSTEM) as tx:
        row = {"id": uuid7(), "hospital_id": hospital, "specialty": "internal", "number": 1, "steps": steps}
        row |= {"options": {}, "reason": "Thử", "made_by": by.id, "made_at": tx.at}
        await tx.execute(insert(sessions.ladder_plan).values(row))


async def tonight(wall: CoverageWall, actor: Actor) -> wire.Tonight:
    return (await wall.coverage(actor, wire.CoverageQuery())).tonight


async def test_yes_when_everybody_has_said_they_are_there(
    db: Database, wall: CoverageWall, hospital: FacilityId, manager: Actor
) -> None:
    lan, minh = await specialist(db, "lan", hospital), await specialist(db, "minh", hospital, Specialty.SURGERY)
    await put(db, night(lan, hospital), night(minh, hospital, specialty=Specialty.SURGERY))

    found = await tonight(wall, manager)

    assert (found.answer, found.confirmed, found.unconfirmed, found.empty) == ("yes", 2, 0, 0)
    assert (found.starts_at, found.ends_at) == (FIVE, FIVE + 14 * HOUR)
    assert [line.status for line in found.lines] == ["confirmed", "confirmed"]


async def test_before_the_shifts_begin_a_name_is_enough(
    db: Database, clock: ManualClock, wall: CoverageWall, hospital: FacilityId, manager: Actor
) -> None:
    clock.advance(-5 * HOUR)  # 15:20
    lan = await specialist(db, "lan", hospital)
    await put(db, night(lan, hospital, confirmed=False))

    found = await tonight(wall, manager)

    assert (found.answer, found.unconfirmed) == ("named", 1)
    assert clock.now() < found.confirming_from
    assert found.lines[0].late_ms is None


async def test_no_when_somebody_is_late_or_a_place_is_empty_the_worst_first(
    db: Database, wall: CoverageWall, hospital: FacilityId, manager: Actor
) -> None:
    lan, minh = await specialist(db, "lan", hospital), await specialist(db, "minh", hospital, Specialty.PAEDIATRICS)
    await specialist(db, "hoa", hospital, Specialty.SURGERY)
    await put(
        db,
        night(lan, hospital),
        night(minh, hospital, confirmed=False, specialty=Specialty.PAEDIATRICS),
    )

    found = await tonight(wall, manager)

    assert found.answer == "no"
    assert [(line.specialty, line.status) for line in found.lines] == [
        *(("surgery", "empty"), ("paediatrics", "named"), ("internal", "confirmed"))
    ]
    empty, late, _ = found.lines
    assert empty.person is None
    assert late.late_ms == (3 * HOUR + HOUR / 3) // timedelta(milliseconds=1)


async def test_hours_of_tonight_that_are_past_count_no_more_and_later_ones_do(
    db: Database, clock: ManualClock, wall: CoverageWall, hospital: FacilityId, manager: Actor
) -> None:
    lan, minh = await specialist(db, "lan", hospital), await specialist(db, "minh", hospital)
    early = replace(shift(lan, hospital, FIVE - 10 * HOUR, 12), confirmed_at=FIVE, state=ShiftState.CONFIRMED)
    await put(db, early, shift(minh, hospital, FIVE + 4 * HOUR, 12))  # nobody from 19:00 to 21:00

    found = await tonight(wall, manager)
    assert [(part.state, part.ends_at) for part in found.lines[0].parts] == [
        ("empty", FIVE + 4 * HOUR),
        ("named", FIVE + 14 * HOUR),
    ]

    clock.advance(HOUR)
    found = await tonight(wall, manager)
    assert found.lines[0].person is not None
    assert (found.answer, found.lines[0].person.id) == ("no", minh), "twenty minutes late by now"


async def test_who_is_next_follows_the_ladder_in_force(
    db: Database, clock: ManualClock, wall: CoverageWall, hospital: FacilityId, manager: Actor
) -> None:
    other, station = await add_hospital(db, "Than Uyên"), await add_station(db)
    await assign(db, station, hospital, NEW_YEAR, None)
    async with db.transaction(SYSTEM) as tx:
        await store.add_assignment(tx, Assignment(uuid7(), station, other, NEW_YEAR, None, "QĐ 2", 2))
    lan, minh, hoa = [
        await specialist(db, name, at) for name, at in (("lan", hospital), ("minh", hospital), ("hoa", other))
    ]
    head = await add_person(db, "head", Held(Role.DEPT_HEAD, hospital, INTERNAL))
    leader = replace(night(manager.id, hospital), tier=Tier.LEADER, specialty=None)
    backup = replace(night(minh, hospital, confirmed=False), tier=Tier.SECOND)
    await put(db, backup, leader, night(hoa, other))

    line = next(one for one in (await tonight(wall, manager)).lines if one.hospital.id == hospital)
    assert line.status == "backup"
    assert [(step.kind, step.person and step.person.id, step.people) for step in line.next] == [
        ("second", minh, 1),
        ("specialty", min(lan, head.id), 2),
        ("leader", manager.id, 1),
    ]

    await ladder(db, hospital, head, "second")

    line = next(one for one in (await tonight(wall, manager)).lines if one.hospital.id == hospital)
    assert [(step.kind, step.hospital.id, step.person and step.person.id) for step in line.next] == [
        ("first", other, hoa),
        ("leader", hospital, manager.id),
    ]


@pytest.mark.parametrize(("place", "state"), [(None, "empty"), ("second", "backup"), ("named", "backup")])
async def test_the_other_hospital_is_a_backup_where_the_ladder_asks_it(
    db: Database, wall: CoverageWall, hospital: FacilityId, manager: Actor, place: str | None, state: str
) -> None:
    other, station = await add_hospital(db, "Than Uyên"), await add_station(db)
    await assign(db, station, hospital, NEW_YEAR, None)
    if place == "second":
        async with db.transaction(SYSTEM) as tx:
            await store.add_assignment(tx, Assignment(uuid7(), station, other, NEW_YEAR, None, "QĐ 2", 2))
    lan, hoa = await specialist(db, "lan", hospital), await specialist(db, "hoa", other)
    await put(db, shift(lan, hospital, FIVE + 20 * HOUR), night(hoa, other))
    if place:
        await ladder(db, hospital, manager, str(other) if place == "named" else place)

    line = next(one for one in (await tonight(wall, manager)).lines if one.hospital.id == hospital)

    assert (line.status, line.person) == (state, None)


async def test_the_channels_tested_at_the_start_of_the_shift_are_shown(
    db: Database, clock: ManualClock, hospital: FacilityId, manager: Actor
) -> None:
    lan = await specialist(db, "lan", hospital)
    mine = night(lan, hospital)
    await put(db, mine)
    check = ChannelCheck(channel="page", state="seen", took_ms=200, error=None)

    async def checks(tx: Tx, shifts: Collection[ShiftId]) -> dict[ShiftId, list[ChannelCheck]]:
        return {one: [check] for one in shifts}

    found = await tonight(CoverageWall(db, Schedules(clock), checks), manager)

    assert found.lines[0].shift_id == mine.id
    assert found.lines[0].checks == [check]


async def test_the_wall_has_each_day_and_night_with_its_gaps_and_warnings(
    db: Database, clock: ManualClock, wall: CoverageWall, hospital: FacilityId, manager: Actor
) -> None:
    clock.advance(-(12 * HOUR + HOUR / 3))  # 08:00
    lan = await specialist(db, "lan", hospital)
    number = await publish(
        db,
        shift(lan, hospital, FIVE - 10 * HOUR, 24),
        shift(lan, hospital, FIVE + 14 * HOUR, 10),
        shift(lan, hospital, FIVE + 40 * HOUR, 22),
        shift(lan, hospital, FIVE + 62 * HOUR, 24),
    )
    await on_leave(db, lan, hospital, FIVE + 63 * HOUR, FIVE + 64 * HOUR)
    async with db.transaction(SYSTEM) as tx:
        await Watch().morning(tx)

    found = await wall.coverage(manager, wire.CoverageQuery(days=4))

    assert found.days == [date(2026, 11, 22) + timedelta(days=n) for n in range(4)]
    [place] = found.hospitals
    assert (place.version, place.published_until) == (number, FIVE + 86 * HOUR)
    [row] = place.specialties
    assert row.may_plan
    assert [(half.night, half.state) for half in row.halves] == [
        *((False, "named"), (True, "named")),
        *((False, "named"), (True, "empty")),
        *((False, "empty"), (True, "named")),
        *((False, "empty"), (True, "named")),
    ]
    gap = row.halves[3].gaps[0]
    assert (gap.starts_at, gap.ends_at, row.halves[3].person) == (FIVE + 24 * HOUR, FIVE + 38 * HOUR, None)
    assert row.halves[3].warned == row.halves[4].warned == [clock.now()]
    assert row.halves[5].warned == []


async def test_whoever_works_at_a_hospital_sees_every_hospital_and_a_station_none(
    db: Database, wall: CoverageWall, hospital: FacilityId
) -> None:
    other, station = await add_hospital(db, "Than Uyên"), await add_station(db)
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, INTERNAL))
    await specialist(db, "minh", other)

    found = await wall.coverage(lan, wire.CoverageQuery(days=1))
    assert [one.hospital.id for one in found.hospitals] == [hospital, other]
    assert not any(row.may_plan for one in found.hospitals for row in one.specialties)
    with pytest.raises(Denied):
        await wall.coverage(await add_person(db, "mai", Held(Role.STATION_DOCTOR, station)), wire.CoverageQuery())


async def test_a_replay_is_audited_and_for_the_hospital_and_the_province(
    db: Database, clock: ManualClock, wall: CoverageWall, hospital: FacilityId, manager: Actor
) -> None:
    clock.advance(-5 * HOUR)
    lan = await specialist(db, "lan", hospital)
    await publish(db, night(lan, hospital, confirmed=False))
    clock.advance(5 * HOUR)
    query = wire.ReplayQuery(hospital_id=hospital, specialty=INTERNAL, at=clock.now())

    found = await wall.replay(manager, query)

    assert (found.version, found.ladder_number) == (1, None)
    assert [(line.tier, line.person.id, line.on_leave, line.posted) for line in found.lines] == [
        ("first", lan, False, False)
    ]
    stranger = await add_person(db, "head", Held(Role.DEPT_HEAD, await add_hospital(db, "Than Uyên"), INTERNAL))
    with pytest.raises(Denied):
        await wall.replay(stranger, query)
    async with db.transaction(SYSTEM) as tx:
        deeds = await tx.all(select(audit_table.c.action, audit_table.c.entity_id))
    assert [tuple(row) for row in deeds] == [("duty.replay", hospital)]
