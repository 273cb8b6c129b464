"""Codes are found by their beginning, by words without marks in both languages; the day chooses the list."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.coding import built_in
from telemed.coding.csv_list import Fault, read
from telemed.coding.model import CODE, CodeList, Entry, Index, dotted, in_force

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def who() -> Index:
    return built_in.index()


def codes(index: Index, text: str) -> list[str]:
    return [one.code for one in index.search(text, TODAY)]


def test_words_without_marks_find_the_vietnamese_name(who: Index) -> None:
    for text in ("viem phoi", "Viêm phổi", "VIEM PHO", "phoi viem"):
        assert "J18.9" in codes(who, text)[:8]


def test_english_words_find_what_has_no_vietnamese_name(who: Index) -> None:
    assert who.get("A21.0") is not None
    assert "A21.0" in codes(who, "ulceroglandular tular")


def test_a_code_is_found_with_and_without_its_dot_in_any_case(who: Index) -> None:
    assert [codes(who, text)[0] for text in ("J18.9", "j189", "j18.9")] == ["J18.9"] * 3
    assert set(codes(who, "I1")) >= {"I10", "I11"}


def test_the_most_common_name_stands_first(who: Index) -> None:
    assert codes(who, "tang huyet ap")[0] == "I10"
    assert codes(who, "ran can")[0] == "T63.0"
    assert codes(who, "la ngon")[0] == "T62.2"


def test_nothing_is_found_of_nothing(who: Index) -> None:
    assert codes(who, "  ") == codes(who, "!!") == codes(who, "xyzzyq") == []


def test_our_vietnamese_names_are_of_codes_the_list_has() -> None:
    names = built_in.vietnamese()

    assert len(names) >= 300
    assert [code for code in names if built_in.index().get(code) is None] == []
    assert all(name.strip() == name and name for name in names.values())


@given(st.sampled_from(sorted(built_in.vietnamese().items())))
def test_every_name_is_found_by_all_its_words(pair: tuple[str, str]) -> None:
    code, name = pair

    assert code in [one.code for one in built_in.index().search(name, TODAY, limit=500)]


@given(st.text(max_size=30))
def test_no_search_fails_or_answers_too_much(text: str) -> None:
    assert len(built_in.index().search(text, TODAY)) <= 20


@given(st.from_regex(CODE, fullmatch=True))
def test_a_code_without_its_dot_is_the_same_code(code: str) -> None:
    assert dotted(code.replace(".", "").lower()) == code


def test_the_day_chooses_the_list_and_a_newer_one_takes_over() -> None:
    old = CodeList("a", "Cũ", date(2020, 1, 1), date(2026, 12, 31))
    new = CodeList("b", "Mới", date(2026, 7, 1))

    assert in_force([old, new], date(2026, 6, 30)) is old
    assert in_force([old, new], date(2026, 7, 1)) is new
    assert in_force([old], date(2027, 1, 1)) is None


def test_a_code_that_no_longer_holds_is_not_offered() -> None:
    index = Index([Entry("A90", "Sốt Dengue", "", valid_to=TODAY - timedelta(days=1)), Entry("A97", "Sốt Dengue", "")])

    assert codes(index, "dengue") == ["A97"]
    assert [one.code for one in index.search("dengue", date(2020, 1, 1))] == ["A90", "A97"]


HEADING = "ma,ten,ten_tieng_anh,tu_ngay,den_ngay,khong_benh_chinh,khong_su_dung\n"


def test_a_list_is_read_with_its_days_and_flags() -> None:
    entries, faults = read(
        [HEADING, "j189,Viêm phổi,Pneumonia,01/07/2026,,0,0\n", "\n", "J18,Viêm phổi,,2026-07-01,,x,1\n"]
    )

    assert faults == []
    assert entries == [
        Entry("J18.9", "Viêm phổi", "Pneumonia", valid_from=date(2026, 7, 1)),
        Entry("J18", "Viêm phổi", "", not_main=True, unusable=True, valid_from=date(2026, 7, 1)),
    ]


def test_every_fault_is_told_with_its_line() -> None:
    lines = [
        "A00.9,Tả,,,,,\n",
        "9X,Sai,,,,,\n",
        "A00.9,Tả,,,,,\n",
        "A01,,,,,,\n",
        "A02,Tên,,32/01/2026,,,\n",
        "A03,Tên,,2026-02-01,2026-01-01,maybe,\n",
    ]

    _, faults = read([HEADING, *lines])

    assert faults == [
        Fault(3, "not an ICD-10 code"),
        Fault(4, "code stands twice"),
        Fault(5, "title missing or too long"),
        Fault(6, "valid_from is no day (2026-07-01 or 01/07/2026)"),
        Fault(7, "ends before it begins"),
        Fault(7, "not_main is neither 1 nor 0"),
    ]


def test_a_list_without_its_columns_or_codes_is_refused() -> None:
    assert read(["a,b\n"])[1] == [Fault(1, "column missing: code"), Fault(1, "column missing: title_vi")]
    assert read([HEADING])[1] == [Fault(1, "no codes")]
