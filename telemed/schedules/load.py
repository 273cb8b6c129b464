"""How much duty each person bears, and how evenly a specialty's is shared: the formulas, explicit. Pure.

Of one shift count
  hours     from its beginning to its end;
  nights    the local nights (22:00 to 06:00) of which it covers at least 4 hours;
  holidays  its days that are free for others (Saturday, Sunday, public holiday; not a weekend day worked for a bridge
            day). A shift has one day for each 24 hours begun, each named after the local day it begins on: a Friday
            night is a Friday's.
A shift belongs whole to the local day on which it begins, so the sums of two weeks are the sum of the fortnight.

Burden of a person = Σ weight × (hours + 6 × nights + 8 × holidays); weight 1 for the first tier, ½ for the second, 0
for heads and leaders, who are not rung in turn. It is divided by the share of the period in which the person was there
at all (not on leave, not posted); who was there less than a quarter of it is left out.

Balance of a specialty = 100 × (1 − mean absolute deviation ÷ mean) of these figures, never below 0: 100 when everyone
bears the same, 0 when one of two bears all. It needs two people and some duty.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import UserId
from telemed.kernel.values import Tier
from telemed.schedules.coverage import Span
from telemed.schedules.model import Shift
from telemed.schedules.model_pattern import Holidays, is_free

NIGHT: Final = timedelta(hours=8)
NIGHT_BEGINS: Final = timedelta(hours=22)
LEAST_OF_NIGHT: Final = timedelta(hours=4)
DAY: Final = timedelta(days=1)

PER_NIGHT: Final = 6.0
PER_HOLIDAY: Final = 8.0
WEIGHT: Final[dict[Tier, float]] = {Tier.FIRST: 1.0, Tier.SECOND: 0.5, Tier.HEAD: 0.0, Tier.LEADER: 0.0}
LEAST_THERE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Load:
    hours: float = 0.0
    nights: int = 0
    holidays: int = 0
    burden: float = 0.0

    def __add__(self, other: "Load") -> "Load":
        return Load(
            self.hours + other.hours,
            self.nights + other.nights,
            self.holidays + other.holidays,
            self.burden + other.burden,
        )


NOTHING: Final = Load()


def load_of(shift: Shift, holidays: Holidays) -> Load:
    hours = (shift.ends_at - shift.starts_at) / timedelta(hours=1)
    nights = _nights(shift)
    free = sum(is_free(day, holidays) for day in days_of(shift))
    weighed = WEIGHT[shift.tier] * (hours + PER_NIGHT * nights + PER_HOLIDAY * free)
    return Load(hours, nights, free, weighed)


def loads(shifts: Iterable[Shift], holidays: Holidays) -> dict[UserId, Load]:
    """By person; who has none of these shifts is not in it."""
    found: dict[UserId, Load] = {}
    for shift in shifts:
        found[shift.person] = found.get(shift.person, NOTHING) + load_of(shift, holidays)
    return found


def day_of(shift: Shift) -> date:
    """The local day it belongs to."""
    return shift.starts_at.astimezone(LOCAL).date()


def days_of(shift: Shift) -> Sequence[date]:
    """One for each 24 hours begun."""
    begun = -(-(shift.ends_at - shift.starts_at) // DAY)
    return [day_of(shift) + n * DAY for n in range(begun)]


def balance(burdens: Mapping[UserId, float], there: Mapping[UserId, float]) -> int | None:
    """`there`: the share of the period in which each could be on duty, 0 to 1; who shares the duty is in both."""
    figures = [burdens.get(person, 0.0) / share for person, share in there.items() if share >= LEAST_THERE]
    mean = sum(figures) / len(figures) if figures else 0.0
    if len(figures) < 2 or not mean:
        return None
    deviation = sum(abs(one - mean) for one in figures) / len(figures)
    return max(0, round(100 * (1 - deviation / mean)))


def _nights(shift: Shift) -> int:
    hours = Span(shift.starts_at, shift.ends_at)
    midnight = shift.starts_at.astimezone(LOCAL).replace(hour=0, minute=0, second=0, microsecond=0) - DAY
    found = 0
    while midnight < shift.ends_at:
        begins = midnight + NIGHT_BEGINS
        both = Span(begins, begins + NIGHT).within(hours)
        found += both is not None and both.ends_at - both.starts_at >= LEAST_OF_NIGHT
        midnight += DAY
    return found
