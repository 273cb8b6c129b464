"""Small counts of a commune are withheld."""

from hypothesis import given
from hypothesis import strategies as st

from telemed.privacy.suppression import LEAST, NOTHING_TOLD, Cell, all_shown, shown


def test_fewer_than_five_are_withheld_and_none_is_told() -> None:
    assert shown(Cell(consults=4, answered=4)) == NOTHING_TOLD
    assert shown(Cell()) == Cell()


def test_what_leaves_fewer_than_five_to_the_whole_is_withheld_too() -> None:
    told = shown(Cell(consults=20, answered=17, referred=8, stat=2))

    assert (told.consults, told.answered, told.referred, told.stat) == (20, None, 8, None)
    assert told.suppressed


def test_one_month_alone_withheld_takes_a_second_with_it() -> None:
    months = {"2026-01": Cell(consults=30), "2026-02": Cell(consults=3), "2026-03": Cell(consults=12)}

    told = all_shown(months)

    assert [told[month].consults for month in months] == [30, None, None]


def test_an_empty_month_hides_nobody_and_so_does_not_serve_as_the_second() -> None:
    told = all_shown({"1": Cell(), "2": Cell(consults=3), "3": Cell(consults=9)})

    assert told["1"].consults == 0
    assert told["3"].consults is None


@given(st.lists(st.integers(0, 40), min_size=2, max_size=12))
def test_no_withheld_month_can_be_had_by_subtracting_the_others(counts: list[int]) -> None:
    told = all_shown({str(n): Cell(consults=count) for n, count in enumerate(counts)})

    hidden = [n for n in range(len(counts)) if told[str(n)].consults is None]
    small = [n for n, count in enumerate(counts) if 0 < count < LEAST]
    others = [n for n, count in enumerate(counts) if count and n not in small]
    assert set(small) <= set(hidden)
    assert len(hidden) != 1 or not others
