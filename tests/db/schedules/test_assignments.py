import asyncio
from datetime import date, timedelta

import pytest

from telemed.infra.db import Database
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.kernel.values import Role
from telemed.schedules import Schedules, store
from telemed.schedules.model import (
    Assignment,
    AssignmentBegun,
    AssignmentNeeded,
    AssignmentOver,
    AssignmentPast,
    AssignmentPlanned,
    AssignmentSame,
    AssignmentsOverlap,
    AssignmentTwice,
    NotThisKind,
)
from telemed.schedules.service.assignments import Assignments
from telemed.schedules.wire import AssignmentEnding, AssignmentList, NewAssignment
from tests.people import SYSTEM, add_hospital, add_person, add_station

TODAY = date(2026, 11, 22)
SOON = TODAY + timedelta(days=9)


@pytest.fixture
async def station(db: Database) -> FacilityId:
    return await add_station(db)


@pytest.fixture
async def one(db: Database) -> FacilityId:
    return await add_hospital(db)


@pytest.fixture
async def other(db: Database) -> FacilityId:
    return await add_hospital(db, "Than Uyên")


@pytest.fixture
async def province(db: Database) -> Actor:
    known = await add_person(db, "tinh")
    return Actor(known.id, (Grant(Role.HOSPITAL_ADMIN, FacilityId(uuid7()), wide=True),))


@pytest.fixture
def rosters(db: Database, clock: ManualClock) -> Assignments:
    return Assignments(db)


def to(station: FacilityId, hospital: FacilityId, since: date = TODAY, rank: int = 1) -> NewAssignment:
    return NewAssignment(station_id=station, hospital_id=hospital, valid_from=since, source="18/QĐ-SYT", rank=rank)


def days(answer: AssignmentList, rank: int = 1) -> list[tuple[date, date | None, bool]]:
    (only,) = answer.stations
    return [(a.valid_from, a.valid_to, a.withdrawn) for a in only.assignments if a.rank == rank]


async def supporter(
    db: Database, clock: ManualClock, station: FacilityId, later: timedelta = timedelta(), rank: int = 1
) -> FacilityId | None:
    async with db.transaction(SYSTEM) as tx:
        return await Schedules(clock).assigned_hospital(tx, station, clock.now() + later, rank=rank)


async def test_a_new_hospital_from_a_day_on_ends_the_running_one_the_day_before(
    rosters: Assignments,
    province: Actor,
    station: FacilityId,
    one: FacilityId,
    other: FacilityId,
    db: Database,
    clock: ManualClock,
) -> None:
    await rosters.assign(province, uuid7(), to(station, one))

    answer = await rosters.assign(province, uuid7(), to(station, other, SOON))

    assert days(answer) == [(TODAY, SOON, False), (SOON, None, False)]
    assert await supporter(db, clock, station, timedelta(days=8)) == one
    assert await supporter(db, clock, station, timedelta(days=9)) == other


async def test_sent_twice_it_counts_once(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId
) -> None:
    made = uuid7()

    await rosters.assign(province, made, to(station, one))

    assert days(await rosters.assign(province, made, to(station, one))) == [(TODAY, None, False)]


async def test_a_planned_change_is_withdrawn_and_the_old_one_goes_on(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId, other: FacilityId
) -> None:
    await rosters.assign(province, uuid7(), to(station, one))
    planned = uuid7()
    await rosters.assign(province, planned, to(station, other, SOON))

    with pytest.raises(AssignmentPlanned):
        await rosters.assign(province, uuid7(), to(station, other, TODAY + timedelta(days=3)))
    answer = await rosters.withdraw(province, planned)

    assert days(answer) == [(TODAY, None, False), (SOON, SOON, True)]
    assert days(await rosters.withdraw(province, planned)) == days(answer)


async def test_what_has_begun_is_history(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId, other: FacilityId
) -> None:
    begun = uuid7()
    await rosters.assign(province, begun, to(station, one))

    with pytest.raises(AssignmentBegun):
        await rosters.withdraw(province, begun)
    with pytest.raises(AssignmentPast):
        await rosters.assign(province, uuid7(), to(station, other, TODAY - timedelta(days=1)))
    with pytest.raises(AssignmentSame):
        await rosters.assign(province, uuid7(), to(station, one, SOON))


async def test_a_station_changes_its_hospital_on_the_day_it_got_one(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId, other: FacilityId
) -> None:
    await rosters.assign(province, uuid7(), to(station, one))

    answer = await rosters.assign(province, uuid7(), to(station, other))

    assert sorted(days(answer), key=lambda d: d[2]) == [(TODAY, None, False), (TODAY, TODAY, True)]


async def test_of_two_changes_at_once_one_is_refused(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId, other: FacilityId
) -> None:
    both = [rosters.assign(province, uuid7(), to(station, hospital, SOON)) for hospital in (one, other)]

    outcomes = await asyncio.gather(*both, return_exceptions=True)

    refused = [type(o) for o in outcomes if isinstance(o, Exception)]
    assert refused in ([AssignmentsOverlap], [AssignmentPlanned])


async def test_two_hospitals_in_the_same_days_are_refused_by_the_database_itself(
    db: Database, station: FacilityId, one: FacilityId, other: FacilityId
) -> None:
    async with db.transaction(SYSTEM) as tx:
        await store.add_assignment(tx, Assignment(uuid7(), station, one, TODAY, None, "x"))
        with pytest.raises(AssignmentsOverlap):
            await store.add_assignment(tx, Assignment(uuid7(), station, other, SOON, None, "x"))


async def test_a_station_is_assigned_to_a_hospital_and_nothing_else(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId
) -> None:
    for wrong in (to(station, station), to(one, one)):
        with pytest.raises(NotThisKind):
            await rosters.assign(province, uuid7(), wrong)


async def test_only_the_province_assigns_and_only_administrators_look(
    rosters: Assignments, station: FacilityId, one: FacilityId
) -> None:
    admin = Actor(UserId(uuid7()), (Grant(Role.HOSPITAL_ADMIN, one),))
    doctor = Actor(UserId(uuid7()), (Grant(Role.STATION_DOCTOR, station),))

    assert not (await rosters.all(admin)).may_assign
    with pytest.raises(Denied):
        await rosters.assign(admin, uuid7(), to(station, one))
    with pytest.raises(Denied):
        await rosters.all(doctor)


async def test_a_station_has_a_second_hospital_beside_the_first(
    rosters: Assignments,
    province: Actor,
    station: FacilityId,
    one: FacilityId,
    other: FacilityId,
    db: Database,
    clock: ManualClock,
) -> None:
    await rosters.assign(province, uuid7(), to(station, one))

    answer = await rosters.assign(province, uuid7(), to(station, other, rank=2))

    assert (days(answer), days(answer, 2)) == ([(TODAY, None, False)], [(TODAY, None, False)])
    assert await supporter(db, clock, station) == one
    assert await supporter(db, clock, station, rank=2) == other


async def test_a_new_second_hospital_ends_the_second_and_leaves_the_first(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId, other: FacilityId, db: Database
) -> None:
    third = await add_hospital(db, "Tân Uyên")
    await rosters.assign(province, uuid7(), to(station, one))
    await rosters.assign(province, uuid7(), to(station, other, rank=2))
    planned = uuid7()

    answer = await rosters.assign(province, planned, to(station, third, SOON, rank=2))

    assert (days(answer), days(answer, 2)) == ([(TODAY, None, False)], [(TODAY, SOON, False), (SOON, None, False)])
    back = await rosters.withdraw(province, planned)
    assert (days(back), days(back, 2)) == ([(TODAY, None, False)], [(TODAY, None, False), (SOON, SOON, True)])


async def test_no_hospital_is_both_the_first_and_the_second(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId, other: FacilityId
) -> None:
    await rosters.assign(province, uuid7(), to(station, one))
    for since in (TODAY, SOON):
        with pytest.raises(AssignmentTwice):
            await rosters.assign(province, uuid7(), to(station, one, since, rank=2))
    planned = uuid7()
    await rosters.assign(province, planned, to(station, other, SOON))

    await rosters.assign(province, uuid7(), to(station, one, SOON, rank=2))  # from the day on which it is not the first

    with pytest.raises(AssignmentTwice):
        await rosters.withdraw(province, planned)


async def test_of_both_ranks_given_to_one_hospital_at_once_one_is_refused(
    rosters: Assignments, province: Actor, station: FacilityId, one: FacilityId
) -> None:
    both = [rosters.assign(province, uuid7(), to(station, one, rank=rank)) for rank in (1, 2)]

    outcomes = await asyncio.gather(*both, return_exceptions=True)

    assert [type(o) for o in outcomes if isinstance(o, Exception)] == [AssignmentTwice]


async def test_a_second_hospital_is_ended_and_the_first_never_without_another(
    rosters: Assignments,
    province: Actor,
    station: FacilityId,
    one: FacilityId,
    other: FacilityId,
    db: Database,
    clock: ManualClock,
) -> None:
    first, second = uuid7(), uuid7()
    await rosters.assign(province, first, to(station, one))
    await rosters.assign(province, second, to(station, other, rank=2))
    yesterday, soon = AssignmentEnding(on=TODAY - timedelta(days=1)), AssignmentEnding(on=SOON)

    with pytest.raises(AssignmentNeeded):
        await rosters.end(province, first, soon)
    with pytest.raises(AssignmentPast):
        await rosters.end(province, second, yesterday)
    for _ in range(2):
        assert days(await rosters.end(province, second, soon), 2) == [(TODAY, SOON, False)]

    assert await supporter(db, clock, station, timedelta(days=8), rank=2) == other
    assert await supporter(db, clock, station, timedelta(days=9), rank=2) is None
    with pytest.raises(AssignmentOver):
        await rosters.end(province, second, AssignmentEnding(on=SOON + timedelta(days=1)))
