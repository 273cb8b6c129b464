"""Coverage to the second: for any roster, whatever the hours, over Tết, leap day and midnight."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.coverage import (
    COVERED,
    CoverState,
    Halves,
    Place,
    Span,
    Stretch,
    badness,
    clipped,
    gaps,
    main_shift,
    on_hand,
    spans_with,
    stretches,
    worst,
)
from telemed.schedules.model import Shift, ShiftState
from telemed.schedules.model_away import Away, Clash

HOUR = timedelta(hours=1)
HOSPITAL = FacilityId(uuid7())
PEOPLE = [UserId(uuid7()) for _ in range(4)]
TET = datetime(2027, 2, 5, 0, tzinfo=UTC)  # the last day of the old year, 07:00 in Lai Châu
LEAP = datetime(2028, 2, 28, 0, tzinfo=UTC)
HALVES = Halves()
FAR = datetime(2040, 1, 1, tzinfo=UTC)


def shift(
    starts_at: datetime, hours: float = 12, tier: Tier = Tier.FIRST, *, who: int = 0, confirmed: bool = False
) -> Shift:
    return Shift(
        ShiftId(uuid7()),
        PEOPLE[who],
        HOSPITAL,
        Specialty.INTERNAL,
        tier,
        starts_at,
        starts_at + hours * HOUR,
        1,
        state=ShiftState.CONFIRMED if confirmed else ShiftState.PLANNED,
        confirmed_at=starts_at if confirmed else None,
    )


def place(*shifts: Shift, away: Sequence[Away] = (), elsewhere: Sequence[Sequence[Span]] = ()) -> Place:
    return Place(Specialty.INTERNAL, shifts, away, elsewhere, published_until=FAR)


def seen(cut: Sequence[Stretch], start: datetime) -> list[tuple[float, float, str]]:
    return [((one.span.starts_at - start) / HOUR, (one.span.ends_at - start) / HOUR, one.state.value) for one in cut]


# -- any roster --------------------------------------------------------------------------------------------------------

moments = st.sampled_from([TET, LEAP]).flatmap(
    lambda start: st.integers(0, 4 * 24 * 60).map(lambda minutes: start + timedelta(minutes=minutes))
)
shifts = st.builds(
    shift,
    moments,
    st.sampled_from([0.5, 6, 12, 12, 24, 72]),
    st.sampled_from(Tier),
    who=st.integers(0, 3),
    confirmed=st.booleans(),
)
aways = st.builds(
    lambda who, at, hours: Away(PEOPLE[who], at, at + hours * HOUR, Clash.LEAVE),
    st.integers(0, 3),
    moments,
    st.integers(1, 60),
)
spans = st.builds(lambda at, hours: Span(at, at + hours * HOUR), moments, st.integers(1, 48))
places = st.builds(
    lambda s, a, e, until: Place(Specialty.INTERNAL, s, a, e, until),
    st.lists(shifts, max_size=6),
    st.lists(aways, max_size=3),
    st.lists(st.lists(spans, max_size=2), max_size=2),
    st.none() | moments | st.just(FAR),
)
periods = st.builds(lambda at, hours: Span(at, at + hours * HOUR), moments, st.integers(1, 96))


@given(places, periods)
def test_the_stretches_of_any_roster_are_its_period_once_and_in_order(there: Place, period: Span) -> None:
    cut = stretches(there, period)

    assert cut[0].span.starts_at == period.starts_at
    assert cut[-1].span.ends_at == period.ends_at
    for one, after in pairwise(cut):
        assert one.span.ends_at == after.span.starts_at
        assert (one.state, one.shift) != (after.state, after.shift)
    assert all(one.span.starts_at < one.span.ends_at for one in cut)


@given(places, periods, st.data())
def test_every_instant_of_a_stretch_is_what_the_stretch_says(there: Place, period: Span, data: st.DataObject) -> None:
    cut = stretches(there, period)
    one = data.draw(st.sampled_from(cut))
    inside = one.span.starts_at + (one.span.ends_at - one.span.starts_at) * data.draw(st.floats(0, 0.999))

    assert stretches(there, Span(inside, inside + timedelta(microseconds=1)))[0].state is one.state
    first = [s for s in on_hand(there.shifts, there.away, inside) if s.tier is Tier.FIRST]
    published = there.published_until is not None and inside < there.published_until
    assert (one.state in COVERED) == (bool(first) and published)


@given(places, periods, shifts)
def test_no_shift_makes_anything_worse(there: Place, period: Span, more: Shift) -> None:
    before = stretches(there, period)
    after = stretches(replace(there, shifts=[*there.shifts, more]), period)

    for one in before:
        assert badness(worst(clipped(after, one.span))) >= badness(one.state)


@given(places, periods, aways)
def test_no_leave_makes_anything_better(there: Place, period: Span, more: Away) -> None:
    before = stretches(there, period)
    after = stretches(replace(there, away=[*there.away, more]), period)

    for one in after:
        assert badness(one.state) <= max(badness(b.state) for b in clipped(before, one.span))


@given(places, periods)
def test_gaps_are_all_hours_without_a_first_tier_and_only_they(there: Place, period: Span) -> None:
    cut = stretches(there, period)
    without = sum((s.span.ends_at - s.span.starts_at for s in cut if s.state not in COVERED), timedelta())
    found = gaps(cut)

    assert sum((gap.span.ends_at - gap.span.starts_at for gap in found), timedelta()) == without
    assert all(one.span.ends_at < after.span.starts_at for one, after in pairwise(found))
    for gap in found:
        assert gap.state is worst(clipped(cut, gap.span))


@given(st.dates(date(2026, 1, 1), date(2032, 12, 31)), st.integers(1, 42))
def test_the_halves_of_any_days_follow_each_other_without_a_gap(first: date, days: int) -> None:
    halves = [half for n in range(days) for half in HALVES.of(first + timedelta(days=n))]

    assert Span(halves[0].starts_at, halves[-1].ends_at) == HALVES.period(first, days)
    assert all(one.ends_at == after.starts_at for one, after in pairwise(halves))
    assert {half.ends_at - half.starts_at for half in halves} == {10 * HOUR, 14 * HOUR}


@given(st.integers(0, 6 * 366 * 24 * 60))
def test_tonight_is_the_night_that_runs_else_the_one_to_come(minutes: int) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    night = HALVES.tonight(now)

    assert now < night.ends_at
    assert night.starts_at - now <= 10 * HOUR


# -- what each state means ---------------------------------------------------------------------------------------------


def test_a_confirmed_first_tier_covers_and_a_name_alone_is_a_name() -> None:
    cut = stretches(place(shift(TET, confirmed=True), shift(TET + 12 * HOUR, who=1)), Span(TET, TET + 24 * HOUR))

    assert seen(cut, TET) == [(0, 12, "confirmed"), (12, 24, "named")]


def test_two_first_tiers_at_once_count_as_the_one_who_is_there() -> None:
    there = shift(TET + HOUR, 2, who=1, confirmed=True)
    cut = stretches(place(shift(TET), there), Span(TET, TET + 12 * HOUR))

    assert seen(cut, TET) == [(0, 1, "named"), (1, 3, "confirmed"), (3, 12, "named")]
    assert main_shift(cut) is not there


def test_a_second_tier_alone_is_a_backup_even_if_confirmed() -> None:
    cut = stretches(place(shift(TET, tier=Tier.SECOND, confirmed=True)), Span(TET, TET + 12 * HOUR))

    assert seen(cut, TET) == [(0, 12, "backup")]


def test_the_other_hospital_is_a_backup_only_while_each_station_has_one_with_somebody() -> None:
    here, there = [Span(TET, TET + 8 * HOUR)], [Span(TET + 4 * HOUR, TET + 12 * HOUR)]
    cut = stretches(place(elsewhere=[here, there]), Span(TET, TET + 12 * HOUR))

    assert seen(cut, TET) == [(0, 4, "empty"), (4, 8, "backup"), (8, 12, "empty")]


def test_who_is_away_does_not_count_for_exactly_these_hours() -> None:
    gone = Away(PEOPLE[0], TET + 3 * HOUR, TET + 5 * HOUR, Clash.ROTATION)
    cut = stretches(place(shift(TET, confirmed=True), away=[gone]), Span(TET, TET + 12 * HOUR))

    assert seen(cut, TET) == [(0, 3, "confirmed"), (3, 5, "empty"), (5, 12, "confirmed")]


def test_after_the_last_published_shift_nothing_is_called_empty() -> None:
    there = replace(place(shift(TET)), published_until=TET + 12 * HOUR)

    assert seen(stretches(there, Span(TET, TET + 24 * HOUR)), TET) == [(0, 12, "named"), (12, 24, "unpublished")]
    never = Place(Specialty.INTERNAL)
    assert seen(stretches(never, Span(TET, TET + HOUR)), TET) == [(0, 1, "unpublished")]


def test_leaders_heads_and_other_specialties_cover_nothing() -> None:
    other = replace(shift(TET), specialty=Specialty.SURGERY)
    leader = replace(shift(TET, tier=Tier.LEADER), specialty=None)
    cut = stretches(place(other, leader, shift(TET, tier=Tier.HEAD)), Span(TET, TET + HOUR))

    assert seen(cut, TET) == [(0, 1, "empty")]


@pytest.mark.parametrize("state", [ShiftState.SWAPPED, ShiftState.CANCELLED])
def test_a_shift_that_was_given_away_covers_nothing(state: ShiftState) -> None:
    cut = stretches(place(replace(shift(TET), state=state)), Span(TET, TET + HOUR))

    assert seen(cut, TET) == [(0, 1, "empty")]


def test_one_uncovered_minute_makes_the_half_empty_and_is_told() -> None:
    night = HALVES.of(date(2027, 2, 5))[1]  # the night before Tết, across midnight and the year's last month
    gap = Span(datetime(2027, 2, 5, 17, tzinfo=UTC), datetime(2027, 2, 5, 17, 1, tzinfo=UTC))  # 00:00 to 00:01
    there = place(shift(night.starts_at, 7), shift(gap.ends_at, 7, who=1))

    cut = stretches(there, night)

    assert worst(cut) is CoverState.EMPTY
    assert [one.span for one in gaps(cut)] == [gap]


def test_a_night_over_the_leap_day_is_as_long_as_any() -> None:
    eve, leap = HALVES.of(date(2028, 2, 28)), HALVES.of(date(2028, 2, 29))

    assert eve[1].ends_at == leap[0].starts_at
    assert leap[1].ends_at - eve[0].starts_at == 48 * HOUR
    assert leap[0].starts_at.astimezone(LOCAL) == datetime(2028, 2, 29, 7, tzinfo=LOCAL)


def test_before_the_morning_it_is_still_last_night() -> None:
    at = datetime(2026, 11, 22, 6, 59, tzinfo=LOCAL)

    assert HALVES.today(at) == date(2026, 11, 21)
    assert HALVES.tonight(at) == HALVES.of(date(2026, 11, 21))[1]
    assert HALVES.today(at + timedelta(minutes=1)) == date(2026, 11, 22)


def test_a_hospital_may_cut_its_day_elsewhere() -> None:
    day, night = Halves(time(7, 30), time(16, 30)).of(date(2026, 11, 22))

    assert (day.ends_at - day.starts_at, night.ends_at - night.starts_at) == (9 * HOUR, 15 * HOUR)


def test_what_a_hospital_can_be_to_anothers_stations_is_its_own_first_or_second_tier() -> None:
    there = place(shift(TET, 4), shift(TET + 6 * HOUR, 2, Tier.SECOND), elsewhere=[[Span(TET, TET + 24 * HOUR)]])

    found = spans_with(replace(there, published_until=None), Span(TET, TET + 12 * HOUR))

    assert found == (Span(TET, TET + 4 * HOUR), Span(TET + 6 * HOUR, TET + 8 * HOUR))
