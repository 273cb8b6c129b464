from datetime import date, timedelta

import pytest

from telemed.infra.db import Database
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied
from telemed.kernel.ids import RotationId, UserId, uuid7
from telemed.kernel.values import Role, Specialty
from telemed.schedules import timers_rotations
from telemed.schedules.store import holidays
from telemed.schedules.wire_rotations import (
    RotationCancelling,
    StationHours,
)
from telemed.schedules.working_time import DayKind
from tests.db.schedules.posts import Posts, arrange, day
from tests.db.schedules.rosters import HOUR, SEVEN, assign
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station


@pytest.fixture
async def posts(db: Database, clock: ManualClock) -> Posts:
    return await arrange(db, clock)


async def test_only_whoever_plans_rotations_at_the_home_hospital_posts_and_nobody_themselves(
    posts: Posts, db: Database
) -> None:
    head = await add_person(db, "head", Held(Role.DEPT_HEAD, posts.hospital, Specialty.INTERNAL))
    elsewhere = await add_person(db, "else", Held(Role.HOSPITAL_MANAGER, await add_hospital(db, "Than Uyên")))
    both = Held(Role.SPECIALIST, posts.hospital, Specialty.INTERNAL)
    doctor_manager = await add_person(db, "bs.manager", both, Held(Role.HOSPITAL_MANAGER, posts.hospital))
    made = RotationId((await posts.post()).id)

    for other in (head, elsewhere, posts.lan):
        with pytest.raises(Denied):
            await posts.rotations.post(other, RotationId(uuid7()), posts.new(50, 60))
        with pytest.raises(Denied):
            await posts.rotations.cancel(other, made, RotationCancelling())
    own = posts.new(50, 60, person_id=doctor_manager.id)
    with pytest.raises(Denied):
        await posts.rotations.post(doctor_manager, RotationId(uuid7()), own)


async def test_the_board_tells_stations_with_and_without_a_rotating_doctor(posts: Posts) -> None:
    made = await posts.post(0, 10)
    view = (await posts.board())[posts.station]
    assert (view.posted, view.without_since, view.rotations[0].ends_within_14) == (True, None, True)

    posts.clock.advance(timedelta(days=12))
    next_one = await posts.post(20, 40)
    board = await posts.board()

    assert (board[posts.station].posted, board[posts.station].without_since) == (False, day(10))
    assert board[posts.station].next_on == day(20)
    assert [one.id for one in board[posts.station].rotations] == [made.id, next_one.id]
    assert (board[posts.other].posted, board[posts.other].without_since) == (False, None)


async def test_the_board_counts_working_days_done_and_planned(posts: Posts, db: Database) -> None:
    week = [StationHours(weekday=n, opens="07:00", closes="17:00") for n in range(1, 6)]
    await posts.post(0, 28, hours=week)
    async with db.transaction(SYSTEM) as tx:
        await holidays.add(tx, [(day(2), "Lễ", DayKind.HOLIDAY), (day(6), "Bù", DayKind.WORKING)])
    posts.clock.advance(timedelta(days=8))  # Monday the 30th

    (view,) = (await posts.board())[posts.station].rotations

    assert (view.days_planned, view.days_due, view.days_done) == (20, 5, 5)


async def test_each_sees_their_own_part_of_the_board(posts: Posts, db: Database) -> None:
    there = await add_hospital(db, "Than Uyên")
    far = await add_station(db, "Khoen On", "KO")
    await assign(db, far, there, date(2026, 1, 1), None)
    made = await posts.post()
    head = await add_person(db, "head", Held(Role.DEPT_HEAD, posts.hospital, Specialty.INTERNAL))
    nurse = await add_person(db, "nurse", Held(Role.STATION_NURSE, posts.station))
    beside = await add_person(db, "beside", Held(Role.STATION_HEAD, posts.other))
    theirs = await add_person(db, "theirs", Held(Role.SPECIALIST, there, Specialty.INTERNAL))

    assert set(await posts.board(head)) == {posts.station, posts.other}
    assert [one.id for one in (await posts.board(nurse))[posts.station].rotations] == [made.id]
    assert set(await posts.board(nurse)) == {posts.station}
    assert (await posts.board(beside))[posts.other].rotations == []
    assert set(await posts.board(theirs)) == {far}
    board = await posts.rotations.board(head)
    assert (board.may_plan, board.homes) == (False, [])
    with pytest.raises(Denied):
        await posts.rotations.board(Actor(UserId(uuid7())))


async def test_only_who_plans_is_offered_the_doctors_one_could_post(posts: Posts) -> None:
    await posts.post(0, 40)  # posted, and to be posted again later

    (home,) = (await posts.rotations.board(posts.manager)).homes

    assert [(one.person.id, one.specialties) for one in home.doctors] == [(posts.lan.id, [Specialty.INTERNAL])]


async def test_its_first_day_and_its_end_are_told_at_their_midnights(posts: Posts, db: Database) -> None:
    head = await add_person(db, "tram", Held(Role.STATION_HEAD, posts.station))
    runner = JobRunner(db, posts.clock)
    timers_rotations.register(runner, posts.rotations)
    made = await posts.post(1, 3)
    (planned,) = await posts.told("rotation_changed")
    assert planned["people"] == [str(posts.lan.id), str(head.id)]

    for n, expected in ((0, (0, 0)), (1, (1, 0)), (3, (1, 1))):
        posts.clock.advance(SEVEN - 7 * HOUR + timedelta(days=n) - posts.clock.now() if n else timedelta())
        await runner.run_due()
        assert (len(await posts.told("rotation_started")), len(await posts.told("rotation_ended"))) == expected

    (ended,) = await posts.told("rotation_ended")
    assert (ended["rotation"], ended["early"]) == (str(made.id), False)
    assert len(await posts.told("rights_changed")) == 3


async def test_a_cancelled_one_never_starts(posts: Posts, db: Database) -> None:
    runner = JobRunner(db, posts.clock)
    timers_rotations.register(runner, posts.rotations)
    made = await posts.post(1, 3)
    await posts.rotations.cancel(posts.manager, RotationId(made.id), RotationCancelling())

    posts.clock.advance(timedelta(days=9))
    await runner.run_due()

    assert await posts.told("rotation_started") == await posts.told("rotation_ended") == []
