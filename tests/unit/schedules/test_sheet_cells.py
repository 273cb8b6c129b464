"""What hospitals write into one cell of a duty matrix, and that we read back what we write."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.kernel.values import Tier
from telemed.schedules.codes import Codes
from telemed.schedules.model import LONGEST
from telemed.schedules.sheets import (
    BadCell,
    Cell,
    Entry,
    FaultCode,
    Hours,
    bare,
    entry_of,
    letters_of,
    parse,
    place,
    shown,
    written,
)

LETTERS = letters_of(Codes(time(7), timedelta(hours=12), time(19), timedelta(hours=12), time(7)))
DAY, NIGHT, FULL = LETTERS.values()


def hours(begins: str, length: float) -> Hours:
    return Hours(time.fromisoformat(begins), timedelta(hours=length))


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("N", (DAY, Tier.FIRST)),
        (" n ", (DAY, Tier.FIRST)),
        ("Đ", (NIGHT, Tier.FIRST)),
        ("đ2", (NIGHT, Tier.SECOND)),
        ("D1", (NIGHT, Tier.FIRST)),
        ("D\u0323", None),
        ("N3", (DAY, Tier.HEAD)),
        ("N/2", (DAY, Tier.SECOND)),
        ("N 2", (DAY, Tier.SECOND)),
        ("đêm 2", (NIGHT, Tier.SECOND)),
        ("24", (FULL, Tier.FIRST)),
        (24, (FULL, Tier.FIRST)),
        (24.0, (FULL, Tier.FIRST)),
        ("24/1", (FULL, Tier.FIRST)),
        ("24 / 2", (FULL, Tier.SECOND)),
        ("24h", (FULL, Tier.FIRST)),
        ("07:00-19:00/1", (DAY, Tier.FIRST)),
        ("7h-17h", (hours("07:00", 10), Tier.FIRST)),
        ("7h30 – 16h30/2", (hours("07:30", 9), Tier.SECOND)),
        ("7g-17g", (hours("07:00", 10), Tier.FIRST)),
        ("7-17", (hours("07:00", 10), Tier.FIRST)),
        ("19h-7h", (NIGHT, Tier.FIRST)),
        ("17:00-24:00", (hours("17:00", 7), Tier.FIRST)),
        ("07:00-07:00+2/1", (hours("07:00", 48), Tier.FIRST)),
        ("07:00-07:00+3", (hours("07:00", 72), Tier.FIRST)),
        # Excel makes a day of January out of “24/1”, and of February out of “24/2”.
        (date(2026, 1, 24), (FULL, Tier.FIRST)),
        (datetime(2026, 2, 24, tzinfo=LOCAL).replace(tzinfo=None), (FULL, Tier.SECOND)),
    ],
)
def test_a_cell_says_a_shift_in_many_ways(said: object, means: tuple[Hours, Tier] | None) -> None:
    if means is None:
        with pytest.raises(BadCell):
            parse(said, LETTERS, leader=False)
        return
    assert parse(said, LETTERS, leader=False) == Cell((Entry(*means),))


@pytest.mark.parametrize("said", ["N1; Đ2", "N1+Đ2", "N1, Đ2", "N1\nĐ2", "N1 Đ2", "N1 & Đ2", " n1 ;đ2; "])
def test_a_cell_may_say_two_shifts(said: str) -> None:
    assert parse(said, LETTERS, leader=False).entries == (Entry(DAY, Tier.FIRST), Entry(NIGHT, Tier.SECOND))


@pytest.mark.parametrize("said", ["P", "p", "Phép", "nghỉ phép", "LP", "Luân phiên"])
def test_a_cell_may_say_that_somebody_is_away(said: str) -> None:
    assert parse(said, LETTERS, leader=False) == Cell(away=True)


@pytest.mark.parametrize("said", ["", "  ", "-", "–", 0, "0"])
def test_a_cell_may_say_nothing(said: object) -> None:
    assert parse(said, LETTERS, leader=False) == Cell()


@pytest.mark.parametrize(
    "said",
    [
        *("X", "NX", "N12", "N1Đ2", "241", "1", 7, "P1", "CN", "7h-25h", "07:61-09:00", "N;P", "=N", True, time(7)),
        *(date(2026, 4, 24), date(2026, 1, 23), 24.5, "24-1-1", "²", "N²", "N" * 500),
    ],
)
def test_what_is_no_shift_is_a_fault(said: object) -> None:
    with pytest.raises(BadCell) as refused:
        parse(said, LETTERS, leader=False)

    assert refused.value.code is FaultCode.BAD_CELL


@pytest.mark.parametrize(
    ("said", "leader", "code"),
    [
        ("N4", False, FaultCode.BAD_TIER),
        ("24/0", False, FaultCode.BAD_TIER),
        ("N1", True, FaultCode.LEADER_TIER),
        ("24/3", True, FaultCode.LEADER_TIER),
    ],
)
def test_a_tier_that_there_is_not_is_a_fault_of_its_own(said: str, leader: bool, code: FaultCode) -> None:
    with pytest.raises(BadCell) as refused:
        parse(said, LETTERS, leader=leader)

    assert refused.value.code is code


def test_a_leader_is_on_duty_without_a_tier() -> None:
    assert parse("24", LETTERS, leader=True).entries == (Entry(FULL, Tier.LEADER),)


def test_nobody_is_on_duty_for_more_than_72_hours() -> None:
    with pytest.raises(BadCell) as refused:
        parse("07:00-08:00+3", LETTERS, leader=False)

    assert (refused.value.code, refused.value.params) == (FaultCode.TOO_LONG, {"hours": 73})


MINUTES = st.integers(min_value=1, max_value=LONGEST // timedelta(minutes=1))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
ANY_HOURS = st.sampled_from([DAY, NIGHT, FULL]) | st.builds(Hours, TIMES, st.builds(timedelta, minutes=MINUTES))


@given(st.lists(st.builds(Entry, ANY_HOURS, st.sampled_from([Tier.FIRST, Tier.SECOND, Tier.HEAD])), max_size=4))
@example([Entry(hours("00:00", 24), Tier.FIRST), Entry(hours("00:00", 72), Tier.HEAD)])
def test_what_we_write_we_read(entries: list[Entry]) -> None:
    assert set(parse(written(entries, LETTERS), LETTERS, leader=False).entries) == set(entries)


@given(st.lists(st.builds(Entry, ANY_HOURS, st.just(Tier.LEADER)), max_size=3))
def test_what_we_write_of_leaders_we_read(entries: list[Entry]) -> None:
    assert set(parse(written(entries, LETTERS), LETTERS, leader=True).entries) == set(entries)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), ANY_HOURS, st.sampled_from([Tier.FIRST, Tier.SECOND, Tier.HEAD]))
@example(date(2028, 2, 29), hours("17:00", 14), Tier.FIRST)
def test_a_shift_is_written_under_the_local_day_it_begins_on(day: date, when: Hours, tier: Tier) -> None:
    starts_at, ends_at = Entry(when, tier).on(day)

    assert entry_of(tier, starts_at, ends_at) == (day, Entry(when, tier))


@given(st.text() | st.integers() | st.floats() | st.datetimes() | st.times() | st.booleans())
def test_whatever_stands_in_a_cell_is_read_or_refused(value: object) -> None:
    try:
        parse(value, LETTERS, leader=False)
    except BadCell:
        return


@pytest.mark.parametrize(
    ("text", "same"),
    [("BS. Lò Văn  Đức", "bs lo van duc"), ("NGUYỄN\u00a0THỊ", "nguyen thi"), ("I/ Nội-Nhi", "i noi nhi")],
)
def test_spelling_does_not_matter(text: str, same: str) -> None:
    assert bare(text) == same


def test_places_are_named_as_spreadsheets_do() -> None:
    assert [place(0, 0), place(6, 2), place(9, 25), place(9, 26), place(9, 701), place(9, 702)] == [
        *("A1", "C7", "Z10", "AA10", "ZZ10", "AAA10")
    ]


def test_a_fault_repeats_little_of_a_cell_and_nothing_invisible() -> None:
    assert shown("a\u202e\nb" + "x" * 90) == "a b" + "x" * 36 + "…"
