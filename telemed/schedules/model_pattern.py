"""Which shifts a weekly pattern makes: turns do not depend on where one begins to look, nor on Tết. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.working_time import DayKind

Holidays = Mapping[date, DayKind]
_WEEKEND = 6


class Days(StrEnum):
    ALL = "all"
    WORKING = "working"
    HOLIDAY = "holiday"
    """Public holidays alone; Saturdays and Sundays are told by their weekday."""


class Turn(StrEnum):
    SHIFT = "shift"
    WEEK = "week"


class Skip(StrEnum):
    """Why a shift was not put down."""

    LEAVE = "leave"
    ROTATION = "rotation"
    OVERLAP = "overlap"
    """This person is on duty elsewhere in these hours."""
    FILLED = "filled"
    """Somebody stands there already."""
    PAST = "past"
    GONE = "gone"
    """This person does not work here any more."""


@dataclass(frozen=True, slots=True)
class Pattern:
    id: UUID
    hospital: FacilityId
    name: str
    specialty: Specialty | None
    tier: Tier
    weekdays: tuple[int, ...]
    days: Days
    starts: time
    length: timedelta
    people: tuple[UserId, ...]
    turn: Turn
    anchor: date
    made_by: UserId
    made_at: datetime
    retired_at: datetime | None = None

    def falls_on(self, day: date, holidays: Holidays) -> bool:
        if day < self.anchor or day.isoweekday() not in self.weekdays:
            return False
        match self.days:
            case Days.ALL:
                return True
            case Days.WORKING:
                return not is_free(day, holidays)
            case Days.HOLIDAY:
                return holidays.get(day) is DayKind.HOLIDAY
            case never:
                assert_never(never)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A shift that a pattern, or a week that is copied, asks for."""

    person: UserId
    specialty: Specialty | None
    tier: Tier
    day: date
    starts_at: datetime
    ends_at: datetime


def is_free(day: date, holidays: Holidays) -> bool:
    """Whether people stay at home: Saturdays, Sundays and holidays, but not a weekend day worked for a bridge day."""
    match holidays.get(day):
        case DayKind.HOLIDAY:
            return True
        case DayKind.WORKING:
            return False
        case None:
            return day.isoweekday() >= _WEEKEND
        case never:
            assert_never(never)


def generate(pattern: Pattern, from_day: date, days: int, holidays: Holidays) -> Iterator[Wanted]:
    """The shifts that begin on these local days.

    Turns are counted from the anchor, so two halves of a month make what the whole month makes. A holiday on which the
    pattern rests takes nobody's turn.
    """
    until = from_day + timedelta(days=days)
    taken = 0
    day = pattern.anchor
    while day < until:
        if pattern.falls_on(day, holidays):
            if day >= from_day:
                starts_at = at_local(day, pattern.starts)
                yield Wanted(
                    pattern.people[_turn(pattern, day, taken)],
                    pattern.specialty,
                    pattern.tier,
                    day,
                    starts_at,
                    starts_at + pattern.length,
                )
            taken += 1
        day += timedelta(days=1)


def at_local(day: date, moment: time) -> datetime:
    """In UTC."""
    return datetime.combine(day, moment, LOCAL).astimezone(UTC)


def _turn(pattern: Pattern, day: date, taken: int) -> int:
    match pattern.turn:
        case Turn.SHIFT:
            return taken % len(pattern.people)
        case Turn.WEEK:
            weeks = (_monday(day) - _monday(pattern.anchor)).days // 7
            return weeks % len(pattern.people)
        case never:
            assert_never(never)


def _monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)
