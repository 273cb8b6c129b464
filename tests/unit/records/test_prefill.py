"""Papers begin with what the station and the hospital already wrote."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from telemed.kernel.ids import ConsultId, UserId, uuid7
from telemed.records import lists, prefill
from telemed.records.decision import Decision
from telemed.records.model import Choice, Outcome, ReferralKind
from telemed.records.referral import NEEDED, Lines
from telemed.records.referral_way import EarlierStay
from telemed.sessions import Allergy, State, VitalSigns
from telemed.sessions.model import Request
from tests.unit.records.test_debts import consult
from tests.unit.records.test_minutes import filled, opened

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
TOLD = Request(
    history="Sốt, ho 3 ngày", examination="Rút lõm lồng ngực", treatment_given="Oxy", working_diagnosis="Hen (J45)"
)
WORDS: dict[str, Any] = {
    "history": "Sốt, ho 3 ngày",
    "past_history": "Sinh non",
    "examination": "Rút lõm lồng ngực",
    "treatment_given": "Oxy",
    "working_diagnosis": "Hen (J45)",
    "allergy": Allergy.SOME,
    "allergies": "Penicillin",
}
SIGNS = VitalSigns(
    uuid7(), NOW, UserId(uuid7()), pulse=156, temperature=Decimal("38.90"), systolic=90, diastolic=60, spo2=89
)


def decided(choice: Choice, **more: Any) -> Decision:
    return Decision(uuid7(), ConsultId(uuid7()), choice, (Outcome.REFER,), UserId(uuid7()), NOW, **more)


def referral(told: Request, signs: list[VitalSigns], decision: Decision | None = None) -> Lines:
    case = consult(State.CONCLUDED, request=told)
    where, kind = uuid7(), ReferralKind.REFERRAL
    return prefill.referral(where, kind, case, signs, filled(), decision, station="Trạm Y tế Demo", pictures=2, now=NOW)


def test_the_summary_is_the_request_in_the_stations_words() -> None:
    case = consult(State.ACCEPTED, request=TOLD)

    assert prefill.summary(case) == "Sốt, ho 3 ngày\nRút lõm lồng ngực\nOxy"
    assert prefill.summary(replace(case, request=Request())) == ""


def test_vital_signs_are_told_in_words_without_what_was_not_measured() -> None:
    assert prefill.in_words(SIGNS) == "mạch 156 lần/phút, nhiệt độ 38,9 °C, huyết áp 90/60 mmHg, SpO₂ 89%"


def test_a_referral_is_filled_from_request_vital_signs_and_conclusion() -> None:
    lines = referral(Request(**WORDS), [replace(SIGNS, pulse=120), SIGNS])

    assert lines.clinical_signs == (
        "Sốt, ho 3 ngày\nTiền sử: Sinh non\nDị ứng: Penicillin\nRút lõm lồng ngực\nLúc 10:00 22/11/2026: "
        "mạch 156 lần/phút, nhiệt độ 38,9 °C, huyết áp 90/60 mmHg, SpO₂ 89%."
    )
    assert (lines.diagnosis, lines.icd_code) == ("Viêm phổi nặng", "J18.9")
    assert lines.treatment == "Oxy"
    assert lines.care_plan == "Oxy\nSpO2 mỗi 15 phút"
    assert lines.test_results == "Kèm 2 ảnh trong hồ sơ ca."
    assert lines.stays == (EarlierStay("Trạm Y tế Demo", NOW.date(), NOW.date()),)
    assert [name for name in NEEDED if not getattr(lines, name)] == ["condition_at_transfer", "transport"]


def test_what_the_station_does_instead_of_the_advice_is_what_the_paper_says() -> None:
    changes = {"treatment": "Ceftriaxone", "diagnosis": "Viêm phế quản (J20.9)"}
    instead = decided(Choice.MODIFY, changed_items=tuple(changes), changes=changes, reason="Không có Oxy")

    lines = referral(Request(**WORDS), [], instead)

    assert (lines.diagnosis, lines.icd_code) == ("Viêm phế quản", "J20.9")
    assert lines.care_plan == "Ceftriaxone\nSpO2 mỗi 15 phút"


def test_advice_that_was_declined_is_no_plan() -> None:
    lines = referral(Request(**WORDS), [], decided(Choice.DECLINE, reason="Gia đình xin đi"))

    assert (lines.diagnosis, lines.care_plan) == ("Viêm phổi nặng", "")


def test_asked_about_allergies_and_none_is_told_and_unasked_is_not() -> None:
    assert referral(Request(allergy=Allergy.NONE), []).clinical_signs == "Đã hỏi: không dị ứng thuốc, thức ăn."
    assert referral(Request(), []).clinical_signs == ""


def test_without_a_conclusion_the_stations_own_diagnosis_stands() -> None:
    case = consult(State.TRANSFERRED, request=TOLD)
    coded = replace(case, request=replace(TOLD, working_diagnosis="Hen", icd_code="J45.9"))

    for told, code in ((case, "J45"), (coded, "J45.9")):
        lines = prefill.referral(uuid7(), ReferralKind.REFERRAL, told, [], None)
        assert (lines.diagnosis, lines.icd_code) == ("Hen", code)


def test_the_stations_code_is_not_put_to_the_hospitals_diagnosis() -> None:
    said, _ = opened().write("diagnosis", "Suy tim", 0, UserId(uuid7()), NOW)
    case = consult(State.CONCLUDED, request=replace(TOLD, icd_code="J45.9"))

    assert prefill.referral(uuid7(), ReferralKind.REFERRAL, case, [], said).icd_code == ""


def test_papers_print_the_names_of_communes_and_ethnic_groups() -> None:
    assert lists.commune_name("03390") == "xã Bình Lư, tỉnh Lai Châu"
    assert lists.ethnic_group_name("08") == "Mông"
    assert lists.commune_name("99999") == lists.ethnic_group_name("") == ""
