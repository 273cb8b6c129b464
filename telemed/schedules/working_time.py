"""When working time runs out: hours and days that people work, over weekends, holidays and swapped days. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final, assert_never

from telemed.kernel.clock import LOCAL

Hours = Mapping[int, Sequence[tuple[time, time]]]
"""Opening hours in local time, in order, by ISO weekday: 1 is Monday."""

_DAY: Final = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))
USUAL: Final[Hours] = dict.fromkeys(range(1, 6), _DAY)
MONDAY: Final = 1
HORIZON: Final = 3 * 366
"""Days to look ahead. A calendar without enough working time in them is a fault of the settings."""


class DayKind(StrEnum):
    HOLIDAY = "holiday"
    WORKING = "working"  # a weekend day worked in exchange for a bridge day; it has Monday's hours


class NoWorkingTime(Exception):
    """The settings hold too little working time to count with."""


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """A place's hours over its calendar."""

    hours: Hours = field(default_factory=lambda: USUAL)
    calendar: Mapping[date, DayKind] = field(default_factory=dict)

    def add(self, start: datetime, duration: timedelta) -> datetime:
        """The moment at which `duration` of working time has passed since `start`.

        Raises:
            NoWorkingTime
        """
        left = duration
        if left <= timedelta():
            return start
        for day in _days_from(start.astimezone(LOCAL).date()):
            for opens, closes in self._open(day):
                begin, end = max(start, _at(day, opens)), _at(day, closes)
                if begin >= end:
                    continue
                if left <= end - begin:
                    return (begin + left).astimezone(start.tzinfo)
                left -= end - begin
        raise NoWorkingTime

    def add_days(self, start: datetime, days: int) -> datetime:
        """The same time of day on the `days`-th working day after that of `start`: how papers and the law count.

        Raises:
            NoWorkingTime
        """
        local = start.astimezone(LOCAL)
        working = (day for day in _days_from(local.date() + timedelta(days=1)) if self._open(day))
        for day in islice(working, days - 1, days):
            return datetime.combine(day, local.time(), LOCAL).astimezone(start.tzinfo)
        raise NoWorkingTime

    def days(self, since: date, until: date) -> Iterator[date]:
        """The working days from one on, without the other."""
        between = (since + timedelta(days=n) for n in range((until - since).days))
        return (day for day in between if self._open(day))

    def _open(self, day: date) -> Sequence[tuple[time, time]]:
        match self.calendar.get(day):
            case DayKind.HOLIDAY:
                return ()
            case DayKind.WORKING:
                return self.hours.get(day.isoweekday()) or self.hours.get(MONDAY, ())
            case None:
                return self.hours.get(day.isoweekday(), ())
            case never:
                assert_never(never)


def _days_from(day: date) -> Iterator[date]:
    return (day + timedelta(days=n) for n in range(HORIZON))


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, LOCAL)
