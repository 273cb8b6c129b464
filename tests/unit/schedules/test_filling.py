from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import ShiftId, uuid7
from telemed.schedules.coverage import Span
from telemed.schedules.load import day_of
from telemed.schedules.model import Shift
from telemed.schedules.model_away import Away, Clash, WhoIsAway
from telemed.schedules.model_draft import by_person
from telemed.schedules.model_filling import Ground, copied, fill, giving_way
from telemed.schedules.model_pattern import Days, Pattern, Skip, Wanted, generate, is_free
from telemed.schedules.working_time import DayKind
from tests.unit.schedules.rosters import HOSPITAL, PEOPLE, TET, aways, days_around, patterns, rosters

LONG_AGO = datetime(2027, 1, 1, tzinfo=LOCAL)
DAY = timedelta(days=1)
weeks = st.integers(1, 4)


def ground(planned: list[Shift], away: list[Away] | None = None, now: datetime = LONG_AGO) -> Ground:
    return Ground(HOSPITAL, planned, [], WhoIsAway(away or ()), PEOPLE, now)


def new_id() -> ShiftId:
    return ShiftId(uuid7())


def local(at: datetime) -> datetime:
    return at.astimezone(LOCAL).replace(tzinfo=None)


def no_overlap(shifts: list[Shift]) -> bool:
    for own in by_person(shifts).values():
        inorder = sorted(own, key=lambda s: s.starts_at)
        if any(one.ends_at > other.starts_at for one, other in pairwise(inorder)):
            return False
    return True


@given(rosters(), days_around, weeks)
def test_a_copy_has_the_same_hours_on_the_wall_clock_whatever_lies_between(
    planned: list[Shift], first: date, apart: int
) -> None:
    source = [s for s in planned if first <= day_of(s) < first + 7 * DAY]

    wanted = copied(planned, first, 7, first + 7 * apart * DAY)

    assert len(wanted) == len(source)
    for one, old in zip(wanted, sorted(source, key=lambda s: (s.starts_at, s.tier, s.id)), strict=True):
        assert local(one.starts_at) == local(old.starts_at) + 7 * apart * DAY
        assert one.ends_at - one.starts_at == old.ends_at - old.starts_at
        assert one.starts_at.astimezone(LOCAL).isoweekday() == old.starts_at.astimezone(LOCAL).isoweekday()
        assert (one.person, one.specialty, one.tier) == (old.person, old.specialty, old.tier)


@given(rosters(), days_around, weeks)
def test_copied_there_and_back_it_is_what_it_was(planned: list[Shift], first: date, apart: int) -> None:
    there = first + 7 * apart * DAY
    wanted = copied(planned, first, 7, there)
    away = fill(wanted, ground([]), new_id)
    back = copied(away.added, there, 7, first)

    assert Counter((w.person, w.starts_at, w.ends_at, w.tier) for w in back) == Counter(
        (s.person, s.starts_at, s.ends_at, s.tier) for s in planned if first <= day_of(s) < first + 7 * DAY
    )


@given(rosters(), aways(), days_around, weeks, st.booleans())
def test_a_filled_week_is_one_that_can_be_published(
    planned: list[Shift], away: list[Away], first: date, apart: int, overwrite: bool
) -> None:
    to = first + 7 * apart * DAY
    there = ground(planned, away)
    removed = giving_way(planned, {s.specialty for s in planned}, to, 7, LONG_AGO) if overwrite else []

    plan = fill(copied(planned, first, 7, to), there, new_id, removed=removed)

    gone = {s.id for s in removed}
    after = [*(s for s in planned if s.id not in gone), *plan.added]
    assert no_overlap(after)
    assert not any(there.away.why(s.person, s.starts_at, s.ends_at) for s in plan.added)
    assert len({s.id for s in plan.added}) == len(plan.added)


@given(rosters(), aways(), days_around, weeks)
def test_filling_twice_fills_once(planned: list[Shift], away: list[Away], first: date, apart: int) -> None:
    wanted = copied(planned, first, 7, first + 7 * apart * DAY)
    once = fill(wanted, ground(planned, away), new_id)

    twice = fill(wanted, ground([*planned, *once.added], away), new_id)

    assert twice.added == ()
    assert twice.left_empty == once.left_empty


@given(rosters(), aways(), days_around, weeks)
def test_each_that_is_asked_for_is_put_down_or_passed_over_with_a_reason(
    planned: list[Shift], away: list[Away], first: date, apart: int
) -> None:
    wanted = copied(planned, first, 7, first + 7 * apart * DAY)

    plan = fill(wanted, ground(planned, away), new_id)

    assert len(plan.added) + len(plan.skipped) == len(wanted)
    assert plan.left_empty <= len(plan.skipped)


@given(rosters(), days_around, weeks)
def test_nothing_is_put_into_the_past(planned: list[Shift], first: date, apart: int) -> None:
    to = first + 7 * apart * DAY
    now = datetime(to.year, to.month, to.day, 18, tzinfo=LOCAL)

    plan = fill(copied(planned, first, 7, to), ground([], now=now), new_id)

    assert all(shift.starts_at > now for shift in plan.added)
    assert {one.reason for one in plan.skipped} <= {Skip.PAST, Skip.OVERLAP}


@given(patterns(), days_around, st.integers(1, 20), st.integers(1, 20))
def test_two_halves_make_what_the_whole_makes(pattern: Pattern, first: date, one: int, other: int) -> None:
    whole = list(generate(pattern, first, one + other, TET))

    halves = [*generate(pattern, first, one, TET), *generate(pattern, first + one * DAY, other, TET)]

    assert whole == halves


@given(patterns(), days_around)
def test_a_pattern_rests_when_it_says_so_and_never_runs_backwards(pattern: Pattern, first: date) -> None:
    made = list(generate(pattern, first, 42, TET))

    for one in made:
        assert one.day.isoweekday() in pattern.weekdays
        assert one.day >= pattern.anchor
        assert local(one.starts_at) == datetime.combine(one.day, pattern.starts)
        assert one.ends_at - one.starts_at == pattern.length
        assert pattern.days is not Days.WORKING or not is_free(one.day, TET)
        assert pattern.days is not Days.HOLIDAY or TET.get(one.day) is DayKind.HOLIDAY
    starts = [one.starts_at for one in made]
    assert starts == sorted(set(starts))


@given(patterns())
def test_turns_by_shift_go_round_evenly_from_the_anchor(pattern: Pattern) -> None:
    made = list(generate(pattern, pattern.anchor, 42, TET))

    if pattern.turn == "shift":
        assert [one.person for one in made] == [pattern.people[n % len(pattern.people)] for n in range(len(made))]
    else:
        weeks_of: dict[tuple[int, int], set[object]] = {}
        for one in made:
            weeks_of.setdefault(one.day.isocalendar()[:2], set()).add(one.person)
        assert all(len(people) == 1 for people in weeks_of.values())


def test_tet_the_leap_day_and_a_worked_saturday_are_as_the_table_says() -> None:
    free = {
        day: is_free(day, TET) for day in (date(2028, 1, 25), date(2028, 2, 5), date(2028, 2, 6), date(2028, 2, 28))
    }

    assert free == {
        date(2028, 1, 25): True,  # a Tuesday, Tết
        date(2028, 2, 5): False,  # a Saturday, worked
        date(2028, 2, 6): True,
        date(2028, 2, 28): False,
    }
    assert is_free(date(2028, 2, 29), TET)
    assert not is_free(date(2028, 2, 29), {})


def test_who_is_away_is_named_with_the_reason_or_put_down_if_one_insists() -> None:
    starts_at = datetime(2028, 2, 29, 19, tzinfo=LOCAL)
    wanted = [Wanted(PEOPLE[0], None, "leader", date(2028, 2, 29), starts_at, starts_at + DAY / 2)]  # type: ignore[arg-type]
    off = [Away(PEOPLE[0], starts_at, starts_at + DAY, Clash.ROTATION)]

    passed = fill(wanted, ground([], off), new_id)
    insisted = fill(wanted, ground([], off), new_id, skip_absent=False)

    assert [(s.person, s.day, s.reason) for s in passed.skipped] == [(PEOPLE[0], date(2028, 2, 29), Skip.ROTATION)]
    assert passed.left_empty == 1
    assert Span(insisted.added[0].starts_at, insisted.added[0].ends_at) == Span(starts_at, starts_at + DAY / 2)
