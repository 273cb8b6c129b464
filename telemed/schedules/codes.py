"""What the letters N, Đ and 24 of a matrix stand for at a hospital: the hours its own roster uses most. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Final

_NOON: Final = time(12)
_EARLIEST: Final = time(4)
WHOLE_DAY: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Codes:
    """Local times."""

    day: time = time(7)
    day_lasts: timedelta = timedelta(hours=10)
    night: time = time(17)
    night_lasts: timedelta = timedelta(hours=14)
    whole: time = time(7)


USUAL: Final = Codes()


def codes_of(habits: Mapping[tuple[time, timedelta], int]) -> Codes:
    """`habits`: how often shifts begin at which local time and last how long. Without any, 07:00 to 17:00 to 07:00."""
    day = _most(habits, lambda starts, lasts: lasts < WHOLE_DAY and _EARLIEST <= starts < _NOON)
    night = _most(habits, lambda starts, lasts: lasts < WHOLE_DAY and starts >= _NOON)
    whole = _most(habits, lambda _, lasts: lasts == WHOLE_DAY)
    day = day or (USUAL.day, USUAL.day_lasts)
    night = night or (USUAL.night, USUAL.night_lasts)
    return Codes(*day, *night, whole[0] if whole else day[0])


def _most(
    habits: Mapping[tuple[time, timedelta], int], which: Callable[[time, timedelta], bool]
) -> tuple[time, timedelta] | None:
    found = [habit for habit in habits if which(*habit)]
    return max(found, key=lambda habit: (habits[habit], habit), default=None)
