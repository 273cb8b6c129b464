"""Which records are alike, whichever is looked at first; searching and births hold for whatever is typed."""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from telemed.kernel.ids import FacilityId, PatientId, uuid7
from telemed.kernel.values import Sex
from telemed.records.model import BirthPrecision
from telemed.records.oddities import oddities
from telemed.records.patient import Particulars, Patient, birth_xml
from telemed.records.twins import AlreadyJoined, HasJoined, Itself, Reason, likeness, require_joinable
from telemed.records.words import beginnings, words

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
SUA = Particulars(
    full_name="Giàng Thị Sua Demo",
    sex=Sex.FEMALE,
    birth_date=date(1961, 1, 1),
    birth_precision=BirthPrecision.YEAR,
    village="Nà Mẫu",
)

SYLLABLES = ("Giàng", "Lò", "Đèo", "Thị", "A", "Văn", "Hoà", "Hòa", "Thuý", "Thúy", "Quý", "Lý", "Lí", "Mỷ", "Ỏm", "Ẩn")
names = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=5).map(" ".join)
particulars = st.builds(
    Particulars,
    full_name=names | st.text(max_size=40),
    sex=st.sampled_from(Sex),
    birth_date=st.none() | st.dates(date(1800, 1, 1), date(2100, 1, 1)),
    birth_precision=st.sampled_from(BirthPrecision),
    birth_time=st.sampled_from(["", "04:05", "25:99"]),
    national_id=st.text("0123456789", max_size=12) | st.text(max_size=15),
    insurance_no=st.sampled_from(["", "DT2120123456789", "0123456789", "DT2120123456789;TE1120000000000"]) | st.text(),
    phone=st.sampled_from(["", "0912345678", "+84 912 345 678"]) | st.text(max_size=20),
    village=st.sampled_from(["", "Nà Mẫu", "na mau"]),
    commune_code=st.sampled_from(["", "03390", "99999"]),
    interpreter_needed=st.booleans(),
)


def reasons(one: Particulars, **other: Any) -> set[Reason]:
    return set(likeness(one, replace(one, **other)).reasons)


@given(one=particulars, other=particulars)
@settings(print_blob=True)
def test_likeness_is_the_same_from_either_side(one: Particulars, other: Particulars) -> None:
    assert set(likeness(one, other).reasons) == set(likeness(other, one).reasons)


@given(known=particulars)
@settings(print_blob=True)
def test_whatever_is_typed_is_told_about_and_never_refused(known: Particulars) -> None:
    oddities(known, date(2026, 11, 22))
    written = birth_xml(known)

    assert written == "" or (len(written) == 12 and written[:8].isdigit())


@given(name=names, cut=st.integers(1, 4), seed=st.randoms())
@settings(print_blob=True)
def test_a_name_is_found_by_beginnings_in_any_order_with_or_without_marks(name: str, cut: int, seed: Any) -> None:
    parts = [part[:cut] for part in name.split()]
    seed.shuffle(parts)
    bare = "".join(c for c in unicodedata.normalize("NFD", " ".join(parts)) if not unicodedata.combining(c))
    note(f"{name!r} by {bare!r}")

    for typed in (" ".join(parts), bare, bare.upper(), unicodedata.normalize("NFD", " ".join(parts))):
        assert all(any(low <= word < high for word in words(name)) for low, high in beginnings(typed))


@pytest.mark.parametrize(("old", "new"), [("Hoà", "Hòa"), ("Thuý", "Thúy"), ("Lý", "Lí"), ("Quý", "Quí"), ("Đỗ", "Do")])
def test_old_and_new_spelling_are_one(old: str, new: str) -> None:
    assert words(old) == words(new)


def test_a_number_is_found_as_it_is_printed() -> None:
    known = Patient(
        PatientId(uuid7()),
        "VD-TD-20261122-1",
        FacilityId(uuid7()),
        replace(SUA, insurance_no="DT 2 12 0123456789", phone="+84 912 345 678", national_id="012161001234"),
        NOW,
    )

    for typed in ("012 161 001", "0912 345 678", "+84 912 345", "0123456789", "DT2120", "vd-td-20261122-1"):
        assert all(any(low <= word < high for word in known.search_words) for low, high in beginnings(typed)), typed


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"full_name": "Giàng Thị Súa Demo"}, Reason.SAME_NAME),  # the same without marks
        ({"full_name": "Giàng Thị Sui Demo"}, Reason.NEAR_NAME),
        ({"full_name": "Thị Sua Giàng Demo"}, Reason.NEAR_NAME),
        ({"full_name": "Giàng Sua Demo"}, Reason.NEAR_NAME),
        ({"birth_date": date(1962, 1, 1)}, Reason.NEAR_BIRTH_YEAR),
        ({"birth_date": date(1965, 1, 1), "birth_precision": BirthPrecision.ESTIMATED}, Reason.NEAR_BIRTH_YEAR),
        ({"birth_date": date(1990, 1, 1)}, Reason.OTHER_BIRTH_YEAR),
        ({"sex": Sex.MALE}, Reason.OTHER_SEX),
        ({"village": "na mau"}, Reason.SAME_VILLAGE),
    ],
)
def test_what_two_records_have_in_common_is_named(other: dict[str, Any], said: Reason) -> None:
    assert said in reasons(SUA, **other)


def test_name_year_and_village_are_likely_and_a_common_name_alone_is_not() -> None:
    assert likeness(SUA, SUA).likely
    assert not likeness(SUA, replace(SUA, village="")).likely
    assert not likeness(SUA, replace(SUA, birth_date=date(1990, 1, 1))).likely
    assert not likeness(Particulars(), Particulars()).likely


def test_a_number_of_ones_own_is_likely_whatever_the_name() -> None:
    card = replace(SUA, insurance_no="DT2120123456789")

    assert likeness(card, Particulars(full_name="Mẩy Demo", social_insurance_no="0123456789")).likely
    assert reasons(replace(SUA, national_id="012161001234"), national_id="012161009999") >= {Reason.OTHER_NUMBER}


def test_twins_born_on_one_day_in_one_house_are_not_one_child() -> None:
    day: dict[str, Any] = {"birth_date": date(2025, 3, 4), "birth_precision": BirthPrecision.DAY}
    first = replace(SUA, full_name="Giàng A Páo Demo", sex=Sex.MALE, phone="0912345678", **day)
    second = replace(first, full_name="Giàng Thị Dợ Demo", sex=Sex.FEMALE)

    assert not likeness(first, second).likely


def patient(**known: Any) -> Patient:
    return Patient(PatientId(uuid7()), "VD-TD-20261122-1", FacilityId(uuid7()), SUA, NOW, **known)


def test_only_records_that_stand_for_themselves_are_joined() -> None:
    kept, gone = patient(), patient()

    require_joinable(kept, gone, gone_has=False)
    with pytest.raises(Itself):
        require_joinable(kept, kept, gone_has=False)
    with pytest.raises(AlreadyJoined):
        require_joinable(kept, patient(merged_into=gone.id), gone_has=False)
    with pytest.raises(HasJoined):
        require_joinable(kept, gone, gone_has=True)
