"""On a real database: the gate and its way round, old vital signs, identifiers, allergies that follow the patient."""

from datetime import timedelta

import pytest

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied
from telemed.kernel.ids import CallId, ChangeId, ConsultId, uuid7
from telemed.kernel.values import Urgency
from telemed.sessions import approvals, wire
from telemed.sessions import wire_safety as w
from telemed.sessions.identifiers import Identifier
from telemed.sessions.model import Allergy, CaseType, Incomplete
from telemed.sessions.policy import NotYours
from telemed.sessions.service_safety import Safety
from tests import build
from tests.build import World, spoken_consent

TWO = [Identifier.FULL_NAME, Identifier.BIRTH]
QUESTION = "Có cần chuyển viện ngay không, dùng kháng sinh gì?"


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
def safety(world: World) -> Safety:

    return Safety(world.db, world.clock, world.schedules, world.presence)


def child(**words: object) -> wire.RequestFields:
    fields = {"case_type": CaseType.CHILD_FEVER, "reason": "Sốt, ho", "question": QUESTION} | words
    return wire.RequestFields.model_validate(fields)


async def asked(world: World, request: wire.RequestFields, **more: object) -> wire.ConsultSummary:
    patient = more.pop("patient_id", None) or await build.add_patient(
        world.db, world.station, full_name="Sùng Thị Mai Demo"
    )
    return await world.requested(
        Urgency.URGENT, request=request, patient_id=patient, consents=[spoken_consent()], **more
    )


async def test_a_request_without_what_its_kind_needs_names_each_missing_thing(world: World) -> None:
    with pytest.raises(Incomplete) as refused:
        await asked(world, child(answers={"days": "3"}))

    missing = str(refused.value.params["missing"]).split()
    assert {"vital.respiration", "vital.spo2", "question.convulsion"} <= set(missing)
    assert "question.days" not in missing


async def test_words_why_let_it_pass_and_the_specialist_reads_them(world: World) -> None:
    sent = await asked(world, child(), without="Mất điện, máy đo hỏng")

    detail = await world.consults.detail(world.specialists[0], ConsultId(sent.id))
    assert detail.without == "Mất điện, máy đo hỏng"
    assert "vital.spo2" in detail.lacked
    assert detail.request.template == w.TemplateRef(id="child_pneumonia", version=1)


async def test_an_emergency_is_never_held_up_by_what_it_lacks(world: World) -> None:
    sent = await world.requested(Urgency.STAT, request=wire.RequestFields(case_type=CaseType.CHILD_FEVER))

    assert sent.state == "waiting"
    assert "vital.spo2" in (await world.consults.detail(world.station_doctor, ConsultId(sent.id))).lacking


async def test_a_red_flag_proposes_an_emergency_and_lowers_nothing(world: World) -> None:
    sent = await asked(world, child(answers={"chest_indrawing": "yes"}), without="Chưa đo được")

    assert sent.red_flags == ["question.chest_indrawing"]
    assert sent.urgency is Urgency.URGENT


async def test_two_people_who_answer_different_questions_both_win(world: World) -> None:
    sent = await asked(world, child(), without="Chưa đo được")
    for answers in ({"days": "4"}, {"lethargic": "no"}):
        change = wire.ConsultChange(seen_version=sent.version, answers=answers)
        await world.consults.change(world.station_doctor, ConsultId(sent.id), ChangeId(uuid7()), change)

    detail = await world.consults.detail(world.station_doctor, ConsultId(sent.id))
    assert detail.request.answers == {"days": "4", "lethargic": "no"}


async def test_old_vital_signs_of_a_waiting_emergency_are_asked_for_until_new_ones_come(
    world: World, clock: ManualClock
) -> None:
    sent = await world.requested(Urgency.STAT, request=wire.RequestFields(case_type=CaseType.STROKE))
    consult = ConsultId(sent.id)
    clock.advance(timedelta(minutes=15))
    async with world.db.transaction(build.BUILDER) as tx:
        await world.consults.tick(tx, consult)

    assert (await world.consults.summary(consult)).vitals_asked
    seen = (await world.consults.summary(consult)).version
    fresh = wire.Vitals(id=uuid7(), taken_at=clock.now(), pulse=80)
    change = wire.ConsultChange(seen_version=seen, vitals=fresh)
    after = await world.consults.change(world.station_doctor, consult, ChangeId(uuid7()), change)
    assert (after.vitals_asked, after.vitals_at) == (False, clock.now())


async def test_allergies_follow_the_patient_to_the_next_consult(world: World) -> None:
    patient = await build.add_patient(world.db, world.station, full_name="Lò Văn Dị Demo")
    first = child(allergy=Allergy.SOME, allergies="Penicillin: phù mặt")
    before = await asked(world, first, patient_id=patient, without="Chưa đo được")
    later = await asked(world, child(), patient_id=patient, without="Chưa đo được")

    told = await world.consults.detail(world.specialists[0], ConsultId(later.id))

    assert (told.summary.allergy.state, told.summary.allergy.text) == (Allergy.SOME, "Penicillin: phù mặt")
    assert told.summary.allergy.said_at == before.created_at


async def test_both_ends_compare_and_the_papers_know(world: World, safety: Safety) -> None:
    patient = await build.add_patient(world.db, world.station, full_name="Lò Văn Đúng Demo")
    sent = await world.requested(Urgency.STAT, patient_id=patient)
    taken = await world.consults.accept(world.specialists[0], ConsultId(sent.id))
    assert taken.call
    call = CallId(taken.call.id)

    first = uuid7()
    for _ in range(2):  # sent again on a bad line, it counts once
        await safety.check_identity(
            world.station_doctor, call, first, w.NewIdentityCheck(identifiers=TWO, matches=True)
        )
    told = await safety.check_identity(
        world.specialists[0], call, uuid7(), w.NewIdentityCheck(identifiers=TWO, matches=False)
    )

    assert told.call
    assert [(one.side, one.matches) for one in told.call.identity] == [("station", True), ("hospital", False)]
    with pytest.raises(NotYours):
        await safety.check_identity(
            world.specialists[1], call, uuid7(), w.NewIdentityCheck(identifiers=TWO, matches=True)
        )


async def test_only_who_holds_the_right_approves_and_never_other_words(world: World, safety: Safety) -> None:
    content = approvals.limits()
    new = w.NewApproval(
        hospital_id=world.hospital, subject=content.subject, version=1, sha256=content.sha256, approved=True
    )

    with pytest.raises(Denied):
        await safety.approve(world.specialists[0], uuid7(), new)
    assert (await safety.limits(world.specialists[0])).sheet.approvals == []
