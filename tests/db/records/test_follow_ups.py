"""Appointments by hand from either end, moved and called off; deadlines outlive the program; one look at a board."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select

from telemed.infra.jobs import JobRunner
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import ChangeId, ConsultId, FollowUpId, ReferralId, uuid7
from telemed.kernel.values import FacilityKind, Role
from telemed.records import timers, wire_after
from telemed.records.follow_up import FollowUpExists, FollowUpOver
from telemed.records.model import DebtKind, FollowUpState, Proposed
from telemed.records.service.care import DEBTS_JOB
from telemed.records.tables_after import follow_up
from tests import build
from tests.db.records.conftest import Desk
from tests.db.records.test_referral_way import depart, sent


async def plan(desk: Desk, consult: object, in_days: int = 7) -> wire_after.FollowUpView:
    new = wire_after.NewFollowUp(consult_id=consult, on=today(desk) + timedelta(days=in_days), reason="Nghe phổi lại")
    return await desk.records.follow_ups.plan(desk.doctor, FollowUpId(uuid7()), new)


def today(desk: Desk) -> date:
    return desk.world.clock.now().astimezone(LOCAL).date()


async def test_the_hospital_that_advised_makes_an_appointment_and_another_one_does_not(desk: Desk) -> None:
    minutes = await desk.signed()
    elsewhere = await build.add_facility(desk.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    stranger = await build.add_person(desk.db, "Stranger Demo", Role.SPECIALIST, elsewhere)
    new = wire_after.NewFollowUp(consult_id=minutes.consult_id, on=today(desk) + timedelta(days=3))

    with pytest.raises((Denied, Missing)):
        await desk.records.follow_ups.plan(stranger, FollowUpId(uuid7()), new)
    made = await desk.records.follow_ups.plan(desk.chair, FollowUpId(uuid7()), new)

    (seen,) = (await desk.records.follow_ups.upcoming(desk.doctor)).follow_ups
    assert (seen.id, seen.number, seen.may_change, seen.created_by.id) == (made.id, "1/PHKL", True, desk.chair.id)


async def test_before_an_appointment_is_made_it_is_said_who_is_on_duty_that_day(desk: Desk) -> None:
    minutes = await desk.signed()
    await desk.world.on_duty(desk.chair)
    consult = ConsultId(minutes.consult_id)

    now = await desk.records.follow_ups.proposal(desk.doctor, consult, today(desk))
    later = await desk.records.follow_ups.proposal(desk.doctor, consult, today(desk) + timedelta(days=40))

    assert (now.proposed, now.person and now.person.id) == (Proposed.SAME_DOCTOR, desk.chair.id)
    assert (later.proposed, later.person, later.hospital.id) == (None, None, desk.world.hospital)
    assert (await desk.records.follow_ups.upcoming(desk.doctor)).follow_ups == []


async def test_another_day_calls_the_old_one_off_and_makes_one_with_a_slip_of_its_own(desk: Desk) -> None:
    old = await plan(desk, (await desk.signed()).consult_id)
    to = wire_after.FollowUpMove(on=today(desk) + timedelta(days=9), note="Nhà có đám")
    new_id = FollowUpId(uuid7())

    new = await desk.records.follow_ups.move(desk.doctor, FollowUpId(old.id), new_id, to)
    again = await desk.records.follow_ups.move(desk.doctor, FollowUpId(old.id), new_id, to)

    assert (new.id, new.on, new.number, new.reason) == (new_id, to.on, "2/PHKL", "Nghe phổi lại")
    assert new == again
    both = (await desk.records.follow_ups.of_consult(desk.chair, ConsultId(old.consult_id))).follow_ups
    assert {(one.state, one.note) for one in both} == {(FollowUpState.CANCELLED, "Nhà có đám"), (new.state, "")}
    with pytest.raises(FollowUpOver):
        await desk.records.follow_ups.move(desk.doctor, FollowUpId(old.id), FollowUpId(uuid7()), to)


async def test_two_appointments_of_a_case_never_meet_on_one_day_and_a_refused_move_leaves_the_old_one(
    desk: Desk,
) -> None:
    first = await plan(desk, (await desk.signed()).consult_id, 7)
    second = await plan(desk, first.consult_id, 9)

    with pytest.raises(FollowUpExists):
        await desk.records.follow_ups.move(
            desk.doctor, FollowUpId(second.id), FollowUpId(uuid7()), wire_after.FollowUpMove(on=first.on)
        )

    listed = (await desk.records.follow_ups.upcoming(desk.doctor)).follow_ups
    assert [(one.id, one.state) for one in listed] == [
        (first.id, FollowUpState.PLANNED),
        (second.id, FollowUpState.PLANNED),
    ]


async def test_a_board_that_reads_itself_again_is_written_down_once_in_half_a_day(desk: Desk) -> None:
    one = await depart(desk, await sent(desk))

    for _ in range(3):
        await desk.records.arrivals.board(desk.chair)
    await desk.records.arrivals.board(desk.world.specialists[1])
    desk.world.clock.advance(timedelta(hours=12))
    await desk.records.arrivals.board(desk.chair)
    await desk.records.referrals.read(desk.chair, ReferralId(one.id))

    reads = [who for action, who in await desk.audited("referral", one.id) if action == "read"]
    assert reads.count(desk.chair.id) == 3  # a half-day, the next one, the paper
    assert reads.count(desk.world.specialists[1].id) == 1


async def test_what_came_due_while_the_program_was_dead_is_done_once_after_its_start(desk: Desk) -> None:
    """The runner dies in the middle of the morning's round; the next program begins anew and takes up what was due."""
    await desk.concluded()
    await timers.started(desk.db)
    desk.world.clock.advance(timedelta(days=2))
    dead, in_hand = JobRunner(desk.db, desk.world.clock), asyncio.Event()

    async def hangs(*_: object) -> None:
        in_hand.set()
        await asyncio.Event().wait()

    dead.handle(DEBTS_JOB, hangs)
    doomed = asyncio.create_task(dead.run_due())
    await in_hand.wait()
    doomed.cancel()
    await asyncio.wait({doomed})
    assert await mornings(desk) == 0

    told: list[int] = []
    for _ in range(2):  # started once more it tells nobody again
        await timers.started(desk.db)
        alive = JobRunner(desk.db, desk.world.clock)
        timers.register(alive, desk.records)
        await alive.run_due()
        told.append(await mornings(desk))

    assert told[0] == told[1] >= 2  # the chair, and whoever is at the station


async def test_a_reminder_due_while_the_program_was_dead_reaches_the_station_after_its_start(desk: Desk) -> None:
    made = await plan(desk, (await desk.signed()).consult_id, 3)
    desk.world.clock.advance(timedelta(days=2, hours=20))

    alive = JobRunner(desk.db, desk.world.clock)
    timers.register(alive, desk.records)
    await alive.run_due()

    (told,) = (await desk.records.follow_ups.of_consult(desk.doctor, ConsultId(made.consult_id))).follow_ups
    assert (told.state, told.reminded_at) == (FollowUpState.REMINDED, desk.world.clock.now())
    done = wire_after.FollowUpMark(state=FollowUpState.DONE)
    marked = await desk.records.follow_ups.mark(desk.chair, FollowUpId(made.id), ChangeId(uuid7()), done)
    assert (marked.state, marked.may_change) == (FollowUpState.DONE, False)


async def mornings(desk: Desk) -> int:
    """How many people were told what they owe."""
    return (await desk.kinds()).count("debts_owed")


async def test_a_busy_places_past_hides_neither_what_is_to_come_nor_what_nobody_marked(desk: Desk) -> None:
    marked = await plan(desk, (await desk.signed()).consult_id, 1)
    done = wire_after.FollowUpMark(state=FollowUpState.DONE)
    await desk.records.follow_ups.mark(desk.doctor, FollowUpId(marked.id), ChangeId(uuid7()), done)
    forgotten = await plan(desk, (await desk.signed()).consult_id, 2)
    coming = await plan(desk, (await desk.signed()).consult_id, 30)
    async with desk.db.transaction(build.BUILDER) as tx:
        (row,) = await tx.all(select(follow_up).where(follow_up.c.id == marked.id))
        await tx.execute(insert(follow_up), [{**row._mapping, "id": uuid7()} for _ in range(300)])
    await desk.world.pass_time(timedelta(days=4))

    listed = (await desk.records.follow_ups.upcoming(desk.doctor)).follow_ups
    owed = (await desk.records.debts.of(desk.doctor)).debts

    assert {forgotten.id, coming.id} <= {one.id for one in listed}
    assert [one.on for one in listed] == sorted(one.on for one in listed)
    assert [one.follow_up_id for one in owed if one.kind is DebtKind.FOLLOW_UP] == [forgotten.id]
