"""A referral is corrected, signed whole, sent, or called off with a reason."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from telemed.kernel.errors import Stale
from telemed.kernel.ids import ConsultId, FacilityId, PatientId, ReferralId, UserId, uuid7
from telemed.records import forms
from telemed.records.model import ReferralState
from telemed.records.referral import (
    NEEDED,
    Lines,
    NotSigned,
    Referral,
    ReferralIncomplete,
    ReferralLocked,
    icd_in,
)

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
DOCTOR = UserId(uuid7())


def draft() -> Referral:
    return Referral(
        id=ReferralId(uuid7()),
        consult=ConsultId(uuid7()),
        patient=PatientId(uuid7()),
        minutes=None,
        station=FacilityId(uuid7()),
        answered_by=None,
        shift=None,
        lines=Lines(uuid7()),
        created_by=DOCTOR,
        created_at=NOW,
    )


def filled() -> Referral:
    return draft().changed(dict.fromkeys(NEEDED, "J18.9"), 1, DOCTOR)[0]


def signed() -> Referral:
    paper = forms.ReferralPaper(
        head=forms.Letterhead(parent="", facility=""), code="TD-0001", draft=False, patient=forms.Patient()
    )
    return filled().sign(DOCTOR, "1/PCCSKBCB", date(2026, 12, 4), paper, NOW)[0]


def test_two_people_who_correct_different_lines_both_win() -> None:
    one, _ = draft().changed({"transport": "xe của trạm"}, 1, DOCTOR)
    both, _ = one.changed({"escort": "Tẩn Hoa Demo"}, 1, DOCTOR)

    assert (both.lines.transport, both.lines.escort) == ("xe của trạm", "Tẩn Hoa Demo")
    with pytest.raises(Stale):
        both.changed({"transport": "xe máy"}, 1, DOCTOR)


def test_it_is_signed_whole_and_as_it_was_seen() -> None:
    with pytest.raises(ReferralIncomplete):
        draft().require_signable(seen=1)
    with pytest.raises(Stale):
        filled().require_signable(seen=1)
    filled().require_signable(seen=2)


def test_somebody_unknown_is_referred_and_known_as_soon_as_the_consult_knows() -> None:
    unknown, patient = replace(filled(), patient=None), PatientId(uuid7())

    assert unknown.missing == []
    assert unknown.about(patient).patient == patient
    assert unknown.about(patient).about(PatientId(uuid7())).patient == patient
    assert replace(signed(), patient=None).about(patient).patient is None


def test_a_signed_referral_takes_no_correction() -> None:
    with pytest.raises(ReferralLocked):
        signed().changed({"escort": "khác"}, 9, DOCTOR)
    with pytest.raises(ReferralLocked):
        signed().require_signable(seen=3)


def test_only_what_is_signed_is_sent() -> None:
    with pytest.raises(NotSigned):
        filled().send(DOCTOR, NOW)

    sent, facts = signed().send(DOCTOR, NOW)

    assert (sent.state, sent.sent_at) == (ReferralState.SENT, NOW)
    assert [fact.kind for fact in facts] == ["referral_sent"]
    assert sent.send(DOCTOR, NOW) == (sent, [])


def test_a_cancelled_referral_is_kept_with_its_reason_and_stands_in_nobodys_way() -> None:
    gone, _ = signed().cancel("người nhà không đi", DOCTOR)

    assert (gone.state, gone.cancel_reason, gone.is_open) == (ReferralState.CANCELLED, "người nhà không đi", False)
    assert gone.cancel("khác", DOCTOR) == (gone, [])
    with pytest.raises(NotSigned):
        gone.send(DOCTOR, NOW)


@pytest.mark.parametrize(
    ("diagnosis", "code"),
    [
        ("Viêm phổi nặng (J18.9), đáp ứng kém", "J18.9"),
        ("J18.9; nhắc lại J18.9", "J18.9"),
        ("J18.9 hoặc J45", ""),
        ("Viêm phổi", ""),
        ("SpO2 89%", ""),
    ],
)
def test_the_code_is_taken_from_a_diagnosis_that_names_just_one(diagnosis: str, code: str) -> None:
    assert icd_in(diagnosis) == code
