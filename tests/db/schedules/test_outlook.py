"""Coverage as it is read from the tables: never otherwise than whom a case would ring."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from telemed.infra.db import Database
from telemed.infra.events import read
from telemed.infra.outbox import event_table
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing, OtherBody
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules import GapAhead, Outlook, Schedules, outlook_days, store
from telemed.schedules.coverage import COVERED
from telemed.schedules.model import Assignment
from telemed.schedules.service.coverage import NoGap, Nudges
from telemed.schedules.wire_coverage import NewNudge
from tests.db.schedules.away import on_leave, posted
from tests.db.schedules.rosters import HOUR, NEW_YEAR, SEVEN, assign, put, shift
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station

DAY = 24 * HOUR
TODAY = date(2026, 11, 22)
INTERNAL = Specialty.INTERNAL


async def ahead(db: Database, days: int = 3) -> Outlook:
    async with db.transaction(SYSTEM) as tx:
        return await outlook_days(tx, TODAY, days)


async def specialist(db: Database, name: str, hospital: FacilityId, specialty: Specialty = INTERNAL) -> UserId:
    return (await add_person(db, name, Held(Role.SPECIALIST, hospital, specialty))).id


async def second(db: Database, station: FacilityId, hospital: FacilityId) -> None:
    async with db.transaction(SYSTEM) as tx:
        await store.add_assignment(tx, Assignment(uuid7(), station, hospital, NEW_YEAR, None, "QĐ 12/QĐ-SYT", 2))


def states(found: Outlook, hospital: FacilityId, specialty: Specialty = INTERNAL) -> list[tuple[int, str]]:
    """From which hour on what holds."""
    return [((one.span.starts_at - SEVEN) // HOUR, one.state.value) for one in found.hospitals[hospital].cut[specialty]]


async def test_coverage_is_never_otherwise_than_whom_a_case_would_ring(db: Database, clock: ManualClock) -> None:
    hospital, station = await add_hospital(db), await add_station(db)
    lan, minh, hoa = [await specialist(db, name, hospital) for name in ("lan", "minh", "hoa")]
    await put(
        db,
        shift(lan, hospital, SEVEN, 30),
        replace(shift(minh, hospital, SEVEN + 3 * HOUR, 20), tier=Tier.SECOND),
        shift(hoa, hospital, SEVEN + 33 * HOUR, 9),
    )
    await on_leave(db, lan, hospital, SEVEN + 5 * HOUR, SEVEN + 8 * HOUR)
    await posted(db, minh, hospital, station, (date(2026, 11, 23), date(2026, 11, 25)))
    await posted(db, hoa, hospital, station, (date(2026, 11, 23), date(2026, 11, 25)), decision_no="")
    found = await ahead(db)

    async with db.transaction(SYSTEM) as tx:
        for quarter in range(-8, 4 * 50):
            at = SEVEN + quarter * HOUR / 4
            rung = await Schedules(clock).on_duty(tx, hospital, at)
            assert [duty.shift_id for duty in rung] == [one.id for one in found.hospitals[hospital].on_duty(at)]
            if quarter >= 0 and at < SEVEN + 42 * HOUR:
                one = next(one for one in found.hospitals[hospital].cut[INTERNAL] if one.span.covers(at))
                assert (one.state in COVERED) == any(duty.tier is Tier.FIRST for duty in rung)
                assert one.shift is None or one.shift.id == rung[0].shift_id


async def test_a_hospital_offers_what_anybody_holds_there(db: Database) -> None:
    hospital, other = await add_hospital(db), await add_hospital(db, "Than Uyên")
    await specialist(db, "lan", hospital)
    await add_person(db, "head", Held(Role.DEPT_HEAD, hospital, Specialty.SURGERY))
    await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, other))

    found = await ahead(db)

    assert list(found.hospitals) == [hospital]
    assert list(found.hospitals[hospital].cut) == [INTERNAL, Specialty.SURGERY]
    assert states(found, hospital) == [(0, "unpublished")]


async def test_the_other_hospital_helps_only_where_every_station_has_it(db: Database) -> None:
    hospital, other = await add_hospital(db), await add_hospital(db, "Than Uyên")
    bl, bb = await add_station(db), await add_station(db, "Bản Bo", "BB")
    for station in (bl, bb):
        await assign(db, station, hospital, NEW_YEAR, None)
    lan, minh = await specialist(db, "lan", hospital), await specialist(db, "minh", other)
    await put(db, shift(lan, hospital), shift(lan, hospital, SEVEN + 48 * HOUR), shift(minh, other, SEVEN, 20))
    await second(db, bl, other)
    assert states(await ahead(db), hospital) == [(0, "named"), (12, "empty"), (48, "named"), (60, "unpublished")]

    await second(db, bb, other)

    assert states(await ahead(db), hospital) == [
        *((0, "named"), (12, "backup"), (20, "empty"), (48, "named"), (60, "unpublished"))
    ]


# -- telling a head now ------------------------------------------------------------------------------------------------


async def told(db: Database) -> list[GapAhead]:
    async with db.transaction(SYSTEM) as tx:
        rows = await tx.all(select(event_table.c.kind, event_table.c.data).order_by(event_table.c.seq))
    facts = [read(row.kind, None, row.data) for row in rows]
    return [fact for fact in facts if isinstance(fact, GapAhead)]


async def test_a_nudge_tells_the_head_of_the_whole_gap_once(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    head = await add_person(db, "head", Held(Role.DEPT_HEAD, hospital, INTERNAL))
    await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, hospital))
    nurse = await add_person(db, "thu", Held(Role.COORDINATOR, hospital))
    lan = await specialist(db, "lan", hospital)
    await put(db, shift(lan, hospital, SEVEN, 24), shift(lan, hospital, SEVEN + 3 * DAY, 24))
    nudge, change = NewNudge(hospital_id=hospital, specialty=INTERNAL, starts_at=SEVEN + 30 * HOUR), uuid7()

    said = await Nudges(db).nudge(nurse, change, nudge)
    again = await Nudges(db).nudge(nurse, change, nudge)

    assert said == again
    assert (said.starts_at, said.ends_at) == (SEVEN + DAY, SEVEN + 3 * DAY)
    assert [person.id for person in said.told] == [head.id]
    [fact] = await told(db)
    assert (fact.heads, fact.managers, fact.nudged_by, fact.days) == ((head.id,), (), nurse.id, 1)
    with pytest.raises(OtherBody):
        await Nudges(db).nudge(nurse, change, nudge.model_copy(update={"starts_at": SEVEN + 31 * HOUR}))


async def test_where_there_is_no_head_the_managers_are_told(db: Database, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    manager = await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, hospital))
    await specialist(db, "lan", hospital)

    said = await Nudges(db).nudge(
        manager, uuid7(), NewNudge(hospital_id=hospital, specialty=INTERNAL, starts_at=clock.now())
    )

    assert [person.id for person in said.told] == [manager.id]


async def test_what_is_filled_over_or_not_offered_is_nobodys_to_tell(db: Database, clock: ManualClock) -> None:
    hospital, station = await add_hospital(db), await add_station(db)
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, INTERNAL))
    await put(db, shift(lan.id, hospital, SEVEN + HOUR, 24))

    def nudge(**changes: object) -> NewNudge:
        return NewNudge.model_validate(
            {"hospital_id": hospital, "specialty": INTERNAL, "starts_at": clock.now()} | changes
        )

    for filled in (clock.now(), SEVEN):  # SEVEN: a gap of an hour that is over
        with pytest.raises(NoGap):
            await Nudges(db).nudge(lan, uuid7(), nudge(starts_at=filled))
    with pytest.raises(Missing):
        await Nudges(db).nudge(lan, uuid7(), nudge(specialty=Specialty.SURGERY))
    mai = await add_person(db, "mai", Held(Role.STATION_DOCTOR, station))
    with pytest.raises(Denied):
        await Nudges(db).nudge(mai, uuid7(), nudge(starts_at=SEVEN + 2 * DAY))
    assert await told(db) == []
