"""Ladders on a real database: which one rings, whom, in which hospital; and that trying one out writes nothing."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from telemed.infra.db import Database
from telemed.infra.tables import metadata
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing, OtherBody, Stale
from telemed.kernel.ids import CallId, ConsultId, LadderId, RingId, uuid7
from telemed.kernel.values import FacilityKind, Role, Specialty, Tier, Urgency
from telemed.schedules.tables import absence, assignment
from telemed.sessions import Why, wire
from telemed.sessions import wire_ladders as ladders
from telemed.sessions.ladders import LeaderLast, NotAHospital
from tests import build
from tests.build import World
from tests.db.sessions.ladders import LEADER, TwoHospitals, draft, plan, step, two_hospitals

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
async def two(world: World) -> TwoHospitals:
    return await two_hospitals(world)


# -- which ladder ------------------------------------------------------------------------------------------------------


async def test_a_case_keeps_the_ladder_it_was_sent_with_and_new_ones_take_the_newest(two: TwoHospitals) -> None:
    one, other = two.world.specialists
    await two.world.on_duty(one)
    await two.world.on_duty(other, Tier.SECOND)
    first = await two.put(step("first", stat=60), step("second", stat=60))
    before = await two.asked()

    second = await two.put(step("second", stat=60), seen=1)

    after = await two.asked()
    await two.pass_time(MINUTE)
    assert {row.ladder_id for row in await two.rings(before.id)} == {first}
    assert [row.user_id for row in await two.rings(before.id)] == [one.id, other.id]
    assert {row.ladder_id for row in await two.rings(after.id)} == {second}
    assert (before.ladder.number, after.ladder.number) == (1, 2)


async def test_a_specialtys_own_ladder_goes_before_the_general_one_and_none_leaves_the_built_in(
    two: TwoHospitals,
) -> None:
    await two.world.on_duty(two.world.specialists[0])
    built_in = await two.asked()
    general = await two.put()
    under_general = await two.asked()
    own = await two.put(step("first"), specialty=Specialty.INTERNAL)
    under_own = await two.asked()

    found = [{row.ladder_id for row in await two.rings(one.id)} for one in (built_in, under_general, under_own)]

    assert found == [{None}, {general}, {own}]


async def test_the_ladder_is_chosen_anew_where_the_specialty_was_wrong(two: TwoHospitals) -> None:
    doctor = two.world.specialists[0]
    await two.world.on_duty(doctor)
    surgeon = await build.add_person(
        two.world.db, "Surgeon Demo", Role.SPECIALIST, two.world.hospital, Specialty.SURGERY
    )
    await two.world.presence.linked(surgeon.id)
    surgical = await two.put(step("specialty"), specialty=Specialty.SURGERY)
    asked = await two.asked()
    (ring,) = await two.world.consults.rings_for(doctor)

    why = wire.Decline(reason="wrong_specialty", specialty=Specialty.SURGERY)
    moved = await two.world.consults.decline(doctor, RingId(ring.ring_id), why)

    assert await two.ringing(asked.id) == {surgeon.id}
    assert [row.ladder_id for row in await two.rings(asked.id)] == [None, surgical]
    assert moved.sent_at == asked.sent_at


# -- steps -------------------------------------------------------------------------------------------------------------


async def test_every_row_says_where_it_looked_by_which_roster_and_ladder(two: TwoHospitals) -> None:
    ladder = await two.put(step("first"), step("first", two.other))
    await two.world.on_duty(two.world.specialists[0], specialty=Specialty.SURGERY)  # a roster, nobody of this specialty

    asked = await two.asked()

    skipped, rung = await two.rings(asked.id)
    assert (skipped.state, skipped.note, skipped.hospital_id, skipped.roster_version) == (
        "skipped",
        "empty",
        two.world.hospital,
        7,
    )
    assert (rung.user_id, rung.hospital_id, rung.roster_version, rung.why) == (two.there.id, two.other, 7, "shift")
    assert skipped.ladder_id == rung.ladder_id == ladder
    assert skipped.started_at == rung.started_at, "an empty step takes no time"


async def test_the_second_hospital_is_the_stations_of_that_day(two: TwoHospitals) -> None:
    await two.put(step("first", "second"))
    alone = await two.asked()
    await two.second()
    with_second = await two.asked()

    assert [row.note for row in await two.rings(alone.id)] == ["no_second_hospital", "empty"]
    assert await two.ringing(with_second.id) == {two.there.id}
    assert [(s.kind, s.hospital and s.hospital.id) for s in with_second.ladder.steps] == [
        ("first", two.other),
        ("leader", None),
    ]


async def test_steps_that_say_so_ring_together_and_who_claims_first_ends_the_others(two: TwoHospitals) -> None:
    one, other = two.world.specialists
    await two.world.on_duty(one)
    await two.world.on_duty(other, Tier.SECOND)
    await two.put(step("first"), step("second", together=["stat"]), step("first", two.other))

    asked = await two.asked()

    assert await two.ringing(asked.id) == {one.id, other.id}
    assert [step.group for step in asked.ladder.steps] == [0, 0, 1, 2]
    await two.world.consults.accept(other, ConsultId(asked.id))
    assert [row.state for row in await two.rings(asked.id)] == ["superseded", "accepted"]


async def test_a_step_that_rings_together_waits_for_the_longest_of_its_group(two: TwoHospitals) -> None:
    one, other = two.world.specialists
    await two.world.on_duty(one)
    await two.world.on_duty(other, Tier.SECOND)
    await two.put(step("first", stat=60), step("second", together=["stat"], stat=180), step("first", two.other))
    asked = await two.asked()

    await two.pass_time(MINUTE)
    assert await two.ringing(asked.id) == {other.id}
    await two.pass_time(2 * MINUTE)
    assert await two.ringing(asked.id) == {two.there.id}


async def test_a_step_that_is_not_there_for_this_urgency_leaves_no_trace(two: TwoHospitals) -> None:
    await two.world.on_duty(two.world.specialists[0])
    await two.put(step("first", stat=None), step("first", two.other))

    asked = await two.asked()

    assert [row.step for row in await two.rings(asked.id)] == [1]
    assert [s.index for s in asked.ladder.steps] == [1, 2]


async def test_where_nobody_confirmed_in_time_the_backup_is_rung_beside(two: TwoHospitals) -> None:
    one, other = two.world.specialists
    await two.world.on_duty(one)
    await two.world.on_duty(other, Tier.SECOND)
    await two.arm(one)

    asked = await two.asked()

    assert {(row.user_id, row.step) for row in await two.rings(asked.id)} == {(one.id, 0), (other.id, 0)}


async def test_who_is_on_leave_is_not_rung_with_the_whole_specialty(two: TwoHospitals) -> None:
    one, other = two.world.specialists
    now = two.world.clock.now()
    hours = {"starts_at": now - timedelta(days=1), "ends_at": now + timedelta(days=1)}
    row = {"id": uuid7(), "person_id": one.id, "hospital_id": two.world.hospital, "kind": "leave"}
    async with two.world.db.transaction(build.BUILDER) as tx:
        await tx.execute(insert(absence).values(**row, **hours, made_by=two.head.id, made_at=now - timedelta(days=2)))
    await two.put(step("specialty"))

    asked = await two.asked()

    assert await two.ringing(asked.id) == {other.id}


async def test_a_doctor_who_talks_to_another_station_is_passed_over_where_it_is_not_an_emergency(
    two: TwoHospitals,
) -> None:
    """Whoever sends cannot see the other station's call; the ladder must."""
    one, other = two.world.specialists
    await two.world.on_duty(one)
    await two.world.on_duty(other, Tier.SECOND)
    station = await build.add_facility(two.world.db, "Trạm Hai Demo", FacilityKind.STATION, "TH")
    nurse = await build.add_person(two.world.db, "Lan Demo", Role.STATION_DOCTOR, station)
    async with two.world.db.transaction(build.BUILDER) as tx:
        row = {"station_id": station, "hospital_id": two.world.hospital, "source": "test"}
        await tx.execute(insert(assignment).values(id=uuid7(), valid_from=two.world.clock.now().date(), **row))
    new = build.new_consult(two.world, station_id=station)
    busy = await two.world.consults.create(nurse, ConsultId(uuid7()), new)
    call = (await two.world.consults.accept(one, ConsultId(busy.id))).call
    assert call
    await two.world.calls.join(one, CallId(call.id))
    patient = await build.add_patient(two.world.db, two.world.station)

    asked = await two.asked(Urgency.URGENT, patient_id=patient)

    assert [(row.note, row.user_id) for row in await two.rings(asked.id)] == [("in_call", None), (None, other.id)]
    assert asked.ladder.steps[0].skip_reason == "in_call"


# -- another hospital's people -----------------------------------------------------------------------------------------


async def test_who_is_rung_at_another_hospital_opens_takes_and_joins_it_as_the_hospital_side(
    two: TwoHospitals,
) -> None:
    consult = await two.taken_there()
    world = two.world

    seen = (await world.consults.detail(two.there, consult)).summary

    assert seen.specialist is not None
    assert (seen.specialist.id, seen.hospital.id) == (two.there.id, world.hospital)
    assert seen.answering is not None
    assert seen.answering.id == two.other
    assert seen.call is not None
    joined = await world.calls.join(two.there, CallId(seen.call.id))
    assert [(p.user, p.facility, p.side) for p in joined.participants] == [(two.there.id, two.other, "hospital")]
    assert [c.id for c in await world.consults.open_for(two.there)] == [consult]


async def test_their_colleagues_who_were_not_asked_stay_outside(two: TwoHospitals) -> None:
    consult = await two.taken_there()

    for call in (two.world.consults.detail, two.world.consults.accept):
        with pytest.raises(Missing):
            await call(two.colleague, consult)
    assert await two.world.consults.open_for(two.colleague) == []


async def test_when_they_hand_it_on_no_hospital_answers_any_more(two: TwoHospitals) -> None:
    consult = await two.taken_there()

    passed = await two.world.consults.hand_on(two.there, consult, wire.Decline(reason="busy"))

    assert (passed.specialist, passed.answering) == (None, None)
    assert await two.world.consults.detail(two.there, consult)


# -- saving ------------------------------------------------------------------------------------------------------------


async def test_two_who_save_at_once_do_not_lose_one_of_the_two(two: TwoHospitals) -> None:
    body, made = plan(step("first")), LadderId(uuid7())
    saved = await two.ladders.save(two.head, two.world.hospital, made, body)
    again = await two.ladders.save(two.head, two.world.hospital, made, body)
    assert saved == again
    assert [(p.number, p.ended_at) for p in saved.versions] == [(1, None)]

    with pytest.raises(Stale):
        await two.ladders.save(two.head, two.world.hospital, LadderId(uuid7()), plan(step("second")))
    with pytest.raises(OtherBody):
        await two.ladders.save(two.head, two.world.hospital, made, plan(step("second"), seen=1))


async def test_the_leader_stays_the_last_step_and_a_step_names_a_hospital(two: TwoHospitals) -> None:
    no_leader: list[Any] = [[step("first")], [LEADER | {"place": str(two.other)}], [step("leader", stat=None)]]
    for steps in no_leader:
        with pytest.raises(LeaderLast):
            await two.ladders.save(two.head, two.world.hospital, LadderId(uuid7()), plan(steps=steps))
    with pytest.raises(NotAHospital):
        await two.put(step("first", two.world.station))


async def test_a_head_sets_their_own_specialtys_ladder_and_a_doctor_none(two: TwoHospitals) -> None:
    hospital = two.world.hospital
    head = await build.add_person(two.world.db, "Head Demo", Role.DEPT_HEAD, hospital, Specialty.INTERNAL)
    own, general = plan(step("first"), specialty=Specialty.INTERNAL), plan(step("first"))

    saved = await two.ladders.save(head, hospital, LadderId(uuid7()), own)

    assert saved.may_set == [Specialty.INTERNAL]
    for actor, body in ((head, general), (two.world.specialists[0], own)):
        with pytest.raises(Denied):
            await two.ladders.save(actor, hospital, LadderId(uuid7()), body)
    with pytest.raises(Denied):
        await two.ladders.of(two.there, hospital)


async def test_the_list_says_what_rings_new_cases_and_how_many_wait_on_what_was(two: TwoHospitals) -> None:
    await two.put(step("first"))
    await two.asked()
    await two.put(step("second"), seen=1)

    found = await two.ladders.of(two.head, two.world.hospital)

    assert [(p.number, p.ringing, p.ended_at is None) for p in found.versions] == [(2, 0, True), (1, 1, False)]
    assert [p.number for p in found.plans] == [2]
    assert [s.kind for s in found.built_in.steps] == ["first", "second", "specialty", "head", "leader"]
    assert [s.id for s in found.stations] == [two.world.station]
    assert [h.id for h in found.hospitals] == [two.other]


# -- trying it out -----------------------------------------------------------------------------------------------------


async def rows(db: Database) -> dict[str, int]:
    async with db.transaction(build.BUILDER) as tx:
        tables = metadata.tables.values()
        return {one.name: int(await tx.scalar(select(func.count()).select_from(one))) for one in tables}


@pytest.mark.parametrize("urgency", [Urgency.STAT, Urgency.URGENT])
async def test_a_dry_run_is_what_then_happens_when_nobody_answers(two: TwoHospitals, urgency: Urgency) -> None:
    world = two.world
    one, other = world.specialists
    await world.on_duty(one)
    away = await build.add_person(world.db, "Away Demo", Role.SPECIALIST, world.hospital, Specialty.INTERNAL)
    await world.on_duty(away, Tier.SECOND)
    leader = await build.add_person(world.db, "Leader Demo", Role.SPECIALIST, world.hospital, Specialty.SURGERY)
    await world.on_duty(leader, Tier.LEADER, None)
    await world.presence.linked(leader.id)
    await two.second()
    await two.put(
        *(step("first"), step("second", together=["urgent"]), step("head"), step("first", "second")),
        step("specialty", stat=None),
    )
    patient = await build.add_patient(world.db, world.station)

    told = await two.dry_run(urgency)

    start = world.clock.now()
    asked = await two.asked(urgency, patient_id=patient)
    while (now := await world.consults.summary(ConsultId(asked.id))).ladder.ended_at is None:
        due = min(row.deadline_at for row in await two.rings(asked.id) if row.state == "ringing")
        await two.pass_time(due - world.clock.now())
    happened = [
        (row.step, row.started_at - start, row.user_id, row.note if row.state == "skipped" else None)
        for row in await two.rings(asked.id)
    ]
    expected = [
        (ring.step, timedelta(milliseconds=ring.at_ms), person, ring.skip_reason)
        for ring in told.rings
        for person in [*(p.person.id for p in ring.people), *([] if ring.people else [None])]
    ]
    assert happened == expected
    assert told.ends_ms is not None
    assert now.ladder.ended_at == start + timedelta(milliseconds=told.ends_ms)
    assert other.id in {person for _, _, person, _ in happened} or urgency is Urgency.STAT
    assert (told.ladder_number, told.answerers) == (1, len({person for _, _, person, _ in happened if person}))


async def test_trying_a_ladder_out_writes_nothing_and_rings_nobody(two: TwoHospitals) -> None:
    await two.world.on_duty(two.world.specialists[0])
    before = await rows(two.world.db)

    await two.dry_run()
    await two.dry_run(at=two.world.clock.now() + timedelta(days=9), plan=draft(step("first")))
    await two.ladders.trial(two.head, two.world.hospital, ladders.TrialCommand(plan=draft(step("first"))))

    assert await rows(two.world.db) == before
    assert await two.world.consults.rings_for(two.world.specialists[0]) == []


async def test_at_another_time_the_roster_of_that_time_answers_and_everybody_is_within_reach(two: TwoHospitals) -> None:
    one = two.world.specialists[0]
    await two.world.on_duty(one)
    await two.world.presence.unlinked(one.id)
    two.world.clock.advance(timedelta(minutes=5))
    ladder = draft(step("first"))

    then = await two.dry_run(Urgency.URGENT, at=two.world.clock.now() + timedelta(minutes=1), plan=ladder)
    later = await two.dry_run(Urgency.URGENT, at=two.world.clock.now() + timedelta(days=2), plan=ladder)
    now = await two.dry_run(Urgency.URGENT, plan=ladder)

    assert [p.person.id for p in then.rings[0].people] == [one.id]
    assert then.rings[0].people[0].why is Why.SHIFT
    assert [r.skip_reason for r in later.rings] == ["empty", "empty"]
    assert (later.ends_ms, later.answerers) == (0, 0)
    assert now.rings[0].skip_reason == "unreachable"
    assert now.ladder_number is None


async def test_a_trial_counts_its_situations_and_names_those_that_nobody_answers(two: TwoHospitals) -> None:
    at_night_nobody = ladders.TrialCommand(specialty=Specialty.INTERNAL, plan=draft(step("first"), step("specialty")))
    nobody = ladders.TrialCommand(specialty=Specialty.DERMATOLOGY, plan=draft(step("specialty")))

    found = await two.ladders.trial(two.head, two.world.hospital, at_night_nobody)
    empty = await two.ladders.trial(two.head, two.world.hospital, nobody)

    assert (found.situations, found.answered, found.straight_to_second) == (96, 96, 96)
    assert {s.urgency for s in found.passed_over} == set(Urgency)
    assert (empty.answered, len(empty.unanswered)) == (0, 96)
    assert found == await two.ladders.trial(two.head, two.world.hospital, at_night_nobody), "the same each time"
