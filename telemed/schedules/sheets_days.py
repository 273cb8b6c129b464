"""Which day a column's head names, in any of the ways people write a day over a column. Pure."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from math import isfinite
from typing import Final

from telemed.schedules.sheets import bare, word

AHEAD_AT_MOST: Final = timedelta(days=400)
"""A plan further away than this is a slip of the keyboard."""
_SERIAL: Final = range(40_000, 60_000)
"""Excel's numbers for days from 2009 to 2064, where somebody took the date's format away."""
_EXCEL: Final = date(1899, 12, 30)
_LAST_DAY: Final = 31


class NoSuchDay(Exception):
    """It means to be a day, and there is none like it."""


def day_of(value: object, today: date, month: tuple[int, int] | None) -> tuple[date | None, int | None]:
    """The day, and the ISO weekday that is written with it; neither for a head that is about something else.

    `month` is the year and month that the sheet speaks of as a whole, for heads that are bare numbers.

    Raises:
        NoSuchDay
    """
    match value:
        case datetime():
            return value.date(), None
        case date():
            return value, None
        case bool():
            return None, None
        case int() | float():
            return _numbered(value, month), None
        case str():
            return _said(value, today, month)
    return None, None


def month_of(text: str) -> tuple[int, int] | None:
    """Year and month that a title names."""
    found = re.search(word("month"), bare(text))
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    return int(found[2]), int(found[1])


def weekday_of(value: object) -> int | None:
    """ISO; 1 is Monday."""
    return _weekdays().get(bare(value)) if isinstance(value, str) else None


def _numbered(value: float, month: tuple[int, int] | None) -> date | None:
    if not isfinite(value) or value != int(value):
        return None
    if int(value) in _SERIAL:
        return _EXCEL + timedelta(days=int(value))
    if month is None or not 1 <= value <= _LAST_DAY:
        return None
    return _exactly(*month, int(value))


def _said(text: str, today: date, month: tuple[int, int] | None) -> tuple[date | None, int | None]:
    weekday, rest = _without_weekday(bare(text))
    numbers = [one for one in rest.split() if one not in word("day_words")]
    if not numbers or not all(one.isascii() and one.isdigit() and len(one) <= 4 for one in numbers):
        return None, weekday
    match [int(one) for one in numbers]:
        case [day] if month is not None:
            return _exactly(*month, day), weekday
        case [day, of]:
            return _nearest(day, of, today), weekday
        case [year, of, day] if year > 1900:  # as ISO 8601 has it
            return _exactly(year, of, day), weekday
        case [day, of, year]:
            return _exactly(year + 2000 if year < 100 else year, of, day), weekday
    return None, weekday


def _without_weekday(said: str) -> tuple[int | None, str]:
    for name, number in _weekdays().items():
        if said.startswith(f"{name} "):
            return number, said[len(name) + 1 :]
        if said.endswith(f" {name}"):
            return number, said[: -len(name) - 1]
    return _weekdays().get(said), "" if said in _weekdays() else said


@cache
def _weekdays() -> Mapping[str, int]:
    """The longest name first: “thu 2” is no “thu” with a number after it."""
    known = {name: number for number, names in enumerate(word("read_weekdays"), start=1) for name in names}
    return dict(sorted(known.items(), key=lambda one: -len(one[0])))


def _nearest(day: int, month: int, today: date) -> date:
    """Of the years around today: at the end of December “02/01” is the next year's."""
    found = [one for year in (today.year - 1, today.year, today.year + 1) if (one := _maybe(year, month, day))]
    if not found:
        raise NoSuchDay
    return min(found, key=lambda one: abs(one - today))


def _exactly(year: int, month: int, day: int) -> date:
    if (found := _maybe(year, month, day)) is None:
        raise NoSuchDay
    return found


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
