"""A referral to the hospital and back on a real database: both ends at once, walls, appointments, the clock."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied, DomainError, Missing
from telemed.kernel.ids import ChangeId, ConsultId, FollowUpId, ReferralId, uuid7
from telemed.kernel.values import FacilityKind, Role
from telemed.records import ReferralState, wire_after, wire_referral
from telemed.records.model import (
    CareResult,
    Condition,
    DebtKind,
    Fitness,
    FollowUpState,
    Movement,
    Proposed,
    ReferralAnswer,
    ReferralKind,
)
from telemed.records.referral_way import ReferralNotNow
from telemed.records.service.follow_ups import ResultTooEarly
from tests import build
from tests.db.records.conftest import Desk
from tests.db.records.test_referrals import GAPS, ready
from tests.unit.records.test_forms import text_of

FIT = wire_referral.ReferralDeparture(fit_for_transfer=Fitness.FIT, travel_minutes=90)


async def sent(desk: Desk, **lines: Any) -> wire_referral.ReferralView:
    draft = await ready(desk)
    if lines:
        draft = await desk.correct(draft, **GAPS, **lines)
    await desk.sign_referral(draft)
    return await desk.records.referrals.send(desk.doctor, ReferralId(draft.id))


async def depart(desk: Desk, one: wire_referral.ReferralView) -> wire_referral.ReferralView:
    return await desk.records.referrals.depart(desk.doctor, ReferralId(one.id), ChangeId(uuid7()), FIT)


async def accept(desk: Desk, one: wire_referral.ReferralView, by: Actor | None = None) -> wire_referral.ReferralView:
    said = wire_referral.ReferralAccept(note="vào thẳng khoa Nhi")
    return await desk.records.arrivals.accept(by or desk.chair, ReferralId(one.id), ChangeId(uuid7()), said)


async def arrive(desk: Desk, one: wire_referral.ReferralView, by: Actor | None = None) -> wire_referral.ReferralView:
    said = wire_referral.ReferralArrival()
    return await desk.records.arrivals.arrive(by or desk.chair, ReferralId(one.id), ChangeId(uuid7()), said)


async def close(desk: Desk, one: wire_referral.ReferralView, **more: Any) -> wire_referral.ReferralView:
    told = {"final_diagnosis": "Viêm phổi thùy", "final_icd_code": "J18.1", "done": "Kháng sinh tĩnh mạch 5 ngày"}
    told |= {"advice": "Khám lại sau 5 ngày", "result": CareResult.ADMITTED}
    feedback = wire_referral.ReferralFeedback(**(told | more))
    return await desk.records.arrivals.close(desk.chair, ReferralId(one.id), ChangeId(uuid7()), feedback)


async def test_to_the_hospital_and_back_each_end_is_told_and_the_duty_moves_on_arrival_alone(desk: Desk) -> None:
    one = await sent(desk)
    yes = await accept(desk, one)
    gone = await depart(desk, one)
    here = await arrive(desk, one)
    closed = await close(desk, one)

    stations = {view.responsible.id for view in (one, yes, gone)}
    assert (stations, here.responsible.id) == ({desk.world.station}, desk.world.hospital)
    assert gone.departure is not None
    assert gone.departure.expected_at == gone.departure.at + timedelta(minutes=90)
    assert closed.state is ReferralState.CLOSED
    assert closed.feedback is not None
    seen = await desk.records.referrals.read(desk.doctor, ReferralId(one.id))
    assert seen.feedback == closed.feedback
    assert (await desk.told(one.consult_id)).count("referral_moved") == 4


async def test_of_two_words_of_the_hospital_at_once_one_is_heard(desk: Desk) -> None:
    one = await sent(desk)
    elsewhere = await build.add_facility(desk.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    redirect = wire_referral.ReferralRedirect(to_facility_id=elsewhere, reason="hết giường")

    answers = await asyncio.gather(
        accept(desk, one),
        desk.records.arrivals.redirect(desk.world.specialists[1], ReferralId(one.id), ChangeId(uuid7()), redirect),
        desk.records.referrals.cancel(desk.doctor, ReferralId(one.id), "người nhà không đi"),
        return_exceptions=True,
    )

    assert not [a for a in answers if isinstance(a, Exception) and not isinstance(a, DomainError)]
    now = await desk.records.referrals.read(desk.doctor, ReferralId(one.id))
    if now.state is ReferralState.SENT:
        assert now.answer is ReferralAnswer.ACCEPTED
    if now.answer is ReferralAnswer.REDIRECTED:
        assert now.state is ReferralState.REDIRECTED
    assert sum(isinstance(a, ReferralNotNow) for a in answers) >= 1 or now.state is ReferralState.CANCELLED


async def test_a_redirected_patient_gets_a_linked_draft_to_the_other_place(desk: Desk) -> None:
    one = await depart(desk, await sent(desk))
    elsewhere = await build.add_facility(desk.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    there = await build.add_person(desk.db, "Receiver Demo", Role.SPECIALIST, elsewhere)
    redirect = wire_referral.ReferralRedirect(to_facility_id=elsewhere, reason="hết giường hồi sức")

    over = await desk.records.arrivals.redirect(desk.chair, ReferralId(one.id), ChangeId(uuid7()), redirect)

    assert over.onward_id is not None
    onward = await desk.records.referrals.read(desk.doctor, ReferralId(over.onward_id))
    assert (onward.to_facility_id, onward.state, onward.movement) == (
        elsewhere,
        ReferralState.DRAFT,
        Movement.DEPARTED,
    )
    (coming,) = (await desk.records.arrivals.board(there)).arrivals
    assert (coming.referral.id, coming.referral.may_answer) == (onward.id, True)
    assert (await arrive(desk, coming.referral, by=there)).responsible.id == elsewhere


async def test_a_hospital_that_advised_nobody_answers_for_whom_it_gets_and_no_other_does(desk: Desk) -> None:
    elsewhere = await build.add_facility(desk.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    there = await build.add_person(desk.db, "Receiver Demo", Role.SPECIALIST, elsewhere)
    one = await sent(desk, to_facility_id=elsewhere)

    with pytest.raises(Denied):
        await accept(desk, one)
    assert (await accept(desk, one, by=there)).answer is ReferralAnswer.ACCEPTED
    (row,) = (await desk.records.arrivals.board(there)).arrivals
    assert row.patient_name
    assert (await desk.records.arrivals.board(desk.chair)).arrivals == []
    with pytest.raises(Denied):
        await desk.records.arrivals.board(desk.doctor)


async def test_an_emergency_on_the_road_is_seen_before_its_paper_is_signed_and_another_draft_is_not(desk: Desk) -> None:
    elsewhere = await build.add_facility(desk.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    there = await build.add_person(desk.db, "Receiver Demo", Role.SPECIALIST, elsewhere)
    patient = await desk.patient()
    minutes = await desk.concluded(patient_id=patient.id)
    draft = await desk.refer(minutes.consult_id, to_facility_id=elsewhere, kind=ReferralKind.EMERGENCY_TRANSFER)
    with pytest.raises(Missing):
        await desk.records.referrals.read(there, ReferralId(draft.id))

    await depart(desk, draft)

    (row,) = (await desk.records.arrivals.board(there)).arrivals
    assert (row.referral.id, row.referral.state) == (draft.id, ReferralState.DRAFT)
    with pytest.raises(Missing):
        await desk.records.referrals.print(there, ReferralId(draft.id))
    paper = (await desk.records.referrals.print(desk.doctor, ReferralId(draft.id))).content
    assert "đủ điều kiện vận chuyển" in text_of(paper)


async def test_the_same_word_sent_again_changes_nothing(desk: Desk) -> None:
    one, change = await sent(desk), ChangeId(uuid7())
    said = wire_referral.ReferralAccept(note="vào thẳng khoa Nhi")

    first = await desk.records.arrivals.accept(desk.chair, ReferralId(one.id), change, said)
    again = await desk.records.arrivals.accept(desk.chair, ReferralId(one.id), change, said)

    assert first == again


async def test_a_paper_runs_out_by_the_clock_and_one_on_which_somebody_left_does_not(desk: Desk) -> None:
    stays = await sent(desk)
    desk.world.clock.advance(timedelta(days=30))

    async with desk.db.transaction(build.BUILDER) as tx:
        assert await desk.records.care.run_out(tx) == 1
    async with desk.db.transaction(build.BUILDER) as tx:
        assert await desk.records.care.run_out(tx) == 0

    assert (await desk.records.referrals.read(desk.doctor, ReferralId(stays.id))).state is ReferralState.EXPIRED


async def test_the_hospital_owes_a_yes_and_then_what_became_of_the_patient(desk: Desk) -> None:
    one = await sent(desk)
    owed = desk.records.debts.of

    assert [d.kind for d in (await owed(desk.chair)).debts if d.referral_id] == [DebtKind.RECEIPT]
    await arrive(desk, one)
    assert [d.kind for d in (await owed(desk.chair)).debts if d.referral_id] == [DebtKind.FEEDBACK]
    await close(desk, one)
    assert [d for d in (await owed(desk.chair)).debts if d.referral_id] == []


async def test_an_appointment_proposes_the_same_doctor_reminds_the_station_and_is_marked(desk: Desk) -> None:
    one = await arrive(desk, await sent(desk))
    day = desk.world.clock.now().date() + timedelta(days=7)
    await close(desk, one, follow_up_on=day)

    (planned,) = (await desk.records.follow_ups.of_consult(desk.doctor, ConsultId(one.consult_id))).follow_ups
    assert (planned.on, planned.number, planned.referral_id) == (day, "1/PHKL", one.id)
    assert (planned.state, planned.proposed) == (FollowUpState.PLANNED, None)

    async with desk.db.transaction(build.BUILDER) as tx:
        await desk.records.follow_ups.remind(tx, FollowUpId(planned.id))
    done = wire_after.FollowUpMark(state=FollowUpState.DONE)
    marked = await desk.records.follow_ups.mark(desk.doctor, FollowUpId(planned.id), ChangeId(uuid7()), done)

    assert marked.reminded_at is not None
    assert marked.state is FollowUpState.DONE


async def test_whoever_is_on_the_roster_that_day_is_proposed_the_same_doctor_first(desk: Desk) -> None:
    minutes = await desk.signed()
    await desk.world.on_duty(desk.chair)  # from nine o'clock local on
    new = wire_after.NewFollowUp(consult_id=minutes.consult_id, on=desk.world.clock.now().date())

    made = await desk.records.follow_ups.plan(desk.doctor, FollowUpId(uuid7()), new)

    assert (made.proposed, made.person and made.person.id) == (Proposed.SAME_DOCTOR, desk.chair.id)


async def test_days_later_the_station_is_asked_how_the_patient_is(desk: Desk) -> None:
    minutes = await desk.signed()
    await desk.decide(minutes.consult_id)
    consult = ConsultId(minutes.consult_id)
    better = wire_after.NewResult(condition=Condition.BETTER)
    with pytest.raises(ResultTooEarly):
        await desk.records.follow_ups.record(desk.doctor, consult, 7, better)

    desk.world.clock.advance(timedelta(days=8))
    assert [d.kind for d in (await desk.records.debts.of(desk.doctor)).debts] == [DebtKind.RESULT_7]
    await desk.records.follow_ups.record(desk.doctor, consult, 7, better)
    assert (await desk.records.debts.of(desk.doctor)).debts == []

    desk.world.clock.advance(timedelta(days=23))
    assert [d.kind for d in (await desk.records.debts.of(desk.doctor)).debts] == [DebtKind.RESULT_30]
    told = await desk.records.follow_ups.record(
        desk.doctor, consult, 30, wire_after.NewResult(condition=Condition.CURED)
    )
    assert [one.condition for one in told.results] == [Condition.BETTER, Condition.CURED]
    desk.world.clock.advance(timedelta(days=90))
    assert (await desk.records.debts.of(desk.doctor)).debts == []


async def test_each_morning_whoever_owes_something_overdue_is_told_how_much(desk: Desk) -> None:
    await desk.concluded()
    desk.world.clock.advance(timedelta(days=2))

    async with desk.db.transaction(build.BUILDER) as tx:
        assert await desk.records.care.remind(tx) >= 2


async def test_totals_add_up_to_what_each_person_is_shown(desk: Desk) -> None:
    head = await build.add_person(desk.db, "Giang Head Demo", Role.STATION_HEAD, desk.world.station)
    manager = await build.add_person(desk.db, "Vang Manager Demo", Role.HOSPITAL_MANAGER, desk.world.hospital)
    await desk.concluded()
    await sent(desk)
    with pytest.raises(Denied):
        await desk.records.debts.totals(desk.doctor)

    at_station = (await desk.records.debts.totals(head)).counts
    at_hospital = (await desk.records.debts.totals(manager)).counts

    assert sum(one.owed for one in at_station) == (await desk.records.debts.of(desk.doctor)).owed > 0
    assert {one.person and one.person.id for one in at_station} == {None}
    own = await desk.records.debts.of(desk.chair)
    assert sum(one.owed for one in at_hospital if one.person and one.person.id == desk.chair.id) == own.owed > 0
