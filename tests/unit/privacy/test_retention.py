"""How long each kind of case is kept."""

from datetime import UTC, date, datetime

import pytest

from telemed.kernel.values import Label
from telemed.privacy.retention import Kept, is_over, kept_until, last_day
from telemed.sessions import CaseType, State

ENDED = datetime(2026, 3, 4, tzinfo=UTC)


def closed(**changes: object) -> Kept:
    return Kept(**({"state": State.CLOSED, "ended_at": ENDED} | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("case", "until"),
    [
        (closed(), date(2036, 12, 31)),
        (closed(case_type=CaseType.TRAUMA), date(2046, 12, 31)),
        (closed(labels=frozenset({Label.MENTAL_HEALTH})), date(2046, 12, 31)),
        (closed(labels=frozenset({Label.TB})), date(2036, 12, 31)),
        (closed(died=True, case_type=CaseType.TRAUMA), date(2056, 12, 31)),
        (closed(state=State.CANCELLED), date(2036, 12, 31)),
    ],
)
def test_a_case_is_kept_by_its_class_from_the_end_of_the_year_it_ended_in(case: Kept, until: date) -> None:
    assert kept_until(case) == until


def test_a_year_ends_by_the_local_calendar() -> None:
    new_year_in_lai_chau = datetime(2025, 12, 31, 17, 30, tzinfo=UTC)

    assert kept_until(closed(ended_at=new_year_in_lai_chau)) == date(2036, 12, 31)


def test_what_goes_on_is_never_over() -> None:
    assert kept_until(closed(state=State.ACCEPTED)) is None
    assert not is_over(closed(state=State.WAITING), datetime(2099, 1, 1, tzinfo=UTC))


def test_the_last_day_itself_is_kept() -> None:
    assert not is_over(closed(), datetime(2036, 12, 31, 10, tzinfo=UTC))
    assert is_over(closed(), datetime(2036, 12, 31, 17, tzinfo=UTC))  # midnight in Lai Châu


def test_of_several_cases_the_one_kept_longest_decides() -> None:
    old, young = closed(ended_at=datetime(2010, 1, 1, tzinfo=UTC)), closed()
    now = datetime(2026, 11, 22, tzinfo=UTC)

    assert last_day([old], now) is None
    assert last_day([old, young], now) == date(2036, 12, 31)
    assert last_day([old, closed(state=State.WAITING)], now) == date(2036, 12, 31)
