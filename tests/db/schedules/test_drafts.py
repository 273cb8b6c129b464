import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from telemed.infra.db import Database
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing, OtherBody
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules.model import ShiftsOverlap
from telemed.schedules.model_away import Clash
from telemed.schedules.model_draft import CellTaken, NotStaff, ShiftBegun
from telemed.schedules.tables import draft_shift
from telemed.schedules.wire_rosters import Discard, DraftChange
from tests.db.schedules.planning import INTERNAL, MONDAY, Ward, at, cell, make_ward
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station

DAY = timedelta(days=1)


@pytest.fixture
async def ward(db: Database, clock: ManualClock) -> Ward:
    return await make_ward(db, clock)


async def test_a_drafted_cell_is_seen_by_who_plans_and_by_nobody_else(ward: Ward) -> None:
    one, *_ = ward.doctors
    answer = await ward.draft(cell(one))

    seen, shown = await ward.view(), await ward.view(by=one)

    assert answer.draft
    assert answer.draft.changes == 1
    assert [(s.person_id, s.state, s.made_by) for s in seen.shifts] == [(one.id, "added", ward.head.id)]
    assert seen.draft == answer.draft
    assert [p.id for p in seen.planners] == [ward.head.id]
    assert (shown.shifts, shown.draft, shown.may_plan, shown.planners) == ([], None, [], [])


async def test_the_same_change_sent_twice_counts_once(ward: Ward) -> None:
    change, body = uuid7(), DraftChange(add=[cell(ward.doctors[0])])

    first = await ward.planning.drafts.change(ward.head, ward.hospital, change, body)
    again = await ward.planning.drafts.change(ward.head, ward.hospital, change, body)

    assert first == again
    with pytest.raises(OtherBody):
        await ward.planning.drafts.change(ward.head, ward.hospital, change, DraftChange())


async def test_a_cell_somebody_else_filled_meanwhile_is_refused_with_who_and_when(ward: Ward) -> None:
    one, *_ = ward.doctors
    await ward.draft(cell(one), by=ward.manager)
    ward.clock.advance(timedelta(minutes=2))

    with pytest.raises(CellTaken) as refused:
        await ward.draft(cell(one, hour=12))

    made_at = ward.clock.now() - timedelta(minutes=2)
    assert refused.value.params == {
        "person": str(one.id),
        "by": str(ward.manager.id),
        "at": made_at.isoformat(),
    }


async def test_a_published_cell_is_taken_too_unless_the_same_change_clears_it(ward: Ward) -> None:
    one, *_ = ward.doctors
    await ward.publish(cell(one))
    (published,) = (await ward.view()).shifts

    with pytest.raises(CellTaken) as refused:
        await ward.draft(cell(one, hours=24))
    await ward.draft(cell(one, hours=24), remove=[published.id])

    assert refused.value.params["by"] == str(ward.head.id)
    assert sorted(s.state for s in (await ward.view()).shifts) == ["added", "removed"]


async def test_a_removal_is_taken_back_and_nothing_is_left_of_the_draft(ward: Ward) -> None:
    await ward.publish(cell(ward.doctors[0]))
    (published,) = (await ward.view()).shifts

    gone = await ward.draft(remove=[published.id])
    again = await ward.draft(remove=[published.id])
    kept = await ward.draft(keep=[published.id])

    assert [one.draft and one.draft.changes for one in (gone, again)] == [1, 1]
    assert kept.draft is None
    assert [s.state for s in kept.changed] == ["published"]


async def test_of_two_planners_at_the_same_instant_one_is_refused(ward: Ward) -> None:
    one, *_ = ward.doctors
    both = [ward.draft(cell(one), by=ward.head), ward.draft(cell(one, hour=12), by=ward.manager)]

    outcomes = await asyncio.gather(*both, return_exceptions=True)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["CellTaken", "DraftView"]


async def test_two_hospitals_cannot_draft_one_person_into_the_same_hours(ward: Ward) -> None:
    other = await add_hospital(ward.db, "Than Uyên")
    both_places = await add_person(
        ward.db, "haicho", Held(Role.SPECIALIST, ward.hospital, INTERNAL), Held(Role.SPECIALIST, other, INTERNAL)
    )
    theirs = await add_person(ward.db, "truongkhac", Held(Role.DEPT_HEAD, other, INTERNAL))
    there = DraftChange(add=[cell(both_places)])
    both = [
        ward.draft(cell(both_places)),
        ward.planning.drafts.change(theirs, other, uuid7(), there),
    ]

    outcomes = await asyncio.gather(*both, return_exceptions=True)

    assert [type(o) for o in outcomes if isinstance(o, Exception)] == [ShiftsOverlap]
    async with ward.db.transaction(SYSTEM) as tx:
        assert await tx.scalar(select(func.count()).select_from(draft_shift)) == 1


async def test_drafts_are_of_what_has_not_begun(ward: Ward) -> None:
    one, *_ = ward.doctors
    await ward.publish(cell(one, MONDAY - DAY, 12))
    (soon,) = (await ward.view(day=MONDAY - DAY)).shifts
    ward.clock.advance(timedelta(hours=3))

    with pytest.raises(ShiftBegun):
        await ward.draft(remove=[soon.id])
    with pytest.raises(ShiftBegun):
        await ward.draft(cell(ward.doctors[1], MONDAY - DAY, 12))


async def test_a_head_plans_their_own_specialty_and_a_manager_all_and_the_leaders(ward: Ward) -> None:
    surgeon = await add_person(ward.db, "ngoai", Held(Role.SPECIALIST, ward.hospital, Specialty.SURGERY))
    chief = await add_person(ward.db, "chuyenkhoa", Held(Role.DEPT_HEAD, ward.hospital, Specialty.SURGERY))
    leader = cell(ward.manager, tier=Tier.LEADER, specialty=None)

    for not_theirs in (cell(surgeon, specialty=Specialty.SURGERY), leader):
        with pytest.raises(Denied):
            await ward.draft(not_theirs)
    await ward.draft(cell(surgeon, specialty=Specialty.SURGERY), leader, by=ward.manager)
    (theirs,) = [s for s in (await ward.view(by=chief)).shifts if s.specialty is Specialty.SURGERY]
    with pytest.raises(Denied):
        await ward.draft(remove=[theirs.id])
    mine, all_of_it = await ward.view(by=chief), await ward.view(by=ward.manager)

    assert mine.may_plan == [Specialty.SURGERY]
    assert all_of_it.may_plan == [Specialty.INTERNAL, Specialty.SURGERY, None]
    assert [one.draft and one.draft.changes for one in (mine, all_of_it)] == [1, 2]


async def test_discarding_leaves_other_departments_drafts(ward: Ward) -> None:
    surgeon = await add_person(ward.db, "ngoai", Held(Role.SPECIALIST, ward.hospital, Specialty.SURGERY))
    await ward.publish(cell(ward.doctors[0]))
    (published,) = (await ward.view()).shifts
    await ward.draft(cell(surgeon, specialty=Specialty.SURGERY), cell(ward.doctors[1]), by=ward.manager)
    await ward.draft(remove=[published.id])

    await ward.planning.drafts.discard(ward.head, ward.hospital, Discard(specialties=[INTERNAL]))

    left = await ward.view(by=ward.manager)
    assert {(s.specialty, s.state) for s in left.shifts} == {(INTERNAL, "published"), (Specialty.SURGERY, "added")}


async def test_only_people_who_answer_for_the_hospital_stand_on_its_roster(ward: Ward) -> None:
    stranger = await add_person(ward.db, "la", Held(Role.SPECIALIST, await add_hospital(ward.db, "Khác"), INTERNAL))
    gone = await add_person(
        ward.db, "cu", Held(Role.SPECIALIST, ward.hospital, INTERNAL, valid_to=MONDAY - timedelta(days=30))
    )

    for one in (stranger, gone):
        with pytest.raises(NotStaff):
            await ward.draft(cell(one))


async def test_an_id_of_a_published_shift_is_not_taken_for_another(ward: Ward) -> None:
    made = uuid7()
    await ward.publish(cell(ward.doctors[0], made=made))

    with pytest.raises(OtherBody):
        await ward.draft(cell(ward.doctors[1], made=made))


async def test_a_station_has_no_roster_and_who_does_not_work_here_sees_none(ward: Ward) -> None:
    station = await add_station(ward.db)
    province = Actor(ward.head.id, (Grant(Role.PROVINCE_VIEWER, station, wide=True),))
    nurse = Actor(ward.head.id, (Grant(Role.STATION_NURSE, station),))

    assert (await ward.view(by=province)).may_plan == []
    with pytest.raises(Denied):
        await ward.view(by=nurse)
    ward.hospital = station
    with pytest.raises(Missing):
        await ward.view(by=province)


async def test_a_clash_shows_in_the_cell(ward: Ward) -> None:
    one, two, three = ward.doctors
    await ward.leave(one, at(MONDAY, 0), at(MONDAY + DAY, 0))
    await ward.post(two, MONDAY, MONDAY + 7 * DAY)
    await ward.draft(cell(one), cell(two), cell(three))

    seen = await ward.view()

    assert {s.person_id: s.clash for s in seen.shifts} == {one.id: Clash.LEAVE, two.id: Clash.ROTATION, three.id: None}
    assert [(a.person_id, a.kind) for a in seen.absences] == [(one.id, "leave")]
    assert [(r.person_id, r.starts_on, r.ends_on) for r in seen.rotations] == [(two.id, MONDAY, MONDAY + 7 * DAY)]


async def test_why_somebody_is_away_is_told_to_who_plans_them_and_to_themselves(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.leave(one, at(MONDAY, 0), at(MONDAY + DAY, 0))

    told = {who.id: [a.kind for a in (await ward.view(by=who)).absences] for who in (ward.head, one, two)}

    assert told == {ward.head.id: ["leave"], one.id: ["leave"], two.id: [None]}
