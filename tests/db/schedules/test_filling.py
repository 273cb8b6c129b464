from datetime import date, timedelta
from uuid import UUID

import pytest

from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing, OtherBody
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules.model_draft import NotStaff
from telemed.schedules.store import holidays
from telemed.schedules.wire_rosters import CopyWeek, DraftChange, Filled, Generate, NewPattern, PatternList
from telemed.schedules.working_time import DayKind
from tests.db.schedules.planning import INTERNAL, MONDAY, Ward, at, cell, make_ward
from tests.people import SYSTEM, Held, add_hospital, add_person

DAY = timedelta(days=1)
WEEK = 7 * DAY
HOUR_MS = 3600 * 1000


@pytest.fixture
async def ward(db: Database, clock: ManualClock) -> Ward:
    return await make_ward(db, clock)


async def copy(ward: Ward, change: UUID | None = None, **how: object) -> Filled:
    asked = {"from_day": MONDAY, "to_day": MONDAY + WEEK, "specialties": [INTERNAL], **how}
    body = CopyWeek.model_validate(asked)
    return await ward.planning.filling.copy(ward.head, ward.hospital, change or uuid7(), body)


async def pattern(ward: Ward, *people: Actor, **how: object) -> UUID:
    made = uuid7()
    fields = {
        "name": "Đêm trong tuần",
        "specialty": INTERNAL,
        "tier": Tier.FIRST,
        "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "starts": "19:00",
        "length_ms": 12 * HOUR_MS,
        "people": [one.id for one in people],
        "anchor": MONDAY,
    }
    await ward.planning.patterns.put(ward.head, ward.hospital, made, NewPattern.model_validate(fields | how))
    return made


async def generate(ward: Ward, *patterns: UUID, change: UUID | None = None, **how: object) -> Filled:
    body = Generate.model_validate({"from_day": MONDAY, "days": 7, "pattern_ids": list(patterns), **how})
    return await ward.planning.filling.generate(ward.head, ward.hospital, change or uuid7(), body)


async def drafted(ward: Ward, day: date = MONDAY, days: int = 7) -> list[tuple[str, int]]:
    """The local day and hour of what is drafted."""
    seen = await ward.view(day=day, days=days)
    return [(s.starts_at.strftime("%m-%d"), (s.starts_at.hour + 7) % 24) for s in seen.shifts if s.state == "added"]


async def test_a_week_is_copied_with_what_is_only_drafted_of_it(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one), cell(two, MONDAY + 6 * DAY, 17, 14))
    await ward.draft(cell(two, MONDAY + DAY))

    told = await copy(ward)

    assert (told.added, told.skipped, told.left_empty) == (3, [], 0)
    seen = await ward.view(day=MONDAY + WEEK)
    new = [s for s in seen.shifts if s.starts_at >= at(MONDAY + WEEK, 0)]
    assert [(s.person_id, s.starts_at, s.ends_at) for s in new] == [
        (one.id, at(MONDAY + WEEK, 7), at(MONDAY + WEEK, 17)),
        (two.id, at(MONDAY + WEEK + DAY, 7), at(MONDAY + WEEK + DAY, 17)),
        (two.id, at(MONDAY + WEEK + 6 * DAY, 17), at(MONDAY + 2 * WEEK, 7)),
    ]


async def test_a_dry_run_tells_the_same_and_writes_nothing(ward: Ward) -> None:
    await ward.publish(cell(ward.doctors[0]))
    change = uuid7()

    dry = await copy(ward, change, dry_run=True)

    assert (await ward.view(day=MONDAY + WEEK)).shifts == []
    wet = await copy(ward, change)
    assert (dry.added, dry.skipped, dry.left_empty) == (wet.added, wet.skipped, wet.left_empty) == (1, [], 0)


async def test_copying_sent_twice_counts_once(ward: Ward) -> None:
    await ward.publish(cell(ward.doctors[0]))
    change = uuid7()

    await copy(ward, change)
    again = await copy(ward, change)

    assert (again.repeated, again.added) == (True, 0)
    assert len((await ward.view(day=MONDAY + WEEK)).shifts) == 1
    with pytest.raises(OtherBody):
        await copy(ward, change, overwrite=True)


async def test_who_is_away_is_passed_over_and_their_place_counted_as_empty(ward: Ward) -> None:
    one, two, three = ward.doctors
    await ward.publish(cell(one), cell(two, MONDAY + DAY), cell(three, MONDAY + 2 * DAY))
    await ward.leave(one, at(MONDAY + WEEK, 12), at(MONDAY + WEEK + DAY, 0))
    await ward.post(two, MONDAY + WEEK, MONDAY + 4 * WEEK)

    dry = await copy(ward, dry_run=True, skip_absent=False)
    told = await copy(ward)

    assert dry.added == 3
    assert (told.added, told.left_empty) == (1, 2)
    assert [(s.person_id, s.day, s.reason) for s in told.skipped] == [
        (one.id, MONDAY + WEEK, "leave"),
        (two.id, MONDAY + WEEK + DAY, "rotation"),
    ]


async def test_what_is_planned_there_stays_unless_it_is_to_be_overwritten(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one), cell(one, MONDAY + DAY), cell(two, MONDAY + WEEK))
    await ward.draft(cell(two, MONDAY + WEEK + DAY))

    kept = await copy(ward, dry_run=True)
    over = await copy(ward, overwrite=True)

    assert (kept.added, [s.reason for s in kept.skipped], kept.left_empty) == (0, ["filled", "filled"], 0)
    assert (over.added, over.removed) == (2, 2)
    seen = await ward.view(day=MONDAY + WEEK)
    assert sorted((s.person_id == one.id, s.state) for s in seen.shifts) == [
        (False, "removed"),
        (True, "added"),
        (True, "added"),
    ]


async def test_nothing_is_copied_into_the_past_nor_twice_at_once(ward: Ward) -> None:
    one, two, _ = ward.doctors
    other = await add_hospital(ward.db, "Than Uyên")
    theirs = await add_person(ward.db, "truongkhac", Held(Role.DEPT_HEAD, other, INTERNAL))
    both = await add_person(
        ward.db, "haicho", Held(Role.SPECIALIST, ward.hospital, INTERNAL), Held(Role.SPECIALIST, other, INTERNAL)
    )
    await ward.publish(cell(one), cell(both, MONDAY + DAY), cell(two, MONDAY + 6 * DAY))
    await ward.planning.drafts.change(theirs, other, uuid7(), DraftChange(add=[cell(both, MONDAY + WEEK + DAY, 12)]))

    ahead = await copy(ward, dry_run=True)
    back = await copy(ward, to_day=MONDAY - WEEK, dry_run=True)

    assert (ahead.added, [(s.person_id, s.reason) for s in ahead.skipped]) == (2, [(both.id, "overlap")])
    assert (back.added, {s.reason for s in back.skipped}, back.left_empty) == (0, {"past"}, 0)


async def test_patterns_fill_a_week_across_midnight_and_leave_what_stands(ward: Ward) -> None:
    one, two, three = ward.doctors
    await ward.draft(cell(three, MONDAY + 2 * DAY, 17, 14))
    nights = await pattern(ward, one, two)

    told = await generate(ward, nights)

    assert (told.added, [(s.day, s.reason) for s in told.skipped]) == (6, [(MONDAY + 2 * DAY, "filled")])
    seen = [s for s in (await ward.view()).shifts if s.starts_at >= at(MONDAY + 3 * DAY, 0)]
    assert [s.person_id for s in seen] == [two.id, one.id, two.id, one.id]
    assert all(s.ends_at - s.starts_at == timedelta(hours=12) for s in seen)
    again = await generate(ward, nights)
    assert (again.added, {s.reason for s in again.skipped}) == (0, {"filled"})


async def test_working_days_and_holidays_go_by_the_holiday_table(ward: Ward) -> None:
    one, two, _ = ward.doctors
    saturday = MONDAY + 5 * DAY
    async with ward.db.transaction(SYSTEM) as tx:
        await holidays.add(tx, [(MONDAY + DAY, "Lễ", DayKind.HOLIDAY), (saturday, "Làm bù", DayKind.WORKING)])
    days = await pattern(ward, one, days="working", starts="07:00", length_ms=10 * HOUR_MS)
    feast = await pattern(ward, two, name="Ngày lễ", days="holiday", starts="07:00", length_ms=24 * HOUR_MS)

    told = await generate(ward, days, feast)

    shifts = (await ward.view()).shifts
    assert told.added == 6
    assert [s.starts_at for s in shifts if s.person_id == two.id] == [at(MONDAY + DAY, 7)]
    assert [(s.starts_at - at(MONDAY, 7)).days for s in shifts if s.person_id == one.id] == [0, 2, 3, 4, 5]


async def test_a_pattern_is_made_once_and_retired(ward: Ward) -> None:
    one, *_ = ward.doctors
    made = await pattern(ward, one)

    listed = await ward.planning.patterns.all(one, ward.hospital)
    gone = await ward.planning.patterns.retire(ward.manager, ward.hospital, made)

    assert [(p.id, p.starts.hour, p.length_ms, p.may_change) for p in listed.patterns] == [
        (made, 19, 12 * HOUR_MS, False)
    ]
    assert gone == PatternList(patterns=[])
    with pytest.raises(Missing):
        await generate(ward, made)


async def test_a_pattern_is_for_people_of_the_house_and_by_who_plans_them(ward: Ward) -> None:
    stranger = await add_person(ward.db, "la", Held(Role.SPECIALIST, await add_hospital(ward.db, "Khác"), INTERNAL))

    with pytest.raises(NotStaff):
        await pattern(ward, stranger)
    with pytest.raises(Denied):
        await pattern(ward, ward.doctors[0], specialty=Specialty.SURGERY)
    made = await pattern(ward, ward.doctors[0])
    elsewhere = await add_person(ward.db, "truongkhac", Held(Role.DEPT_HEAD, ward.hospital, Specialty.SURGERY))
    with pytest.raises(Denied):
        await ward.planning.patterns.retire(elsewhere, ward.hospital, made)
