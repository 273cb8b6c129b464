"""Filling a draft by the week: what copying days, or patterns, would put down, whom it passes over and why. Pure."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import Specialty
from telemed.schedules.coverage import Span
from telemed.schedules.load import day_of
from telemed.schedules.model import Shift
from telemed.schedules.model_away import Clash, WhoIsAway
from telemed.schedules.model_draft import by_person, is_place_of, shift_of
from telemed.schedules.model_pattern import Skip, Wanted

_KEPT_AWAY = {Clash.LEAVE: Skip.LEAVE, Clash.ROTATION: Skip.ROTATION}


@dataclass(frozen=True, slots=True)
class Skipped:
    person: UserId
    day: date
    reason: Skip


@dataclass(frozen=True, slots=True)
class Plan:
    added: tuple[Shift, ...]
    removed: tuple[Shift, ...]
    skipped: tuple[Skipped, ...]
    left_empty: int
    """Places asked for in which nobody stands afterwards."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a filling meets."""

    hospital: FacilityId
    planned: Sequence[Shift]
    """The hospital's roster with its draft."""
    elsewhere: Sequence[Shift]
    """The same people's duty at other hospitals."""
    away: WhoIsAway
    staff: Collection[UserId]
    now: datetime


def copied(source: Iterable[Shift], from_day: date, days: int, to_day: date) -> list[Wanted]:
    """The same hours by the clock on the wall, as many days later as the two periods are apart."""
    apart = to_day - from_day
    found = []
    for shift in sorted(source, key=lambda s: (s.starts_at, s.tier, s.id)):
        if not timedelta() <= day_of(shift) - from_day < timedelta(days=days):
            continue
        starts_at = _later(shift.starts_at, apart)
        wanted = Wanted(
            shift.person,
            shift.specialty,
            shift.tier,
            day_of(shift) + apart,
            starts_at,
            starts_at + (shift.ends_at - shift.starts_at),
        )
        found.append(wanted)
    return found


def giving_way(
    planned: Iterable[Shift], specialties: Collection[Specialty | None], first: date, days: int, now: datetime
) -> list[Shift]:
    """What stands in the days that are written over; what has begun stays."""
    last = first + timedelta(days=days)
    return [s for s in planned if s.specialty in specialties and first <= day_of(s) < last and s.starts_at > now]


def fill(
    wanted: Iterable[Wanted],
    ground: Ground,
    new_id: Callable[[], ShiftId],
    *,
    removed: Sequence[Shift] = (),
    skip_absent: bool = True,
) -> Plan:
    """Nobody is put down twice at once, no place that somebody fills already is filled again, nothing is in the past.

    With `skip_absent` off people on leave or posted are put down all the same: the draft shows the clash.
    """
    gone = {shift.id for shift in removed}
    before = [shift for shift in ground.planned if shift.id not in gone]
    duty = by_person([*before, *ground.elsewhere])
    added: list[Shift] = []
    skipped: list[Skipped] = []
    missed: list[Wanted] = []
    for one in wanted:
        if reason := _against(one, ground, before, duty, skip_absent=skip_absent):
            skipped.append(Skipped(one.person, one.day, reason))
            if reason not in {Skip.FILLED, Skip.PAST}:
                missed.append(one)
            continue
        hours = Span(one.starts_at, one.ends_at)
        made = shift_of(new_id(), one.person, ground.hospital, (one.specialty, one.tier), hours)
        added.append(made)
        duty.setdefault(one.person, []).append(made)
    after = [*before, *added]
    empty = sum(
        not any(is_place_of(s, one.specialty, one.tier, Span(one.starts_at, one.ends_at)) for s in after)
        for one in missed
    )
    return Plan(tuple(added), tuple(removed), tuple(skipped), empty)


def _against(
    one: Wanted, ground: Ground, before: Sequence[Shift], duty: dict[UserId, list[Shift]], *, skip_absent: bool
) -> Skip | None:
    hours = Span(one.starts_at, one.ends_at)
    if one.starts_at <= ground.now:
        return Skip.PAST
    if any(is_place_of(shift, one.specialty, one.tier, hours) for shift in before):
        return Skip.FILLED
    if one.person not in ground.staff:
        return Skip.GONE
    if skip_absent and (why := ground.away.why(one.person, one.starts_at, one.ends_at)):
        return _KEPT_AWAY[why]
    if any(Span(shift.starts_at, shift.ends_at).within(hours) for shift in duty.get(one.person, ())):
        return Skip.OVERLAP
    return None


def _later(at: datetime, by: timedelta) -> datetime:
    """By the clock on the wall: the same local time so many days later."""
    return (at.astimezone(LOCAL) + by).astimezone(at.tzinfo)
