"""How long each thing is kept, and from when (`domain.md` §5: TT 33/2025, TT 49/2017). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from telemed.kernel.clock import LOCAL
from telemed.kernel.values import Label
from telemed.sessions import CaseType, State


@dataclass(frozen=True, slots=True)
class Periods:
    """Settings; the defaults are the law's where it has a figure."""

    record_years: int = 10
    accident_or_mental_years: int = 20
    death_years: int = 30
    draft: timedelta = timedelta(days=90)
    """A request that was never sent is no record of anything."""
    measurement: timedelta = timedelta(days=2 * 365)
    """How good the line was: of use to nobody later."""


DEFAULT_PERIODS: Final = Periods()
ENDED: Final = frozenset({State.CLOSED, State.CANCELLED, State.EXPIRED})


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a case decides how long it is kept."""

    state: State
    ended_at: datetime | None
    """When it was closed; of a cancelled or expired one, the last thing that happened to it."""
    case_type: CaseType = CaseType.OTHER
    labels: frozenset[Label] = field(default_factory=frozenset)
    died: bool = False


def years_of(case: Kept, periods: Periods = DEFAULT_PERIODS) -> int:
    """The longest class that fits."""
    if case.died:
        return periods.death_years
    if case.case_type is CaseType.TRAUMA or Label.MENTAL_HEALTH in case.labels:
        return periods.accident_or_mental_years
    return periods.record_years


def kept_until(case: Kept, periods: Periods = DEFAULT_PERIODS) -> date | None:
    """The last local day it is kept: counted from the end of the year it ended in. None: it has not ended."""
    if case.state not in ENDED or case.ended_at is None:
        return None
    return date(case.ended_at.astimezone(LOCAL).year + years_of(case, periods), 12, 31)


def is_over(case: Kept, now: datetime, periods: Periods = DEFAULT_PERIODS) -> bool:
    until = kept_until(case, periods)
    return until is not None and now.astimezone(LOCAL).date() > until


def last_day(cases: Iterable[Kept], now: datetime, periods: Periods = DEFAULT_PERIODS) -> date | None:
    """The last day on which the law has any of one patient's cases kept; None: none any more.

    One that goes on counts as if it ended now.
    """
    today = now.astimezone(LOCAL).date()
    ends = (kept_until(case, periods) or date(today.year + years_of(case, periods), 12, 31) for case in cases)
    return max((end for end in ends if end >= today), default=None)


def soonest_end(now: datetime, periods: Periods = DEFAULT_PERIODS) -> datetime:
    """What ended at or after this cannot be over yet, whatever its class: keeps a search small."""
    return datetime(now.astimezone(LOCAL).year - periods.record_years, 1, 1, tzinfo=LOCAL)
