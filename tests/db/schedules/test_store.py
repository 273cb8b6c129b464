import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import insert

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import FacilityId, ShiftId, uuid7
from telemed.kernel.values import Tier
from telemed.schedules import Schedules, store, tables
from telemed.schedules.model import AssignmentsOverlap, ShiftsOverlap
from telemed.schedules.store import holidays
from telemed.schedules.working_time import DayKind
from tests.db.schedules.rosters import HOUR, NEW_YEAR, SEVEN, assign, put, shift
from tests.people import SYSTEM, add_hospital, add_person, add_station


async def hospital_at(db: Database, station: FacilityId, at: datetime) -> FacilityId | None:
    async with db.transaction(SYSTEM) as tx:
        return await Schedules(ManualClock(at)).assigned_hospital(tx, station)


async def test_the_database_refuses_one_person_on_two_shifts_at_once(db: Database) -> None:
    hospital, other = await add_hospital(db), await add_hospital(db, "Than Uyên")
    lan = await add_person(db, "lan")
    await put(db, shift(lan.id, hospital))

    with pytest.raises(ShiftsOverlap):
        await put(db, shift(lan.id, other, SEVEN + 11 * HOUR))


async def test_shifts_may_touch_and_others_may_work_beside(db: Database) -> None:
    hospital = await add_hospital(db)
    lan, minh = await add_person(db, "lan"), await add_person(db, "minh")

    await put(db, shift(lan.id, hospital), shift(lan.id, hospital, SEVEN + 12 * HOUR), shift(minh.id, hospital))


async def test_of_two_who_plan_the_same_hours_at_once_one_is_refused(db: Database) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")

    plans = (put(db, shift(lan.id, hospital)) for _ in range(5))
    outcomes = await asyncio.gather(*plans, return_exceptions=True)

    assert outcomes.count(None) == 1
    assert sum(isinstance(outcome, ShiftsOverlap) for outcome in outcomes) == 4


async def test_a_shift_given_away_or_cancelled_makes_room(db: Database) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    first, second = shift(lan.id, hospital), shift(lan.id, hospital)

    await put(db, first.give_away())
    await put(db, second.cancel())
    await put(db, shift(lan.id, hospital))


async def test_a_kept_row_cannot_come_back_over_another_shift(db: Database) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    first = shift(lan.id, hospital)
    await put(db, first.give_away(), shift(lan.id, hospital))

    async with db.transaction(SYSTEM) as tx:
        with pytest.raises(ShiftsOverlap):
            await store.save_shift(tx, first)


async def test_a_station_has_one_hospital_at_a_time(db: Database) -> None:
    station, here, there = await add_station(db), await add_hospital(db), await add_hospital(db, "Than Uyên")
    await assign(db, station, here, NEW_YEAR, date(2026, 10, 1))

    with pytest.raises(AssignmentsOverlap):
        await assign(db, station, there, date(2026, 9, 30), None)
    await assign(db, station, there, date(2026, 10, 1), None)


async def test_an_assignment_changes_at_local_midnight(db: Database) -> None:
    station, here, there = await add_station(db), await add_hospital(db), await add_hospital(db, "Than Uyên")
    await assign(db, station, here, NEW_YEAR, date(2026, 10, 1))
    await assign(db, station, there, date(2026, 10, 1), None)

    midnight = datetime(2026, 9, 30, 17, tzinfo=UTC)
    assert await hospital_at(db, station, midnight - timedelta(seconds=1)) == here
    assert await hospital_at(db, station, midnight) == there
    assert await hospital_at(db, station, datetime(2025, 12, 31, 16, tzinfo=UTC)) is None


async def test_on_duty_is_whoever_stands_on_the_roster_in_calling_order(db: Database) -> None:
    hospital, other = await add_hospital(db), await add_hospital(db, "Than Uyên")
    first, second, leader, away, before, after, elsewhere = [
        await add_person(db, name) for name in ("first", "second", "leader", "away", "before", "after", "elsewhere")
    ]
    here = shift(first.id, hospital)
    await put(
        db,
        replace(shift(leader.id, hospital), tier=Tier.LEADER, specialty=None),
        replace(shift(second.id, hospital), tier=Tier.SECOND),
        here,
        shift(away.id, hospital).give_away(),
        shift(before.id, hospital, SEVEN - 12 * HOUR),
        shift(after.id, hospital, SEVEN + 12 * HOUR),
        shift(elsewhere.id, other),
    )

    async with db.transaction(SYSTEM) as tx:
        duty = await Schedules(ManualClock(SEVEN)).on_duty(tx, hospital)

    assert [d.person for d in duty] == [first.id, second.id, leader.id]
    assert duty[0] == here.as_duty()


async def test_a_shift_is_found_by_its_id_whatever_became_of_it(db: Database) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    given = shift(lan.id, hospital).give_away()
    await put(db, given)

    async with db.transaction(SYSTEM) as tx:
        assert await Schedules(ManualClock(SEVEN)).shifts(tx, [given.id, ShiftId(uuid7())]) == {given.id: given}


async def test_working_time_knows_the_holidays_and_each_hospitals_hours(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    schedules = Schedules(clock)  # ten o'clock of a Sunday
    async with db.transaction(SYSTEM) as tx:
        await holidays.add(tx, [(date(2026, 11, 23), "Ngày lễ", DayKind.HOLIDAY)])
        usual = (await schedules.working_time(tx)).add(clock.now(), 4 * HOUR)
        rows = [
            {"hospital_id": hospital, "weekday": 7, "opens": time(opens), "closes": time(opens + 4)}
            for opens in (13, 7)
        ]
        await tx.execute(insert(tables.working_hours), rows)
        own = (await schedules.working_time(tx, hospital)).add(clock.now(), 4 * HOUR)

    assert usual == datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
    assert own == datetime(2026, 11, 22, 9, tzinfo=UTC)


async def test_phones_are_those_the_hospital_gave(db: Database, clock: ManualClock) -> None:
    hospital, station = await add_hospital(db), await add_station(db)

    async with db.transaction(SYSTEM) as tx:
        phones = await Schedules(clock).phones(tx, hospital)
        none = await Schedules(clock).phones(tx, station)

    assert [(phone.label, phone.number) for phone in phones] == [
        ("emergency", "02130000001"),
        ("leader", "02130000002"),
    ]
    assert none == []
