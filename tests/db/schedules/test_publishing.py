import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import ShiftId, uuid7
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules import store
from telemed.schedules.model import ShiftOver, ShiftsOverlap, ShiftState
from telemed.schedules.model_draft import DraftMoved, NotAPart, NothingDrafted
from telemed.schedules.service.publishing import RosterBlocked
from telemed.schedules.store import versions
from telemed.schedules.wire_rosters import CandidateQuery, Override, Publish, Published, TakenPart
from tests.db.schedules.planning import INTERNAL, MONDAY, Ward, at, cell, make_ward
from tests.db.schedules.rosters import put, shift
from tests.people import SYSTEM, Held, add_hospital, add_person

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SUNDAY = MONDAY - DAY


@pytest.fixture
async def ward(db: Database, clock: ManualClock) -> Ward:
    return await make_ward(db, clock)


async def override(ward: Ward, reason: str = "Ốm đột xuất", **change: object) -> Published:
    body = Override.model_validate({"reason": reason, **change})
    return await ward.planning.publishing.override(ward.head, ward.hospital, uuid7(), body)


async def test_publishing_makes_a_version_and_tells_everyone_concerned(ward: Ward) -> None:
    one, two, _ = ward.doctors
    first = await ward.publish(cell(one))
    (standing,) = (await ward.view()).shifts

    second = await ward.publish(cell(two), remove=[standing.id])

    assert (first, second) == (1, 2)
    assert [(s.person_id, s.state) for s in (await ward.view()).shifts] == [(two.id, "published")]
    listed = (await ward.planning.publishing.versions(one, ward.hospital)).versions
    assert [(v.number, v.kind, v.added, v.ended) for v in listed] == [(2, "publish", 1, 1), (1, "publish", 1, 0)]
    async with ward.db.transaction(SYSTEM) as tx:
        found = select(event_table.c.data).where(event_table.c.kind == "roster_published").order_by(event_table.c.seq)
        told = [row.data for row in await tx.all(found)]
    assert [sorted(one["people"]) for one in told] == [[str(one.id)], sorted([str(one.id), str(two.id)])]
    assert [(t["number"], t["by"], t["hospital"]) for t in told] == [
        (1, "publish", str(ward.hospital)),
        (2, "publish", str(ward.hospital)),
    ]


async def test_the_old_version_is_still_known_as_it_was(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one))
    (standing,) = (await ward.view()).shifts
    await ward.publish(cell(two), remove=[standing.id])

    async with ward.db.transaction(SYSTEM) as tx:
        ran = {n: [s.person for s in await store.ran(tx, ward.hospital, at(MONDAY, 8), n)] for n in (1, 2)}
        (gone,) = await store.shifts_by_id(tx, [ShiftId(standing.id)])

    assert ran == {1: [one.id], 2: [two.id]}
    assert (gone.state, gone.ended_version) == (ShiftState.CANCELLED, 2)


async def test_a_draft_that_moved_since_it_was_previewed_is_not_published(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.draft(cell(one))
    seen = await ward.preview()
    await ward.draft(cell(two, MONDAY + DAY), by=ward.manager)

    with pytest.raises(DraftMoved):
        await ward.planning.publishing.publish(ward.head, ward.hospital, uuid7(), Publish(digest=seen.digest))

    assert (await ward.view()).version is None


async def test_a_roster_that_moved_under_the_draft_is_looked_at_again(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.draft(cell(one))
    seen = await ward.preview()
    await override(ward, add=[cell(two, MONDAY + DAY)])

    with pytest.raises(DraftMoved):
        await ward.planning.publishing.publish(ward.head, ward.hospital, uuid7(), Publish(digest=seen.digest))


async def test_the_same_publication_sent_again_gets_the_same_answer_whatever_came_after(ward: Ward) -> None:
    await ward.draft(cell(ward.doctors[0]))
    change, body = uuid7(), Publish(digest=(await ward.preview()).digest)

    first = await ward.planning.publishing.publish(ward.head, ward.hospital, change, body)
    ward.clock.advance(HOUR)
    await override(ward, add=[cell(ward.doctors[1], MONDAY + DAY)])
    again = await ward.planning.publishing.publish(ward.head, ward.hospital, change, body)

    assert (first.version, again.version) == (1, 1)
    assert len((await ward.view()).shifts) == 2


async def test_nothing_drafted_is_no_version(ward: Ward) -> None:
    seen = await ward.preview()

    with pytest.raises(NothingDrafted):
        await ward.planning.publishing.publish(ward.head, ward.hospital, uuid7(), Publish(digest=seen.digest))


async def test_of_two_who_publish_at_the_same_instant_one_does(ward: Ward) -> None:
    await ward.draft(cell(ward.doctors[0]))
    seen = await ward.preview()
    body = Publish(digest=seen.digest)
    both = [ward.planning.publishing.publish(by, ward.hospital, uuid7(), body) for by in (ward.head, ward.manager)]

    outcomes = await asyncio.gather(*both, return_exceptions=True)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["DraftMoved", "Published"]


async def test_every_clash_is_named_and_nothing_is_published(ward: Ward) -> None:
    one, two, three = ward.doctors
    other = await add_hospital(ward.db, "Than Uyên")
    await ward.draft(cell(one), cell(two), cell(three))
    await ward.leave(one, at(MONDAY, 12), at(MONDAY + DAY, 0))
    await ward.post(two, MONDAY, MONDAY + 30 * DAY)
    await put(ward.db, shift(three.id, other, at(MONDAY, 8)))
    seen = await ward.preview()

    with pytest.raises(RosterBlocked) as refused:
        await ward.planning.publishing.publish(ward.head, ward.hospital, uuid7(), Publish(digest=seen.digest))

    named = {(fault.params["person"], fault.code) for fault in refused.value.errors}
    assert named == {(str(one.id), "leave"), (str(two.id), "rotation"), (str(three.id), "overlap")}
    assert {(b.person_id, b.reason.value) for b in seen.blocking} == {
        (one.id, "leave"),
        (two.id, "rotation"),
        (three.id, "overlap"),
    }
    assert (await ward.view()).version is None


async def test_a_draft_whose_shift_has_begun_is_not_published_any_more(ward: Ward) -> None:
    await ward.draft(cell(ward.doctors[0], SUNDAY, 12))
    ward.clock.advance(3 * HOUR)
    seen = await ward.preview()

    assert [b.reason for b in seen.blocking] == ["begun"]
    assert [s.clash for s in (await ward.view(day=SUNDAY)).shifts] == ["begun"]
    with pytest.raises(RosterBlocked):
        await ward.planning.publishing.publish(ward.head, ward.hospital, uuid7(), Publish(digest=seen.digest))


async def test_gaps_are_told_and_hinder_nobody(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.draft(cell(one), cell(two, tier=Tier.SECOND, hours=24))

    seen = await ward.preview()

    assert [(g.starts_at, g.ends_at, g.backup) for g in seen.gaps][:2] == [
        (at(MONDAY, 0), at(MONDAY, 7), False),
        (at(MONDAY, 17), at(MONDAY + DAY, 7), True),
    ]
    assert await ward.publish() == 1


async def test_a_head_publishes_only_their_own_part(ward: Ward) -> None:
    surgeon = await add_person(ward.db, "ngoai", Held(Role.SPECIALIST, ward.hospital, Specialty.SURGERY))
    await ward.draft(cell(surgeon, specialty=Specialty.SURGERY), by=ward.manager)
    await ward.publish(cell(ward.doctors[0]))

    left = await ward.view(by=ward.manager)

    assert {(s.specialty, s.state) for s in left.shifts} == {(INTERNAL, "published"), (Specialty.SURGERY, "added")}
    asked = Publish(digest="0" * 64, specialties=[Specialty.SURGERY])
    with pytest.raises(Denied):
        await ward.planning.publishing.publish(ward.head, ward.hospital, uuid7(), asked)


async def test_the_preview_tells_who_gains_and_who_loses(ward: Ward) -> None:
    one, two, three = ward.doctors
    await ward.publish(cell(one, MONDAY, 17, 14), cell(two, MONDAY + 5 * DAY, 7, 24))
    night = next(s for s in (await ward.view()).shifts if s.person_id == one.id)
    await ward.draft(cell(three, MONDAY, 17, 14), remove=[night.id])

    seen = await ward.preview()

    told = {
        p.person.id: (p.before.hours, p.after.hours, p.before.nights, p.after.nights, p.changed) for p in seen.people
    }
    assert told[one.id] == (14, 0, 1, 0, True)
    assert told[two.id] == (24, 24, 1, 1, False)
    assert told[three.id] == (0, 14, 0, 1, True)
    assert sorted(seen.affected) == sorted([one.id, three.id])
    (fairness,) = seen.fairness
    # 20, 0 and 38 points before (14 + 6, and 24 + 6 + 8 on a Saturday), then 0, 38, 20: only the names changed.
    assert fairness.before == fairness.after == 33


async def test_who_never_takes_turns_makes_a_plan_no_less_even(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.draft(cell(one, MONDAY), cell(two, MONDAY + DAY))

    (fairness,) = (await ward.preview()).fairness

    assert (fairness.before, fairness.after) == (None, 100)


async def test_an_override_counts_at_once_and_the_roster_of_before_is_kept(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one, SUNDAY, 12, 12))
    (standing,) = (await ward.view(day=SUNDAY)).shifts
    ward.clock.advance(3 * HOUR)  # 13:00

    made = await override(
        ward,
        take=[
            {
                "shift_id": standing.id,
                "id": uuid7(),
                "person_id": two.id,
                "starts_at": at(SUNDAY, 18),
                "ends_at": at(SUNDAY, 20),
            }
        ],
    )

    assert made.version == 2
    now = {hour: await ward.on_duty(at(SUNDAY, hour)) for hour in (13, 17, 18, 19, 20, 23)}
    assert now == {13: [one.id], 17: [one.id], 18: [two.id], 19: [two.id], 20: [one.id], 23: [one.id]}
    async with ward.db.transaction(SYSTEM) as tx:
        ran = await store.ran(tx, ward.hospital, at(SUNDAY, 19), 1)
        (old,) = await store.shifts_by_id(tx, [ShiftId(standing.id)])
        listed = await versions.versions(tx, ward.hospital)
    assert [s.person for s in ran] == [one.id]
    assert (old.starts_at, old.ends_at, old.state) == (standing.starts_at, standing.ends_at, ShiftState.SWAPPED)
    assert (listed[0].kind, listed[0].reason) == ("override", "Ốm đột xuất")


async def test_what_runs_was_worked_until_now(ward: Ward) -> None:
    one, *_ = ward.doctors
    await ward.publish(cell(one, SUNDAY, 12, 12))
    (standing,) = (await ward.view(day=SUNDAY)).shifts
    ward.clock.advance(3 * HOUR)

    await override(ward, remove=[standing.id])

    assert await ward.on_duty(at(SUNDAY, 12)) == [one.id]
    assert await ward.on_duty(at(SUNDAY, 13)) == []


async def test_an_override_is_refused_like_a_publication(ward: Ward) -> None:
    one, two, three = ward.doctors
    stranger = await add_person(ward.db, "la", Held(Role.SPECIALIST, await add_hospital(ward.db, "Khác"), INTERNAL))
    await ward.publish(cell(one), cell(two, tier=Tier.SECOND))
    first, second = sorted((await ward.view()).shifts, key=lambda s: s.tier)
    await ward.leave(three, at(MONDAY, 0), at(MONDAY + DAY, 0))

    def taking(person: object, hour: int = 8, until: int = 10) -> list[TakenPart]:
        hours = {"starts_at": at(MONDAY, hour), "ends_at": at(MONDAY, until)}
        return [TakenPart.model_validate({"shift_id": first.id, "id": uuid7(), "person_id": person, **hours})]

    with pytest.raises(RosterBlocked):
        await override(ward, take=taking(two.id))
    with pytest.raises(RosterBlocked):
        await override(ward, take=taking(three.id))
    with pytest.raises(NotAPart):
        await override(ward, take=taking(ward.head.id, 16, 18))
    with pytest.raises(Missing):
        await override(ward, remove=[second.id, uuid7()])
    with pytest.raises(Missing):
        await override(ward, remove=[first.id], take=taking(ward.head.id))
    with pytest.raises(Exception, match="not_staff"):
        await override(ward, take=taking(stranger.id))
    ward.clock.advance(timedelta(days=2))
    with pytest.raises(ShiftOver):
        await override(ward, remove=[first.id])


async def test_two_overrides_of_one_shift_do_not_both_count(ward: Ward) -> None:
    one, two, three = ward.doctors
    await ward.publish(cell(one))
    (standing,) = (await ward.view()).shifts
    both = [override(ward, remove=[standing.id], add=[cell(taker)]) for taker in (two, three)]

    outcomes = await asyncio.gather(*both, return_exceptions=True)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Published", "ShiftOver"]
    assert len(await ward.on_duty(at(MONDAY, 8))) == 1


async def test_one_person_is_never_published_twice_at_once_over_two_connections(ward: Ward) -> None:
    other = await add_hospital(ward.db, "Than Uyên")
    both = await add_person(
        ward.db, "haicho", Held(Role.SPECIALIST, ward.hospital, INTERNAL), Held(Role.SPECIALIST, other, INTERNAL)
    )
    theirs = await add_person(ward.db, "truongkhac", Held(Role.DEPT_HEAD, other, INTERNAL))
    here = Override(add=[cell(both)], reason="Bổ sung")
    there = Override(add=[cell(both, hour=12)], reason="Bổ sung")
    desk = ward.planning.publishing

    outcomes = await asyncio.gather(
        desk.override(ward.head, ward.hospital, uuid7(), here),
        desk.override(theirs, other, uuid7(), there),
        return_exceptions=True,
    )

    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert len(refused) == 1
    assert isinstance(refused[0], ShiftsOverlap | RosterBlocked)


async def test_candidates_come_with_what_they_bear_and_what_is_against_them(ward: Ward) -> None:
    one, two, three = ward.doctors
    four = await add_person(ward.db, "noi4", Held(Role.SPECIALIST, ward.hospital, INTERNAL))
    five = await add_person(ward.db, "noi5", Held(Role.SPECIALIST, ward.hospital, INTERNAL))
    surgeon = await add_person(ward.db, "ngoai", Held(Role.SPECIALIST, ward.hospital, Specialty.SURGERY))
    await ward.publish(
        cell(one, MONDAY, 7, 10),
        cell(two, MONDAY, 17, 14, tier=Tier.SECOND),
        cell(five, SUNDAY, 12, 24),
    )
    await ward.draft(cell(four, MONDAY + 3 * DAY))
    await ward.leave(three, at(MONDAY, 12), at(MONDAY + 2 * DAY, 0))
    asked = CandidateQuery(specialty=INTERNAL, starts_at=at(MONDAY, 17), ends_at=at(MONDAY + DAY, 7))

    found = (await ward.planning.rosters.candidates(ward.head, ward.hospital, asked)).candidates

    told = {c.person.id: ([a.value for a in c.against], c.load.hours, c.fit) for c in found}
    assert told[four.id] == ([], 10, True)
    assert told[one.id] == (["in_a_row"], 10, True)
    assert told[two.id] == (["on_duty"], 14, False)
    assert told[three.id] == (["leave"], 0, False)
    assert told[five.id] == (["rest"], 24, True)
    assert told[surgeon.id] == (["other_specialty"], 0, True)
    assert [c.person.id for c in found][:2] == [ward.head.id, four.id]
    assert next(c.tier for c in found if c.person.id == two.id) is Tier.SECOND


async def test_leave_takes_effect_on_the_ladder_and_the_gaps_at_once(ward: Ward) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one, SUNDAY, 11, 12), cell(two, SUNDAY, 11, 12, tier=Tier.SECOND))
    ward.clock.advance(2 * HOUR)
    answer = await ward.leave(one, ward.clock.now(), at(MONDAY, 0))

    seen = await ward.view(day=SUNDAY, days=1)

    assert [s.person_id for s in answer.uncovered] == [one.id]
    assert await ward.on_duty(ward.clock.now()) == [two.id]
    assert await ward.on_duty(ward.clock.now() - HOUR / 2) == [one.id, two.id]
    assert (seen.gaps[0].starts_at, seen.gaps[0].backup) == (ward.clock.now(), False)
    assert {s.person_id: s.clash for s in seen.shifts}[one.id] == "leave"
