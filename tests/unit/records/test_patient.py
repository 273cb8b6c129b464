"""What looks odd about a patient is told and never blocks; two people may complete one patient."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from telemed.kernel.errors import Stale
from telemed.kernel.ids import FacilityId, PatientId, uuid7
from telemed.kernel.values import Sex
from telemed.records.model import BirthPrecision
from telemed.records.oddities import oddities
from telemed.records.patient import Particulars, Patient, birth_xml, code_of, months_between

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


def odd(**known: Any) -> set[tuple[str, str]]:
    return {(one.field, one.code) for one in oddities(Particulars(**known), TODAY)}


def patient(**known: Any) -> Patient:
    return Patient(PatientId(uuid7()), "VD-TD-20261122-1", FacilityId(uuid7()), Particulars(**known), NOW)


def born(on: date, precision: BirthPrecision = BirthPrecision.DAY) -> dict[str, Any]:
    return {"birth_date": on, "birth_precision": precision}


def test_nothing_known_is_nothing_odd() -> None:
    assert odd() == set()


def test_particulars_that_fit_together_are_not_odd() -> None:
    fits = odd(
        sex=Sex.FEMALE,
        national_id="012325001234",
        insurance_no="TE1120000000000; 0000000000",
        phone="+84 912 345 678",
        representative="Sùng Thị Mỷ Demo (mẹ)",
        **born(date(2025, 9, 12)),
    )

    assert fits == set()


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"national_id": "0120560012"}, ("national_id", "format")),
        ({"national_id": "012056001234", "sex": Sex.FEMALE}, ("national_id", "sex_differs")),
        ({"national_id": "012056001234", **born(date(1965, 1, 1))}, ("national_id", "birth_year_differs")),
        ({"national_id": "012256001234", **born(date(1956, 1, 1))}, ("national_id", "birth_year_differs")),
        ({"insurance_no": "TE912000"}, ("insurance_no", "format")),
        ({"phone": "12345"}, ("phone", "format")),
        (born(date(2026, 11, 23)), ("birth_date", "in_future")),
        (born(date(1850, 1, 1)), ("birth_date", "too_old")),
        ({"birth_time": "25:00"}, ("birth_time", "format")),
        ({"other_id_kind": "cmnd", "other_id": "12345"}, ("other_id", "format")),
        ({"other_id": "C1234567"}, ("other_id", "kind_missing")),
        (
            {"insurance_no": "TE1120000000000", **born(date(2020, 1, 1)), "representative": "mẹ"},
            ("insurance_no", "child_card"),
        ),
        ({"social_insurance_no": "12"}, ("social_insurance_no", "format")),
        (
            {"social_insurance_no": "0000000001", "insurance_no": "DT2120000000000"},
            ("social_insurance_no", "card_differs"),
        ),
        ({"insurance_valid_to": date(2026, 11, 21)}, ("insurance_valid_to", "expired")),
        ({"insurance_valid_from": date(2027, 1, 1)}, ("insurance_valid_from", "not_yet")),
        (
            {"insurance_valid_from": date(2026, 2, 1), "insurance_valid_to": date(2026, 1, 1)},
            ("insurance_valid_to", "order"),
        ),
        ({"insurance_facility_code": "1"}, ("insurance_facility_code", "format")),
        ({"ethnicity_code": "77"}, ("ethnicity_code", "not_on_list")),
        ({"commune_code": "03391"}, ("commune_code", "not_on_list")),
        ({"commune_code": "03390", "province_code": "11"}, ("commune_code", "other_province")),
        ({"nationality_code": "VN"}, ("nationality_code", "format")),
        ({"occupation_code": "1"}, ("occupation_code", "format")),
        ({"representative_phone": "1"}, ("representative_phone", "format")),
        (born(date(2015, 1, 1)), ("representative_name", "minor")),
        ({"representative_name": "Lò Văn Demo"}, ("representative_kind", "kind_missing")),
        (
            {"representative_name": "Lò Văn Demo", "representative_kind": "c", "representative_id": "1"},
            ("representative_id", "format"),
        ),
        ({"interpreter_needed": True}, ("language", "interpreter")),
        ({**born(date(2026, 11, 20)), "representative": "mẹ"}, ("birth_time", "newborn")),
    ],
)
def test_what_does_not_fit_is_told(known: dict[str, Any], said: tuple[str, str]) -> None:
    assert odd(**known) == {said}


def test_an_identity_card_a_passport_and_a_guessed_age_are_not_odd() -> None:
    assert odd(national_id="045123456") == set()
    assert odd(national_id="C1234567") == set()
    assert odd(national_id="012056001234", **born(date(1950, 1, 1), BirthPrecision.ESTIMATED)) == set()


def test_age_is_counted_in_whole_months() -> None:
    assert months_between(date(2025, 9, 22), TODAY) == 14
    assert months_between(date(2025, 9, 23), TODAY) == 13
    assert months_between(TODAY, TODAY) == 0
    assert months_between(date(2026, 12, 1), TODAY) is None


def test_only_a_newborn_whose_day_is_known_has_an_age_in_days() -> None:
    assert patient(**born(date(2026, 11, 20))).age_days(NOW) == 2
    assert patient(**born(date(2026, 11, 1), BirthPrecision.MONTH)).age_days(NOW) is None
    assert patient(**born(date(2026, 10, 1))).age_days(NOW) is None


def test_a_birthday_begins_at_midnight_in_vietnam() -> None:
    late_evening_utc = datetime(2026, 11, 21, 17, tzinfo=UTC)

    assert patient(**born(date(2026, 11, 22))).age_days(late_evening_utc) == 0


def test_two_people_who_change_different_fields_both_win() -> None:
    one, facts = patient().changed({"full_name": "Giàng Thị Sua Demo"}, seen=1)
    both, _ = one.changed({"phone": "0912345678"}, seen=1)

    assert both.particulars == Particulars(full_name="Giàng Thị Sua Demo", phone="0912345678")
    assert both.version == 3
    assert [fact.kind for fact in facts] == ["patient_changed"]


def test_a_field_that_moved_on_is_not_overwritten() -> None:
    moved, _ = patient().changed({"phone": "0912345678"}, seen=1)

    with pytest.raises(Stale) as refusal:
        moved.changed({"village": "Nà Mẫu", "phone": "0987654321"}, seen=1)

    assert refusal.value.pointer == "/body/fields/phone"
    assert moved.changed({"phone": "0912345678"}, seen=1) == (moved, [])


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ({}, ""),
        (born(date(1965, 1, 1), BirthPrecision.YEAR), "196500000000"),
        (born(date(1956, 1, 1), BirthPrecision.ESTIMATED), "195600000000"),
        (born(date(1990, 7, 1), BirthPrecision.MONTH), "199007000000"),
        (born(date(1990, 7, 4)), "199007040000"),
        ({**born(date(2026, 11, 20), BirthPrecision.MINUTE), "birth_time": "04:05"}, "202611200405"),
    ],
)
def test_a_birth_is_written_with_zeros_for_what_is_not_known(known: dict[str, Any], written: str) -> None:
    assert birth_xml(Particulars(**known)) == written


def test_another_provinces_commune_is_nobodys_fault() -> None:
    assert odd(commune_code="21115", province_code="51") == set()


def test_a_newborn_with_its_minute_has_an_age_in_days() -> None:
    assert patient(**born(date(2026, 11, 20), BirthPrecision.MINUTE)).age_days(NOW) == 2


def test_our_own_code_never_looks_like_a_national_number() -> None:
    assert code_of("TD", TODAY, 3) == "VD-TD-20261122-3"
