"""The watch over duty: each thing once, whatever restarts, and whoever looks at the same time."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from telemed.infra.db import Database, Tx
from telemed.infra.events import read
from telemed.infra.jobs import JobRunner
from telemed.infra.outbox import Event, event_table
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import FacilityId, ShiftId
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules import GapAhead, RotationEnding, ShiftEnded, ShiftUnconfirmed, timers
from telemed.schedules.model import ShiftState
from telemed.schedules.service.duty import OnDuty
from telemed.schedules.service.watch import Watch, next_morning
from tests.db.schedules.away import as_is, on_leave, posted
from tests.db.schedules.rosters import HOUR, SEVEN, put, shift
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station

MINUTE = timedelta(minutes=1)
DAY = 24 * HOUR
EIGHT = SEVEN + HOUR


@pytest.fixture
def clock() -> ManualClock:
    """Seven in the morning: shifts begin."""
    return ManualClock(SEVEN)


async def told(db: Database) -> list[Event]:
    async with db.transaction(SYSTEM) as tx:
        rows = await tx.all(select(event_table.c.kind, event_table.c.data).order_by(event_table.c.seq))
    return [read(row.kind, None, row.data) for row in rows]


async def minute(db: Database, watch: Watch | None = None) -> None:
    async with db.transaction(SYSTEM) as tx:
        await (watch or Watch()).minute(tx)


async def morning(db: Database) -> None:
    async with db.transaction(SYSTEM) as tx:
        await Watch().morning(tx)


# -- who has not said they are there -----------------------------------------------------------------------------------


async def test_fifteen_minutes_of_silence_arm_the_backup_and_tell_the_head_once(
    db: Database, clock: ManualClock
) -> None:
    hospital = await add_hospital(db)
    head = await add_person(db, "head", Held(Role.DEPT_HEAD, hospital, Specialty.INTERNAL))
    lan, minh = await add_person(db, "lan"), await add_person(db, "minh")
    first = shift(lan.id, hospital)
    second = replace(shift(minh.id, hospital), tier=Tier.SECOND)
    await put(db, first, replace(second, confirmed_at=SEVEN, state=ShiftState.CONFIRMED))

    clock.advance(14 * MINUTE)
    await minute(db)
    assert await told(db) == []

    clock.advance(MINUTE)
    await minute(db)
    clock.advance(MINUTE)
    await minute(db)

    said = ShiftUnconfirmed(
        None, first.id, lan.id, hospital, Specialty.INTERNAL, Tier.FIRST, SEVEN, True, (minh.id,), (head.id,)
    )
    assert await told(db) == [said]
    assert (await as_is(db, first)).armed_at == SEVEN + 15 * MINUTE


async def test_watches_that_look_together_tell_it_once(db: Database, clock: ManualClock) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    await put(db, shift(lan.id, hospital))
    clock.advance(HOUR)

    await asyncio.gather(*(minute(db) for _ in range(4)))

    assert [type(fact) for fact in await told(db)] == [ShiftUnconfirmed]


async def test_who_confirmed_answered_or_is_away_is_not_late(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    lan, minh, hoa = [await add_person(db, name) for name in ("lan", "minh", "hoa")]
    theirs = [shift(one.id, hospital) for one in (lan, minh, hoa)]
    await put(db, *theirs)
    await OnDuty(db, clock).confirm(lan, theirs[0].id)
    await on_leave(db, minh.id, hospital, SEVEN - HOUR, SEVEN + HOUR)
    clock.advance(30 * MINUTE)

    async def hoa_took_a_case(tx: Tx, shifts: object) -> frozenset[ShiftId]:
        return frozenset({theirs[2].id})

    await minute(db, Watch(hoa_took_a_case))

    assert [fact for fact in await told(db) if isinstance(fact, ShiftUnconfirmed)] == []
    assert [(await as_is(db, one)).armed_at for one in theirs] == [None, None, None]


async def test_saying_it_late_disarms_the_backup_and_what_happened_stays_written(
    db: Database, clock: ManualClock
) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    mine = shift(lan.id, hospital)
    await put(db, mine)
    clock.advance(20 * MINUTE)
    await minute(db)
    assert (await as_is(db, mine)).as_duty().armed

    await OnDuty(db, clock).confirm(lan, mine.id)

    late = await as_is(db, mine)
    assert late.armed_at == SEVEN + 20 * MINUTE
    assert not late.as_duty().armed


# -- what became of a shift --------------------------------------------------------------------------------------------


async def test_a_shift_that_is_over_is_done_if_its_person_was_there_else_missed(
    db: Database, clock: ManualClock
) -> None:
    hospital = await add_hospital(db)
    lan, minh, hoa = [await add_person(db, name) for name in ("lan", "minh", "hoa")]
    confirmed, answered, silent = [shift(one.id, hospital, SEVEN, 8) for one in (lan, minh, hoa)]
    await put(db, confirmed, answered, silent, shift(lan.id, hospital, SEVEN + 8 * HOUR, 8))
    await OnDuty(db, clock).confirm(lan, confirmed.id)

    async def minh_answered(tx: Tx, shifts: object) -> frozenset[ShiftId]:
        return frozenset({answered.id})

    clock.advance(8 * HOUR)
    await minute(db, Watch(minh_answered))
    await minute(db, Watch(minh_answered))

    states = [(await as_is(db, one)).state for one in (confirmed, answered, silent)]
    assert states == [ShiftState.DONE, ShiftState.DONE, ShiftState.MISSED]
    ended = {fact.person: fact for fact in await told(db) if isinstance(fact, ShiftEnded)}
    assert {person: fact.served for person, fact in ended.items()} == {lan.id: True, minh.id: True, hoa.id: False}
    assert ended[lan.id].relief is None, "nobody relieves himself"
    assert ended[minh.id].relief == lan.id
    assert len([fact for fact in await told(db) if isinstance(fact, ShiftEnded)]) == 3


async def test_after_a_long_silence_all_that_is_over_is_ended(db: Database, clock: ManualClock) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    past = [shift(lan.id, hospital, SEVEN - n * DAY) for n in range(1, 6)]
    await put(db, *past)

    await minute(db)

    assert {(await as_is(db, one)).state for one in past} == {ShiftState.MISSED}


# -- the timers --------------------------------------------------------------------------------------------------------


async def test_the_watch_goes_on_each_minute_and_a_start_makes_up_for_what_was_slept_through(
    db: Database, clock: ManualClock
) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    await put(db, shift(lan.id, hospital))
    await timers.started(db)
    jobs = JobRunner(db, clock)
    timers.register(jobs, Watch())

    for _ in range(15):
        await jobs.run_due()
        clock.advance(MINUTE)
    assert await told(db) == []
    await jobs.run_due()
    assert [type(fact) for fact in await told(db)] == [ShiftUnconfirmed]

    clock.advance(3 * DAY)  # the server was down, and comes back at 07:15
    again = JobRunner(db, clock)
    timers.register(again, Watch())
    await timers.started(db)
    await again.run_due()
    assert [type(fact) for fact in await told(db)] == [ShiftUnconfirmed, ShiftEnded]


def test_mornings_are_at_eight_local_whatever_the_day() -> None:
    eight = datetime(2026, 11, 22, 1, tzinfo=UTC)
    assert next_morning(eight - MINUTE) == eight
    assert next_morning(eight) == eight + DAY
    leap = datetime(2028, 2, 28, 2, tzinfo=UTC)
    assert next_morning(leap) == datetime(2028, 2, 29, 1, tzinfo=UTC)


# -- what is to come ---------------------------------------------------------------------------------------------------


async def covered_but(db: Database, hospital: FacilityId, *missing: int, days: int = 12) -> None:
    """Twenty-four hours a day from today, but for some days."""
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
    await put(db, *(shift(lan.id, hospital, SEVEN + n * DAY, 24) for n in range(days) if n not in missing))


async def each_morning(db: Database, clock: ManualClock, days: int) -> list[tuple[int, int, int]]:
    """On which morning a gap was told, how many days it was away, how many hours long."""
    found = []
    clock.advance(HOUR)
    for day in range(days):
        before = len(await told(db))
        await morning(db)
        await morning(db)  # a second look tells nothing
        for fact in (await told(db))[before:]:
            assert isinstance(fact, GapAhead)
            found.append((day, fact.days, (fact.ends_at - fact.starts_at) // HOUR))
        clock.advance(DAY)
    return found


async def test_a_gap_is_told_seven_three_and_one_days_before_once_each(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    await covered_but(db, hospital, 8, days=24)

    assert await each_morning(db, clock, 9) == [(1, 7, 24), (5, 3, 24), (7, 1, 24)]


async def test_a_gap_that_opens_late_is_told_at_once_and_then_as_it_nears(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    await covered_but(db, hospital, 5, days=24)

    assert await each_morning(db, clock, 6) == [(0, 5, 24), (2, 3, 24), (4, 1, 24)]


async def test_a_morning_that_was_slept_through_loses_no_warning(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    await covered_but(db, hospital, 8, days=24)
    clock.advance(6 * DAY)  # down from now until two days before

    assert await each_morning(db, clock, 2) == [(0, 2, 24), (1, 1, 24)]


async def test_who_never_had_anybody_is_told_once_and_not_every_day(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    await covered_but(db, hospital, days=40)
    await add_person(db, "minh", Held(Role.SPECIALIST, hospital, Specialty.SURGERY))

    assert [(day, days) for day, days, _ in await each_morning(db, clock, 8)] == [(0, 0)]


async def test_leave_over_a_published_shift_is_a_gap_too(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    head = await add_person(db, "head", Held(Role.DEPT_HEAD, hospital, Specialty.INTERNAL))
    manager = await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, hospital))
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
    await put(db, *(shift(lan.id, hospital, SEVEN + n * DAY, 24) for n in range(12)))
    await on_leave(db, lan.id, hospital, SEVEN + 2 * DAY + 5 * HOUR, SEVEN + 2 * DAY + 7 * HOUR)
    clock.advance(HOUR)

    await morning(db)

    [gap] = await told(db)
    assert isinstance(gap, GapAhead)
    assert (gap.starts_at, gap.ends_at) == (SEVEN + 2 * DAY + 5 * HOUR, SEVEN + 2 * DAY + 7 * HOUR)
    assert (gap.days, gap.heads, gap.managers, gap.nudged_by) == (2, (head.id,), (manager.id,), None)


async def test_a_rotation_that_ends_within_two_weeks_is_told_once_for_each_end(
    db: Database, clock: ManualClock, owner_db: Database
) -> None:
    hospital, station = await add_hospital(db), await add_station(db)
    head = await add_person(db, "head", Held(Role.DEPT_HEAD, hospital, Specialty.INTERNAL))
    manager = await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, hospital))
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
    minh = await add_person(db, "minh", Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
    one = await posted(db, lan.id, hospital, station, (date(2026, 11, 1), date(2026, 12, 7)))
    await posted(db, minh.id, hospital, station, (date(2026, 11, 1), date(2027, 1, 7)))
    mornings = []

    for _ in range(4):
        await morning(db)
        mornings.append([fact for fact in await told(db) if isinstance(fact, RotationEnding)])
        clock.advance(DAY)

    assert [len(facts) for facts in mornings] == [0, 1, 1, 1]
    [ending] = mornings[-1]
    assert (ending.rotation, ending.person, ending.station) == (one, lan.id, station)
    assert (ending.ends_on, ending.days) == (date(2026, 12, 7), 14)
    assert (ending.heads, ending.managers) == ((head.id,), (manager.id,))
