"""Who should have answered at a past minute: the same for ever, whatever is planned, swapped or cancelled later."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import DutyThen, Schedules, Shift, duty_then, tables
from telemed.schedules.service.duty import OnDuty
from telemed.schedules.service.watch import Watch
from tests.db.schedules.away import as_is, on_leave, posted, publish
from tests.db.schedules.rosters import HOUR, SEVEN, shift
from tests.people import SYSTEM, add_hospital, add_person, add_station

DAY = 24 * HOUR
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> ManualClock:
    """A day before the shifts begin."""
    return ManualClock(SEVEN - DAY)


async def then(db: Database, hospital: FacilityId, at: datetime) -> DutyThen:
    async with db.transaction(SYSTEM) as tx:
        return await duty_then(tx, hospital, Specialty.INTERNAL, at)


async def rung(db: Database, clock: ManualClock, hospital: FacilityId) -> list[UserId]:
    """Whom a case of now would ring, in calling order."""
    async with db.transaction(SYSTEM) as tx:
        return [duty.person for duty in await Schedules(clock).on_duty(tx, hospital)]


def answering(found: DutyThen) -> list[UserId]:
    return [one.person for one in found.answering]


async def test_a_ring_of_months_ago_replays_to_the_same_people_after_all_that_came_later(
    db: Database, clock: ManualClock
) -> None:
    hospital, station = await add_hospital(db), await add_station(db)
    lan, minh, hoa = [(await add_person(db, name)).id for name in ("lan", "minh", "hoa")]
    first, second = shift(lan, hospital), replace(shift(minh, hospital), tier=Tier.SECOND)
    assert await publish(db, first, second) == 1
    clock.advance(DAY + 2 * HOUR)
    minute = clock.now()
    assert await rung(db, clock, hospital) == [lan, minh]
    before = await then(db, hospital, minute)
    assert (before.version, answering(before)) == (1, [lan, minh])

    # Half an hour later the first swaps with a third, the second is cancelled, both are entered as away.
    clock.advance(HOUR / 2)
    taken = replace(shift(hoa, hospital), replaces=first.id)
    assert await publish(db, taken, remove=(first,)) == 2
    assert await publish(db, remove=(second,)) == 3
    await on_leave(db, minh, hospital, SEVEN, SEVEN + 12 * HOUR)
    await posted(db, lan, hospital, station, (date(2026, 11, 22), date(2026, 11, 23)))
    clock.advance(MINUTE)
    assert await rung(db, clock, hospital) == [hoa]
    assert answering(await then(db, hospital, clock.now())) == [hoa]

    for _ in range(30):  # a new version each week, and the shifts of that day are over
        clock.advance(7 * DAY)
        await publish(db, shift(lan, hospital, clock.now() + DAY))
        async with db.transaction(SYSTEM) as tx:
            await Watch().minute(tx)

    assert await then(db, hospital, minute) == before


async def test_it_knows_of_confirmations_what_was_known_at_that_minute(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    lan, minh = await add_person(db, "lan"), await add_person(db, "minh")
    theirs, mine = shift(lan.id, hospital, SEVEN - HOUR), shift(minh.id, hospital)
    await publish(db, theirs, mine)
    clock.advance(DAY + 20 * MINUTE)
    async with db.transaction(SYSTEM) as tx:
        await Watch().minute(tx)
    armed = clock.now()
    clock.advance(10 * MINUTE)
    await OnDuty(db, clock).confirm(minh, mine.id)
    confirmed = clock.now()

    assert answering(await then(db, hospital, confirmed - MINUTE)) == [lan.id, minh.id]
    assert answering(await then(db, hospital, confirmed)) == [minh.id, lan.id]
    assert [line.shift.armed_at for line in (await then(db, hospital, armed - MINUTE)).lines] == [None, None]
    assert [line.shift.armed_at for line in (await then(db, hospital, armed)).lines] == [armed, armed]
    assert [line.shift.confirmed_at for line in (await then(db, hospital, armed)).lines] == [None, None]


async def test_leave_and_postings_count_from_when_they_were_known_until_they_were_taken_back(
    db: Database, clock: ManualClock, owner_db: Database
) -> None:
    hospital, station = await add_hospital(db), await add_station(db)
    lan, minh = [(await add_person(db, name)).id for name in ("lan", "minh")]
    await publish(db, shift(lan, hospital), shift(minh, hospital))
    clock.advance(DAY + HOUR)
    leave = await on_leave(db, lan, hospital, SEVEN, SEVEN + 12 * HOUR)
    await posted(db, minh, hospital, station, (date(2026, 11, 22), date(2026, 11, 24)))
    entered = clock.now()
    clock.advance(HOUR)
    async with owner_db.transaction(SYSTEM) as tx:
        gone = update(tables.absence).where(tables.absence.c.id == leave)
        await tx.execute(gone.values(withdrawn_at=clock.now()))
    back = clock.now()

    def flags(found: DutyThen) -> dict[UserId, tuple[bool, bool]]:
        return {line.shift.person: (line.on_leave, line.posted) for line in found.lines}

    assert flags(await then(db, hospital, entered - MINUTE)) == {lan: (False, False), minh: (False, False)}
    assert flags(await then(db, hospital, entered)) == {lan: (True, False), minh: (False, True)}
    assert flags(await then(db, hospital, back)) == {lan: (False, False), minh: (False, True)}
    assert answering(await then(db, hospital, entered)) == []
    assert answering(await then(db, hospital, back)) == [lan]


async def test_leaders_answer_for_every_specialty_and_other_specialties_for_none(
    db: Database, clock: ManualClock
) -> None:
    hospital = await add_hospital(db)
    lan, minh, hoa = [(await add_person(db, name)).id for name in ("lan", "minh", "hoa")]
    await publish(
        db,
        replace(shift(hoa, hospital), tier=Tier.LEADER, specialty=None),
        replace(shift(minh, hospital), specialty=Specialty.SURGERY),
        shift(lan, hospital),
    )

    clock.advance(DAY)
    assert answering(await then(db, hospital, clock.now())) == [lan, hoa]


async def test_before_the_first_version_nobody_was_to_answer(db: Database, clock: ManualClock) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    await publish(db, shift(lan.id, hospital, SEVEN - 30 * DAY, 12))

    assert await then(db, hospital, SEVEN - 30 * DAY) == DutyThen(None, ())


@pytest.mark.parametrize(
    "at",
    [
        datetime(2028, 2, 28, 16, 59, tzinfo=UTC),  # 23:59 before the leap day
        datetime(2028, 2, 28, 17, 0, tzinfo=UTC),
        datetime(2027, 2, 5, 17, 0, tzinfo=UTC),  # the first minute of Tết
        datetime(2026, 12, 31, 17, 0, tzinfo=UTC),
    ],
)
async def test_a_shift_answers_from_its_first_instant_up_to_its_last(
    db: Database, clock: ManualClock, at: datetime
) -> None:
    hospital = await add_hospital(db)
    lan, minh = [(await add_person(db, name)).id for name in ("lan", "minh")]
    await publish(db, shift(lan, hospital, at - 12 * HOUR), shift(minh, hospital, at))

    assert answering(await then(db, hospital, at - timedelta(microseconds=1))) == [lan]
    assert answering(await then(db, hospital, at)) == [minh]
    assert answering(await then(db, hospital, at + 12 * HOUR)) == []


async def test_replay_of_now_is_whom_a_case_of_now_would_ring(db: Database, clock: ManualClock) -> None:
    hospital, station = await add_hospital(db), await add_station(db)
    people = [(await add_person(db, name)).id for name in ("lan", "minh", "hoa", "thu")]
    made: list[Shift] = []
    for n, person in enumerate(people):
        one = shift(person, hospital, SEVEN + n * HOUR, 6)
        made.append(replace(one, id=ShiftId(uuid7()), tier=Tier.SECOND if n % 2 else Tier.FIRST))
    await publish(db, *made)
    await on_leave(db, people[1], hospital, SEVEN + 2 * HOUR, SEVEN + 4 * HOUR)
    await posted(db, people[2], hospital, station, (date(2026, 11, 22), date(2026, 11, 23)), decision_no="")
    clock.advance(DAY - HOUR)

    for _ in range(24):
        assert answering(await then(db, hospital, clock.now())) == await rung(db, clock, hospital)
        clock.advance(HOUR / 2)
    assert (await as_is(db, made[0])).ended_version is None
