"""The papers of a case with a restricted label: a manager learns that they are signed, and no word of them."""

from telemed.kernel.ids import ConsultId, ReferralId
from telemed.kernel.values import Label, Role
from telemed.records.model import Choice
from tests import build
from tests.db.records.conftest import Desk
from tests.db.records.test_referrals import GAPS

SECRET = "Viêm phổi nặng"


async def test_a_manager_reads_no_word_of_its_minutes_decision_and_referral(desk: Desk) -> None:
    manager = await build.add_person(desk.db, "Quản Lý Demo", Role.HOSPITAL_MANAGER, desk.world.hospital)
    minutes = await desk.signed(labels=[Label.TB], patient_id=(await desk.patient()).id)
    consult = ConsultId(minutes.consult_id)
    await desk.decide(consult, choice=Choice.DECLINE, reason="Nghi lao phổi", note="Nghi lao phổi")
    referral = await desk.refer(consult)

    paper = await desk.minutes_of(consult, manager)
    decision = await desk.records.decisions.read(manager, consult)

    assert SECRET not in paper.model_dump_json()
    assert (paper.masked, paper.state, paper.number) == (True, "signed", minutes.number)
    assert "lao" not in decision.model_dump_json()
    assert (decision.masked, decision.choice) == (True, Choice.DECLINE)
    assert SECRET in (await desk.records.referrals.read(desk.doctor, ReferralId(referral.id))).model_dump_json()
    whole_draft = await desk.correct(referral, diagnosis=SECRET, clinical_signs=SECRET, icd_code="A15.0", **GAPS)
    await desk.sign_referral(whole_draft)
    seen = await desk.records.referrals.read(manager, ReferralId(referral.id))
    assert SECRET not in seen.model_dump_json()
    assert (seen.masked, seen.number is not None) == (True, True)
    whole = await desk.records.referrals.read(desk.chair, ReferralId(referral.id))
    assert (whole.masked, whole.diagnosis) == (False, SECRET)


async def test_who_treats_reads_them_whole(desk: Desk) -> None:
    minutes = await desk.signed(labels=[Label.TB])

    for actor in (desk.doctor, desk.chair):
        paper = await desk.minutes_of(minutes.consult_id, actor)
        assert (paper.masked, SECRET in paper.model_dump_json()) == (False, True)
