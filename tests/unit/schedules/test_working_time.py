from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.schedules.working_time import DayKind, NoWorkingTime, WorkingTime

TET = {date(2026, 2, day): DayKind.HOLIDAY for day in range(16, 21)}
SATURDAY_WORKED = {date(2026, 8, 22): DayKind.WORKING, date(2026, 8, 31): DayKind.HOLIDAY}
USUAL, OVER_TET = WorkingTime(), WorkingTime(calendar=TET)


def at(day: int, month: int, hour: int, minute: int = 0) -> datetime:
    """In Lai Châu, in 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=LOCAL)


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


def test_within_a_morning_it_is_plain_time() -> None:
    assert USUAL.add(at(18, 11, 8), hours(2)) == at(18, 11, 10)


def test_noon_night_and_weekend_do_not_count() -> None:
    assert USUAL.add(at(18, 11, 11), hours(1)) == at(18, 11, 14)
    assert USUAL.add(at(18, 11, 16, 30), hours(1)) == at(19, 11, 8)
    assert USUAL.add(at(20, 11, 16), hours(2)) == at(23, 11, 8, 30)


def test_what_comes_at_night_begins_to_count_in_the_morning() -> None:
    assert USUAL.add(at(18, 11, 22), hours(4)) == at(19, 11, 11, 30)


def test_four_hours_asked_on_the_eve_of_tet_end_after_it() -> None:
    assert OVER_TET.add(at(13, 2, 15), hours(4)) == at(23, 2, 9, 30)


def test_a_saturday_worked_for_a_bridge_day_has_mondays_hours() -> None:
    swapped = WorkingTime(calendar=SATURDAY_WORKED)

    assert swapped.add(at(21, 8, 16), hours(2)) == at(22, 8, 8, 30)
    assert swapped.add(at(28, 8, 16), hours(2)) == at(1, 9, 8, 30)


def test_ten_working_days_are_counted_from_the_day_after() -> None:
    assert USUAL.add_days(at(18, 11, 9), 10) == at(2, 12, 9)
    assert USUAL.add_days(at(21, 11, 9), 1) == at(23, 11, 9)
    assert OVER_TET.add_days(at(13, 2, 9), 1) == at(23, 2, 9)


def test_a_hospital_with_saturday_mornings_counts_them() -> None:
    weekly = {weekday: [(time(7), time(11))] for weekday in range(1, 7)}

    assert WorkingTime(weekly).add(at(20, 11, 10), hours(2)) == at(21, 11, 8)


def test_no_time_at_all_is_over_at_once_even_at_night() -> None:
    assert USUAL.add(at(22, 11, 3), timedelta()) == at(22, 11, 3)


def test_a_calendar_without_working_days_is_a_fault_and_not_an_endless_search() -> None:
    with pytest.raises(NoWorkingTime):
        WorkingTime(hours={}).add(at(1, 1, 8), hours(1))
    with pytest.raises(NoWorkingTime):
        WorkingTime(hours={}).add_days(at(1, 1, 8), 1)


MOMENTS = st.integers(0, 334 * 86_400).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
DURATIONS = st.timedeltas(timedelta(seconds=1), timedelta(hours=60))


@given(MOMENTS, DURATIONS, DURATIONS)
def test_waiting_twice_is_waiting_for_both_together(start: datetime, one: timedelta, two: timedelta) -> None:
    assert OVER_TET.add(OVER_TET.add(start, one), two) == OVER_TET.add(start, one + two)


@given(MOMENTS, DURATIONS)
def test_it_ends_in_working_time_and_keeps_the_zone_it_was_asked_in(start: datetime, duration: timedelta) -> None:
    end = OVER_TET.add(start, duration)
    local = end.astimezone(LOCAL)

    assert end.tzinfo is UTC
    assert end - start >= duration
    assert local.isoweekday() <= 5
    assert local.date() not in TET
    assert time(7, 30) < local.time() <= time(11, 30) or time(13, 30) < local.time() <= time(17)
