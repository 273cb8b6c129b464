"""Papers begin with what the station and the hospital already wrote."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from telemed.kernel.ids import UserId, uuid7
from telemed.records import lists, prefill
from telemed.records.model import ReferralKind
from telemed.records.referral import NEEDED
from telemed.sessions import Allergy, State, VitalSigns
from telemed.sessions.model import Request
from tests.unit.records.test_debts import consult
from tests.unit.records.test_minutes import filled

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
TOLD = Request(
    history="Sốt, ho 3 ngày", examination="Rút lõm lồng ngực", treatment_given="Oxy", working_diagnosis="Hen (J45)"
)
SIGNS = VitalSigns(
    uuid7(), NOW, UserId(uuid7()), pulse=156, temperature=Decimal("38.90"), systolic=90, diastolic=60, spo2=89
)


def test_the_summary_is_the_request_in_the_stations_words() -> None:
    case = consult(State.ACCEPTED, request=TOLD)

    assert prefill.summary(case) == "Sốt, ho 3 ngày\nRút lõm lồng ngực\nOxy"
    assert prefill.summary(replace(case, request=Request())) == ""


def test_vital_signs_are_told_in_words_without_what_was_not_measured() -> None:
    assert prefill.in_words(SIGNS) == "mạch 156 lần/phút, nhiệt độ 38,9 °C, huyết áp 90/60 mmHg, SpO₂ 89%"


def test_a_referral_is_filled_from_request_vital_signs_and_conclusion() -> None:
    case = consult(State.CONCLUDED, request=TOLD)

    lines = prefill.referral(uuid7(), ReferralKind.REFERRAL, case, [SIGNS], filled())

    assert lines.clinical_signs.startswith("Sốt, ho 3 ngày\nRút lõm lồng ngực\nmạch 156")
    assert (lines.diagnosis, lines.icd_code) == ("Viêm phổi nặng", "J18.9")
    assert lines.care_plan == "Oxy\nSpO2 mỗi 15 phút"
    assert [name for name in NEEDED if not getattr(lines, name)] == ["condition_at_transfer", "transport"]


def test_a_referral_begins_with_what_the_patient_cannot_bear() -> None:
    def begun(**told: Any) -> str:
        case = consult(State.CONCLUDED, request=replace(TOLD, **told))
        return prefill.referral(uuid7(), ReferralKind.REFERRAL, case, [], None).clinical_signs

    assert begun(allergy=Allergy.SOME, allergies="penicillin").endswith("\nDị ứng: penicillin.")
    assert begun(allergy=Allergy.NONE).endswith("\nKhông dị ứng (đã hỏi).")
    assert "ị ứng" not in begun()


def test_without_a_conclusion_the_stations_own_diagnosis_stands() -> None:
    lines = prefill.referral(uuid7(), ReferralKind.REFERRAL, consult(State.TRANSFERRED, request=TOLD), [], None)

    assert (lines.diagnosis, lines.icd_code) == ("Hen", "J45")


def test_papers_print_the_names_of_communes_and_ethnic_groups() -> None:
    assert lists.commune_name("03390") == "xã Bình Lư, tỉnh Lai Châu"
    assert lists.ethnic_group_name("08") == "Mông"
    assert lists.commune_name("99999") == lists.ethnic_group_name("") == ""
