import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing, OtherBody
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role, Specialty
from telemed.schedules.model_away import AbsenceOver, AbsencesOverlap
from telemed.schedules.model_draft import NotStaff
from telemed.schedules.store import absences
from tests.db.schedules.planning import INTERNAL, MONDAY, Ward, at, cell, make_ward
from tests.people import SYSTEM, Held, add_hospital, add_person

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
async def ward(db: Database, clock: ManualClock) -> Ward:
    return await make_ward(db, clock)


async def test_of_two_leaves_of_one_person_at_the_same_instant_one_is_refused(ward: Ward) -> None:
    one, *_ = ward.doctors
    both = [ward.leave(one, at(MONDAY, 0), at(MONDAY + n * DAY, 0)) for n in (2, 3)]

    outcomes = await asyncio.gather(*both, return_exceptions=True)

    assert [type(o) for o in outcomes if isinstance(o, Exception)] == [AbsencesOverlap]
    assert len((await ward.view()).absences) == 1


async def test_the_database_itself_refuses_overlapping_leave_over_two_connections(ward: Ward) -> None:
    one, *_ = ward.doctors
    first = await ward.leave(one, at(MONDAY, 0), at(MONDAY + DAY, 0))
    async with ward.db.transaction(SYSTEM) as tx:
        known = await absences.absence(tx, first.absence.id)
    later = replace(known, starts_at=known.ends_at, ends_at=known.ends_at + DAY)

    async def add(hours: int) -> None:
        async with ward.db.transaction(SYSTEM) as tx:
            await absences.add(tx, replace(later, id=uuid7(), ends_at=later.ends_at - hours * HOUR))

    async with ward.db.transaction(SYSTEM) as mine:
        await absences.add(mine, replace(later, id=uuid7()))
        yours = asyncio.create_task(add(1))
    with pytest.raises(AbsencesOverlap):
        await yours


async def test_leave_next_to_leave_is_fine_and_what_was_withdrawn_is_free(ward: Ward) -> None:
    one, *_ = ward.doctors
    first = await ward.leave(one, at(MONDAY, 0), at(MONDAY + DAY, 0))
    await ward.leave(one, at(MONDAY + DAY, 0), at(MONDAY + 2 * DAY, 0))

    await ward.planning.absences.withdraw(ward.head, first.absence.id)
    await ward.leave(one, at(MONDAY, 6), at(MONDAY, 18))

    assert len((await ward.view()).absences) == 2


async def test_withdrawn_leave_is_duty_again_and_was_leave_until_then(ward: Ward) -> None:
    one, *_ = ward.doctors
    await ward.publish(cell(one, MONDAY - DAY, 11, 12))
    ward.clock.advance(2 * HOUR)
    leave = await ward.leave(one, ward.clock.now(), at(MONDAY, 0))
    ward.clock.advance(HOUR)

    answer = await ward.planning.absences.withdraw(ward.head, leave.absence.id)
    again = await ward.planning.absences.withdraw(ward.head, leave.absence.id)

    assert answer == again
    assert (answer.withdrawn, answer.uncovered) == (True, [])
    assert await ward.on_duty(ward.clock.now()) == [one.id]
    assert await ward.on_duty(ward.clock.now() - HOUR / 2) == []


async def test_who_is_posted_is_off_duty_on_all_its_days_and_not_after(ward: Ward) -> None:
    one, *_ = ward.doctors
    await ward.publish(*(cell(one, MONDAY + n * DAY, 7, 24) for n in range(3)))
    await ward.post(one, MONDAY, MONDAY + 2 * DAY)

    hours = {n: await ward.on_duty(at(MONDAY, 7) + n * HOUR) for n in (0, 16, 40, 41)}

    assert hours == {0: [], 16: [], 40: [], 41: [one.id]}


async def test_leave_is_kept_by_who_plans_that_person(ward: Ward) -> None:
    surgeon = await add_person(ward.db, "ngoai", Held(Role.SPECIALIST, ward.hospital, Specialty.SURGERY))
    stranger = await add_person(ward.db, "la", Held(Role.SPECIALIST, await add_hospital(ward.db, "Khác"), INTERNAL))

    with pytest.raises(Denied):
        await ward.leave(surgeon, at(MONDAY, 0), at(MONDAY + DAY, 0))
    with pytest.raises(NotStaff):
        await ward.leave(stranger, at(MONDAY, 0), at(MONDAY + DAY, 0))
    with pytest.raises(Missing):
        await ward.planning.absences.withdraw(ward.head, uuid7())
    kept = await ward.leave(ward.doctors[0], at(MONDAY, 0), at(MONDAY + DAY, 0))
    with pytest.raises(Denied):
        await ward.planning.absences.withdraw(ward.doctors[0], kept.absence.id)


async def test_what_is_over_is_history(ward: Ward) -> None:
    one, two, _ = ward.doctors
    kept = await ward.leave(one, at(MONDAY, 0), at(MONDAY + DAY, 0))
    ward.clock.advance(3 * DAY)

    with pytest.raises(AbsenceOver):
        await ward.planning.absences.withdraw(ward.head, kept.absence.id)
    with pytest.raises(AbsenceOver):
        await ward.leave(two, at(MONDAY, 0), at(MONDAY + DAY, 0))


async def test_the_same_leave_sent_twice_counts_once(ward: Ward) -> None:
    one, *_ = ward.doctors
    made = uuid7()

    first = await ward.leave(one, at(MONDAY, 0), at(MONDAY + DAY, 0), made)
    again = await ward.leave(one, at(MONDAY, 0), at(MONDAY + DAY, 0), made)

    assert first == again
    with pytest.raises(OtherBody):
        await ward.leave(one, at(MONDAY, 0), at(MONDAY + 2 * DAY, 0), made)
