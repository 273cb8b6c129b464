"""The list of communes goes out and comes back the same; each fault is named by its line."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.exchange.communes import Commune, change, name_of, read, text
from telemed.exchange.fhir_patient import Unreadable

HEAD = "code,name,province_code,valid_from,valid_to\n"
OLD = Commune("03618", "xã Phúc Than", "12", date(2004, 1, 1), date(2025, 6, 30))
NEW = Commune("03618", "xã Mường Than", "12", date(2025, 7, 1))


@st.composite
def lists(draw: st.DrawFn) -> list[Commune]:
    """Codes with spans that follow each other."""
    found = []
    for number in draw(st.sets(st.integers(0, 99999), min_size=1, max_size=8)):
        starts = date(2000, 1, 1) + timedelta(days=draw(st.integers(0, 5000)))
        spans = draw(st.integers(1, 3))
        for n in range(spans):
            name = draw(st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=20))
            last = n == spans - 1 and draw(st.booleans())
            ends = None if last else starts + timedelta(days=draw(st.integers(0, 900)))
            found.append(Commune(f"{number:05}", name, "12", starts, ends))
            starts = (ends or starts) + timedelta(days=1 + draw(st.integers(0, 30)))
    return sorted(found, key=lambda one: (one.code, one.valid_from))


@given(lists())
def test_a_list_comes_back_as_it_went_out_and_taking_it_again_changes_nothing(known: list[Commune]) -> None:
    again = read(text(known))

    assert sorted(again, key=lambda one: (one.code, one.valid_from)) == known
    assert change(known, again) == change(known, known)
    assert change(known, again).unchanged == len(known)
    assert change([], again).added == tuple(again)


def test_a_code_is_called_as_on_the_day_of_the_paper() -> None:
    assert name_of([OLD, NEW], "03618", date(2025, 6, 30)) == "xã Phúc Than"
    assert name_of([OLD, NEW], "03618", date(2025, 7, 1)) == "xã Mường Than"
    assert name_of([OLD, NEW], "03618", date(1999, 1, 1)) == ""


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ("", {(1, "", "empty")}),
        ("3618,A,12,2025-07-01,\n03618,,12,2025-07-01,", {(2, "code", "format"), (3, "name", "missing")}),
        ("03618,A,12,,\n", {(2, "valid_from", "format")}),
        ("03618,A,12,01/07/2025,x", {(2, "valid_from", "format"), (2, "valid_to", "format")}),
        ("03618,A,LC,2025-07-01,2025-06-30", {(2, "province_code", "format")}),
        ("03618,A,12,2025-07-01,2025-06-30", {(2, "valid_to", "before_start")}),
        ("03618,A,12,2025-07-01,\n03618,B,12,2025-08-01,", {(3, "valid_from", "overlaps")}),
        ("03618,A", {(2, "", "wrong_number_of_cells")}),
    ],
)
def test_each_fault_is_named_by_its_line(lines: str, faults: set[tuple[int, str, str]]) -> None:
    with pytest.raises(Unreadable) as refused:
        read(HEAD + lines)

    assert {(one.line, one.field, one.code) for one in refused.value.faults} == faults


def test_another_header_is_no_list() -> None:
    with pytest.raises(Unreadable, match="1 faults"):
        read("ma;ten\n03618;A")


def test_a_span_that_meets_a_kept_one_is_refused_and_one_that_ends_it_first_is_not() -> None:
    still = Commune("03618", "xã Phúc Than", "12", date(2004, 1, 1))
    with pytest.raises(Unreadable):
        change([still], [NEW])

    found = change([still], [OLD, NEW])

    assert (found.added, found.changed, found.unchanged) == ((NEW,), (OLD,), 0)
