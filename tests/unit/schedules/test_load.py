from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import UserId
from telemed.kernel.values import Tier
from telemed.schedules.load import Load, balance, day_of, days_of, load_of, loads
from telemed.schedules.model import Shift
from telemed.schedules.working_time import DayKind
from tests.unit.schedules.rosters import HOSPITAL, PEOPLE, TET, days_around, rosters, shifts

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def shift(month: int, day: int, hour: int, hours: float, tier: Tier = Tier.FIRST) -> Shift:
    """In 2026; 21 November is a Saturday."""
    starts_at = datetime(2026, month, day, hour, tzinfo=LOCAL)
    return Shift(HOSPITAL, PEOPLE[0], HOSPITAL, None, tier, starts_at, starts_at + hours * HOUR, 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "hours", "nights", "holidays"),
    [
        (shift(11, 18, 7, 10), 10, 0, 0),
        (shift(11, 18, 17, 14), 14, 1, 0),
        (shift(11, 18, 7, 24), 24, 1, 0),
        (shift(11, 20, 17, 14), 14, 1, 0),  # Friday night is a Friday's
        (shift(11, 21, 7, 24), 24, 1, 1),
        (shift(11, 21, 7, 48), 48, 2, 2),
        (shift(11, 20, 7, 72), 72, 3, 2),
        (shift(11, 18, 17, 8), 8, 0, 0),  # until 01:00: three hours of the night
        (shift(11, 18, 17, 9), 9, 1, 0),  # until 02:00: four
        (shift(11, 18, 3, 4), 4, 0, 0),
        (shift(11, 18, 2, 5), 5, 1, 0),
    ],
)
def test_hours_nights_and_free_days_of_a_shift(one: Shift, hours: float, nights: int, holidays: int) -> None:
    found = load_of(one, {})

    assert (found.hours, found.nights, found.holidays) == (hours, nights, holidays)


def test_holidays_and_worked_saturdays_go_by_the_table() -> None:
    saturday, monday = shift(11, 21, 7, 12), shift(11, 23, 7, 12)
    table = {date(2026, 11, 21): DayKind.WORKING, date(2026, 11, 23): DayKind.HOLIDAY}

    assert [load_of(one, table).holidays for one in (saturday, monday)] == [0, 1]


def test_the_burden_is_what_the_page_says() -> None:
    whole_saturday = shift(11, 21, 7, 24)

    weighed = [load_of(replace(whole_saturday, tier=tier), {}).burden for tier in Tier]

    assert weighed == [24 + 6 + 8, (24 + 6 + 8) / 2, 0, 0]


@given(rosters(), days_around)
def test_sums_of_two_weeks_are_the_sum_of_the_fortnight(planned: list[Shift], first: date) -> None:
    def of(since: date, days: int) -> dict[UserId, Load]:
        return loads((s for s in planned if since <= day_of(s) < since + days * DAY), TET)

    whole, halves = of(first, 14), [of(first, 7), of(first + 7 * DAY, 7)]

    for person in PEOPLE:
        one, other = (half.get(person, Load()) for half in halves)
        assert whole.get(person, Load()) == one + other


@given(rosters())
def test_what_all_bear_together_is_what_the_roster_asks(planned: list[Shift]) -> None:
    found = loads(planned, TET).values()

    assert sum(one.hours for one in found) == sum((s.ends_at - s.starts_at) / HOUR for s in planned)


@given(shifts())
def test_no_shift_has_more_nights_or_days_than_it_has_room_for(one: Shift) -> None:
    found, lasts = load_of(one, TET), one.ends_at - one.starts_at

    assert 0 <= found.nights <= lasts // (4 * HOUR)
    assert len(days_of(one)) == -(-lasts // DAY)
    assert found.holidays <= len(days_of(one))


@given(st.lists(st.integers(0, 5000).map(lambda tenths: tenths / 10), min_size=2, max_size=5), st.floats(0.3, 3))
@example([0.0, 5e-324], 1.0)
def test_balance_knows_no_scale_and_stays_within_its_bounds(burdens: list[float], factor: float) -> None:
    there = dict.fromkeys(PEOPLE[: len(burdens)], 1.0)
    borne = dict(zip(PEOPLE, burdens, strict=False))

    found = balance(borne, there)

    assert found is None or 0 <= found <= 100
    scaled = balance({who: burden * factor for who, burden in borne.items()}, there)
    assert found is None or scaled is None or abs(found - scaled) <= 1


def test_equal_burdens_are_a_hundred_and_one_who_bears_all_is_none() -> None:
    one, two, three = PEOPLE[:3]

    assert balance({one: 38, two: 38}, {one: 1.0, two: 1.0}) == 100
    assert balance({one: 38}, {one: 1.0, two: 1.0}) == 0
    assert balance({one: 38}, {one: 1.0}) is None
    assert balance({}, {one: 1.0, two: 1.0}) is None
    # Half a month of leave, half the duty: that is even. Who was hardly there is left out.
    assert balance({one: 38, two: 19}, {one: 1.0, two: 0.5, three: 0.2}) == 100
