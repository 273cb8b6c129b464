"""Consults on a real database: strangers, history, written answers, doctors in a call, what may change when."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from telemed.infra.db import Database
from telemed.infra.jobs import JobRunner
from telemed.infra.outbox import event_table
from telemed.infra.relay import Relay
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import DomainError
from telemed.kernel.ids import CallId, ChangeId, ConsultId, uuid7
from telemed.kernel.values import FacilityKind, Role, Tier, Urgency
from telemed.schedules import NoHospital
from telemed.sessions import Answer, State, StepKind, policy, timers, wire
from tests import build
from tests.build import World


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


async def run_due(world: World) -> int:
    runner = JobRunner(world.db, world.clock)
    timers.register(runner, world.consults, world.calls)
    return await runner.run_due()


async def test_a_foreign_station_is_refused(world: World) -> None:
    other = await build.add_facility(world.db, "Trạm Khác Demo", FacilityKind.STATION, "TK")
    stranger = await build.add_person(world.db, "Other Demo", Role.STATION_DOCTOR, other)
    asked = await world.requested()

    with pytest.raises(policy.NotYours):
        await world.consults.create(stranger, ConsultId(uuid7()), build.new_consult(world))
    with pytest.raises(DomainError) as hidden:
        await world.consults.detail(stranger, ConsultId(asked.id))
    assert hidden.value.code == "missing", "behind the wall it does not even exist"
    with pytest.raises(NoHospital):
        await world.consults.create(stranger, ConsultId(uuid7()), build.new_consult(world, station_id=other))


async def test_history_tells_it_in_order(world: World) -> None:
    one, _ = world.specialists
    await world.on_duty(one)
    accepted = await world.accepted(one)

    async with world.db.transaction(build.BUILDER) as tx:
        kinds = [
            row.kind
            for row in await tx.all(
                select(event_table.c.kind).where(event_table.c.consult_id == accepted.id).order_by(event_table.c.seq)
            )
        ]
    assert kinds == [
        "consult_drafted",
        "consent_recorded",
        "consult_sent",
        "ring_started",
        "ring_ended",
        "consult_accepted",
        "call_opened",
    ]
    assert await Relay(world.db, world.clock).drain() >= len(kinds)


async def test_a_written_answer_needs_no_room(world: World) -> None:
    one, _ = world.specialists
    await world.on_duty(one)
    patient = await build.add_patient(world.db, world.station)
    asked = await world.requested(
        Urgency.ROUTINE,
        patient_id=patient,
        answer=Answer.WRITTEN,
        consent=wire.Consent(ground="spoken", given_by="the patient"),
    )
    (card,) = await world.consults.rings_for(one)
    assert card.silent

    taken = await world.consults.accept(one, ConsultId(asked.id))

    assert taken.call is None
    await world.pass_time(timedelta(days=9))
    await run_due(world)
    assert (await world.consults.summary(ConsultId(asked.id))).state is State.ACCEPTED


async def test_a_person_in_a_call_is_skipped_for_the_planned_and_rung_for_an_emergency(world: World) -> None:
    one, two = world.specialists
    await world.on_duty(one)
    await world.on_duty(two, Tier.SECOND)
    first = await world.accepted(one)
    assert first.call is not None
    await world.calls.join(one, CallId(first.call.id))
    patient = await build.add_patient(world.db, world.station)
    consent = wire.Consent(ground="spoken", given_by="the patient")

    urgent = await world.requested(Urgency.URGENT, patient_id=patient, consent=consent)
    stat = await world.requested(Urgency.STAT)

    assert urgent.ladder.steps[0].skip_reason == "in_call"
    assert urgent.ladder.steps[1].kind is StepKind.SECOND
    rings = {r.consult.id: r for r in await world.consults.rings_for(one)}
    assert rings.keys() == {stat.id}
    assert rings[stat.id].in_call


async def test_after_the_conclusion_only_who_the_patient_is_may_still_be_learnt(world: World) -> None:
    accepted = await world.accepted()
    consult = ConsultId(accepted.id)
    async with world.db.transaction(build.BUILDER) as tx:
        await world.consults.conclude(tx, consult, world.specialists[0].id)
    patient = await build.add_patient(world.db, world.station)
    now = await world.consults.summary(consult)

    named = await world.consults.change(
        world.station_doctor,
        consult,
        ChangeId(uuid7()),
        wire.ConsultChange(seen_version=now.version, patient_id=patient),
    )

    assert named.patient_id == patient
    with pytest.raises(DomainError) as refused:
        await world.consults.change(
            world.station_doctor,
            consult,
            ChangeId(uuid7()),
            wire.ConsultChange(seen_version=named.version, request={"history": "later"}),
        )
    assert refused.value.code == "consult.wrong_state"
