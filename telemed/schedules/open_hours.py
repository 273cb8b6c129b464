"""The hours in which a specialty has no first tier, as the matrix shows them: one by one for each day of duty. Pure."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from telemed.kernel.clock import LOCAL
from telemed.kernel.values import Specialty
from telemed.schedules.coverage import COVERED, Place, Span, stretches
from telemed.schedules.model import Shift
from telemed.schedules.model_away import Away


@dataclass(frozen=True, slots=True)
class Gap:
    specialty: Specialty
    span: Span
    backup: bool
    """The second tier is there all the while."""


def gaps(
    specialties: Iterable[Specialty], shifts: Sequence[Shift], away: Collection[Away], period: Span, day_begins: time
) -> list[Gap]:
    """In the order of time. None is longer than from the beginning of one day of duty to that of the next."""
    found: list[Gap] = []
    for specialty in specialties:
        own = [shift for shift in shifts if shift.specialty is specialty]
        for day in _duty_days(period, day_begins):
            today = [shift for shift in own if shift.starts_at < day.ends_at and day.starts_at < shift.ends_at]
            gone = [one for one in away if one.meets(day.starts_at, day.ends_at)]
            found += _of_day(Place(specialty, today, gone, published_until=period.ends_at), day)
    return sorted(found, key=lambda gap: (gap.span, gap.specialty))


def _of_day(place: Place, day: Span) -> Iterator[Gap]:
    last: Gap | None = None
    for one in stretches(place, day):
        if one.state in COVERED:
            continue
        gap = Gap(place.specialty, one.span, one.shift is not None)
        if last and last.span.ends_at == gap.span.starts_at:
            last = replace(last, span=Span(last.span.starts_at, gap.span.ends_at), backup=last.backup and gap.backup)
        else:
            if last:
                yield last
            last = gap
    if last:
        yield last


def _duty_days(period: Span, begins: time) -> Iterator[Span]:
    day = period.starts_at.astimezone(LOCAL).date() - timedelta(days=1)
    while True:
        start = datetime.combine(day, begins, LOCAL).astimezone(UTC)
        if start >= period.ends_at:
            return
        if part := Span(start, start + timedelta(days=1)).within(period):
            yield part
        day += timedelta(days=1)
