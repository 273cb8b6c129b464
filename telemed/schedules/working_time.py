"""When working time runs out: hours and days that people work, over weekends, holidays and swapped days. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import count, islice
from typing import Final

from telemed.kernel.clock import LOCAL

Hours = Mapping[int, Sequence[tuple[time, time]]]
"""Opening hours in local time, in order, by ISO weekday: 1 is Monday."""

_DAY: Final = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))
USUAL: Final[Hours] = {weekday: _DAY for weekday in range(1, 6)}
MONDAY: Final = 1
HORIZON: Final = 3 * 366
"""Days to look ahead. A calendar without any working day in them is a fault of the settings."""


class DayKind(StrEnum):
    HOLIDAY = "holiday"
    WORKING = "working"  # a weekend day worked in exchange for a bridge day; it has Monday's hours


Calendar = Mapping[date, DayKind]


class NoWorkingTime(Exception):
    """The settings hold no working hours at all."""


def add(start: datetime, duration: timedelta, hours: Hours, calendar: Calendar) -> datetime:
    """The moment at which `duration` of working time has passed since `start`, in UTC."""
    left = duration
    if left <= timedelta():
        return start
    for day in islice(_days_from(start.astimezone(LOCAL).date()), HORIZON):
        for opens, closes in _open(day, hours, calendar):
            begin, end = max(start, _at(day, opens)), _at(day, closes)
            if begin >= end:
                continue
            if left <= end - begin:
                return (begin + left).astimezone(start.tzinfo)
            left -= end - begin
    raise NoWorkingTime


def add_days(start: datetime, days: int, hours: Hours, calendar: Calendar) -> datetime:
    """The same time of day on the `days`-th working day after the day of `start`."""
    local = start.astimezone(LOCAL)
    after = islice(_days_from(local.date() + timedelta(days=1)), HORIZON)
    working = (day for day in after if _open(day, hours, calendar))
    for day in islice(working, days - 1, days):
        return datetime.combine(day, local.time(), LOCAL).astimezone(start.tzinfo)
    raise NoWorkingTime


def _open(day: date, hours: Hours, calendar: Calendar) -> Sequence[tuple[time, time]]:
    match calendar.get(day):
        case DayKind.HOLIDAY:
            return ()
        case DayKind.WORKING:
            return hours.get(day.isoweekday()) or hours.get(MONDAY, ())
        case None:
            return hours.get(day.isoweekday(), ())


def _days_from(day: date) -> Iterator[date]:
    return (day + timedelta(days=n) for n in count())


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, LOCAL)
