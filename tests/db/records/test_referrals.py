"""A referral is made from its consult, leaves signed, and one patient has one open way to a place."""

import asyncio
from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import select, update

from telemed.identity import WrongPassword
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import ConsultId, PatientId, ReferralId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role, Urgency
from telemed.records import ReferralState, wire_referral
from telemed.records.model import DebtKind, SignatureLine
from telemed.records.referral import NoHospital, OpenExists, ReferralIncomplete, ReferralLocked, ReferralTooEarly
from telemed.records.tables import referral as referral_table
from telemed.sessions import Answer, ConsentGround
from telemed.sessions import wire as sessions_wire
from tests import build
from tests.db.records.conftest import Desk

GAPS = {"condition_at_transfer": "Tỉnh, thở oxy", "transport": "xe của trạm"}
TOLD = sessions_wire.RequestFields(reason="Khó thở", history="Sốt, ho 3 ngày", treatment_given="Oxy")


async def ready(desk: Desk) -> wire_referral.ReferralView:
    """A whole draft of a concluded consult with a patient."""
    patient = await desk.patient()
    minutes = await desk.concluded(patient_id=patient.id, request=TOLD)
    return await desk.correct(await desk.refer(minutes.consult_id), **GAPS)


async def test_a_referral_is_filled_from_its_consult_and_linked_to_all_of_it(desk: Desk) -> None:
    patient = await desk.patient()
    minutes = await desk.signed(patient_id=patient.id, request=TOLD)

    referral = await desk.refer(minutes.consult_id)

    assert (referral.clinical_signs, referral.treatment) == ("Sốt, ho 3 ngày", "Oxy")
    assert (referral.diagnosis, referral.icd_code) == ("Viêm phổi nặng", "J18.9")
    assert referral.missing == ["condition_at_transfer", "transport"]
    assert (referral.consult_id, referral.minutes_id, referral.patient_id) == (
        minutes.consult_id,
        minutes.id,
        patient.id,
    )
    assert (referral.from_facility.id, referral.to_facility.id) == (desk.world.station, desk.world.hospital)
    assert referral.minutes_number == "1/BBHC-BV"
    assert referral.answered_by
    assert referral.answered_by.id == desk.chair.id


async def test_the_shift_that_answered_is_kept_with_the_referral(desk: Desk) -> None:
    on_duty = desk.world.specialists[0]
    asked = await desk.world.requested()
    await desk.world.consults.accept(on_duty, ConsultId(asked.id))
    await desk.relay.drain()

    assert (await desk.refer(asked.id)).shift_id == desk.world.shifts[on_duty.id]


async def test_an_ambulance_may_be_called_before_the_conclusion_but_not_before_an_answer(desk: Desk) -> None:
    asked = await desk.world.requested()
    with pytest.raises(ReferralTooEarly):
        await desk.refer(asked.id)

    await desk.world.consults.transfer(desk.doctor, ConsultId(asked.id))

    assert (await desk.refer(asked.id)).minutes_id is None


async def test_a_referral_goes_to_a_hospital(desk: Desk) -> None:
    minutes = await desk.concluded()

    with pytest.raises(NoHospital):
        await desk.refer(minutes.consult_id, to_facility_id=desk.world.station)
    with pytest.raises(NoHospital):
        await desk.refer(minutes.consult_id, to_facility_id=uuid7())


async def test_a_whole_referral_is_signed_numbered_and_sent(desk: Desk) -> None:
    draft = await ready(desk)

    signed = await desk.sign_referral(draft)
    sent = await desk.records.referrals.send(desk.doctor, ReferralId(draft.id))

    assert (signed.state, signed.number) == (ReferralState.SIGNED, "1/PCCSKBCB")
    assert str(signed.valid_until) == "2026-12-04"  # ten working days after Sunday 22 November
    assert (sent.state, sent.sent_at) == (ReferralState.SENT, desk.world.clock.now())
    assert (await desk.told(draft.consult_id))[-4:] == [
        "referral_drafted",
        "referral_changed",
        "referral_signed",
        "referral_sent",
    ]
    with pytest.raises(ReferralLocked):
        await desk.correct(sent, escort="khác")


async def test_a_listed_disease_has_a_year(desk: Desk) -> None:
    draft = await desk.correct(await ready(desk), valid_one_year=True)

    assert str((await desk.sign_referral(draft)).valid_until) == "2027-11-22"


async def test_signing_needs_all_lines_and_the_password(desk: Desk) -> None:
    patient = await desk.patient()
    draft = await desk.refer((await desk.concluded(patient_id=patient.id)).consult_id)

    with pytest.raises(ReferralIncomplete):
        await desk.sign_referral(draft)
    command = wire_referral.ReferralSign(password=SecretStr("khác"), seen_version=1)
    with pytest.raises(WrongPassword):
        await desk.records.referrals.sign(desk.doctor, ReferralId(draft.id), command)


async def test_an_assistant_drafts_and_a_doctor_signs(desk: Desk, password_hash: str) -> None:
    assistant = await build.add_person(
        desk.db,
        "Giang Tua Demo",
        Role.STATION_ASSISTANT,
        desk.world.station,
        profession=Profession.ASSISTANT,
        password_hash=password_hash,
    )
    patient = await desk.patient()
    minutes = await desk.concluded(patient_id=patient.id, request=TOLD)
    draft = await desk.correct(await desk.refer(minutes.consult_id, by=assistant), **GAPS)

    with pytest.raises(Denied):
        await desk.sign_referral(draft, by=assistant)
    with pytest.raises(Denied):
        await desk.refer(minutes.consult_id, by=desk.chair)

    assert (await desk.sign_referral(draft)).signed_by


async def test_one_patient_has_one_open_referral_to_a_place(desk: Desk) -> None:
    patient = await desk.patient()
    minutes = await desk.concluded(patient_id=patient.id)

    answers = await asyncio.gather(*(desk.refer(minutes.consult_id) for _ in range(2)), return_exceptions=True)

    (made,) = [a for a in answers if isinstance(a, wire_referral.ReferralView)]
    (refused,) = [a for a in answers if isinstance(a, OpenExists)]
    assert refused.params == {"id": str(made.id)}
    elsewhere = await build.add_facility(desk.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    other = await desk.refer(minutes.consult_id, to_facility_id=elsewhere)
    with pytest.raises(OpenExists):
        await desk.correct(other, to_facility_id=desk.world.hospital)


async def test_a_cancelled_referral_makes_room_and_is_kept(desk: Desk) -> None:
    minutes = await desk.concluded()
    first = await desk.refer(minutes.consult_id)

    gone = await desk.records.referrals.cancel(desk.doctor, ReferralId(first.id), "người nhà không đi")
    second = await desk.refer(minutes.consult_id)

    assert gone.state is ReferralState.CANCELLED
    both = await desk.records.referrals.of_consult(desk.doctor, ConsultId(minutes.consult_id))
    assert {r.id for r in both.referrals} == {first.id, second.id}
    assert [r.id for r in (await desk.records.referrals.open(desk.doctor)).referrals] == [second.id]


async def test_a_referral_whose_validity_is_over_stands_in_nobodys_way(desk: Desk) -> None:
    old = await desk.sign_referral(await ready(desk))
    desk.world.clock.advance(timedelta(days=30))

    new = await desk.refer(old.consult_id)
    await desk.records.referrals.send(desk.doctor, ReferralId(old.id))

    assert [r.id for r in (await desk.records.referrals.open(desk.doctor)).referrals] == [new.id]


async def test_a_signed_referral_prints_the_same_bytes_for_ever(desk: Desk) -> None:
    draft = await ready(desk)
    rough = await desk.records.referrals.print(desk.doctor, ReferralId(draft.id))
    signed = await desk.sign_referral(draft)

    first = await desk.records.referrals.print(desk.doctor, ReferralId(signed.id))
    desk.world.clock.advance(timedelta(days=3))
    later = await desk.records.referrals.print(desk.doctor, ReferralId(signed.id))

    assert rough.content[:5] == first.content[:5] == b"%PDF-"
    assert rough.content != first.content == later.content
    assert [action for action, _ in await desk.audited("referral", draft.id)].count("print") == 3


async def test_the_hospital_it_goes_to_reads_it_once_signed(desk: Desk) -> None:
    elsewhere = await build.add_facility(desk.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    there = await build.add_person(desk.db, "Receiver Demo", Role.SPECIALIST, elsewhere)
    patient = await desk.patient()
    minutes = await desk.concluded(patient_id=patient.id, request=TOLD)
    draft = await desk.correct(await desk.refer(minutes.consult_id, to_facility_id=elsewhere), **GAPS)
    read = desk.records.referrals.read

    with pytest.raises(Missing):
        await read(there, ReferralId(draft.id))
    await desk.sign_referral(draft)

    seen = await read(there, ReferralId(draft.id))
    assert (seen.state, seen.consult_code) == (ReferralState.SIGNED, draft.consult_code)
    assert (await desk.records.referrals.print(there, ReferralId(draft.id))).content
    with pytest.raises(Missing):
        await desk.records.patients.read(there, PatientId(patient.id))


async def test_another_station_sees_no_referral(desk: Desk) -> None:
    draft = await ready(desk)
    other = await build.add_facility(desk.db, "Trạm Khác Demo", FacilityKind.STATION, "KH")
    stranger = await build.add_person(desk.db, "Stranger Demo", Role.STATION_DOCTOR, other)

    with pytest.raises(Missing):
        await desk.records.referrals.read(stranger, ReferralId(draft.id))
    assert (await desk.records.referrals.open(stranger)).referrals == []
    async with desk.db.transaction(stranger) as tx:
        assert (await tx.execute(update(referral_table).values(transport="x"))).rowcount == 0
        assert await tx.all(select(referral_table)) == []


async def test_an_emergency_whose_patient_nobody_knows_is_referred_all_the_same(desk: Desk) -> None:
    minutes = await desk.accepted()
    draft = await desk.correct(
        await desk.refer(minutes.consult_id), clinical_signs="Li bì", diagnosis="Hôn mê", icd_code="R40.2", **GAPS
    )

    signed = await desk.sign_referral(draft)

    assert (signed.state, signed.patient_id) == (ReferralState.SIGNED, None)
    assert (await desk.records.referrals.print(desk.doctor, ReferralId(draft.id))).content


async def test_a_patient_who_becomes_known_is_on_the_paper(desk: Desk) -> None:
    minutes = await desk.accepted()
    draft = await desk.refer(minutes.consult_id)

    patient = await desk.patient()
    await desk.change_request(minutes.consult_id, 99, patient_id=patient.id)
    known = await desk.correct(draft, **GAPS)

    assert (draft.patient_id, known.patient_id) == (None, patient.id)


async def test_debts_name_what_is_owed_the_oldest_first(desk: Desk) -> None:
    patient = await desk.patient()
    minutes = await desk.concluded(patient_id=patient.id, request=TOLD)
    referral = await desk.correct(await desk.refer(minutes.consult_id), **GAPS)
    debts = desk.records.debts.of

    station = [d.kind for d in (await debts(desk.doctor)).debts]
    assert station == [DebtKind.MINUTES, DebtKind.DECISION, DebtKind.REFERRAL]
    (own,) = (await debts(desk.chair)).debts
    assert (own.kind, own.due_at) == (DebtKind.MINUTES, desk.world.clock.now() + timedelta(hours=2))
    assert (await debts(desk.world.specialists[1])).debts == []

    await desk.sign(minutes, desk.chair, SignatureLine.CHAIR)
    await desk.sign(minutes, desk.doctor, SignatureLine.SECRETARY, SignatureLine.STATION)
    await desk.decide(minutes.consult_id)
    await desk.sign_referral(referral)
    await desk.records.referrals.send(desk.doctor, ReferralId(referral.id))

    assert (await debts(desk.doctor)).debts == []
    (own,) = (await debts(desk.chair)).debts
    assert (own.kind, own.referral_id) == (DebtKind.RECEIPT, referral.id)


async def test_a_routine_case_in_writing_is_a_debt_from_the_promise_on(desk: Desk) -> None:
    patient = await desk.patient()
    consent = sessions_wire.Consent(ground=ConsentGround.SPOKEN, given_by="Mẹ cháu")
    await desk.accepted(urgency=Urgency.ROUTINE, answer=Answer.WRITTEN, patient_id=patient.id, consent=consent)

    assert [d.kind for d in (await desk.records.debts.of(desk.chair)).debts] == [DebtKind.ANSWER]
