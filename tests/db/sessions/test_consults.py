"""Consults and rings on a real database: the race, the replay, the timers that outlive a server."""

import asyncio
from datetime import timedelta

import pytest

from telemed.infra.db import Database
from telemed.infra.jobs import JobRunner
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import OtherBody, Stale
from telemed.kernel.ids import CallId, ChangeId, ConsultId, RingId, uuid7
from telemed.kernel.values import Role, Specialty, Tier, Urgency
from telemed.sessions import CallState, RingState, State, Why, policy, timers, wire
from telemed.sessions.model import AlreadyAccepted, Incomplete
from tests import build
from tests.build import World


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


async def run_due(world: World) -> int:
    runner = JobRunner(world.db, world.clock)
    timers.register(runner, world.consults, world.calls)
    return await runner.run_due()


def rung(summary: wire.ConsultSummary) -> list[tuple[str, str]]:
    return [(p.person.name, p.state) for step in summary.ladder.steps for p in step.people]


async def test_an_emergency_rings_the_doctor_on_duty_before_the_request_returns(world: World) -> None:
    shift = await world.on_duty(world.specialists[0])

    asked = await world.requested()

    assert asked.state is State.WAITING
    assert asked.code == "TD-0001"
    assert rung(asked) == [("BS. Specialist 0 Demo", "ringing")]
    (card,) = await world.consults.rings_for(world.specialists[0])
    assert card.why is Why.SHIFT
    async with world.db.transaction(build.BUILDER) as tx:
        kept = await world.consults.answered_by(tx, ConsultId(asked.id))
        assert kept is None
    taken = await world.consults.accept(world.specialists[0], ConsultId(asked.id))
    async with world.db.transaction(build.BUILDER) as tx:
        kept = await world.consults.answered_by(tx, ConsultId(taken.id))
    assert kept is not None
    assert (kept.shift, kept.roster_version, kept.why) == (shift, 7, Why.SHIFT)


async def test_the_same_put_twice_is_one_consult_and_one_ring(world: World) -> None:
    await world.on_duty(world.specialists[0])
    new, consult = build.new_consult(world), ConsultId(uuid7())

    first = await world.consults.create(world.station_doctor, consult, new)
    second = await world.consults.create(world.station_doctor, consult, new)

    assert first == second
    assert len(await world.consults.rings_for(world.specialists[0])) == 1
    with pytest.raises(OtherBody):
        await world.consults.create(world.station_doctor, consult, new.model_copy(update={"send": False}))


async def test_a_ring_nobody_answers_goes_to_the_next_on_duty(world: World) -> None:
    await world.on_duty(world.specialists[0])
    await world.on_duty(world.specialists[1], Tier.SECOND)
    asked = await world.requested()

    await world.pass_time(timedelta(minutes=2))
    assert await run_due(world) == 1

    now = await world.consults.summary(ConsultId(asked.id))
    assert rung(now) == [("BS. Specialist 0 Demo", "missed"), ("BS. Specialist 1 Demo", "ringing")]


async def test_an_emergency_with_nobody_on_duty_shows_phones_at_once_and_rings_again_each_minute(
    db: Database, clock: ManualClock
) -> None:
    world = await build.world(db, clock, specialists=0)

    asked = await world.requested()

    assert asked.ladder.ended_at is not None
    assert {step.skip_reason for step in asked.ladder.steps} == {"empty"}
    assert [phone.label for phone in asked.phones] == ["emergency", "leader"]
    late = await build.add_person(db, "Late Demo", Role.SPECIALIST, world.hospital, Specialty.INTERNAL)
    await world.presence.linked(late.id)
    await world.pass_time(timedelta(minutes=1))
    await run_due(world)
    assert [r.consult.id for r in await world.consults.rings_for(late)] == [asked.id]


@pytest.mark.parametrize("attempt", range(50))
async def test_two_specialists_accept_at_once_and_one_is_told_who_was_first(world: World, attempt: int) -> None:
    one, two = world.specialists
    await world.on_duty(one)
    asked = await world.requested()

    answers = await asyncio.gather(
        world.consults.accept(one, ConsultId(asked.id)),
        world.consults.accept(two, ConsultId(asked.id)),
        return_exceptions=True,
    )

    won = [a for a in answers if isinstance(a, wire.ConsultSummary)]
    refused = [a for a in answers if isinstance(a, AlreadyAccepted)]
    assert (len(won), len(refused)) == (1, 1), answers
    now = await world.consults.summary(ConsultId(asked.id))
    assert now.state is State.ACCEPTED
    assert now.specialist == won[0].specialist
    assert not [p for step in now.ladder.steps for p in step.people if p.state is RingState.RINGING]


async def test_a_taker_who_never_comes_gives_the_emergency_back_to_the_ladder(world: World) -> None:
    one, two = world.specialists
    await world.on_duty(one)
    await world.on_duty(two, Tier.SECOND)
    accepted = await world.accepted(one)

    await world.pass_time(timedelta(seconds=60))
    await run_due(world)

    now = await world.consults.summary(ConsultId(accepted.id))
    assert now.state is State.WAITING
    assert now.specialist is None
    assert now.sent_at == accepted.sent_at
    assert [r.consult.id for r in await world.consults.rings_for(two)] == [accepted.id]


async def test_a_taker_in_the_room_keeps_the_case_and_a_lost_link_counts_from_its_loss(world: World) -> None:
    one, _ = world.specialists
    await world.on_duty(one)
    accepted = await world.accepted(one)
    assert accepted.call is not None
    call = CallId(accepted.call.id)
    await world.calls.join(one, call)
    await world.calls.join(world.station_doctor, call)

    await world.pass_time(timedelta(minutes=30))
    await run_due(world)
    held = await world.consults.summary(ConsultId(accepted.id))
    assert held.state is State.ACCEPTED
    assert held.call is not None
    assert held.call.state is CallState.LIVE

    await world.calls.drop(one, call, by_choice=False)
    await world.pass_time(timedelta(seconds=59))
    assert await run_due(world) == 0
    await world.calls.join(one, call)
    await world.pass_time(timedelta(minutes=2))
    await run_due(world)
    assert (await world.consults.summary(ConsultId(accepted.id))).state is State.ACCEPTED


async def test_after_a_restart_those_in_a_room_must_enter_again(world: World) -> None:
    one, _ = world.specialists
    accepted = await world.accepted(one)
    assert accepted.call is not None
    call = CallId(accepted.call.id)
    await world.calls.join(one, call)
    await world.calls.join(world.station_doctor, call)

    await world.presence.started()
    await world.calls.started()

    after = await world.consults.summary(ConsultId(accepted.id))
    assert after.call is not None
    assert after.call.state is CallState.INTERRUPTED
    assert after.state is State.ACCEPTED
    again = await world.calls.join(one, call)
    assert again.present("hospital")


async def test_an_empty_room_closes_after_fifteen_minutes_and_a_new_call_may_start(world: World) -> None:
    one, _ = world.specialists
    accepted = await world.accepted(one)
    assert accepted.call is not None
    call = CallId(accepted.call.id)
    await world.calls.join(one, call)
    await world.calls.end(one, call)
    ended = await world.consults.summary(ConsultId(accepted.id))
    assert ended.call is not None
    assert ended.call.state is CallState.ENDED
    assert ended.state is State.ACCEPTED

    await world.pass_time(timedelta(hours=1))
    await run_due(world)
    again = await world.calls.open(world.station_doctor, ConsultId(accepted.id))
    assert again.state is State.ACCEPTED
    assert again.call is not None
    assert again.call.number == 2

    await world.pass_time(timedelta(minutes=15))
    await run_due(world)
    closed = await world.consults.summary(ConsultId(accepted.id))
    assert closed.call is not None
    assert closed.call.state is CallState.ENDED


async def test_a_decline_rings_the_next_at_once_and_names_why(world: World) -> None:
    one, two = world.specialists
    await world.on_duty(one)
    await world.on_duty(two, Tier.SECOND)
    await world.requested()
    (card,) = await world.consults.rings_for(one)

    after = await world.consults.decline(one, RingId(card.ring_id), wire.Decline(reason="operating"))

    assert rung(after) == [("BS. Specialist 0 Demo", "declined"), ("BS. Specialist 1 Demo", "ringing")]
    with pytest.raises(policy.NotYours):
        await world.consults.decline(two, RingId(card.ring_id), wire.Decline(reason="busy"))


async def test_wrong_specialty_moves_the_case_and_keeps_the_patients_clock(world: World) -> None:
    one, _ = world.specialists
    await world.on_duty(one)
    surgeon = await build.add_person(world.db, "Surgeon Demo", Role.SPECIALIST, world.hospital, Specialty.SURGERY)
    await world.presence.linked(surgeon.id)
    asked = await world.requested()
    await world.pass_time(timedelta(seconds=30))
    (card,) = await world.consults.rings_for(one)

    moved = await world.consults.decline(
        one, RingId(card.ring_id), wire.Decline(reason="wrong_specialty", specialty=Specialty.SURGERY)
    )

    assert (moved.specialty, moved.sent_at) == (Specialty.SURGERY, asked.sent_at)
    assert [r.consult.id for r in await world.consults.rings_for(surgeon)] == [asked.id]


async def test_a_planned_request_lacks_nothing_before_it_rings(world: World) -> None:
    consult = ConsultId(uuid7())
    new = build.new_consult(world, Urgency.URGENT, send=False, consent=None)
    await world.consults.create(world.station_doctor, consult, new)

    with pytest.raises(Incomplete) as lacking:
        await world.consults.send(world.station_doctor, consult)

    assert lacking.value.pointer == "/body/patient_id"


async def test_two_people_change_different_fields_and_both_stay(world: World) -> None:
    asked = await world.requested()
    consult, seen = ConsultId(asked.id), asked.version

    await world.consults.change(
        world.station_doctor,
        consult,
        ChangeId(uuid7()),
        wire.ConsultChange(seen_version=seen, request={"history": "a"}),
    )
    second = wire.ConsultChange(seen_version=seen, request={"examination": "b"})
    change = ChangeId(uuid7())
    await world.consults.change(world.station_doctor, consult, change, second)
    again = await world.consults.change(world.station_doctor, consult, change, second)

    detail = await world.consults.detail(world.station_doctor, consult)
    assert (detail.request.history, detail.request.examination) == ("a", "b")
    assert again.version == detail.summary.version
    with pytest.raises(Stale):
        await world.consults.change(
            world.station_doctor,
            consult,
            ChangeId(uuid7()),
            wire.ConsultChange(seen_version=seen, request={"history": "c"}),
        )


async def test_raising_the_urgency_starts_the_ladder_over_with_the_new_timers(world: World) -> None:
    one, _ = world.specialists
    await world.on_duty(one)
    patient = await build.add_patient(world.db, world.station)
    asked = await world.requested(
        Urgency.URGENT,
        patient_id=patient,
        consent=wire.Consent(ground="spoken", given_by="the patient"),
    )
    (before,) = await world.consults.rings_for(one)

    await world.consults.change(
        world.station_doctor,
        ConsultId(asked.id),
        ChangeId(uuid7()),
        wire.ConsultChange(seen_version=asked.version, urgency=Urgency.STAT),
    )

    (after,) = await world.consults.rings_for(one)
    assert after.ring_id != before.ring_id
    assert after.deadline_at - after.started_at == timedelta(minutes=2)
