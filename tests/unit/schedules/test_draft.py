from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import ShiftId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.coverage import Span
from telemed.schedules.model import Shift, ShiftOver, ShiftState
from telemed.schedules.model_away import Away, WhoIsAway
from telemed.schedules.model_draft import (
    Draft,
    Drafted,
    NotAPart,
    Part,
    Removal,
    blocking,
    change_of,
    planned,
    take_over,
)
from telemed.schedules.open_hours import gaps
from tests.unit.schedules.rosters import HOSPITAL, PEOPLE, aways, rosters, shifts

HOUR = timedelta(hours=1)
LONG_AGO = datetime(2027, 1, 1, tzinfo=LOCAL)
NOW = datetime(2028, 2, 1, tzinfo=LOCAL)


def draft_of(added: list[Shift], gone: list[Shift]) -> Draft:
    return Draft(
        HOSPITAL,
        tuple(Drafted(shift, PEOPLE[0], NOW) for shift in added),
        tuple(Removal(shift.id, PEOPLE[0], NOW) for shift in gone),
    )


def new_id() -> ShiftId:
    return ShiftId(uuid7())


@given(shifts(), st.floats(0, 0.9), st.floats(0.01, 1), st.floats(-0.2, 0.99), st.booleans())
def test_the_pieces_of_a_shift_cover_it_once_and_what_was_worked_stays(
    shift: Shift, begins: float, lasts: float, worked: float, somebody: bool
) -> None:
    length = shift.ends_at - shift.starts_at
    now = shift.starts_at + worked * length
    hours = Span(shift.starts_at + begins * length, shift.starts_at + min(1, begins + lasts) * length)
    taker = UserId(uuid7()) if somebody else None
    part = Part(new_id(), taker, hours)
    if hours.ends_at <= now:
        with pytest.raises(NotAPart):
            take_over(shift, part, new_id(), new_id(), now)
        return

    pieces = take_over(shift, part, new_id(), new_id(), now)

    inorder = sorted(pieces, key=lambda s: s.starts_at)
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(inorder))
    theirs = sum((s.ends_at - s.starts_at for s in pieces if s.person == taker), timedelta())
    own = sum((s.ends_at - s.starts_at for s in pieces if s.person == shift.person), timedelta())
    given_away = hours.ends_at - max(hours.starts_at, now)
    assert own == length - given_away
    assert theirs == (given_away if somebody else timedelta())
    assert all(s.replaces == shift.id and s.ends_at - s.starts_at > timedelta() for s in pieces)
    assert all(s.starts_at >= now for s in pieces if s.person == taker)


def test_who_came_has_come_for_the_hours_they_worked_and_not_for_later_ones() -> None:
    starts_at = datetime(2028, 2, 29, 19, tzinfo=LOCAL)
    shift = Shift(new_id(), PEOPLE[0], HOSPITAL, Specialty.INTERNAL, Tier.FIRST, starts_at, starts_at + 12 * HOUR, 1)
    here = replace(shift, state=ShiftState.CONFIRMED, confirmed_at=starts_at, armed_at=starts_at)
    part = Part(new_id(), PEOPLE[1], Span(starts_at + 4 * HOUR, starts_at + 6 * HOUR))

    before, taken, after = take_over(here, part, new_id(), new_id(), starts_at + HOUR)

    assert [(p.state, p.confirmed_at, p.armed_at) for p in (before, taken, after)] == [
        (ShiftState.CONFIRMED, starts_at, None),
        (ShiftState.PLANNED, None, None),
        (ShiftState.PLANNED, None, None),
    ]
    assert [p.person for p in (before, taken, after)] == [PEOPLE[0], PEOPLE[1], PEOPLE[0]]
    with pytest.raises(ShiftOver):
        take_over(shift, part, new_id(), new_id(), shift.ends_at)
    with pytest.raises(ShiftOver):
        take_over(replace(shift, state=ShiftState.SWAPPED), part, new_id(), new_id(), starts_at)


@given(rosters(), st.lists(shifts(), max_size=4), st.integers(0, 6))
def test_the_digest_moves_with_anything_that_would_be_published(
    published: list[Shift], added: list[Shift], gone: int
) -> None:
    draft = draft_of(added, published[:gone])
    digest = draft.digest(3)

    assert draft_of(added[::-1], published[:gone][::-1]).digest(3) == digest
    assert draft.digest(4) != digest
    for n, shift in enumerate(added):
        moved = [*added[:n], replace(shift, ends_at=shift.ends_at + HOUR), *added[n + 1 :]]
        assert draft_of(moved, published[:gone]).digest(3) != digest
        assert draft_of([*added[:n], *added[n + 1 :]], published[:gone]).digest(3) != digest


@given(rosters(), st.lists(shifts(), max_size=4), st.integers(0, 6), aways())
def test_what_nothing_blocks_leaves_nobody_on_duty_twice_nor_while_away(
    published: list[Shift], added: list[Shift], gone: int, away: list[Away]
) -> None:
    draft = draft_of(added, published[:gone])
    book = WhoIsAway(away)
    found = list(blocking(change_of(draft, published), published, book))

    plan = planned(published, draft)
    double = any(
        one.id != other.id
        and one.person == other.person
        and one.starts_at < other.ends_at
        and other.starts_at < one.ends_at
        for one in added
        for other in plan
    )
    while_away = any(book.why(s.person, s.starts_at, s.ends_at) for s in added)
    assert bool(found) == (double or while_away)
    assert {one.shift.id for one in found} <= {shift.id for shift in added}


@given(rosters(), aways(), st.integers(0, 40), st.integers(1, 20))
def test_a_gap_is_just_where_no_first_tier_stands(
    published: list[Shift], away: list[Away], since: int, days: int
) -> None:
    starts_at = datetime(2028, 1, 20, tzinfo=LOCAL) + timedelta(days=since)
    period = Span(starts_at, starts_at + timedelta(days=days))
    found = gaps([Specialty.INTERNAL], published, away, period, time(7))
    book = WhoIsAway(away)

    assert all(gap.span.ends_at - gap.span.starts_at <= timedelta(days=1) for gap in found)
    assert [gap.span for gap in found] == sorted(gap.span for gap in found)
    step = starts_at
    while step < period.ends_at:
        there = {
            s.tier
            for s in published
            if s.specialty is Specialty.INTERNAL
            and s.starts_at <= step < s.ends_at
            and not book.why(s.person, step, step + timedelta.resolution)
        }
        gap = next((gap for gap in found if gap.span.covers(step)), None)
        assert (gap is None) == (Tier.FIRST in there)
        assert gap is None or not gap.backup or Tier.SECOND in there
        step += 90 * timedelta(minutes=1)


@given(aways())
def test_the_share_of_a_period_somebody_is_there_is_what_leave_leaves(away: list[Away]) -> None:
    starts_at = datetime(2028, 1, 17, tzinfo=LOCAL)
    ends_at = starts_at + timedelta(days=60)
    book = WhoIsAway(away)
    minutes = [starts_at + n * 30 * timedelta(minutes=1) for n in range(60 * 48)]

    for person in PEOPLE[:2]:
        own = [one for one in away if one.person == person]
        there = sum(not any(one.covers(at) for one in own) for at in minutes) / len(minutes)
        assert book.share_there(person, starts_at, ends_at) == pytest.approx(there)
