import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import ShiftId, uuid7
from telemed.kernel.values import Role, Specialty
from telemed.schedules.model import NoHospital, NotYourShift, ShiftOver, TooEarly
from telemed.schedules.service.duty import OnDuty
from tests.db.schedules.rosters import HOUR, NEW_YEAR, SEVEN, assign, put, shift
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station


@pytest.fixture
def rosters(db: Database, clock: ManualClock) -> OnDuty:
    return OnDuty(db, clock)


async def told(db: Database) -> list[str]:
    async with db.transaction(SYSTEM) as tx:
        facts = await tx.all(select(event_table.c.kind))
        deeds = await tx.all(select(audit_table.c.action))
    return [row[0] for row in (*facts, *deeds)]


async def test_a_station_sees_the_board_of_the_hospital_that_supports_it(db: Database, rosters: OnDuty) -> None:
    station, here, there = await add_station(db), await add_hospital(db), await add_hospital(db, "Than Uyên")
    await assign(db, station, there, NEW_YEAR, None)
    mai = await add_person(db, "mai", Held(Role.STATION_DOCTOR, station))
    lan, minh = await add_person(db, "lan"), await add_person(db, "minh")
    await put(db, shift(lan.id, here), shift(minh.id, there))

    board = await rosters.board(mai)

    assert board.hospital.id == there
    assert [board.people[s.person].name for s in board.shifts] == ["BS. Minh Demo"]


async def test_people_of_a_hospital_see_their_own_board(db: Database, rosters: OnDuty) -> None:
    hospital = await add_hospital(db)
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
    await put(db, shift(lan.id, hospital))

    assert [s.person for s in (await rosters.board(lan)).shifts] == [lan.id]


async def test_a_station_nobody_supports_is_told_so(db: Database, rosters: OnDuty) -> None:
    mai = await add_person(db, "mai", Held(Role.STATION_DOCTOR, await add_station(db)))

    with pytest.raises(NoHospital):
        await rosters.board(mai)


async def test_the_province_has_no_board_of_its_own(db: Database, rosters: OnDuty) -> None:
    viewer = await add_person(db, "viewer", Held(Role.PROVINCE_VIEWER, await add_hospital(db)))

    with pytest.raises(Denied):
        await rosters.board(viewer)


async def test_my_shift_is_the_running_one_else_the_next_within_a_day(
    db: Database, rosters: OnDuty, clock: ManualClock
) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    running, next_day = shift(lan.id, hospital), shift(lan.id, hospital, SEVEN + 37 * HOUR)
    await put(db, running, next_day)

    own = await rosters.own_shift(lan)
    assert own
    assert own.shift == running

    clock.advance(9 * HOUR)  # 19:00: it has just ended, the other begins in 25 hours
    assert await rosters.own_shift(lan) is None

    clock.advance(HOUR)
    own = await rosters.own_shift(lan)
    assert own
    assert own.shift == next_day


async def test_my_shift_names_who_relieves_me(db: Database, rosters: OnDuty) -> None:
    hospital, lan, minh = await add_hospital(db), await add_person(db, "lan"), await add_person(db, "minh")
    await put(db, shift(lan.id, hospital), shift(minh.id, hospital, SEVEN + 12 * HOUR))

    own = await rosters.own_shift(lan)

    assert own
    assert own.relief
    assert own.relief.name == "BS. Minh Demo"


async def test_i_am_here_is_written_told_and_audited_once(db: Database, rosters: OnDuty, clock: ManualClock) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    mine = shift(lan.id, hospital)
    await put(db, mine)

    answers = await asyncio.gather(*(rosters.confirm(lan, mine.id) for _ in range(3)))

    assert {own.shift.confirmed_at for own in answers} == {clock.now()}
    assert await told(db) == ["shift_confirmed", "shift.confirm"]


async def test_whoever_is_there_is_called_first(db: Database, rosters: OnDuty) -> None:
    hospital = await add_hospital(db)
    specialist = Held(Role.SPECIALIST, hospital, Specialty.INTERNAL)
    lan, minh = await add_person(db, "lan", specialist), await add_person(db, "minh", specialist)
    mine = shift(minh.id, hospital)
    await put(db, shift(lan.id, hospital, SEVEN - HOUR), mine)

    await rosters.confirm(minh, mine.id)

    assert [s.person for s in (await rosters.board(lan)).shifts] == [minh.id, lan.id]


async def test_what_cannot_be_confirmed_changes_nothing(db: Database, rosters: OnDuty) -> None:
    hospital, lan, minh = await add_hospital(db), await add_person(db, "lan"), await add_person(db, "minh")
    tonight, over = shift(lan.id, hospital, SEVEN + 12 * HOUR), shift(lan.id, hospital, SEVEN - 12 * HOUR)
    theirs = shift(minh.id, hospital)
    await put(db, tonight, over, theirs)

    for shift_id, refusal in [
        (tonight.id, TooEarly),
        (over.id, ShiftOver),
        (theirs.id, NotYourShift),
        (ShiftId(uuid7()), Missing),
    ]:
        with pytest.raises(refusal):
            await rosters.confirm(lan, shift_id)

    assert await told(db) == []


async def test_a_shift_can_be_confirmed_an_hour_ahead(db: Database, rosters: OnDuty, clock: ManualClock) -> None:
    hospital, lan = await add_hospital(db), await add_person(db, "lan")
    soon = shift(lan.id, hospital, clock.now() + timedelta(minutes=60))
    await put(db, soon)

    assert (await rosters.confirm(lan, soon.id)).shift.confirmed_at == clock.now()
