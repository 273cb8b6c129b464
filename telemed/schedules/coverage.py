"""Whether a specialty has somebody to answer, at every instant of a period, to the very second. Pure.

An instant is decided from the published shifts, minus whoever is away then (on leave, or posted to a station).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import chain, groupby, pairwise
from typing import Final

from telemed.kernel.clock import LOCAL
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.model import STANDING, Shift, in_calling_order
from telemed.schedules.model_away import Away


class CoverState(StrEnum):
    CONFIRMED = "confirmed"
    """The first tier has said they are there."""
    NAMED = "named"
    BACKUP = "backup"
    """No first tier; the second, or the stations' other hospital, is asked at once."""
    UNPUBLISHED = "unpublished"
    """Nothing of this hospital is published for then."""
    EMPTY = "empty"


WORST_FIRST: Final = (
    CoverState.EMPTY,
    CoverState.UNPUBLISHED,
    CoverState.BACKUP,
    CoverState.NAMED,
    CoverState.CONFIRMED,
)
COVERED: Final = frozenset({CoverState.CONFIRMED, CoverState.NAMED})


def badness(state: CoverState) -> int:
    """0 is the worst."""
    return WORST_FIRST.index(state)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From one instant up to, and without, another."""

    starts_at: datetime
    ends_at: datetime

    def covers(self, at: datetime) -> bool:
        return self.starts_at <= at < self.ends_at

    def within(self, other: "Span") -> "Span | None":
        """What both have in common."""
        starts_at, ends_at = max(self.starts_at, other.starts_at), min(self.ends_at, other.ends_at)
        return Span(starts_at, ends_at) if starts_at < ends_at else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours in which the same thing holds; `shift` is whom the first ring goes to."""

    span: Span
    state: CoverState
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What decides over one specialty of one hospital."""

    specialty: Specialty
    shifts: Sequence[Shift] = ()
    away: Sequence[Away] = ()
    elsewhere: Sequence[Sequence[Span]] = ()
    """For each hospital that stations turn to besides, when it has somebody; empty: some station has no other."""
    published_until: datetime | None = None


def stretches(place: Place, period: Span) -> tuple[Stretch, ...]:
    """The period cut wherever something changes, without a gap and without an overlap."""
    whose = [s for s in place.shifts if s.specialty is place.specialty and s.state in STANDING]
    edges = {period.starts_at, period.ends_at}
    spans = [Span(shift.starts_at, shift.ends_at) for shift in whose]
    spans += [Span(gone.starts_at, gone.ends_at) for gone in place.away]
    for span in chain(spans, *place.elsewhere):
        edges |= {at for at in (span.starts_at, span.ends_at) if period.covers(at)}
    if place.published_until is not None and period.covers(place.published_until):
        edges.add(place.published_until)
    cut = (_at(place, whose, Span(*pair)) for pair in pairwise(sorted(edges)))
    return tuple(_merged(cut))


def on_hand(shifts: Iterable[Shift], away: Iterable[Away], at: datetime) -> list[Shift]:
    """Whose shifts stand and count at an instant, in calling order."""
    gone = {one.person for one in away if one.starts_at <= at < one.ends_at}
    there = [s for s in shifts if s.starts_at <= at < s.ends_at and s.state in STANDING and s.person not in gone]
    return in_calling_order(there)


def spans_with(place: Place, period: Span) -> tuple[Span, ...]:
    """When a hospital has anybody of its own for the specialty: what it can be to another's stations."""
    own = replace(place, elsewhere=(), published_until=period.ends_at)
    return tuple(one.span for one in stretches(own, period) if one.state is not CoverState.EMPTY)


def gaps(cut: Iterable[Stretch]) -> list[Stretch]:
    """The hours without a first tier, each as long as it lasts, with the worst that happens in it."""
    found: list[Stretch] = []
    for one in cut:
        if one.state in COVERED:
            continue
        if found and found[-1].span.ends_at == one.span.starts_at:
            worst = min(found[-1], one, key=lambda s: badness(s.state))
            found[-1] = replace(worst, span=Span(found[-1].span.starts_at, one.span.ends_at))
        else:
            found.append(one)
    return found


def worst(cut: Iterable[Stretch]) -> CoverState:
    return min((one.state for one in cut), key=badness)


def clipped(cut: Iterable[Stretch], to: Span) -> tuple[Stretch, ...]:
    return tuple(replace(one, span=span) for one in cut if (span := one.span.within(to)))


def main_shift(cut: Iterable[Stretch]) -> Shift | None:
    """The first-tier shift that has most of these hours."""
    hours: dict[Shift, timedelta] = {}
    for one in cut:
        if one.shift and one.state in COVERED:
            hours[one.shift] = hours.get(one.shift, timedelta()) + (one.span.ends_at - one.span.starts_at)
    return max(hours, key=lambda shift: hours[shift], default=None)


@dataclass(frozen=True, slots=True)
class Halves:
    """Where a place's day is cut in two, in local time."""

    day: time = time(7)
    night: time = time(17)

    def of(self, day: date) -> tuple[Span, Span]:
        """Its day, and the night that begins on it."""
        morning, evening = _local(day, self.day), _local(day, self.night)
        return Span(morning, evening), Span(evening, _local(day + timedelta(days=1), self.day))

    def today(self, at: datetime) -> date:
        """The day whose two halves hold this moment: before the morning it is still yesterday's."""
        local = at.astimezone(LOCAL)
        return local.date() if local.time() >= self.day else local.date() - timedelta(days=1)

    def since(self, at: datetime) -> datetime:
        """When the half began in which this moment lies."""
        return next(half.starts_at for half in reversed(self.of(self.today(at))) if half.starts_at <= at)

    def tonight(self, at: datetime) -> Span:
        """The night that runs, else the one to come."""
        return self.of(self.today(at))[1]

    def period(self, first: date, days: int) -> Span:
        return Span(self.of(first)[0].starts_at, self.of(first + timedelta(days=days - 1))[1].ends_at)


USUAL_HALVES: Final = Halves()


def _at(place: Place, shifts: Sequence[Shift], span: Span) -> Stretch:
    """One piece in which nothing changes."""
    at = span.starts_at
    if place.published_until is None or at >= place.published_until:
        return Stretch(span, CoverState.UNPUBLISHED)
    there = on_hand(shifts, place.away, at)
    for tier in (Tier.FIRST, Tier.SECOND):
        if shift := next((s for s in there if s.tier is tier), None):
            return Stretch(span, _state(tier, shift), shift)
    if place.elsewhere and all(any(s.covers(at) for s in other) for other in place.elsewhere):
        return Stretch(span, CoverState.BACKUP)
    return Stretch(span, CoverState.EMPTY)


def _state(tier: Tier, shift: Shift) -> CoverState:
    if tier is not Tier.FIRST:
        return CoverState.BACKUP
    return CoverState.NAMED if shift.confirmed_at is None else CoverState.CONFIRMED


def _merged(cut: Iterable[Stretch]) -> Iterator[Stretch]:
    for (state, shift), same in groupby(cut, key=lambda one: (one.state, one.shift)):
        pieces = list(same)
        yield Stretch(Span(pieces[0].span.starts_at, pieces[-1].span.ends_at), state, shift)


def _local(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, LOCAL).astimezone(UTC)
