import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import ProgrammingError

from telemed.identity.model_people import WrongProfession
from telemed.identity.tables import person as person_table
from telemed.identity.tables import role_grant
from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import DomainError, OtherBody
from telemed.kernel.ids import RotationId, uuid7
from telemed.kernel.values import Profession, Role
from telemed.schedules import Schedules, store
from telemed.schedules.model import ShiftState
from telemed.schedules.model_rotation import (
    RotationBegun,
    RotationDayPassed,
    RotationDays,
    RotationHours,
    RotationNotBegun,
    RotationNoteNeeded,
    RotationNotOfHospital,
    RotationOver,
    RotationShiftRunning,
    RotationShifts,
    RotationSigned,
    RotationsOverlap,
    RotationState,
    RotationUnsigned,
    RotationWrongStation,
)
from telemed.schedules.store import rotations as rotation_store
from telemed.schedules.wire_rotations import (
    ClashQuery,
    RotationCancelling,
    RotationEnding,
    RotationExtension,
    RotationSigning,
    RotationView,
    StationHours,
)
from tests.db.schedules.posts import OF_HOSPITAL, OF_STATION, SIGNED, TODAY, Posts, arrange, day
from tests.db.schedules.rosters import HOUR, SEVEN, put, shift
from tests.people import SYSTEM, Held, add_hospital, add_person


@pytest.fixture
async def posts(db: Database, clock: ManualClock) -> Posts:
    return await arrange(db, clock)


async def test_rights_are_the_stations_exactly_inside_the_dates_and_the_hospitals_outside(posts: Posts) -> None:
    await posts.post(10, 40)

    found = [await posts.rights(n) for n in (0, 9, 10, 39, 40, 400)]

    assert found == [{OF_HOSPITAL}, {OF_HOSPITAL}, {OF_STATION}, {OF_STATION}, {OF_HOSPITAL}, {OF_HOSPITAL}]
    assert len(await posts.told("rights_changed")) == 1


async def test_the_grant_at_the_station_names_its_rotation_and_the_decision(posts: Posts) -> None:
    made = await posts.post()

    async with posts.db.transaction(SYSTEM) as tx:
        row = await tx.one(select(role_grant).where(role_grant.c.facility_id == posts.station))

    assert (row.source, row.source_id, row.document, row.given_by) == ("rotation", made.id, SIGNED, posts.manager.id)


async def test_an_early_end_gives_the_hospital_its_doctor_back_that_day(posts: Posts) -> None:
    made = await posts.post(0, 40)
    posts.clock.advance(timedelta(days=5))

    ended = await posts.rotations.end(
        posts.manager, RotationId(made.id), RotationEnding(on=day(20), reason="Thiếu người", decision_no="9/QĐ")
    )

    assert (ended.state, ended.ends_on, ended.planned_ends_on) == (RotationState.ACTIVE, day(20), day(40))
    assert [await posts.rights(n) for n in (19, 20)] == [{OF_STATION}, {OF_HOSPITAL}]
    posts.clock.advance(timedelta(days=15))
    assert (await posts.board())[posts.station].rotations[0].state is RotationState.ENDED_EARLY


async def test_ended_today_the_rights_change_at_once(posts: Posts) -> None:
    made = await posts.post(0, 40)
    assert await posts.rights(0) == {OF_STATION}

    await posts.rotations.end(posts.manager, RotationId(made.id), RotationEnding(on=TODAY, reason="Ốm"))

    assert await posts.rights(0) == {OF_HOSPITAL}
    assert await posts.rights(10) == {OF_HOSPITAL}


async def test_extended_it_goes_on_by_its_own_decision(posts: Posts) -> None:
    made = await posts.post(0, 20)

    longer = await posts.rotations.extend(
        posts.manager, RotationId(made.id), RotationExtension(ends_on=day(50), decision_no="200/QĐ-BV")
    )

    assert (longer.ends_on, longer.planned_ends_on, longer.extension_no) == (day(50), day(50), "200/QĐ-BV")
    assert [await posts.rights(n) for n in (19, 20, 49, 50)] == [{OF_STATION}] * 3 + [{OF_HOSPITAL}]
    async with posts.db.transaction(SYSTEM) as tx:
        rows = await tx.all(
            select(role_grant.c.document, role_grant.c.valid_from)
            .where(role_grant.c.facility_id == posts.station)
            .order_by(role_grant.c.valid_from)
        )
    assert [tuple(row) for row in rows] == [(SIGNED, day(0)), ("200/QĐ-BV", day(20))]


async def test_cancelled_before_it_begins_it_changes_nothing(posts: Posts) -> None:
    made = await posts.post(10, 40)

    cancelled = await posts.rotations.cancel(posts.manager, RotationId(made.id), RotationCancelling(reason="Hoãn"))

    assert cancelled.state is RotationState.CANCELLED
    assert [await posts.rights(n) for n in (9, 10, 25, 40)] == [{OF_HOSPITAL}] * 4
    await posts.post(10, 40)  # the days are free again


async def test_a_plan_without_a_decision_gives_no_rights_until_it_is_signed(posts: Posts) -> None:
    plan = await posts.post(10, 40, decision_no="", decided_on=None)
    assert (plan.state, plan.may.sign) == (RotationState.PLANNED, True)
    assert await posts.rights(10) == {OF_HOSPITAL}
    with pytest.raises(RotationsOverlap):
        await posts.post(39, 60, station_id=posts.other)

    posts.clock.advance(timedelta(days=12))
    assert (await posts.board())[posts.station].rotations[0].state is RotationState.PLANNED
    signed = await posts.rotations.sign(
        posts.manager, RotationId(plan.id), RotationSigning(decision_no=SIGNED, decided_on=day(12))
    )

    assert (signed.starts_on, signed.state) == (day(12), RotationState.ACTIVE)
    assert [await posts.rights(n) for n in (11, 12)] == [{OF_HOSPITAL}, {OF_STATION}]
    with pytest.raises(RotationSigned):
        await posts.rotations.sign(
            posts.manager, RotationId(plan.id), RotationSigning(decision_no="7/QĐ", decided_on=day(12))
        )


async def test_nobody_is_at_two_stations_at_once_and_the_refusal_names_the_other_posting(posts: Posts) -> None:
    there = await posts.post(10, 40)

    with pytest.raises(RotationsOverlap) as refused:
        await posts.post(39, 60, station_id=posts.other)

    assert refused.value.params == {
        "rotation": str(there.id),
        "station": str(posts.station),
        "starts_on": "2026-12-02",
        "ends_on": "2027-01-01",
    }
    await posts.post(40, 60, station_id=posts.other)


async def test_of_overlapping_rotations_made_at_once_one_is_saved(posts: Posts) -> None:
    for n in range(4):
        begins = 100 * n
        outcomes = await asyncio.gather(
            posts.post(begins, begins + 30),
            posts.post(begins + 5, begins + 35, station_id=posts.other),
            return_exceptions=True,
        )

        assert sum(isinstance(one, RotationView) for one in outcomes) == 1
        refused = [one for one in outcomes if isinstance(one, RotationsOverlap)]
        assert [set(one.params) for one in refused] == [{"rotation", "station", "starts_on", "ends_on"}]


async def test_two_hospitals_cannot_post_the_same_doctor_at_once(posts: Posts, db: Database) -> None:
    there = await add_hospital(db, "Than Uyên")
    async with db.transaction(SYSTEM) as tx:
        row = {"id": uuid7(), "person_id": posts.lan.id, "role": "specialist", "facility_id": there}
        more = {"specialty": "internal", "valid_from": day(-90), "source": "test"}
        await tx.execute(role_grant.insert().values(**row, **more))
    theirs = await add_person(db, "theirs", Held(Role.HOSPITAL_MANAGER, there))

    outcomes = await asyncio.gather(
        posts.post(10, 40),
        posts.rotations.post(theirs, RotationId(uuid7()), posts.new(10, 40, hospital_id=there)),
        return_exceptions=True,
    )

    assert {type(one) for one in outcomes} == {RotationView, RotationsOverlap}
    assert await posts.rights(10) == {OF_STATION}
    assert await posts.rights(40) == {OF_HOSPITAL, (Role.SPECIALIST, "there")}


async def test_whoever_posts_writes_grants_of_those_they_posted_and_of_nobody_else(posts: Posts, db: Database) -> None:
    await posts.post(10, 40)
    stranger = await add_person(db, "la")
    row = {"facility_id": posts.hospital, "specialty": "internal", "valid_from": TODAY, "source": "x"}

    for who, role in ((stranger.id, "specialist"), (posts.lan.id, "hospital_admin")):
        with pytest.raises(ProgrammingError, match="row-level security"):
            async with db.transaction(posts.manager) as tx:
                await tx.execute(role_grant.insert().values(id=uuid7(), person_id=who, role=role, **row))


async def test_the_database_itself_refuses_overlapping_rotations(posts: Posts) -> None:
    made = await posts.post(10, 40)

    async with posts.db.transaction(SYSTEM) as tx:
        one = await rotation_store.rotation(tx, RotationId(made.id))
        object.__setattr__(one, "id", RotationId(uuid7()))
        with pytest.raises(RotationsOverlap):
            await rotation_store.add(tx, one)


async def test_an_extension_into_another_posting_is_refused(posts: Posts) -> None:
    first = await posts.post(0, 20)
    await posts.post(30, 60, station_id=posts.other)

    with pytest.raises(RotationsOverlap):
        await posts.rotations.extend(
            posts.manager, RotationId(first.id), RotationExtension(ends_on=day(31), decision_no="2")
        )
    assert await posts.rights(25) == {OF_HOSPITAL}


async def test_published_shifts_refuse_the_posting_unless_they_may_go(posts: Posts) -> None:
    before, night, within = (
        shift(posts.lan.id, posts.hospital, SEVEN + hours * HOUR) for hours in (9 * 24, 9 * 24 + 12, 15 * 24)
    )
    await put(posts.db, before, night, within)

    with pytest.raises(RotationShifts) as refused:
        await posts.post(10, 40)
    assert refused.value.params == {"count": 2, "first_on": "2026-12-01", "shift": str(night.id)}
    await posts.post(10, 40, cancel_shifts=True)

    async with posts.db.transaction(SYSTEM) as tx:
        rows = {one.id: one for one in await store.shifts_by_id(tx, [before.id, night.id, within.id])}
    assert rows[before.id].state is ShiftState.PLANNED
    assert {rows[s.id].state for s in (night, within)} == {ShiftState.CANCELLED}
    assert {rows[s.id].ended_version for s in (night, within)} == {1}
    (published,) = await posts.told("roster_published")
    assert (published["by"], published["people"]) == ("override", [str(posts.lan.id)])


async def test_what_would_refuse_is_told_before(posts: Posts) -> None:
    there = await posts.post(10, 40)
    clash = shift(posts.lan.id, posts.hospital, SEVEN + 45 * 24 * HOUR)
    await put(posts.db, clash)
    asked = ClashQuery(person_id=posts.lan.id, hospital_id=posts.hospital, starts_on=day(39), ends_on=day(50))

    found = await posts.rotations.clashes(posts.manager, asked)

    assert found.rotation
    assert (found.rotation.id, [one.id for one in found.shifts]) == (there.id, [clash.id])


async def test_nobody_is_taken_off_a_shift_that_runs(posts: Posts) -> None:
    await put(posts.db, shift(posts.lan.id, posts.hospital, SEVEN))

    with pytest.raises(RotationShiftRunning):
        await posts.post(0, 40, cancel_shifts=True)
    await posts.post(1, 40, cancel_shifts=True)


async def test_a_posted_doctor_has_no_consult_duty_in_whole_local_days(posts: Posts) -> None:
    made = await posts.post(10, 40)
    midnight = SEVEN - 7 * HOUR + timedelta(days=10)
    await put(posts.db, shift(posts.lan.id, posts.hospital, midnight - HOUR, hours=3))  # published behind its back
    schedules = Schedules(posts.clock)

    async with posts.db.transaction(SYSTEM) as tx:
        before = await schedules.on_duty(tx, posts.hospital, midnight - timedelta(seconds=1))
        after = await schedules.on_duty(tx, posts.hospital, midnight)
        here = await schedules.rotation_of(tx, posts.lan.id, posts.station, midnight)
        elsewhere = [
            await schedules.rotation_of(tx, posts.lan.id, posts.other, midnight),
            await schedules.rotation_of(tx, posts.lan.id, posts.station, midnight - timedelta(seconds=1)),
        ]

    assert ([one.person for one in before], after) == ([posts.lan.id], [])
    assert (here, elsewhere) == (made.id, [None, None])


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"starts_on": day(-1)}, RotationDayPassed),
        ({"ends_on": day(10)}, RotationDays),
        ({"ends_on": day(3000)}, RotationDays),
        ({"purpose": "other"}, RotationNoteNeeded),
        ({"hours": [StationHours(weekday=1, opens="17:00", closes="07:00")]}, RotationHours),
        ({"station_id": "hospital"}, RotationWrongStation),
        ({"person_id": "manager"}, RotationNotOfHospital),
    ],
)
async def test_what_makes_no_sense_is_refused(
    posts: Posts, db: Database, changes: dict[str, Any], refusal: type[DomainError]
) -> None:
    other_manager = await add_person(db, "other", Held(Role.HOSPITAL_MANAGER, posts.hospital))
    named = {"hospital": posts.hospital, "manager": posts.manager.id}
    changes = {name: named.get(str(value), value) for name, value in changes.items()}

    with pytest.raises(refusal):
        await posts.rotations.post(other_manager, RotationId(uuid7()), posts.new(**changes))


async def test_only_a_doctor_is_posted(posts: Posts, db: Database) -> None:
    async with db.transaction(SYSTEM) as tx:
        nurse = person_table.update().where(person_table.c.id == posts.lan.id)
        await tx.execute(nurse.values(profession=Profession.NURSE.value))

    with pytest.raises((RotationNotOfHospital, WrongProfession)):
        await posts.post()


async def test_each_step_has_its_time(posts: Posts) -> None:
    made = RotationId((await posts.post(10, 40)).id)
    ending, longer = RotationEnding(on=day(20), reason="x"), RotationExtension(ends_on=day(20), decision_no="2")

    with pytest.raises(RotationNotBegun):
        await posts.rotations.end(posts.manager, made, ending)
    with pytest.raises(RotationDays):
        await posts.rotations.extend(posts.manager, made, longer)
    posts.clock.advance(timedelta(days=10))
    with pytest.raises(RotationBegun):
        await posts.rotations.cancel(posts.manager, made, RotationCancelling())
    with pytest.raises(RotationDayPassed):
        await posts.rotations.end(posts.manager, made, RotationEnding(on=day(9), reason="x"))
    posts.clock.advance(timedelta(days=30))
    for attempt in (
        posts.rotations.end(posts.manager, made, ending),
        posts.rotations.extend(posts.manager, made, longer),
        posts.rotations.cancel(posts.manager, made, RotationCancelling()),
    ):
        with pytest.raises(RotationOver):
            await attempt


async def test_an_unsigned_plan_is_signed_or_cancelled_first(posts: Posts) -> None:
    plan = RotationId((await posts.post(10, 40, decision_no="")).id)

    with pytest.raises(RotationUnsigned):
        await posts.rotations.extend(posts.manager, plan, RotationExtension(ends_on=day(50), decision_no="2"))
    posts.clock.advance(timedelta(days=50))
    with pytest.raises(RotationDayPassed):
        await posts.rotations.sign(posts.manager, plan, RotationSigning(decision_no="2", decided_on=day(50)))
    cancelled = await posts.rotations.cancel(posts.manager, plan, RotationCancelling())
    assert cancelled.state is RotationState.CANCELLED


async def test_sent_twice_everything_counts_once(posts: Posts) -> None:
    rotation = RotationId(uuid7())
    ending = RotationEnding(on=day(20), reason="x")
    longer = RotationExtension(ends_on=day(50), decision_no="2")
    for _ in range(2):
        await posts.rotations.post(posts.manager, rotation, posts.new(0, 40))
    for _ in range(2):
        await posts.rotations.extend(posts.manager, rotation, longer)
    for _ in range(2):
        await posts.rotations.end(posts.manager, rotation, ending)

    assert [one["change"] for one in await posts.told("rotation_changed")] == ["planned", "extended", "ended_early"]
    with pytest.raises(OtherBody):
        await posts.rotations.post(posts.manager, rotation, posts.new(0, 41))
